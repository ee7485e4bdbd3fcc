"""A canvas with its panel: choose, expand, hide, pin, and read the sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from graph.elements import Subgraph
from ui.component import graph_canvas
from ui.explorer import session
from ui.explorer.captions import caption
from ui.explorer.desk import Desk
from ui.explorer.downloads import download_menu
from ui.explorer.graph_files import graph_choices
from ui.explorer.index import Index
from ui.explorer.panel import as_text, show_panel
from ui.explorer.view import MOST
from ui.explorer.ways import impact
from ui.explorer.wording import Words

_WORDS = ("canvas", "fit", "closer", "farther", "failed")
_FOOT = 120  # pixels of the lines below the canvas
_MOST_STEPS = 4


def canvas_and_panel(
    index: Index,
    desk: Desk,
    shown: Subgraph,
    t: Words,
    *,
    key: str,
    height: int,
    after: Callable[[], None],
) -> None:
    """Both side by side; `after` is called when something was chosen."""

    def choose(kind: str, id: str) -> None:
        desk.choose(index, kind, id)
        after()

    left, right = st.columns([0.7, 0.3], gap="medium")
    with left:
        _canvas(index, desk, shown, t, key, height, after)
    with right, st.container(height=height + _FOOT, border=False, key=f"panel_{key}"):
        show_panel(index, desk.chosen(index), t, choose, key=f"panel-{key}")


def _canvas(
    index: Index, desk: Desk, shown: Subgraph, t: Words, key: str, height: int,
    after: Callable[[], None],
) -> None:  # fmt: skip
    if problem := _undrawable(shown, t):
        st.info(problem)
        _undo(desk, t, key)
        if shown.nodes:
            download_menu(graph_choices(index, shown, desk.chosen(index)), t, key=key)
        return

    def on_select() -> None:
        chosen = st.session_state[key].selected
        received(chosen)
        desk.selected = (chosen["kind"], chosen["id"]) if chosen and chosen["id"] else None
        after()

    def on_expand() -> None:
        asked = st.session_state[key].expand
        received(asked)
        desk.expand(index, asked["id"])

    def on_move() -> None:
        moved = st.session_state[key].moved
        received(moved)
        desk.move(moved["places"])

    def received(told: Mapping[str, Any] | None) -> None:
        desk.delivery.received(str((told or {}).get("version", "")))

    graph_canvas(
        {
            **desk.canvas(index, shown, t.language),
            "store": key,
            "words": {name: t.of("canvas", name) for name in _WORDS},
        },
        key=key,
        height=height,
        on_select=on_select,
        on_expand=on_expand,
        on_move=on_move,
        on_missing=lambda: desk.delivery.received(""),
    )
    _foot(index, desk, shown, t, key)


def _undrawable(shown: Subgraph, t: Words) -> str:
    if len(shown.nodes) > MOST:
        return t("graph.too_many", count=len(shown.nodes), most=MOST)
    return "" if shown.nodes else t("graph.none")


def _foot(index: Index, desk: Desk, shown: Subgraph, t: Words, key: str) -> None:
    """How much is shown, and the buttons that do what mouse and keys do."""
    kind, id = desk.selected or ("", "")
    off = kind != "node" or id not in index.nodes

    def path() -> None:
        if desk.start in ("", id):
            desk.start = "" if desk.start else id
        elif not desk.show_path(index, id):
            st.toast(t("graph.no_path"))

    # a name for its key, and what it says: a key that changed with the words would lose the focus
    buttons: list[tuple[str, str, Callable[[], None]]] = [
        ("expand", "expand", lambda: desk.expand(index, id)),
        ("hide", "hide", lambda: desk.hide(id)),
        ("pin", "unpin" if id in desk.pinned else "pin", lambda: desk.pin(id)),
        ("impact", "impact", lambda: desk.show_only(impact(index, id))),
        ("path", _path_button(desk.start, id), path),
    ]
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"foot_{key}"):
        _undo(desk, t, key)
        for name, says, action in buttons:
            st.button(t.of("graph", says), disabled=off, on_click=action, key=f"{key}.{name}")
        _steps(index, desk, t, key, None if off else id)
    counted = t("graph.shown", nodes=len(shown.nodes), edges=len(shown.edges))
    hint = t("graph.intro")
    if desk.start in index.nodes:
        hint = t("graph.path_starts", name=as_text(caption(index.nodes[desk.start])))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{counted} · {hint}", width="content")
        download_menu(graph_choices(index, shown, desk.chosen(index)), t, key=key)


def _undo(desk: Desk, t: Words, key: str) -> None:
    st.button(t("graph.undo"), disabled=not desk.past, on_click=desk.undo, key=f"{key}.undo")


def _path_button(start: str, id: str) -> str:
    if not start:
        return "path_from"
    return "path_cancel" if start == id else "path_to"


def _steps(index: Index, desk: Desk, t: Words, key: str, id: str | None) -> None:
    """How many steps around the chosen node are shown; 0 shows what was there before."""
    slider = f"{key}.steps"
    session.follow(slider, desk.steps)

    def changed() -> None:
        steps = st.session_state[slider]
        if id or not steps:
            desk.show_around(index, id or "", steps)

    st.slider(
        t("graph.steps"), 0, _MOST_STEPS, disabled=id is None and desk.steps == 0,
        on_change=changed, key=slider, width=190,
    )  # fmt: skip
