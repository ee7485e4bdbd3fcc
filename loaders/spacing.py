"""White space as Chinese text means it: none between characters, one between Latin words."""

from __future__ import annotations

import re
from collections.abc import Iterable

WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014\u2018-\u201d\u2026"
_SPACES = re.compile(r"[ \t\r\f\v\n\u00a0\u2002-\u200a\u202f\u3000]+")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]")
_BROKEN_LINE = re.compile(rf"(?<=[{WIDE}])[ \t]*[\r\n]\s*(?=[{WIDE}])")
_SPREAD_WORD = re.compile(rf"[{WIDE}](?: ?[ \u3000] ?[{WIDE}])+")
_ORG_END = re.compile(r"(?:[局委办部厅院府会司校区县市团]|中心|公司|银行|单位)$")
_ORG_START = re.compile(r"[各市省区县州国]|中国|有关")


def tidy(text: str) -> str:
    """A line without line breaks, doubled or outer spaces; a title in 疏 排 is drawn together."""
    words = _INVISIBLE.sub("", _BROKEN_LINE.sub("", text))
    words = _SPACES.sub(" ", words).strip()
    if " " in words and _SPREAD_WORD.fullmatch(words):
        return words.replace(" ", "")
    return words


def join_lines(lines: Iterable[str]) -> str:
    """The lines of a cell as one: broken words are joined, two bodies stay apart."""
    parts: list[str] = []
    for line in lines:
        if line:
            if parts and _needs_space(parts[-1], line):
                parts.append(" ")
            parts.append(line)
    return "".join(parts)


def _needs_space(before: str, after: str) -> bool:
    if _ORG_END.search(before) and _ORG_START.match(after):
        return True
    return before[-1].isascii() and after[0].isascii() and before[-1].isalnum()
