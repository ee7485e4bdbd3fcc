"""What stands above the canvas: types, documents, search, conditions, layout."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from graph.schema import NODE_TYPES
from ui.component.pressing import focus
from ui.explorer import session
from ui.explorer.captions import label_name
from ui.explorer.desk import Desk
from ui.explorer.index import Index
from ui.explorer.layouts import LAYOUTS
from ui.explorer.legend import legend_style
from ui.explorer.lookup import names_to_find
from ui.explorer.namesakes import told_apart
from ui.explorer.narrow import choices, narrowed
from ui.explorer.view import counts, first_view, loaded
from ui.explorer.wording import Words

_LEGEND, _TYPES, _DOCUMENTS, _CONDITIONS, _CLOSED, _LAYOUT = (
    "legend", "types", "graph_documents", "conditions", "conditions_closed", "layout",
)  # fmt: skip
"""Keys that never change: the desk says what their widgets show."""


def filters(index: Index, desk: Desk, t: Words, *, after: Callable[[], None]) -> None:
    """All of them; `after` is called when something was found and chosen."""
    choose_types(index, desk, t)
    left, middle, right = st.columns([0.3, 0.32, 0.38], vertical_alignment="bottom")
    with left:
        choose_documents(index, desk, t)
    with middle:
        find(index, desk, t, after)
    with right.container(
        horizontal=True, horizontal_alignment="right", vertical_alignment="center"
    ):
        conditions = st.popover(t("graph.narrow"), on_change="rerun", key=_CONDITIONS)
        if conditions.open:
            with conditions:
                narrow(index, desk, t)
        if closed := st.session_state.pop(_CLOSED, ""):
            focus(_CONDITIONS, key=f"focus-{closed}")
        choose_layout(desk, t)
        st.button(t("graph.reset"), on_click=start_again, args=(index, desk), key="reset")


def choose_types(index: Index, desk: Desk, t: Words) -> None:
    """The legend is the filter."""
    found = counts(index, desk.view.documents)
    labels = [label for label in NODE_TYPES if label in found or label in desk.view.labels]
    session.follow(_TYPES, [label for label in labels if label in desk.view.labels])

    def chosen() -> None:
        labels = frozenset(st.session_state[_TYPES])
        desk.change(replace(desk.view, labels=labels, only=None), anew=True)

    st.html(f"<style>{legend_style(labels, _LEGEND)}</style>")
    with st.container(key=_LEGEND):
        st.pills(
            t("graph.types"),
            labels,
            selection_mode="multi",
            format_func=lambda label: f"{label_name(label, t.language)} {found.get(label, 0)}",
            label_visibility="collapsed",
            on_change=chosen,
            key=_TYPES,
        )


def choose_documents(index: Index, desk: Desk, t: Words) -> None:
    """None chosen means all."""
    documents = [document.id for document in loaded(index)]
    session.follow(_DOCUMENTS, [id for id in documents if id in desk.view.documents])

    def chosen() -> None:
        documents = frozenset(st.session_state[_DOCUMENTS])
        desk.change(replace(desk.view, documents=documents, only=None), anew=True)

    st.multiselect(
        t("graph.documents"),
        documents,
        format_func=told_apart(index, documents).__getitem__,
        placeholder=t("graph.all_documents"),
        label_visibility="collapsed",
        on_change=chosen,
        key=_DOCUMENTS,
    )


def narrow(index: Index, desk: Desk, t: Words) -> None:
    """By pillar, body, sector, year and bindingness; the overview brings everything back."""

    def shown(values: list[str]) -> Callable[[str], str]:
        names = told_apart(index, (value for value in values if value in index.nodes))
        return lambda value: names.get(value) or t.of("value", value)

    chosen = {
        name: st.selectbox(
            t.of("narrow", name), values, index=None, format_func=shown(values),
            placeholder=t("question.any"), key=f"{_CONDITIONS}-{name}",
        )
        for name, values in choices(index).items()
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
        if not found:
            st.toast(t("graph.none"))
            return
        desk.show_only(found)
        st.session_state[_CONDITIONS] = False  # it lies over what was found
        st.session_state[_CLOSED] = secrets.token_hex(4)

    st.button(t("narrow.apply"), on_click=apply, disabled=not any(chosen.values()), key="narrow")


def choose_layout(desk: Desk, t: Words) -> None:
    """Lanes, rings or forces."""
    session.follow(_LAYOUT, desk.arrangement)
    st.segmented_control(
        t("graph.layout"), list(LAYOUTS), required=True,
        format_func=lambda name: t.of("layout", name), label_visibility="collapsed",
        on_change=lambda: desk.arrange(st.session_state[_LAYOUT]), key=_LAYOUT,
    )  # fmt: skip


def find(index: Index, desk: Desk, t: Words, after: Callable[[], None]) -> None:
    """A box that filters all names while one types; the choice joins the canvas."""
    names = lines(index, t.language)

    def found() -> None:
        if id := st.session_state["find"]:
            desk.choose(index, "node", id)
            after()
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
    """What the box filters, made once for all readers."""
    return names_to_find(index, language)


def start_again(index: Index, desk: Desk) -> None:
    """The overview as at first; what was shown can be had back by undo."""
    desk.change(first_view(index), anew=True)
