"""The list of Streamlit's own words: each is one that this Streamlit says."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit

from ui.component.phrases import FILE

CODE = Path(streamlit.__file__).parent / "static" / "static" / "js"
PUT_TOGETHER = {
    "Press Enter to ": "Press Enter to ${",
    "Press Ctrl+Enter to ": "+Enter to ${",
    "Press ⌘+Enter to ": "+Enter to ${",
}
"""Sentences with a hole in the code of Streamlit, by how they begin."""


def in_the_code(english: str) -> str:
    begun = next((begun for begun in PUT_TOGETHER if english.startswith(begun)), None)
    return PUT_TOGETHER[begun] if begun else english


def test_streamlit_says_every_one_of_them() -> None:
    phrases = re.findall(r'^  "(.+)": "(.+)",$', FILE.read_text(encoding="utf-8"), re.MULTILINE)
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(CODE.glob("*.js")))
    assert ("Fullscreen", "全屏") in phrases
    assert [english for english, _ in phrases if in_the_code(english) not in code] == []
    assert [chinese for _, chinese in phrases if not re.search("[\u4e00-\u9fff]", chinese)] == []
