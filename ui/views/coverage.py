"""覆盖: what meets what, as heat maps; a cell opens what is in it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui.explorer import session
from ui.explorer.captions import caption
from ui.explorer.charts import heat_map
from ui.explorer.index import Index
from ui.explorer.items import show_items
from ui.explorer.matrix import Matrix, organizations_by_years, plans_by_pillars, sectors_by_plans
from ui.explorer.wording import Words

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
        format_func=lambda kind: t.of("coverage", kind),
    )  # fmt: skip
    st.query_params["of"] = kind
    matrix = MATRICES[kind](index, t)
    if not matrix.cells:
        st.info(t("coverage.nothing"))
        return
    st.caption(t("coverage.empty", empty=matrix.empty, all=len(matrix.cells)))
    show(index, matrix, kind, t)


@st.fragment
@session.three_lines()
def show(index: Index, matrix: Matrix, kind: str, t: Words) -> None:
    """The map; below it what the cell holds."""
    cell = heat_map(matrix, t, key=f"heat-{kind}")
    if cell is None or cell not in matrix.cells:
        st.html(f'<p class="quiet">{t("coverage.choose")}</p>')
        return
    names = dict((*matrix.rows, *matrix.columns))
    st.subheader(f"{names[cell[0]]} × {names[cell[1]]}", anchor=False)
    show_items(index, matrix.cells[cell], t, key=f"items-{kind}-{cell[0]}-{cell[1]}")


def of_a_strategy(index: Index, t: Words) -> Matrix:
    """Plans and pillars meet within a strategy."""
    strategies = [node.id for node in index.graph.nodes_of("Strategy")]
    matrices = {id: plans_by_pillars(index, id) for id in strategies}
    known = [id for id, matrix in matrices.items() if matrix.cells]
    if not known:
        return Matrix((), (), {})
    chosen = st.selectbox(
        t("coverage.strategy"), known, format_func=lambda id: caption(index.nodes[id])
    )
    return matrices[chosen]


def _asked() -> str:
    asked = st.query_params.get("of", "")
    return asked if asked in KINDS else KINDS[0]


MATRICES: dict[str, Callable[[Index, Words], Matrix]] = {
    "plan_pillar": of_a_strategy,
    "sector_plan": lambda index, t: sectors_by_plans(index),
    "organization_year": lambda index, t: organizations_by_years(index),
}

with session.three_lines():
    page()
