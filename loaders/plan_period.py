"""The dates a document speaks from: when it was issued, and which years it plans."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.document import Document
from loaders.numerals import chinese_number, plain


@dataclass(frozen=True, slots=True)
class Calendar:
    """Years that others are counted from; None where the document does not tell.

    `first` and `last` bound the period of the plan; `annual` is the year of a plan for one year,
    `reported` the last year that the text reports on (截至2030年底).
    """

    issued: int | None = None
    first: int | None = None
    last: int | None = None
    annual: int | None = None
    reported: int | None = None

    @property
    def now(self) -> int:
        """The year in which the document speaks; years before it are past."""
        reported = self.reported + 1 if self.reported else 0
        return self.issued or self.first or self.annual or reported

    @property
    def this_year(self) -> int | None:
        """The year that a date without one is in: that of a plan for one year, else of issue."""
        ahead = (self.annual or 0) - (self.issued or self.annual or 0)
        return self.annual if self.annual and self.last is None and ahead in (0, 1) else self.issued


def read_calendar(document: Document) -> Calendar:
    """Issue year and plan period, from plan.yaml or else from the text itself."""
    title = plain(document.source.title)
    head = plain(document.text[:_HEAD])
    period = _period(title) or five_year_plan(title) or _period(head) or five_year_plan(head)
    annual = _ANNUAL.search(title) or _ANNUAL.search(head, 0, 300)
    return Calendar(
        _issued(document, head),
        period[0] if period else None,
        period[1] if period else None,
        int(annual["year"]) if annual else None,
        max((int(year) for year in _AS_OF.findall(head)), default=None),
    )


YEAR = r"(?:19|20)\d\d"
FIVE_YEARS = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035}
"""The last year of 十五五 by its middle numeral."""
_HEAD = 4000
_TITLE_LINES = 600
_HAN_YEAR = "[〇○零一二三四五六七八九]{4}"
_SIGNED = re.compile(
    rf"^\s*(?P<year>{YEAR}|{_HAN_YEAR})年(?:\d{{1,2}}|[一二三四五六七八九十]+)月"
    r"(?:\d{1,2}|[一二三四五六七八九十]+)日\s*$",
    re.MULTILINE,
)
_AS_OF = re.compile(rf"截[至止]到?({YEAR})年")
_NUMBERED = re.compile(rf"[〔\[【（(](?P<year>{YEAR})[〕\]】）)]\s*\d+\s*号")
_PUBLISHED = re.compile(rf"(?P<year>{YEAR})[年\-/.]\d{{1,2}}[月\-/.]\d{{1,2}}")
_PERIOD = re.compile(
    rf"(?P<first>{YEAR})年?(?:—{{1,2}}|–|-|~|至|到)(?P<last>{YEAR})年?(?P<close>[）)]?)"
)
_CITED = re.compile(
    r"(?:落实|根据|按照|依据|依照|遵照|执行|衔接|对接)(?:[、和与及]?《[^《》\n]{1,60}》(?:（[^（）\n]*）)?)+"
)
"""《…规划（2030—2035年）》 that a plan carries out has a period of its own."""
_ANNUAL = re.compile(
    rf"(?P<year>{YEAR})年度?(?![—–\-~至到\d])[^，。\n]{{0,40}}?(?:要点|计划|安排|任务|工作方案|分工|清单|目标|实事|工作报告)"
)

_FIVE_YEAR_PLAN = re.compile(
    r"^[^，。；\n]{0,40}(?:第十(?P<number>[一二三四五六])个五年|十(?P<short>[一二三四五六])五)"
    r"[^，。；\n]{0,40}(?:规划|计划|纲要)[^，。；\n]{0,12}$",
    re.MULTILINE,
)


def five_year_plan(text: str) -> tuple[int, int] | None:
    """The years of a title that names its five-year plan: 第十五个五年规划纲要 -> 2026, 2030."""
    match = _FIVE_YEAR_PLAN.search(text, 0, _TITLE_LINES)
    if match is None:
        return None
    last = FIVE_YEARS[match["number"] or match["short"]]
    return last - 4, last


def _issued(document: Document, head: str) -> int | None:
    if document.source.issued:
        return int(document.source.issued[:4])
    match = _SIGNED.search(document.text) or _NUMBERED.search(head) or _PUBLISHED.search(head)
    if match is None:
        return None
    year = match["year"]
    return int(year) if year.isdigit() else _han_year(year)


def _han_year(text: str) -> int:
    digits = (0 if char in "〇○零" else int(chinese_number(char)) for char in text)
    return int("".join(map(str, digits)))


def _period(text: str) -> tuple[int, int] | None:
    """The first period in a bracket, or one in the title itself; not that of a plan cited."""
    for match in _PERIOD.finditer(_CITED.sub("", text)):
        if (match["close"] or match.start() < 300) and match["first"] < match["last"]:
            return int(match["first"]), int(match["last"])
    return None
