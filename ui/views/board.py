"""图谱: the graph, what is chosen in it, and the same as a table."""

from __future__ import annotations

import streamlit as st

from ui.explorer import session, tables
from ui.explorer.canvas import canvas_and_panel
from ui.explorer.desk import Desk
from ui.explorer.filters import filters
from ui.explorer.index import Index
from ui.explorer.panel import as_text
from ui.explorer.view import visible
from ui.explorer.wording import Words

KEY = "graph_canvas"
HEIGHT = 660


def page() -> None:
    """What the address names, then filters, canvas, panel and table."""
    t = session.words()
    index = session.index()
    if not index.graph.nodes:
        session.show_empty(t)
        return
    desk = session.desk(index)
    follow_the_address(index, desk, t)
    browse(index, desk, t)


@st.fragment
@session.three_lines()
def browse(index: Index, desk: Desk, t: Words) -> None:
    """The canvas is sent before what stands above it: its drawing takes longest."""
    above, middle = st.container(), st.container()
    desk.told = told(desk)
    with middle:
        stage(index, desk, t)
    with above:
        filters(index, desk, t, after=lambda: remember(desk))
    tables.show(index, visible(index, desk.view), desk, t)


@st.fragment
@session.three_lines()
def stage(index: Index, desk: Desk, t: Words) -> None:
    """All that changes at a click; when that changes what stands around it, all is drawn at once.

    Drawn one after the other, a quick second click would meet filters that are out of date.
    """
    if told(desk) != desk.told:
        st.rerun()
    shown = visible(index, desk.view)
    canvas_and_panel(
        index, desk, shown, t, key=KEY, height=HEIGHT, after=lambda: remember(desk)
    )  # fmt: skip


def told(desk: Desk) -> object:
    """What filters and table were drawn for."""
    view = desk.view
    return view.labels, view.documents, desk.arrangement, view if tables.is_open() else None


def remember(desk: Desk) -> None:
    """The choice stands in the address, so that a link leads back to it."""
    for kind in ("node", "edge"):
        if desk.selected and desk.selected[0] == kind:
            st.query_params[kind] = desk.selected[1]
        else:
            st.query_params.pop(kind, None)


def follow_the_address(index: Index, desk: Desk, t: Words) -> None:
    """?node=… or ?edge=… chooses; one that is gone is said."""
    if "node" in st.query_params:
        follow(index, desk, "node", st.query_params["node"], t)
    elif "edge" in st.query_params:
        follow(index, desk, "edge", st.query_params["edge"], t)
    elif desk.selected:
        remember(desk)  # back from another page


def follow(index: Index, desk: Desk, kind: str, id: str, t: Words) -> None:
    """Choose it unless it is chosen already."""
    if id not in (index.nodes if kind == "node" else index.edges):
        st.warning(t("graph.gone", id=as_text(id)))
    elif desk.selected != (kind, id):
        desk.choose(index, kind, id)


with session.three_lines():
    page()
