"""A passage with every quantity and every date folded to one sign, so that a shape reads short.

建成绿色园区12个 becomes 建成绿色园区■ with a sign that tells the kind of quantity. Brackets are
dropped; 《…》 and short quotes stay, but nothing inside them counts.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.deadlines import Moment
from loaders.document import Span
from loaders.plan_period import Calendar
from loaders.quantities import Quantity
from loaders.rules.survey import Mark, Survey, survey_text
from loaders.units import Kind

KIND_SIGNS: dict[Kind, str] = {
    "share": "\ue001", "money": "\ue002", "count": "\ue003", "occasion": "\ue004",
    "time": "\ue005", "multiple": "\ue006", "measure": "\ue007", "none": "\ue008",
}  # fmt: skip
DEADLINE, DATE = "\ue011", "\ue012"
QUANTITY_SIGNS, DATE_SIGNS = "".join(KIND_SIGNS.values()), DEADLINE + DATE

SIGNS = {
    "Q": f"[{QUANTITY_SIGNS}]",
    "SHARE": KIND_SIGNS["share"],
    "MONEY": KIND_SIGNS["money"],
    "COUNT": KIND_SIGNS["count"],
    "OCCASION": KIND_SIGNS["occasion"],
    "TIME": KIND_SIGNS["time"],
    "MULTIPLE": KIND_SIGNS["multiple"],
    "MEASURE": f"[{KIND_SIGNS['measure']}{KIND_SIGNS['none']}]",
    "DATE": f"[{DATE_SIGNS}]",
    "DEADLINE": DEADLINE,
}
"""The signs by name, for the patterns of the rules."""

_QUANTITY = re.compile(SIGNS["Q"])
_DATE = re.compile(SIGNS["DATE"])


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded passage; `offsets[i]` is where its character i stands in the survey's text."""

    text: str
    offsets: Sequence[int]
    marks: Mapping[int, Mark]
    survey: Survey

    def span(self, start: int, end: int) -> Span:
        """The passage of the document behind text[start:end], which is not empty."""
        first, last = self._range(start, end)
        return self.survey.origin(first), self.survey.origin(last - 1) + 1

    def words(self, start: int, end: int) -> str:
        """The words behind text[start:end], brackets and all, without needless spaces."""
        first, last = self._range(start, end)
        return self.survey.text[first:last]

    def written(self, start: int, end: int) -> str:
        """text[start:end] with its quantities written out; dates stay signs."""
        parts: list[str] = []
        at = start
        for index in self.quantities(start, end):
            parts += (self.text[at:index], self.words(index, index + 1))
            at = index + 1
        return "".join(parts) + self.text[at:end]

    def quantity(self, at: int) -> Quantity:
        """The quantity behind the sign at `at`."""
        mark = self.marks[at]
        assert isinstance(mark, Quantity)
        return mark

    def quantities(self, start: int, end: int) -> list[int]:
        """Where the signs of quantities stand in text[start:end]."""
        return [match.start() for match in _QUANTITY.finditer(self.text, start, end)]

    def moment(self, at: int) -> Moment:
        """The date behind the sign at `at`."""
        mark = self.marks[at]
        assert isinstance(mark, Moment)
        return mark

    def moments(self, start: int, end: int) -> Iterator[Moment]:
        """The dates of text[start:end] in order."""
        return (self.moment(match.start()) for match in _DATE.finditer(self.text, start, end))

    def _range(self, start: int, end: int) -> Span:
        last = self.marks.get(end - 1)
        return self.offsets[start], last.end if last else self.offsets[end - 1] + 1


def fold(found: Survey, start: int, end: int) -> Folded:
    """Fold the document's text[start:end] by what its survey found."""
    at, stop, text = found.place(start), found.place(end), found.text
    parts: list[str] = []
    offsets = array("I")
    marks: dict[int, Mark] = {}
    for mark_start, mark_end, mark in found.marks(at, stop):
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
    parts.append(text[at:stop])
    offsets.extend(range(at, stop))
    return Folded("".join(parts), offsets, marks, found)


def fold_text(text: str) -> Folded:
    """Fold a whole short text, as the examples of the rules are, in a plan for 2031 to 2035."""
    return fold(survey_text(text, Calendar(2030, 2031, 2035)), 0, len(text))


def _sign(mark: Mark) -> str:
    if isinstance(mark, Quantity):
        return KIND_SIGNS[mark.kind]
    return DEADLINE if mark.sense == "deadline" else DATE
