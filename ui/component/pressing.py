"""Presses another button of the page, once: a file that was just made is saved without a click."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_component = st.components.v2.component(
    "plangraph_press", js=(Path(__file__).with_suffix(".js")).read_text(encoding="utf-8")
)


def press(button: str, *, key: str) -> None:
    """Press the button of that key. A new `key` each time: the same one presses once."""
    _component(key=key, data={"button": button}, width="content", height="content")
