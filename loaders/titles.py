"""How far a heading goes: to the end of its line, to the first 。, or to a run-in colon."""

from __future__ import annotations

import re

from loaders.document import Span

_MARK = re.compile(r"[。：:（）()《》“”「」［］\[\]]")
_OPEN = frozenset("（(《“「［[")
_CLOSE = frozenset("）)》”」］]")
_END_MARKS = "。；;，,：:、 \u3000"
_LONGEST_RUN_IN = 30
_OWNERS = re.compile(
    r"[（(［\[][^（）()［］\[\]]*(?:牵头|负责|责任|配合|参与|分工|落实|指导|部门|完成时限)[^（）()［］\[\]]*[）)］\]]\s*$"
)


def read_title(text: str, start: int, end: int) -> Span:
    """The title that begins at `start` in the line text[start:end]; its last mark left out."""
    stop = _first_stop(text, start, end)
    if stop == end and (owners := _OWNERS.search(text, start, end)):
        stop = owners.start()
    while stop > start and text[stop - 1] in _END_MARKS:
        stop -= 1
    return start, stop


def _first_stop(text: str, start: int, end: int) -> int:
    depth = 0
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if mark in _OPEN:
            depth += 1
        elif mark in _CLOSE:
            depth = max(0, depth - 1)
        elif mark == "。":
            if depth == 0 or not _closes_later(text, at, end):
                return at
        elif depth == 0 and _is_run_in(text, start, at, end):
            return at
    return end


def _closes_later(text: str, at: int, end: int) -> bool:
    return any(text.find(mark, at, end) >= 0 for mark in "）)》”」］]")


def _is_run_in(text: str, start: int, at: int, end: int) -> bool:
    """A short title before the colon, running text after it."""
    return at - start <= _LONGEST_RUN_IN and (
        "。" in text[at:end] or "；" in text[at:end] or end - at > _LONGEST_RUN_IN
    )
