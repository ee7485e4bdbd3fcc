"""The graph on the page: a Streamlit component that draws pyvis data with vis-network.

pyvis's own page is not used: it loads from a CDN, gives no click back and runs script that
stands in a name. Its network data and its copy of vis-network are (ui/static).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).resolve().parent
_HTML = """
<link rel="stylesheet" href="./app/static/graph.css?SHA">
<div class="frame" tabindex="0" role="application">
  <div class="buttons">
    <button type="button" data-do="closer">+</button>
    <button type="button" data-do="farther">−</button>
    <button type="button" data-do="fit">
      <svg viewBox="0 0 16 16"><path d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"/></svg>
    </button>
  </div>
  <p class="failed" aria-hidden="true"></p>
  <p class="hover" aria-hidden="true"></p>
  <p class="spoken" aria-live="polite"></p>
</div>
"""

_STATIC = _HERE.parent / "static"
_LOADER = (_HERE / "loader.js").read_text(encoding="utf-8")
_OURS = ("cards.js", "reader.js", "graph.js", "graph.css")
_VERSION = hashlib.sha256(b"".join((_STATIC / name).read_bytes() for name in _OURS)).hexdigest()[
    :12
]
"""In their addresses, so that no browser keeps those of an older version."""

_component = st.components.v2.component(
    "plangraph_graph", html=_HTML.replace("SHA", _VERSION), js=_LOADER.replace("SHA", _VERSION)
)


def graph_canvas(
    data: Mapping[str, Any],
    *,
    key: str,
    height: int,
    on_select: Callable[[], None],
    on_expand: Callable[[], None],
    on_move: Callable[[], None],
    on_missing: Callable[[], None],
) -> None:
    """Mount the canvas, `height` pixels high or as many as the window has room for.

    What the reader did stands in st.session_state[key] at the callbacks:

    `selected` {"kind": "node" | "edge", "id": …}, its id "" when nothing is; `expand` {"id": …};
    `moved` {"places": {id: [x, y]}}. Each names the `version` of the picture that the browser
    holds; `missing` says that it lacks the one that a change was made upon.
    """
    _component(
        key=key,
        data={**data, "height": height},
        default={"selected": None},
        height="content",
        on_selected_change=on_select,
        on_expand_change=on_expand,
        on_moved_change=on_move,
        on_missing_change=on_missing,
    )
