"""Where the quantities and dates of a whole text stand, found once for all rules on targets."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from loaders.deadlines import Moment, find_moments
from loaders.document import Document, Span
from loaders.numerals import plain
from loaders.plan_period import Calendar, read_calendar
from loaders.quantities import Quantity, find_quantities

Mark = Quantity | Moment
SomeMark = TypeVar("SomeMark", Quantity, Moment)


@dataclass(frozen=True, slots=True)
class Marks(Generic[SomeMark]):
    """Marks in order, and where each starts."""

    items: tuple[SomeMark, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, marks: Iterable[SomeMark]) -> Marks[SomeMark]:
        """Marks that are in order."""
        items = tuple(marks)
        return cls(items, tuple(mark.start for mark in items))

    def within(self, start: int, end: int) -> Sequence[SomeMark]:
        """The marks that start in a range."""
        first = bisect_left(self.starts, start)
        return self.items[first : bisect_left(self.starts, end, lo=first)]


@dataclass(frozen=True, slots=True)
class Survey:
    """The quantities, dates and brackets of a text, each in order.

    `text` is the document's text without the spaces that Chinese does not need, and all offsets
    here count in it; `origins` tells where each of its characters stands in the document, None
    where the two are one.
    """

    text: str
    origins: Sequence[int] | None
    quantities: Marks[Quantity]
    moments: Marks[Moment]
    brackets: tuple[Span, ...]

    def origin(self, at: int) -> int:
        """Where a character stands in the document."""
        return at if self.origins is None else self.origins[at]

    def place(self, offset: int) -> int:
        """The first character here that stands at or after an offset of the document."""
        return offset if self.origins is None else bisect_left(self.origins, offset)

    def marks(self, start: int, end: int) -> Iterator[tuple[int, int, Mark | None]]:
        """What there is to fold in text[start:end]: quantities, dates, and brackets as None."""
        found: list[tuple[int, int, Mark | None]] = []
        found += ((q.start, q.end, q) for q in self.quantities.within(start, end))
        found += ((m.start, m.end, m) for m in self.moments.within(start, end))
        first = bisect_left(self.brackets, (start, 0))
        last = bisect_left(self.brackets, (end, 0))
        found += ((*bracket, None) for bracket in self.brackets[first:last])
        return iter(sorted(found, key=lambda mark: (mark[0], -mark[1])))

    def holds_marks(self, start: int, end: int) -> bool:
        """Whether a quantity or a date stands in the document's text[start:end]."""
        first, last = self.place(start), self.place(end)
        return bool(self.quantities.within(first, last) or self.moments.within(first, last))

    def moments_within(self, start: int, end: int) -> Sequence[Moment]:
        """The dates in the document's text[start:end]."""
        return self.moments.within(self.place(start), self.place(end))


def survey(document: Document) -> Survey:
    """The survey of a document; the last ones are kept, for its finders read it in turn."""
    return survey_text(document.text, read_calendar(document))


@lru_cache(maxsize=2)
def survey_text(text: str, calendar: Calendar) -> Survey:
    """The survey of a text that speaks from a date."""
    flat, origins = _squeezed(plain(text))
    brackets = [match.span() for match in _BRACKET.finditer(flat)]
    names = [m.span() for m in _NAME.finditer(flat) if not _FIVE_YEARS.match(m.group())]
    hidden = _united([*brackets, *(span for span in names if flat[span[0]] == "《")])
    moments = [m for m in find_moments(flat, calendar) if not _inside(hidden, m.start, m.end)]
    avoid = _united([*brackets, *names, *((m.start, m.end) for m in moments)])
    return Survey(
        flat, origins, Marks.of(find_quantities(flat, avoid)), Marks.of(moments), tuple(brackets)
    )


_SPACE = r"[ \t\u00a0\u2002-\u200a\u3000]+"
_NEEDLESS = re.compile(
    rf"(?<![A-Za-z0-9 ]){_SPACE}|(?<=\d){_SPACE}(?![\d ])|(?<=[A-Za-z]){_SPACE}(?![A-Za-z0-9 ])"
)
_BRACKET = re.compile(
    r"（(?!套）|台）|含）|其中|含[^）])[^（）\n]*(?:（[^（）\n]*）[^（）\n]*)*）"
    r"|\((?!套\)|台\)|含\)|其中|含[^)])[^()\n]*\)|［[^［］\n]*］|【[^【】\n]*】"
)
"""（其中…） states targets of its own and is read like the text around it."""
_NAME = re.compile(r"《[^《》\n]{1,80}》|[“「][^“”「」，。\n]{1,16}[”」]")
_FIVE_YEARS = re.compile(r"[“「]?十[一二三四五六]五")


def _squeezed(text: str) -> tuple[str, Sequence[int] | None]:
    """The text without needless spaces (到 2030 年), and where its characters come from."""
    spaces = [match.span() for match in _NEEDLESS.finditer(text)]
    if not spaces:
        return text, None
    parts, origins, at = [], array("I"), 0
    for start, end in spaces:
        parts.append(text[at:start])
        origins.extend(range(at, start))
        at = end
    parts.append(text[at:])
    origins.extend(range(at, len(text)))
    return "".join(parts), origins


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
