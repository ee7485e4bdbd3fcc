"""Spans of a text: joined, touched, and what lies around a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from loaders.document import Span

Owner = TypeVar("Owner")


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same stretches without overlaps, in the order of the text."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def touches(span: Span, places: Sequence[Span]) -> bool:
    """True when a span shares a character with one of `places`, which are `merged`."""
    index = bisect_left(places, (span[1], span[1])) - 1
    return index >= 0 and places[index][1] > span[0]


@dataclass(frozen=True, slots=True)
class Region(Generic[Owner]):
    """A stretch of text that belongs to something."""

    start: int
    end: int
    owner: Owner


class Regions(Generic[Owner]):
    """Regions that nest or stand apart, asked for those around a place in logarithmic time."""

    def __init__(self, regions: Iterable[Region[Owner]]) -> None:
        self._regions = sorted(regions, key=lambda region: (region.start, -region.end))
        self._starts = [region.start for region in self._regions]
        self._above: list[int] = []
        opened: list[int] = []
        for index, region in enumerate(self._regions):
            while opened and self._regions[opened[-1]].end <= region.start:
                opened.pop()
            self._above.append(opened[-1] if opened else -1)
            opened.append(index)

    def around(self, start: int, end: int | None = None) -> list[Region[Owner]]:
        """The regions that hold a place or a whole span, the innermost first."""
        last = start + 1 if end is None else end
        index = bisect_right(self._starts, start) - 1
        found = []
        while index >= 0:
            region = self._regions[index]
            if region.start <= start and last <= region.end:
                found.append(region)
            index = self._above[index]
        return found
