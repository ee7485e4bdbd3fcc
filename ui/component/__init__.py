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
<div class="frame" tabindex="0" role="application">
  <div class="buttons">
    <button type="button" data-do="closer">+</button>
    <button type="button" data-do="farther">−</button>
    <button type="button" data-do="fit">
      <svg viewBox="0 0 16 16"><path d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"/></svg>
    </button>
  </div>
  <p class="hover" aria-hidden="true"></p>
  <p class="spoken" aria-live="polite"></p>
</div>
"""

_DRAWING = _HERE.parent / "static" / "graph.js"
_LOADER = (_HERE / "loader.js").read_text(encoding="utf-8")

_component = st.components.v2.component(
    "plangraph_graph",
    html=_HTML,
    css=(_HERE / "graph.css").read_text(encoding="utf-8"),
    js=_LOADER.replace("SHA", hashlib.sha256(_DRAWING.read_bytes()).hexdigest()[:12]),
)


def graph_canvas(
    data: Mapping[str, Any],
    *,
    key: str,
    height: int,
    on_select: Callable[[], None],
    on_expand: Callable[[], None],
    on_missing: Callable[[], None],
) -> None:
    """Mount the canvas. What the reader did stands in st.session_state[key] at the callbacks:

    `selected` {"kind": "node" | "edge", "id": …} or None, `expand` an id, `missing` a version.
    """
    _component(
        key=key,
        data={**data, "height": height},
        default={"selected": None},
        height=height,
        on_selected_change=on_select,
        on_expand_change=on_expand,
        on_missing_change=on_missing,
    )
