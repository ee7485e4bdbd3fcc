"""A text under repair: every edit keeps the way back to the raw text and a log of what it did."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from loaders.issues import Code
from loaders.repair.trace import UNCHANGED, Change, Runs, Span, Trace

SURE = 1.0
_NEARLY = 3
"""Characters that differ belong together in the log if no more than two between them do not."""


class Edit(NamedTuple):
    """text[start:end] becomes `put`.

    `spans` says for every character of `put` which part of the text it was made of; without it
    each one is made of the whole. They lie within start–end and never decrease.
    """

    start: int
    end: int
    put: str
    spans: tuple[Span, ...] | None = None
    confidence: float = SURE


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place of the raw text that a person should look at, and why."""

    code: Code
    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A text between two steps. Steps never change a draft, they return another one."""

    raw: str
    text: str
    trace: Trace = UNCHANGED
    changes: tuple[tuple[Change, ...], ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @classmethod
    def of(cls, raw: str) -> Draft:
        """An untouched text."""
        return cls(raw, raw)

    def doubt(self, doubts: Iterable[Doubt]) -> Draft:
        """The draft with doubts noted; their spans are raw ones."""
        return replace(self, doubts=(*self.doubts, *doubts))

    def edit(self, step: str, edits: Iterable[Edit]) -> Draft:
        """Make edits that are in order and do not overlap; without any, the draft itself."""
        text, raw, trace = self.text, self.raw, self.trace
        parts: list[str] = []
        pieces: list[tuple[int, int, int]] = []
        changes: list[Change] = []
        at = 0
        for start, end, put, spans, confidence in edits:
            if put == text[start:end]:
                continue
            first, last = trace.raw_span(start, end) if trace.runs else (start, end)
            changes.append(Change(first, last, raw[first:last], put, step, confidence))
            parts += text[at:start], put
            pieces.append((start - at, at, start))
            if put:
                pieces += ((1, *span) for span in spans or ((start, end),) * len(put))
            at = end
        if not changes:
            return self
        parts.append(text[at:])
        pieces.append((len(text) - at, at, len(text)))
        return replace(
            self,
            text="".join(parts),
            trace=self._through(Runs.of(pieces)),
            changes=(*self.changes, tuple(changes)),
        )

    def sub(
        self, step: str, pattern: re.Pattern[str], put: str | Callable[[re.Match[str]], str]
    ) -> Draft:
        """Replace every match of `pattern`; `put` is plain text, not a template."""
        return self.edit(
            step,
            (
                Edit(*match.span(), put if isinstance(put, str) else put(match))
                for match in pattern.finditer(self.text)
            ),
        )

    def respell(self, step: str, text: str) -> Draft:
        """Put another text of the same length: each character comes from the one it replaces."""
        assert len(text) == len(self.text)
        if text == self.text:
            return self
        changes = tuple(self._respelt(step, text))
        return replace(self, text=text, changes=(*self.changes, changes))

    def log(self) -> tuple[Change, ...]:
        """All changes in the order of the raw text; of one place, in the order of the steps."""
        changes = list(chain.from_iterable(self.changes))
        changes.sort(key=itemgetter(0))
        return tuple(changes)

    def _respelt(self, step: str, text: str) -> Iterator[Change]:
        """One change for every stretch that differs and lies together in the raw text."""
        raw, runs = self.raw, self.trace.runs
        stops = runs.stops() if runs else iter(())
        stop = 0 if runs else len(text)
        shift: int | None = 0
        for first, last in _stretches(self.text, text):
            while first >= stop:
                stop, shift = next(stops)
            if shift is not None and last <= stop:
                start, end = first + shift, last + shift
                yield Change(start, end, raw[start:end], text[first:last], step, SURE)
                continue
            at = first
            for size, start, end in self._together(first, last):
                put = text[at : at + size]
                if put != self.text[at : at + size]:
                    yield Change(start, end, raw[start:end], put, step, SURE)
                at += size

    def _together(self, first: int, last: int) -> Iterator[tuple[int, int, int]]:
        """text[first:last] cut where its length was changed: length, raw start, raw end."""
        assert self.trace.runs is not None
        pieces = self.trace.runs.pieces(first, last)
        size, start, end = next(pieces)
        for more, raw_start, raw_end in pieces:
            if raw_start == end and raw_end - start == size + more:
                size, end = size + more, raw_end
            else:
                yield size, start, end
                size, start, end = more, raw_start, raw_end
        yield size, start, end

    def _through(self, over: Runs) -> Trace:
        """The map of an edit, carried on to the raw text."""
        if self.trace.runs is None:
            return Trace(over)
        return Trace(Runs.of(_composed(over, self.trace)))


def _stretches(old: str, new: str) -> Iterator[Span]:
    """Where two texts of one length differ."""
    first = last = -_NEARLY - 1
    for at, (a, b) in enumerate(zip(old, new, strict=True)):
        if a != b:
            if at - last > _NEARLY:
                if last >= 0:
                    yield first, last + 1
                first = at
            last = at
    if last >= 0:
        yield first, last + 1


def _composed(over: Runs, trace: Trace) -> Iterator[tuple[int, int, int]]:
    assert trace.runs is not None
    for size, start, end in over.pieces(0, over.length):
        if end - start == size:
            yield from trace.runs.pieces(start, end)
        else:
            yield 1, *trace.raw_span(start, end)
