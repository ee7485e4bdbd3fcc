"""A canvas with its panel: choose, expand, hide, and read the sentence."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from graph.elements import Subgraph
from ui.component import graph_canvas
from ui.explorer.captions import caption
from ui.explorer.desk import Desk
from ui.explorer.index import Index
from ui.explorer.panel import show_panel
from ui.explorer.view import MOST
from ui.explorer.ways import impact
from ui.explorer.wording import Words

_WORDS = ("canvas", "fit", "closer", "farther", "failed")
_FOOT = 110  # pixels of the line below the canvas


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
        desk.choose("edge" if kind == "edge" else "node", id)
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
    if len(shown.nodes) > MOST:
        st.info(t("graph.too_many", count=len(shown.nodes), most=MOST))
        return
    if not shown.nodes:
        st.info(t("graph.none"))
        return

    def on_select() -> None:
        chosen = st.session_state[key].selected
        desk.selected = (chosen["kind"], chosen["id"]) if chosen else None
        after()

    graph_canvas(
        {
            **desk.canvas(index, shown, t.language),
            "store": key,
            "words": {name: t.of("canvas", name) for name in _WORDS},
        },
        key=key,
        height=height,
        on_select=on_select,
        on_expand=lambda: desk.expand(index, st.session_state[key].expand),
        on_missing=desk.send_again,
    )
    _foot(index, desk, shown, t, key)


def _foot(index: Index, desk: Desk, shown: Subgraph, t: Words, key: str) -> None:
    """How much is shown, and the buttons that do what mouse and keys do."""
    counted = t("graph.shown", nodes=len(shown.nodes), edges=len(shown.edges))
    st.caption(f"{counted} · {t('graph.intro')}")
    kind, id = desk.selected or ("", "")
    off = kind != "node"

    def path() -> None:
        if not desk.start:
            desk.start = id
        elif not desk.show_path(index, id):
            st.toast(t("graph.no_path"))

    buttons: list[tuple[str, bool, Callable[[], None]]] = [
        ("expand", off, lambda: desk.expand(index, id)),
        ("hide", off, lambda: desk.hide(id)),
        ("impact", off, lambda: desk.show_only(impact(index, id))),
        ("path_to" if desk.start else "path_from", off or id == desk.start, path),
    ]
    with st.container(horizontal=True):
        for name, disabled, action in buttons:
            st.button(t.of("graph", name), disabled=disabled, on_click=action, key=f"{key}.{name}")
    if desk.start and desk.start in index.nodes:
        st.caption(t("graph.path_starts", name=caption(index.nodes[desk.start])))
