"""A button that copies a text to the clipboard."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_HTML = '<button type="button" aria-live="polite"></button>'
_CSS = """
button {
  font: inherit; font-size: .875rem;
  color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
  padding: 0 .75rem; min-height: 2.5rem; cursor: pointer; white-space: nowrap;
}
button:hover { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 1px; }
"""
_component = st.components.v2.component(
    "plangraph_copy",
    html=_HTML,
    css=_CSS,
    js=(Path(__file__).with_suffix(".js")).read_text(encoding="utf-8"),
)


def copy_button(label: str, text: str, *, done: str, failed: str, key: str) -> None:
    """A button named `label`; it says `done` when the text was copied, else `failed`."""
    data = {"label": label, "text": text, "done": done, "failed": failed}
    _component(key=key, data=data, width="content", height="content")
