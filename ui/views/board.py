"""图谱: the graph, what is chosen in it, and the same as a table."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from graph.schema import NODE_TYPES
from ui.explorer import session, tables
from ui.explorer.canvas import canvas_and_panel
from ui.explorer.captions import caption, label_name
from ui.explorer.desk import Desk
from ui.explorer.index import Index
from ui.explorer.layouts import LAYOUTS
from ui.explorer.legend import legend_style
from ui.explorer.lookup import names_to_find
from ui.explorer.narrow import choices, narrowed
from ui.explorer.view import counts, first_view, loaded, visible
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
    """All that changes when the reader asks for something else to be shown."""
    filters(index, desk, t)
    desk.told = desk.view
    stage(index, desk, t)
    tables.show(index, visible(index, desk.view), desk, t)


@st.fragment
@session.three_lines()
def stage(index: Index, desk: Desk, t: Words) -> None:
    """All that changes at a click; when it changed what is shown, the rest follows."""
    shown = visible(index, desk.view)
    canvas_and_panel(
        index, desk, shown, t, key=KEY, height=HEIGHT, after=lambda: remember(desk)
    )  # fmt: skip
    if desk.view != desk.told:
        st.rerun()


def filters(index: Index, desk: Desk, t: Words) -> None:
    """Types, documents, find, and the way back."""
    documents = [document.id for document in loaded(index)]
    choose_types(index, desk, t)
    left, middle, right = st.columns([0.3, 0.26, 0.44], vertical_alignment="bottom")
    with left:
        choose_documents(index, desk, t, documents)
    with middle:
        find(index, desk, t)
    with right.container(horizontal=True, horizontal_alignment="right"):
        with st.popover(t("graph.narrow")):
            narrow(index, desk, t)
        choose_layout(desk, t)
        st.button(t("graph.undo"), disabled=not desk.past, on_click=undo, args=(desk,), key="undo")
        st.button(t("graph.reset"), on_click=start_again, args=(index, desk), key="reset")


def choose_types(index: Index, desk: Desk, t: Words) -> None:
    """The legend is the filter."""
    found = counts(index, desk.view.documents)
    labels = [label for label in NODE_TYPES if label in found or label in desk.view.labels]
    st.html(f"<style>{legend_style(labels, 'legend')}</style>")
    with st.container(key="legend"):
        chosen = st.pills(
            t("graph.types"),
            labels,
            selection_mode="multi",
            default=[label for label in labels if label in desk.view.labels],
            format_func=lambda label: f"{label_name(label, t.language)} {found.get(label, 0)}",
            label_visibility="collapsed",
            key=f"types-{desk.filters}",
        )
    if frozenset(chosen) != desk.view.labels:
        desk.change(replace(desk.view, labels=frozenset(chosen), only=None), anew=True)


def choose_documents(index: Index, desk: Desk, t: Words, documents: list[str]) -> None:
    """None chosen means all."""
    chosen = st.multiselect(
        t("graph.documents"),
        documents,
        default=[id for id in documents if id in desk.view.documents],
        format_func=lambda id: caption(index.nodes[id]),
        placeholder=t("graph.all_documents"),
        label_visibility="collapsed",
        key=f"documents-{desk.filters}",
    )
    if frozenset(chosen) != desk.view.documents:
        desk.change(replace(desk.view, documents=frozenset(chosen), only=None), anew=True)


def narrow(index: Index, desk: Desk, t: Words) -> None:
    """By pillar, body, sector, year and bindingness; the overview brings everything back."""
    known = choices(index)

    def shown(value: str) -> str:
        return caption(index.nodes[value]) if value in index.nodes else t.of("value", value)

    chosen = {
        name: st.selectbox(
            t.of("narrow", name), values, index=None, format_func=shown,
            placeholder=t("question.any"), key=f"narrow-{name}-{desk.filters}",
        )
        for name, values in known.items()
    }  # fmt: skip

    def apply() -> None:
        found = narrowed(
            index,
            pillar=chosen["pillar"],
            organization=chosen["organization"],
            sector=chosen["sector"],
            year=int(chosen["year"]) if chosen["year"] else None,
            bindingness=chosen["bindingness"],
        )
        if found:
            desk.show_only(found)

    st.button(t("narrow.apply"), on_click=apply, disabled=not any(chosen.values()), key="narrow")


def choose_layout(desk: Desk, t: Words) -> None:
    """Lanes, rings or forces."""
    chosen = st.segmented_control(
        t("graph.layout"), list(LAYOUTS), default=desk.arrangement, required=True,
        format_func=lambda name: t.of("layout", name), label_visibility="collapsed",
        key=f"layout-{desk.filters}",
    )  # fmt: skip
    desk.arrange(chosen)


def find(index: Index, desk: Desk, t: Words) -> None:
    """A box that filters all names while one types; the choice joins the canvas."""
    names = lines(index, t.language)

    def found() -> None:
        if id := st.session_state["find"]:
            desk.choose("node", id)
            remember(desk)
            st.session_state["find"] = None

    st.selectbox(
        t("graph.find"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=t("graph.find_hint"),
        on_change=found,
        label_visibility="collapsed",
        key="find",
    )


@st.cache_resource(show_spinner=False, max_entries=4, hash_funcs={Index: id})
def lines(index: Index, language: str) -> dict[str, str]:
    """What a box filters, made once for all readers."""
    return names_to_find(index, language)


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
        follow(desk, "node", st.query_params["node"], st.query_params["node"] in index.nodes, t)
    elif "edge" in st.query_params:
        follow(desk, "edge", st.query_params["edge"], st.query_params["edge"] in index.edges, t)
    elif desk.selected:
        remember(desk)  # back from another page


def follow(desk: Desk, kind: str, id: str, known: bool, t: Words) -> None:
    """Choose it unless it is chosen already."""
    if not known:
        st.warning(t("graph.gone", id=id))
    elif desk.selected != (kind, id):
        desk.choose("edge" if kind == "edge" else "node", id)


def start_again(index: Index, desk: Desk) -> None:
    """The overview as at first; what was shown can be had back by undo."""
    desk.change(first_view(index), anew=True)
    desk.filters += 1


def undo(desk: Desk) -> None:
    """One step back, filters included."""
    desk.undo()
    desk.filters += 1


with session.three_lines():
    page()
