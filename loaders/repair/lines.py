"""The lines of a text, and the dropping of some of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from loaders.repair.draft import SURE, Edit


class Line(NamedTuple):
    """text[start:end] without its line break; `words` is the same without outer blanks."""

    start: int
    end: int
    words: str


_MOST = 200_000
"""A text of more lines is no document, and its lines are not looked at."""


def lines(text: str) -> Iterator[Line]:
    """All lines, empty ones too."""
    at = 0
    for line in text.split("\n") if text.count("\n") <= _MOST else ():
        yield Line(at, at + len(line), line.strip())
        at += len(line) + 1


def written_lines(text: str) -> list[Line]:
    """The lines on which something stands."""
    return [line for line in lines(text) if line.words]


def dropped(text: str, unwanted: Iterable[Line], confidence: float = SURE) -> Iterator[Edit]:
    """Take lines out together with their line breaks."""
    for line in unwanted:
        yield Edit(line.start, min(line.end + 1, len(text)), "", confidence=confidence)
