"""An answer: in words, as a table whose rows open their sentence, as a graph, as a file."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any, Literal

import streamlit as st

from graph.elements import Edge, Node
from graph.schema import EDGE_TYPES, NODE_TYPES
from queries.catalog import Query
from queries.narrator import narrate
from queries.run import Result
from ui.explorer import session
from ui.explorer.canvas import canvas_and_panel
from ui.explorer.captions import edge_name, label_name
from ui.explorer.desk import Desk
from ui.explorer.index import Index
from ui.explorer.panel import show_panel
from ui.explorer.view import View, visible
from ui.explorer.wording import Words
from ui.terminal import plain_text, to_csv

_HEIGHT = 560
_ROW = 35  # pixels of a table row


def title(query: Query, t: Words) -> str:
    """The question's title in the reader's language."""
    return query.title if t.language == "zh" else query.title_en


def show(index: Index, result: Result, t: Words) -> None:
    """Notes, the answer in words, table and graph, the Cypher, the download."""
    for note in result.notes:
        st.warning(note.zh if t.language == "zh" else note.en)
    language: Literal["zh", "en"] = "zh" if t.language == "zh" else "en"
    st.html(f'<p class="told">{escape(narrate(result, language))}</p>')
    if not result.rows:
        st.info(t("question.none"))
    elif result.query.returns == "graph":
        graph, table = st.tabs([t("question.as_graph"), t("question.as_table")])
        with graph:
            show_graph(index, result, t)
        with table:
            show_rows(index, result, t)
    else:
        show_rows(index, result, t)
    _foot(result, t)


def counted(result: Result, t: Words) -> str:
    """How many rows, out of what."""
    if result.denominator is None:
        return t("question.rows", count=len(result.rows))
    query = result.query
    words = query.denominator if t.language == "zh" else query.denominator_en
    return t("question.out_of", count=len(result.rows), denominator=words, total=result.denominator)


def table(result: Result, t: Words) -> dict[str, list[Any]]:
    """The columns for the page: names and values in the reader's language, without ids."""
    kept = [(n, name) for n, name in enumerate(result.columns) if not _is_id(name)]
    columns = {t.of("column", name): [cell(row[n], t) for row in result.rows] for n, name in kept}
    return {name: _of_one_type(cells) for name, cells in columns.items()}


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
        return "、".join(str(cell(item, t)) for item in value)
    text = plain_text(value)
    if text in NODE_TYPES:
        return label_name(text, t.language)
    return edge_name(text, t.language) if text in EDGE_TYPES else t.of("value", text)


@st.fragment
def show_rows(index: Index, result: Result, t: Words) -> None:
    """The table, and the sentence of the row that is chosen."""
    st.caption(f"{counted(result, t)} · {t('question.open')}")
    rows = table(result, t)
    chosen = st.dataframe(
        rows,
        hide_index=True,
        height=min(_HEIGHT, _ROW * (len(result.rows) + 1) + 3),
        on_select="rerun",
        selection_mode="single-row",
        key=f"rows-{result.query.name}",
    )
    picked = [n for n in chosen["selection"]["rows"] if n < len(result.rows)]
    for element in elements_of(index, result, picked[0]) if picked else ():
        with st.container(border=True):
            show_panel(index, element, t, None, key=f"row-{result.query.name}")


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


@st.fragment
def show_graph(index: Index, result: Result, t: Words) -> None:
    """The answer on a canvas of its own; nodes can be expanded from there."""
    key = f"canvas-{result.query.name}"
    ids = frozenset(node.id for node in result.subgraph.nodes) & index.nodes.keys()
    known = st.session_state.get(key + ".desk")
    if known is None or known[0] != (index, ids):
        known = ((index, ids), Desk(View(frozenset(), only=ids)))
        st.session_state[key + ".desk"] = known
    desk: Desk = known[1]
    shown = visible(index, desk.view)
    canvas_and_panel(index, desk, shown, t, key=key, height=_HEIGHT, after=lambda: None)


def _foot(result: Result, t: Words) -> None:
    left, right = st.columns([0.7, 0.3], vertical_alignment="top")
    with left.expander(t("question.cypher")):
        st.code(result.query.cypher, language="cypher")
    with right.container(horizontal=True):
        _take_along(result, t)


def _take_along(result: Result, t: Words) -> None:
    if st.button(t("basket.add"), key=f"basket-{result.query.name}"):
        session.basket().add(result)
        st.toast(t("basket.added"))
    st.download_button(
        t("question.download"),
        ("\ufeff" + to_csv(result.columns, result.rows)).encode("utf-8"),  # the BOM is for Excel
        file_name=f"{result.query.name}.csv",
        mime="text/csv",
        key=f"csv-{result.query.name}",
    )


def _of_one_type(cells: list[Any]) -> list[Any]:
    """Numbers as numbers, so that they sort; all else as text, nothing as an empty one."""
    if all(isinstance(value, int | float) for value in cells):
        return cells
    return ["" if value is None else str(value) for value in cells]


def _is_id(column: str) -> bool:
    return column == "id" or column.endswith("_id")
