"""A list of nodes to go to, each with its relation: one message, however long it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

_STYLE = """
ul { list-style: none; margin: 0; padding: 0; font-family: inherit; }
li { display: flex; border-bottom: 1px solid var(--st-border-color); }
button {
  font: inherit; font-size: .88rem; line-height: 1.5; padding: .3rem .2rem; min-height: 2rem;
  border: 0; background: none; color: var(--st-text-color); cursor: pointer; text-align: left;
}
button:first-child {
  flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
}
button:not(:first-child) { width: 2rem; text-align: center; color: var(--st-primary-color); }
button:hover { color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: -2px; }
"""
_component = st.components.v2.component(
    "plangraph_links",
    html="<ul></ul>",
    css=_STYLE,
    js=(Path(__file__).resolve().parent / "links.js").read_text(encoding="utf-8"),
)


def links(
    items: Sequence[tuple[str, str, str]],
    sentence: str,
    *,
    key: str,
    on_choose: Callable[[str, str], None],
) -> None:
    """Show texts with a node and, unless it is "", an edge; call back with a kind and an id."""

    def chosen() -> None:
        asked = st.session_state[key].chosen
        if asked:
            on_choose(str(asked["kind"]), str(asked["id"]))

    rows = [{"text": text, "node": node, "edge": edge} for text, node, edge in items]
    _component(key=key, data={"items": rows, "sentence": sentence}, on_chosen_change=chosen)
