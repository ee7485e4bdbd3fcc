"""A text with every quantity and every date folded to one sign, so that a shape reads short.

建成绿色园区12个 becomes 建成绿色园区■ with a sign that tells the kind of quantity. Brackets are
dropped; 《…》 and short quotes stay, but nothing inside them counts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from loaders.deadlines import Moment, find_moments
from loaders.document import Span
from loaders.plan_period import Calendar
from loaders.quantities import Kind, Quantity, find_quantities, plain

KIND_SIGNS: dict[Kind, str] = {
    "share": "\ue001", "money": "\ue002", "count": "\ue003", "occasion": "\ue004",
    "time": "\ue005", "multiple": "\ue006", "measure": "\ue007", "none": "\ue008",
}  # fmt: skip
DEADLINE, DATE = "\ue011", "\ue012"
QUANTITY_SIGNS = "".join(KIND_SIGNS.values())

SIGNS = {
    "Q": f"[{QUANTITY_SIGNS}]",
    "SHARE": KIND_SIGNS["share"],
    "MONEY": KIND_SIGNS["money"],
    "COUNT": KIND_SIGNS["count"],
    "OCCASION": KIND_SIGNS["occasion"],
    "TIME": KIND_SIGNS["time"],
    "MULTIPLE": KIND_SIGNS["multiple"],
    "MEASURE": f"[{KIND_SIGNS['measure']}{KIND_SIGNS['none']}]",
    "DATE": f"[{DEADLINE}{DATE}]",
    "DEADLINE": DEADLINE,
}
"""The signs by name, for the patterns of the rules."""

_QUANTITY = re.compile(SIGNS["Q"])
_DATE = re.compile(SIGNS["DATE"])
_BRACKET = re.compile(
    r"（(?!套）|台）)[^（）\n]*(?:（[^（）\n]*）[^（）\n]*)*）|\((?!套\)|台\))[^()\n]*\)"
    r"|［[^［］\n]*］|【[^【】\n]*】"
)
_NAME = re.compile(r"《[^《》\n]{1,80}》|[“「][^“”「」，。\n]{1,16}[”」]")
_FIVE_YEARS = re.compile(r"[“「]?十[一二三四五六]五")


@dataclass(frozen=True, slots=True)
class Survey:
    """Where the quantities, dates and brackets of a whole text stand, each in order."""

    quantities: tuple[Quantity, ...]
    moments: tuple[Moment, ...]
    brackets: tuple[Span, ...]
    quantity_starts: tuple[int, ...]
    moment_starts: tuple[int, ...]
    bracket_starts: tuple[int, ...]


@lru_cache(maxsize=2)
def survey(text: str, calendar: Calendar) -> Survey:
    """Find all there is to fold; kept for the finders that read the same document in turn."""
    flat = plain(text)
    brackets = [match.span() for match in _BRACKET.finditer(flat)]
    titles = [m.span() for m in _NAME.finditer(flat) if not _FIVE_YEARS.match(m.group())]
    hidden = _united([*brackets, *(s for s in titles if flat[s[0]] == "《")])
    moments = [m for m in find_moments(flat, calendar) if not _inside(hidden, m.start, m.end)]
    avoid = _united([*brackets, *titles, *((m.start, m.end) for m in moments)])
    quantities = find_quantities(flat, avoid)
    return Survey(
        tuple(quantities), tuple(moments), tuple(brackets),
        tuple(q.start for q in quantities), tuple(m.start for m in moments),
        tuple(b[0] for b in brackets),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded passage; `offsets[i]` is where its character i stands in the document."""

    text: str
    offsets: list[int]
    marks: Mapping[int, Quantity | Moment]

    def span(self, start: int, end: int) -> Span:
        """The passage of the document behind text[start:end], which is not empty."""
        last = self.marks.get(end - 1)
        return self.offsets[start], last.end if last else self.offsets[end - 1] + 1

    def quantity(self, at: int) -> Quantity:
        """The quantity behind the sign at `at`."""
        mark = self.marks[at]
        assert isinstance(mark, Quantity)
        return mark

    def quantities(self, start: int, end: int) -> list[int]:
        """Where the signs of quantities stand in text[start:end]."""
        return [match.start() for match in _QUANTITY.finditer(self.text, start, end)]

    def moments(self, start: int, end: int) -> Iterator[Moment]:
        """The dates of text[start:end] in order."""
        for match in _DATE.finditer(self.text, start, end):
            mark = self.marks[match.start()]
            assert isinstance(mark, Moment)
            yield mark


def fold(text: str, start: int, end: int, found: Survey) -> Folded:
    """Fold text[start:end] by what the survey of the whole text found."""
    parts: list[str] = []
    offsets: list[int] = []
    marks: dict[int, Quantity | Moment] = {}
    at = start
    for mark_start, mark_end, mark in _marks(start, end, found):
        if mark_start < at:
            continue
        parts.append(text[at:mark_start])
        offsets.extend(range(at, mark_start))
        at = mark_end
        if mark is None:
            continue
        marks[len(offsets)] = mark
        parts.append(_sign(mark))
        offsets.append(mark_start)
    parts.append(text[at:end])
    offsets.extend(range(at, end))
    return Folded("".join(parts), offsets, marks)


def fold_text(text: str, calendar: Calendar | None = None) -> Folded:
    """Fold a whole short text, as the examples of the rules are."""
    return fold(text, 0, len(text), survey(text, calendar or Calendar(2030, 2031, 2035)))


def unfold(folded: Folded, text: str, keep: int = -1) -> str:
    """The words of a folded passage with all quantities written out, but the one at `keep`."""
    parts = []
    for at, char in enumerate(folded.text):
        mark = folded.marks.get(at)
        parts.append(char if mark is None or at == keep else text[mark.start : mark.end])
    return "".join(parts)


def _marks(start: int, end: int, found: Survey) -> list[tuple[int, int, Quantity | Moment | None]]:
    def within(starts: tuple[int, ...]) -> range:
        return range(bisect_left(starts, start), bisect_left(starts, end))

    marks: list[tuple[int, int, Quantity | Moment | None]] = []
    for index in within(found.quantity_starts):
        quantity = found.quantities[index]
        marks.append((quantity.start, quantity.end, quantity))
    for index in within(found.moment_starts):
        moment = found.moments[index]
        marks.append((moment.start, moment.end, moment))
    for index in within(found.bracket_starts):
        marks.append((*found.brackets[index], None))
    return sorted(marks, key=lambda mark: (mark[0], -mark[1]))


def _sign(mark: Quantity | Moment) -> str:
    if isinstance(mark, Quantity):
        return KIND_SIGNS[mark.kind]
    return DEADLINE if mark.sense == "deadline" else DATE


def _united(spans: list[Span]) -> list[Span]:
    """Sorted, with what overlaps joined."""
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(united[-1][1], end))
        else:
            united.append((start, end))
    return united


def _inside(spans: list[Span], start: int, end: int) -> bool:
    index = bisect_left(spans, (end, 0))
    return index > 0 and spans[index - 1][1] > start
