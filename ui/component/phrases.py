"""Streamlit's own words in Chinese: the page is looked over as it changes.

Streamlit has no option for the language of its buttons, hints and menus.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import streamlit as st

FILE = Path(__file__).resolve().parents[1] / "static" / "phrases.js"
_VERSION = hashlib.sha256(FILE.read_bytes()).hexdigest()[:12]
_PAGE = {"zh": "zh-CN", "en": "en"}
_component = st.components.v2.component(
    "plangraph_phrases",
    html="<span hidden></span>",
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8").replace("SHA", _VERSION),
)


def say_in(language: str) -> None:
    """Name the page's language, for readers aloud, and say in it what Streamlit says."""
    data = {"language": language, "page": _PAGE[language]}
    _component(key="phrases", data=data, width="content", height="content")
