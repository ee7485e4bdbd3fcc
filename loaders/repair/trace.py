"""Where every character of a cleaned text came from in the raw one, and the way back."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

Span = tuple[int, int]


class Change(NamedTuple):
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
class Runs:
    """The map as runs, so that a long text costs only what was changed in it.

    Run `i` begins at cleaned offset `starts[i]` and came from raw[raw_starts[i]:raw_ends[i]]. A
    run of several characters was not changed in length: its characters map one to one. A run of
    one character may come from any number of raw ones. `length` is that of the cleaned text.
    """

    starts: array[int] = field(hash=False)
    raw_starts: array[int] = field(hash=False)
    raw_ends: array[int] = field(hash=False)
    length: int

    @classmethod
    def of(cls, pieces: Iterable[tuple[int, int, int]]) -> Runs:
        """From (number of cleaned characters, raw start, raw end), joined where they touch."""
        starts, raw_starts, raw_ends = array("q"), array("q"), array("q")
        at = 0
        plain = False  # the last run maps one to one
        for size, raw_start, raw_end in pieces:
            one_to_one = raw_end - raw_start == size
            if plain and one_to_one and raw_ends[-1] == raw_start:
                raw_ends[-1] = raw_end
            elif size:
                starts.append(at)
                raw_starts.append(raw_start)
                raw_ends.append(raw_end)
                plain = one_to_one
            at += size
        return cls(starts, raw_starts, raw_ends, at)

    def stops(self) -> Iterator[tuple[int, int | None]]:
        """For each run where it stops, and how far its characters lie behind in the raw text.

        None where they do not map one to one.
        """
        begin = 0
        stops = chain(self.starts[1:], (self.length,))
        for stop, start, end in zip(stops, self.raw_starts, self.raw_ends, strict=True):
            yield stop, start - begin if end - start == stop - begin else None
            begin = stop

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The part of the map behind cleaned[start:end]."""
        last = len(self.starts) - 1
        run = bisect_right(self.starts, start) - 1
        while start < end:
            stop = self.starts[run + 1] if run < last else self.length
            raw_start, raw_end = self.raw_starts[run], self.raw_ends[run]
            size = min(end, stop) - start
            if raw_end - raw_start == stop - self.starts[run]:
                raw_start += start - self.starts[run]
                raw_end = raw_start + size
            yield size, raw_start, raw_end
            start += size
            run += 1


@dataclass(frozen=True, slots=True)
class Trace:
    """A map between cleaned and raw offsets; `runs` is None when they are the same.

    Neither the starts nor the ends of the raw spans ever decrease; spans overlap where several
    characters were restored from shared bytes.
    """

    runs: Runs | None = None

    @property
    def spans(self) -> tuple[Span, ...] | None:
        """The raw span of each cleaned character; None when every offset is its own."""
        if self.runs is None:
            return None
        spans: list[Span] = []
        for size, start, end in self.runs.pieces(0, self.runs.length):
            if size == 1:
                spans.append((start, end))
            else:
                spans.extend((raw, raw + 1) for raw in range(start, end))
        return tuple(spans)

    def raw_span(self, start: int, end: int) -> Span:
        """The raw passage behind cleaned[start:end]; of an empty one the place."""
        runs = self.runs
        if runs is None:
            return start, end
        if start >= end:
            place = self._place(start)
            return place, place
        first, _ = self._character(start)
        _, last = self._character(end - 1)
        return first, max(first, last)

    def cleaned_span(self, start: int, end: int) -> Span:
        """The cleaned characters that hold something of raw[start:end]; empty if it was dropped."""
        runs = self.runs
        if runs is None:
            return start, end
        first = self._first_that_ends_after(start)
        return first, max(first, self._first_that_starts_from(end))

    def _character(self, at: int) -> Span:
        """The raw span of one cleaned character."""
        assert self.runs is not None
        _, start, end = next(self.runs.pieces(at, at + 1))
        return start, end

    def _place(self, at: int) -> int:
        """The raw offset at which cleaned[at] begins."""
        assert self.runs is not None
        if at < self.runs.length:
            return self._character(at)[0]
        return self.runs.raw_ends[-1] if self.runs.length else 0

    def _first_that_ends_after(self, raw: int) -> int:
        runs = self.runs
        assert runs is not None
        run = bisect_right(runs.raw_ends, raw)
        if run == len(runs.starts):
            return runs.length
        inside = max(0, raw - runs.raw_starts[run]) if self._is_plain(run) else 0
        return runs.starts[run] + inside

    def _first_that_starts_from(self, raw: int) -> int:
        runs = self.runs
        assert runs is not None
        run = bisect_left(runs.raw_starts, raw) - 1
        if run < 0:
            return 0
        stop = runs.starts[run + 1] if run + 1 < len(runs.starts) else runs.length
        if self._is_plain(run):
            return min(stop, runs.starts[run] + raw - runs.raw_starts[run])
        return stop

    def _is_plain(self, run: int) -> bool:
        runs = self.runs
        assert runs is not None
        stop = runs.starts[run + 1] if run + 1 < len(runs.starts) else runs.length
        return runs.raw_ends[run] - runs.raw_starts[run] == stop - runs.starts[run]


UNCHANGED = Trace()
"""The map of a text that nothing was done to."""
