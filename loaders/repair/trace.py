"""Where every character of a cleaned text came from in the raw one, and the way back."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that repair did: raw[raw_start:raw_end] became `cleaned`.

    `step` names the module that did it; `confidence` is between 0 and 1.
    """

    raw_start: int
    raw_end: int
    raw: str
    cleaned: str
    step: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Trace:
    """A map between cleaned and raw offsets; `spans` is None when the two texts are one.

    `spans[i]` is the raw span of cleaned character i. Starts never decrease.
    """

    spans: tuple[Span, ...] | None = None

    def raw_span(self, start: int, end: int) -> Span:
        """The raw passage behind cleaned[start:end]."""
        if self.spans is None or start >= end:
            return start, end
        return self.spans[start][0], max(span[1] for span in self.spans[start:end])

    def cleaned_span(self, start: int, end: int) -> Span:
        """The cleaned passage that raw[start:end] became; empty where all of it was dropped."""
        if self.spans is None:
            return start, end
        first = bisect_left(self.spans, start, key=lambda span: span[0])
        last = bisect_left(self.spans, end, key=lambda span: span[0])
        return first, max(first, last)
