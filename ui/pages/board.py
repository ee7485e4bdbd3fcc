"""图谱: the graph, what is chosen in it, and the same as a table."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from graph.elements import Subgraph
from graph.schema import NODE_TYPES
from ui.component import graph_canvas
from ui.explorer import session, tables
from ui.explorer.captions import caption, label_name
from ui.explorer.desk import Desk
from ui.explorer.index import FRAME_LABELS, Index
from ui.explorer.panel import show_panel
from ui.explorer.view import MOST, first_view, visible
from ui.explorer.wording import Words

KEY = "graph_canvas"
HEIGHT = 740


def page() -> None:
    """Head, filters, canvas and panel, table."""
    t = session.words()
    index = session.index()
    documents = index.graph.nodes_of("Document")
    if not documents:
        session.show_empty(t)
        return
    desk = session.desk(index)
    follow_the_address(index, desk, t)
    browse(index, desk, t)


@st.fragment
@session.three_lines()
def browse(index: Index, desk: Desk, t: Words) -> None:
    """All that changes at a click."""
    filters(index, desk, t)
    shown = visible(index, desk.view)
    canvas, panel = st.columns([0.7, 0.3], gap="medium")
    with canvas:
        draw(index, desk, shown, t)
    with panel, st.container(height=HEIGHT + 60, border=False):
        show_panel(index, desk.chosen(index), t, lambda kind, id: choose(desk, kind, id))
    tables.show(index, shown, desk, t)


def filters(index: Index, desk: Desk, t: Words) -> None:
    """Types, documents, find, and the way back."""

    def named(label: str) -> str:
        return f"{label_name(label, t.language)} {len(index.graph.nodes_of(label))}"

    labels = [n for n in NODE_TYPES if n not in FRAME_LABELS and index.graph.nodes_of(n)]
    left, middle, right = st.columns([0.5, 0.28, 0.22], vertical_alignment="bottom")
    chosen = left.pills(
        t("graph.types"), labels, selection_mode="multi", default=sorted(desk.view.labels),
        format_func=named,
        key="types",
    )  # fmt: skip
    if frozenset(chosen) != desk.view.labels:
        desk.change(replace(desk.view, labels=frozenset(chosen), only=None), anew=True)
    names = {n.id: caption(n) for n in index.graph.nodes if n.label not in FRAME_LABELS}
    found = middle.selectbox(
        t("graph.find"), sorted(names, key=names.__getitem__), index=None, key="find",
        format_func=lambda id: f"{names[id]}（{label_name(index.nodes[id].label, t.language)}）",
        placeholder=t("graph.find_hint"),
    )  # fmt: skip
    if found and st.session_state.get("found") != found:
        choose(desk, "node", found)
    st.session_state["found"] = found
    with right.container(horizontal=True, horizontal_alignment="right"):
        if st.button(t("graph.undo"), disabled=not desk.past, key="undo"):
            desk.undo()
            st.rerun(scope="fragment")
        st.button(t("graph.reset"), key="reset", on_click=start_again, args=(index, desk))


def draw(index: Index, desk: Desk, shown: Subgraph, t: Words) -> None:
    """The canvas, or why there is none."""
    if len(shown.nodes) > MOST:
        st.info(t("graph.too_many", count=len(shown.nodes), most=MOST))
        return
    if not shown.nodes:
        st.info(t("graph.none"))
        return
    data = desk.canvas(index, shown, t.language)
    names = ("canvas", "fit", "closer", "farther", "failed")
    graph_canvas(
        {**data, "store": KEY, "words": {name: t(f"canvas.{name}") for name in names}},
        key=KEY,
        height=HEIGHT,
        on_select=lambda: on_select(desk),
        on_expand=lambda: desk.expand(index, st.session_state[KEY].expand),
        on_missing=lambda: setattr(desk, "sent", ""),
    )
    left, right = st.columns([0.5, 0.5], vertical_alignment="center")
    counted = t("graph.shown", nodes=len(shown.nodes), edges=len(shown.edges))
    left.caption(f"{counted} · {t('graph.intro')}")
    with right.container(horizontal=True, horizontal_alignment="right"):
        id = desk.selected[1] if desk.selected and desk.selected[0] == "node" else ""
        st.button(
            t("graph.expand"), disabled=not id, on_click=desk.expand, args=(index, id), key="open"
        )
        st.button(t("graph.hide"), disabled=not id, on_click=desk.hide, args=(id,), key="hide")


def on_select(desk: Desk) -> None:
    """A click on the canvas."""
    chosen = st.session_state[KEY].selected
    desk.selected = (chosen["kind"], chosen["id"]) if chosen else None
    remember(desk)


def choose(desk: Desk, kind: str, id: str) -> None:
    """A click anywhere else; the canvas follows."""
    desk.choose("edge" if kind == "edge" else "node", id)
    remember(desk)


def remember(desk: Desk) -> None:
    """The choice stands in the address, so that a link leads back to it."""
    for kind in ("node", "edge"):
        if desk.selected and desk.selected[0] == kind:
            st.query_params[kind] = desk.selected[1]
        else:
            st.query_params.pop(kind, None)


def follow_the_address(index: Index, desk: Desk, t: Words) -> None:
    """?node=… or ?edge=… chooses; one that is gone is said."""
    for kind, known in (("node", index.nodes), ("edge", index.edges)):
        id = st.query_params.get(kind)
        if not id or desk.selected == (kind, id):
            continue
        if id in known:
            choose(desk, kind, id)
        else:
            st.warning(t("graph.gone", id=id))


def start_again(index: Index, desk: Desk) -> None:
    """The overview as at first; what was shown can be had back by undo."""
    desk.change(first_view(index), anew=True)
    st.session_state.pop("types", None)


with session.three_lines():
    page()
