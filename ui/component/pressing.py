"""Acts upon another button of the page, once, as its reader would."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import streamlit as st

_component = st.components.v2.component(
    "plangraph_press", js=(Path(__file__).with_suffix(".js")).read_text(encoding="utf-8")
)


def press(button: str, *, key: str) -> None:
    """Press the button of that key: a file that was just made is saved without a click.

    A new `key` each time: the same one presses once.
    """
    _act(button, "click", key)


def focus(button: str, *, key: str) -> None:
    """Give the focus to the button of that key, as when what it had opened is closed.

    A new `key` each time: the same one gives it once.
    """
    _act(button, "focus", key)


def _act(button: str, does: Literal["click", "focus"], key: str) -> None:
    data = {"button": button, "does": does, "once": key}
    _component(key=key, data=data, width="content", height="content")
