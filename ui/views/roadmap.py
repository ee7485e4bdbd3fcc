"""路线图: what is due when."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graph.schema import NODE_TYPES
from ui.explorer import session
from ui.explorer.captions import label_name
from ui.explorer.chart_files import caption_of, chart_choices
from ui.explorer.charts import bars_by_year, year_bars
from ui.explorer.downloads import Make, download_menu
from ui.explorer.figures_shown import figures_of, plans_of
from ui.explorer.index import Index
from ui.explorer.items import show_items
from ui.explorer.namesakes import told_apart
from ui.explorer.reach import years_of
from ui.explorer.view import loaded
from ui.explorer.wording import Words, words_of
from ui.figures.frame import Caption
from ui.figures.words import asked

KINDS = ("Target", "Milestone")


def page() -> None:
    """Bars by year, and the items of the year that was chosen."""
    t = session.words()
    index = session.index()
    if not index.graph.nodes:
        session.show_empty(t)
        return
    boxes, menu = st.columns([0.86, 0.14], vertical_alignment="center")
    with boxes:
        documents = choose_documents(index, t)
    due: dict[int, list[str]] = {}
    for node in index.graph.nodes:
        if not documents or node.properties.get("document_id") in documents:
            for year in years_of(node):
                due.setdefault(year, []).append(node.id)
    if not due:
        st.info(t("roadmap.none"))
        return
    with menu:
        download_menu(choices(index, due, documents), t, key="roadmap")
    show(index, due, t)


def bars(
    index: Index, due: dict[int, list[str]], language: str
) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """How many of each kind are due in each year, and the colours of the kinds."""
    names = {kind: label_name(kind, language) for kind in KINDS}
    values = [
        {"place": str(year), "kind": names[kind],
         "number": sum(index.nodes[id].label == kind for id in ids), "order": order}
        for year, ids in sorted(due.items()) for order, kind in enumerate(KINDS)
    ]  # fmt: skip
    return values, {names[kind]: NODE_TYPES[kind].colour for kind in KINDS}


def choices(index: Index, due: dict[int, list[str]], documents: list[str]) -> dict[str, Make]:
    """The bars as they are shown, and the roadmaps of the plans in these documents."""
    zh = words_of("zh")

    def framed() -> Caption:
        nodes = (index.nodes[id] for id in sorted({id for ids in due.values() for id in ids}))
        return caption_of(index.graph, nodes, zh("roadmap.all"), asked("targets.roadmap"))

    charts = chart_choices(lambda: year_bars(*bars(index, due, "zh")), framed, "years")
    roots = [
        plan for plan in plans_of(index)
        if not documents or any(e.document in documents for e in plan.evidence)
    ]  # fmt: skip
    return {**charts, **figures_of(index, "roadmap", roots)}


@st.fragment
@session.three_lines()
def show(index: Index, due: dict[int, list[str]], t: Words) -> None:
    """The chart and the list, in step."""
    clicked = bars_by_year(*bars(index, due, t.language), key="bars")
    years = sorted(due)
    asked = st.query_params.get("year", "")
    if "roadmap_year" not in st.session_state and asked.isdigit() and int(asked) in years:
        st.session_state["roadmap_year"] = int(asked)
    if clicked and st.session_state.get("clicked_year") != clicked:
        st.session_state["roadmap_year"] = int(clicked)
    st.session_state["clicked_year"] = clicked
    if st.session_state.get("roadmap_year") not in (*years, None):
        del st.session_state["roadmap_year"]
    year = st.pills(t("roadmap.year"), years, key="roadmap_year")
    if year:
        st.query_params["year"] = str(year)
    else:
        st.query_params.pop("year", None)
    shown = due[year] if year else [id for ids in due.values() for id in ids]
    st.subheader(t("roadmap.due", year=year) if year else t("roadmap.all"), anchor=False)
    show_items(index, shown, t, key=f"items-{year}", by_year=True)


def choose_documents(index: Index, t: Words) -> list[str]:
    """None chosen means all."""
    documents = [document.id for document in loaded(index)]
    asked = st.query_params.get_all("document")
    chosen = st.multiselect(
        t("graph.documents"),
        documents,
        default=[id for id in documents if id in asked],
        format_func=told_apart(index, documents).__getitem__,
        placeholder=t("graph.all_documents"),
        label_visibility="collapsed",
        key="roadmap_documents",
    )
    st.query_params["document"] = chosen
    return chosen


with session.three_lines():
    page()
