"""Streamlit's own words in Chinese: the page is looked over as it changes.

Streamlit has no option for the language of its buttons, hints and menus.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import streamlit as st
import yaml

from ui.explorer.wording import FOLDER

FILE = FOLDER / "streamlit.zh.yaml"
_PAGE_LANGUAGES = {"zh": "zh-CN", "en": "en"}
_component = st.components.v2.component(
    "plangraph_phrases",
    html="<span hidden></span>",
    js=(Path(__file__).with_suffix(".js")).read_text(encoding="utf-8"),
)


def say_in(language: str) -> None:
    """Name the page's language, for readers aloud, and say in it what Streamlit says."""
    phrases = chinese_phrases() if language == "zh" else {}
    data = {"language": _PAGE_LANGUAGES[language], "phrases": phrases}
    _component(key="phrases", data=data, width="content", height="content")


@cache
def chinese_phrases() -> Mapping[str, str]:
    """English and Chinese, as the file has them."""
    data: Mapping[str, str] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return data
