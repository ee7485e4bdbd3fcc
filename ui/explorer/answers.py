"""An answer: in words, as a table whose rows open their sentence, as a graph, as a chart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from typing import Any, Literal

import streamlit as st

from graph.elements import Edge, Node
from graph.schema import EDGE_TYPES, NODE_TYPES
from queries.catalog import Query
from queries.narrator import narrate
from queries.run import Answer, Result
from ui.explorer.answer_charts import Chart, chart_of
from ui.explorer.answer_files import answer_choices
from ui.explorer.canvas import canvas_and_panel
from ui.explorer.captions import SIGNS, edge_name, label_name
from ui.explorer.charts import show_chart
from ui.explorer.desk import Desk
from ui.explorer.downloads import download_menu, table_menu
from ui.explorer.index import FRAME_LABELS, Index
from ui.explorer.items import ROW, table_height
from ui.explorer.panel import show_panel
from ui.explorer.take_along import take_along
from ui.explorer.view import View, visible
from ui.explorer.wording import Words
from ui.terminal import plain_text

_HEIGHT = 560
_A_DATE = 90  # pixels of a column of dates
_ADDRESS = "as"
_PLACES = ("document", "clause", "quote")


def title(query: Query, t: Words) -> str:
    """The question's title in the reader's language."""
    return query.title if t.language == "zh" else query.title_en


def told(result: Result, t: Words) -> str:
    """The answer as one paragraph."""
    language: Literal["zh", "en"] = "zh" if t.language == "zh" else "en"
    return narrate(result, language)


def show(index: Index, result: Result, t: Words, none: str = "") -> None:
    """Notes, the answer in words, its picture and table, the Cypher, what to take along.

    `none` is said of an answer without rows.
    """
    for note in result.notes:
        st.warning(note.zh if t.language == "zh" else note.en)
    st.html(f'<p class="told">{escape(told(result, t))}</p>')
    if result.rows:
        show_picture(index, result, t)
        show_rows(index, result, t)
    else:
        st.info(none or t("question.none"))
    take_along(result, t, told(result, t), table(result, t))


@st.fragment
def show_picture(index: Index, result: Result, t: Words) -> None:
    """The chart or the graph of an answer; ?as=… says which, and the table below has it all."""
    chart = chart_of(result, t)
    shapes = {
        "chart": chart is not None,
        "graph": bool(ids_of(index, result)),
        "table": True,
    }
    known = [name for name, there in shapes.items() if there]
    if known == ["table"]:
        picture_menu(index, result, t, chart=False)
        return
    first = "chart" if chart else "graph" if _is_a_network(result) else "table"
    asked = st.query_params.get(_ADDRESS, "")
    with st.container(horizontal=True, vertical_alignment="center"):
        shape = st.segmented_control(
            t("question.shape"), known, default=asked if asked in known else first, required=True,
            format_func=lambda name: t.of("shape", name), label_visibility="collapsed",
            key=f"shape-{result.query.name}",
        )  # fmt: skip
        picture_menu(index, result, t, chart=shape == "chart")
    if shape != first:
        st.query_params[_ADDRESS] = shape
    else:
        st.query_params.pop(_ADDRESS, None)
    if shape == "graph":
        show_graph(index, result, t)
    elif shape == "chart" and isinstance(chart, Chart):
        show_chart(chart, t, key=f"chart-{result.query.name}")


def picture_menu(index: Index, result: Result, t: Words, *, chart: bool) -> None:
    """Files of the chart that is shown, and of the figure that shows the same."""
    if choices := answer_choices(index, result, chart=chart):
        download_menu(choices, t, key=f"picture-{result.query.name}")


def counted(result: Result, t: Words) -> str:
    """How many rows, out of what."""
    if result.denominator is None:
        return t("question.rows", count=len(result.rows))
    query = result.query
    words = query.denominator if t.language == "zh" else query.denominator_en
    return t("question.out_of", count=len(result.rows), denominator=words, total=result.denominator)


def table(result: Result, t: Words) -> dict[str, list[Any]]:
    """The columns for the page: names and values in the reader's language, without ids.

    Where it is written comes last: the sentence itself stands beside the table.
    """
    columns = columns_of(result, t, leave_out=_is_id)
    places = [name for name in map(partial(t.of, "column"), _PLACES) if name in columns]
    if "id" not in result.columns or len(columns) - len(places) < 2:
        return columns
    facts = [name for name in columns if name not in places]
    return {name: columns[name] for name in (*facts, *places)}


def columns_of(
    answer: Answer, t: Words, leave_out: Callable[[str], bool] = lambda name: False
) -> dict[str, list[Any]]:
    """Columns by their names in the reader's language; two of one name get their own."""
    columns: dict[str, list[Any]] = {}
    for number, column in enumerate(answer.columns):
        if not leave_out(column):
            name = t.of("column", _meant(answer, column, number))
            name = column if name in columns else name
            columns[name] = _of_one_type([cell(row[number], t) for row in answer.rows])
    return columns


def cell(value: Any, t: Words) -> Any:
    """Numbers stay numbers; labels, edge types and values of the schema get their names."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, int | float):
        return value
    if isinstance(value, list | tuple):
        return t.listed(cell(item, t) for item in value)
    text = plain_text(value)
    if text in SIGNS:
        return SIGNS[text]
    if text in NODE_TYPES:
        return label_name(text, t.language)
    return edge_name(text, t.language) if text in EDGE_TYPES else t.of("value", text)


def ids_of(index: Index, result: Result) -> frozenset[str]:
    """The nodes that an answer speaks of; when no fact joins them, those beside them as well."""
    found = {node.id for node in result.subgraph.nodes}
    for number in range(len(result.rows)):
        for element in elements_of(index, result, number):
            ends = {element.source, element.target} if isinstance(element, Edge) else {element.id}
            found |= ends
    found = {id for id in found & index.nodes.keys() if index.nodes[id].label not in FRAME_LABELS}
    if not index.among(found).edges:
        near = {other for id in found for other in index.neighbours(id)}
        found |= {id for id in near if index.nodes[id].label not in FRAME_LABELS}
    return frozenset(found)


@st.fragment
def show_rows(index: Index, result: Result, t: Words) -> None:
    """The table, and beside it the sentence of the chosen row; else of the first."""
    if not list(elements_of(index, result, 0)):
        rows_chosen(result, counted(result, t), t)
        return
    left, right = st.columns([0.64, 0.36], gap="medium")
    with left:
        picked = rows_chosen(result, f"{counted(result, t)} · {t('question.open')}", t)
    with right, st.container(height=_HEIGHT + ROW, border=False):
        st.caption(t("items.chosen") if picked else t("items.first"))
        for element in elements_of(index, result, picked[0] if picked else 0):
            show_panel(index, element, t, None, key=f"row-{result.query.name}")


def rows_chosen(result: Result, told: str, t: Words) -> list[int]:
    """Show the table under its line; the number of the row that was chosen in it, if one was."""
    cells = table(result, t)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(told, width="content")
        table_menu(cells, result.query.name, t, key=f"rows-{result.query.name}")
    chosen = st.dataframe(
        cells,
        hide_index=True,
        height=table_height(len(result.rows), _HEIGHT),
        on_select="rerun",
        selection_mode="single-row",
        column_config={t("column.deadline"): st.column_config.Column(width=_A_DATE)},
        key=f"rows-{result.query.name}",
        alt=title(result.query, t),
    )
    return [n for n in chosen["selection"]["rows"] if n < len(result.rows)]


def elements_of(index: Index, result: Result, number: int) -> Iterator[Node | Edge]:
    """What a row speaks of: the nodes and edges whose ids stand in it, each once."""
    ids = [
        value
        for name, value in zip(result.columns, result.rows[number], strict=True)
        if _is_id(name) and isinstance(value, str)
    ]
    for id in dict.fromkeys(ids):
        element = index.nodes.get(id) or index.edges.get(id)
        if element is not None:
            yield element


def show_graph(index: Index, result: Result, t: Words) -> None:
    """The answer on a canvas of its own; nodes can be expanded from there."""
    show_ids(index, ids_of(index, result), t, key=f"canvas-{result.query.name}")


def show_ids(index: Index, ids: frozenset[str], t: Words, *, key: str) -> None:
    """These nodes on a canvas, which is begun anew when they are others."""
    known = st.session_state.get(key + ".desk")
    if known is None or known[0] != (index, ids):
        known = ((index, ids), Desk(View(frozenset(), only=ids)))
        st.session_state[key + ".desk"] = known
    desk: Desk = known[1]
    shown = visible(index, desk.view)
    canvas_and_panel(index, desk, shown, t, key=key, height=_HEIGHT, after=lambda: None)


def _is_a_network(result: Result) -> bool:
    return result.query.returns == "graph" or result.query.chart in ("network", "sankey")


def _of_one_type(cells: list[Any]) -> list[Any]:
    """Numbers as numbers, so that they sort; all else as text, nothing as an empty one."""
    if all(isinstance(value, int | float) for value in cells):
        return cells
    return ["" if value is None else str(value) for value in cells]


def _meant(answer: Answer, column: str, number: int) -> str:
    """`targets` are counted or listed; `target` is one, or the end of a relation."""
    if column == "target" and "source" in answer.columns:
        return "end_of"
    listed = any(isinstance(row[number], list | tuple) for row in answer.rows)
    return column.removesuffix("s") if listed and column in ("targets", "measures") else column


def _is_id(column: str) -> bool:
    return column == "id" or column.endswith("_id")
