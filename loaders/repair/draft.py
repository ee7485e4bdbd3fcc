"""A text under repair: every edit keeps the way back to the raw text and a log of what it did."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from loaders.issues import Code
from loaders.repair.trace import UNCHANGED, Change, Runs, Span, Trace

SURE = 1.0


@dataclass(frozen=True, slots=True)
class Edit:
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
        made = [edit for edit in edits if edit.put != self.text[edit.start : edit.end]]
        if not made:
            return self
        text = "".join(chain.from_iterable(self._parts(made)))
        over = Runs.of(_pieces(made, len(self.text)))
        changes = tuple(self._change(step, edit) for edit in made)
        trace = self._through(over)
        return replace(self, text=text, trace=trace, changes=(*self.changes, changes))

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
        changes.sort(key=lambda change: change.raw_start)
        return tuple(changes)

    def _parts(self, edits: Sequence[Edit]) -> Iterator[tuple[str, str]]:
        at = 0
        for edit in edits:
            yield self.text[at : edit.start], edit.put
            at = edit.end
        yield self.text[at:], ""

    def _change(self, step: str, edit: Edit) -> Change:
        start, end = self.trace.raw_span(edit.start, edit.end)
        return Change(start, end, self.raw[start:end], edit.put, step, edit.confidence)

    def _respelt(self, step: str, text: str) -> Iterator[Change]:
        """One change for every stretch of characters that differ and lie together in the raw."""
        differs = [at for at, (a, b) in enumerate(zip(self.text, text, strict=True)) if a != b]
        places = self._raw_places(differs)
        first = 0
        for i in range(1, len(differs) + 1):
            if i < len(differs) and _adjoin(differs, i) and places[i][0] == places[i - 1][1]:
                continue
            start, end = places[first][0], places[i - 1][1]
            put = text[differs[first] : differs[i - 1] + 1]
            yield Change(start, end, self.raw[start:end], put, step, SURE)
            first = i

    def _raw_places(self, offsets: Sequence[int]) -> list[Span]:
        """The raw spans of single characters given in order."""
        if self.trace.runs is None:
            return [(at, at + 1) for at in offsets]
        spans: list[Span] = []
        wanted = iter(offsets)
        at = next(wanted, None)
        begin = 0
        for size, start, end in self.trace.runs.pieces(0, self.trace.runs.length):
            stop = begin + size
            plain = end - start == size
            while at is not None and at < stop:
                raw = start + at - begin
                spans.append((raw, raw + 1) if plain else (start, end))
                at = next(wanted, None)
            if at is None:
                break
            begin = stop
        return spans

    def _through(self, over: Runs) -> Trace:
        """The map of an edit, carried on to the raw text."""
        if self.trace.runs is None:
            return Trace(over)
        return Trace(Runs.of(_composed(over, self.trace)))


def _adjoin(offsets: Sequence[int], i: int) -> bool:
    return offsets[i] == offsets[i - 1] + 1


def _pieces(edits: Sequence[Edit], length: int) -> Iterator[tuple[int, int, int]]:
    at = 0
    for edit in edits:
        yield edit.start - at, at, edit.start
        spans = edit.spans or ((edit.start, edit.end),) * len(edit.put)
        for start, end in spans:
            yield 1, start, end
        at = edit.end
    yield length - at, at, length


def _composed(over: Runs, trace: Trace) -> Iterator[tuple[int, int, int]]:
    assert trace.runs is not None
    for size, start, end in over.pieces(0, over.length):
        if end - start == size:
            yield from trace.runs.pieces(start, end)
        else:
            yield 1, *trace.raw_span(start, end)
