"""覆盖: what meets what, as heat maps; a cell opens what is in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from ui.explorer import session
from ui.explorer.captions import caption
from ui.explorer.chart_files import caption_of, chart_choices
from ui.explorer.charts import heat_cells, heat_map
from ui.explorer.downloads import Make, by_column, download_menu, table_menu
from ui.explorer.figures_shown import figure_choices
from ui.explorer.index import Index
from ui.explorer.items import show_items
from ui.explorer.matrix import Matrix, organizations_by_years, plans_by_pillars, sectors_by_plans
from ui.explorer.namesakes import told_apart
from ui.explorer.wording import Words, words_of
from ui.figures.frame import Caption

Cell = tuple[str, str]
MAP, MOST_ROWS = 520, 12  # pixels; above so many rows the map is scrolled
KINDS = ("plan_pillar", "sector_plan", "organization_year")


def page() -> None:
    """Which matrix, the heat map, the items of the cell that was clicked."""
    t = session.words()
    index = session.index()
    if not index.graph.nodes:
        session.show_empty(t)
        return
    kind = st.segmented_control(
        t("page.coverage"), KINDS, default=_asked(), required=True, label_visibility="collapsed",
        format_func=lambda kind: t.of("coverage", kind), key="coverage_of",
    )  # fmt: skip
    if st.query_params.get("of", KINDS[0]) != kind:
        forget_the_cell()
    st.query_params["of"] = kind
    matrix = MATRICES[kind](index, t)
    if not matrix.cells:
        st.info(t("coverage.nothing"))
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(t("coverage.empty", empty=matrix.empty, all=len(matrix.cells)), width="content")
        download_menu(choices(index, matrix, kind), t, key="coverage")
    show(index, matrix, kind, t)


def choices(index: Index, matrix: Matrix, kind: str) -> dict[str, Make]:
    """The map as it is shown; of a strategy also what its pillars lack, as a figure."""
    zh = words_of("zh")
    name = zh.of("coverage", kind)
    strategy = st.query_params.get("strategy") if kind == KINDS[0] else None

    def framed() -> Caption:
        items = {id for ids in matrix.cells.values() for id in ids}
        of = f"（{caption(index.nodes[strategy])}）" if strategy else ""
        told = caption_of(
            index.graph, (index.nodes[id] for id in sorted(items)), f"{name}{of}",
            f"{name}：每格有多少举措、目标和节点",
        )  # fmt: skip
        return replace(told, note=zh("coverage.empty", empty=matrix.empty, all=len(matrix.cells)))

    charts = chart_choices(partial(heat_cells, matrix, zh), framed, f"coverage-{kind}")
    figures = figure_choices(index, "coverage", {"plan": strategy}) if strategy else {}
    return {**charts, **figures}


@st.fragment
@session.three_lines()
def show(index: Index, matrix: Matrix, kind: str, t: Words) -> None:
    """The map and the same as a table; below them what the chosen cell holds."""
    key = f"heat-{kind}-{matrix.columns[0][0]}"
    with st.container(height=MAP if len(matrix.rows) > MOST_ROWS else "content"):
        clicked = heat_map(matrix, t, key=key)
    with st.expander(t("coverage.as_table")):
        picked = as_table(matrix, t, key=f"table-{key}")
    cell = chosen_cell(matrix, clicked, picked, key)
    if cell is None:
        st.html(f'<p class="quiet">{t("coverage.choose")}</p>')
        return
    names = dict((*matrix.rows, *matrix.columns))
    st.subheader(f"{names[cell[0]]} × {names[cell[1]]}", anchor=False)
    show_items(index, matrix.cells[cell], t, key=f"items-{kind}-{cell[0]}-{cell[1]}")


def chosen_cell(matrix: Matrix, clicked: Cell | None, picked: Cell | None, key: str) -> Cell | None:
    """The last one that was chosen in map or table, else that of ?row=…&column=…."""
    known = st.session_state.get(f"{key}.known", (None, None))
    st.session_state[f"{key}.known"] = (clicked, picked)
    cell = clicked if clicked != known[0] else picked if picked != known[1] else None
    asked = (st.query_params.get("row", ""), st.query_params.get("column", ""))
    chosen = cell or asked
    if chosen not in matrix.cells:
        return None
    st.query_params["row"], st.query_params["column"] = chosen
    return chosen


def as_table(matrix: Matrix, t: Words, key: str) -> Cell | None:
    """The same numbers, for keyboard and screen reader; the cell that was chosen."""
    rows = [
        {t("coverage.row"): name, **{
            column: len(matrix.cells[row, id]) for column, id in unlike(matrix.columns).items()
        }} for row, name in matrix.rows
    ]  # fmt: skip
    table_menu(by_column(rows), "coverage", t, key=key)
    event = st.dataframe(
        rows, hide_index=True, on_select="rerun", selection_mode="single-cell", key=key
    )
    for place, name in event["selection"]["cells"]:
        if place < len(matrix.rows) and name in unlike(matrix.columns):
            return matrix.rows[place][0], unlike(matrix.columns)[name]
    return None


def unlike(columns: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """The id of each column by a heading of its own: two may bear one name."""
    found: dict[str, str] = {}
    for id, name in columns:
        found[name if name not in found else f"{name} ({len(found) + 1})"] = id
    return found


def forget_the_cell() -> None:
    """Another matrix has other cells."""
    for name in ("row", "column"):
        st.query_params.pop(name, None)


def of_a_strategy(index: Index, t: Words) -> Matrix:
    """Plans and pillars meet within a strategy."""
    strategies = [node.id for node in index.graph.nodes_of("Strategy")]
    matrices = {
        id: index.kept(("pillars", id), partial(plans_by_pillars, index, id)) for id in strategies
    }
    known = [id for id, matrix in matrices.items() if matrix.cells]
    if not known:
        return Matrix((), (), {})
    asked = st.query_params.get("strategy", "")
    chosen = st.selectbox(
        t("coverage.strategy"), known, index=known.index(asked) if asked in known else 0,
        format_func=told_apart(index, known).__getitem__, on_change=forget_the_cell,
        key="coverage_strategy",
    )  # fmt: skip
    st.query_params["strategy"] = chosen
    return matrices[chosen]


def _asked() -> str:
    asked = st.query_params.get("of", "")
    return asked if asked in KINDS else KINDS[0]


MATRICES: dict[str, Callable[[Index, Words], Matrix]] = {
    "plan_pillar": of_a_strategy,
    "sector_plan": lambda index, t: index.kept("sectors", lambda: sectors_by_plans(index)),
    "organization_year": lambda index, t: index.kept(
        "organizations", lambda: organizations_by_years(index)
    ),
}

with session.three_lines():
    page()
