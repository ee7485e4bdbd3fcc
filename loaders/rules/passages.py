"""Paragraphs as the rules on targets read them: phrase by phrase, each with its deadline.

A deadline holds to the end of its sentence (explicit), then for the rest of its paragraph and for
the bullets under it (inherited); it never crosses a numbered item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from loaders.deadlines import Moment
from loaders.document import Clause, Document, Section
from loaders.rules.folding import DATE_SIGNS, QUANTITY_SIGNS, SIGNS, Folded, fold
from loaders.rules.survey import Survey, survey
from loaders.section_kinds import LONGEST_TITLE
from loaders.title import title_of

Setting = Literal["goals", "tasks", "history", "rules", "other"]
"""Where a paragraph stands: among goals, tasks, a report on the past, articles of law, or else."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """By when: no year, one, or several side by side (到2031年、2033年，分别…)."""

    years: tuple[int, ...] = ()
    basis: str = "none"
    day: str = ""

    @property
    def year(self) -> int | None:
        """The last year named."""
        return self.years[-1] if self.years else None


NO_HORIZON = Horizon()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a sentence between ， ； ： and the like: text[start:end] of the folded passage.

    `horizon` and `past` are what the words before it leave it with; its own dates count from
    where they stand (`horizon_at`, `past_at`). `opens` tells that a sentence begins with it,
    `after` is the mark before it.
    """

    folded: Folded
    start: int
    end: int
    setting: Setting
    horizon: Horizon
    past: bool
    opens: bool
    after: str

    @property
    def text(self) -> str:
        """The folded words."""
        return self.folded.text[self.start : self.end]

    @property
    def words(self) -> str:
        """The words as they stand."""
        return self.folded.words(self.start, self.end)

    def horizon_at(self, at: int) -> Horizon:
        """The deadline that holds at a place of the phrase."""
        own = _own_horizon(self.folded, self.start, at)
        if own or self.horizon.years:
            return own or self.horizon
        whole = [m for m in self.folded.moments(self.start, at) if m.sense == "whole"]
        return Horizon((whole[-1].year or 0,), "relative") if whole else NO_HORIZON

    def past_at(self, at: int) -> bool:
        """Whether the words before a place speak of what has been."""
        past = self.past
        for moment in self.folded.moments(self.start, at):
            if moment.sense in ("past", "deadline"):
                past = moment.sense == "past"
        return past


def passages(document: Document) -> Iterator[list[Phrase]]:
    """The phrases of every paragraph or heading in which a target or a milestone may stand."""
    found = survey(document)
    settings, whole = section_settings(document), _document_setting(document)
    headed = [_heading_horizon(section, found) for section in document.sections]
    lead, listed = NO_HORIZON, False
    for clause in document.clauses:
        if clause.kind == "row":
            continue
        setting = whole or (settings[clause.section] if clause.section is not None else "other")
        listed = listed and _NUMBERED.match(document.text, clause.start, clause.end) is None
        bullet = listed or _BULLET.match(document.text, clause.start, clause.end) is not None
        inherited = lead if bullet else NO_HORIZON
        if clause.section is not None and not inherited.years:
            inherited = headed[clause.section]
        if not (found.holds_marks(clause.start, clause.end) or inherited.years or setting == "goals"
                or _RESULT.search(document.text, clause.start, clause.end)):  # fmt: skip
            if not bullet:
                lead = NO_HORIZON
            listed = listed or _leads(document.text, clause)
            continue
        folded = fold(found, clause.start, clause.end)
        phrases = list(_phrases(folded, setting, inherited))
        yield phrases
        if not bullet:
            lead = _lead(phrases)
        listed = listed or _leads(document.text, clause)


def _heading_horizon(section: Section, found: Survey) -> Horizon:
    """（一）2033年目标 dates the paragraphs right under it."""
    if not _GOALS.search(section.title):
        return NO_HORIZON
    moments = [m for m in found.moments_within(section.start, section.end) if m.day]
    if len(moments) != 1 or moments[0].sense != "deadline" or moments[0].year is None:
        return NO_HORIZON
    return Horizon((moments[0].year,), "inherited", moments[0].day)


def _leads(text: str, clause: Clause) -> bool:
    """到2033年，实现以下目标： leads the paragraphs under it, up to the next number or heading."""
    return text[clause.start : clause.end].rstrip().endswith(("：", ":"))


def cell_phrases(folded: Folded, horizon: Horizon) -> list[Phrase]:
    """The phrases of a task table's cell, dated by the row."""
    return list(_phrases(folded, "tasks", horizon))


def section_settings(document: Document) -> list[Setting]:
    """The setting of every section, its own or that of the section above it."""
    settings: list[Setting] = []
    for section in document.sections:
        above = settings[section.parent] if section.parent is not None else "other"
        settings.append(_section_setting(section, above))
    return settings


_BULLET = re.compile(r"\s*(?:—{1,2}|–{1,2}|-{1,2}|[●■◆▪•·※★○◎]|[一二三四五六七八九十]是)")
_NUMBERED = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．](?!\d)|第[一二三四五六七八九十]+|附[件表])"
)
_HISTORY = re.compile(
    r"^(?:发展|工作|现实|产业|规划|建设|良好|现有|主要|总体)*(?:基础|现状|成效|成就|成绩"
    r"|形势|回顾|背景|环境|机遇|挑战|问题|进展)(?:[与和及、].*)?$"
    r"|回顾|发展现状|面临的?(?:形势|问题|机遇|挑战)|取得的?(?:成效|成就|成绩|进展)"
    r"|存在的?(?:主要)?问题|发展基础$|基本情况"
)
_GOALS = re.compile(r"目标|愿景|指标|发展定位")
_REPORT = re.compile(
    r"复函|答复|情况的函|通报|表扬|表彰|奖励的决定|组成人员|放假|节假日|任免|调整.{0,20}(?:领导小组|委员会)"
)
_ARTICLE = re.compile(r"^\s*第[一二三四五六七八九十百]+条", re.MULTILINE)
_RESULT = re.compile(
    r"(?:显著|明显|大幅|全面|有效)(?:提升|增强|提高|改善)|达到[^，。；]{2,14}水平"
    r"|成为[^，。；]{4,}"
)
_MARKS = re.compile(r"[。！？；;!?，,：:（）()\n]|$")
_SENTENCE_END = frozenset("。！？!?\n")


def _section_setting(section: Section, above: Setting) -> Setting:
    if _HISTORY.search(section.title):
        return "history"
    named = len(section.title) <= LONGEST_TITLE and _GOALS.search(section.title)
    if section.kind == "goals" or (above != "tasks" and named):
        return "goals"
    if section.kind in ("tasks", "safeguards"):
        return "tasks"
    if section.kind == "principles":
        return "rules"
    return above if above != "other" else ("tasks" if section.kind == "annex" else "other")


def _document_setting(document: Document) -> Setting | None:
    """The setting of a whole document that plans nothing by its nature: a law, or a report."""
    if _is_law(document.text):
        return "rules"
    return "history" if _REPORT.search(title_of(document)[0]) else None


def _is_law(text: str) -> bool:
    return len(_ARTICLE.findall(text)) >= 3


def _phrases(folded: Folded, setting: Setting, inherited: Horizon) -> Iterator[Phrase]:
    """Cut a passage into phrases and hand the deadline on from each to the next."""
    horizon, past, opens, after, start = inherited, False, True, "", 0
    for mark in _MARKS.finditer(folded.text):
        phrase = Phrase(folded, start, mark.start(), setting, horizon, past, opens, after)
        if _is_reported(phrase):
            phrase = replace(phrase, setting="history")
        if behind := _horizon_behind(phrase):
            phrase = replace(phrase, horizon=behind)
        if phrase.text.strip():
            yield phrase
            horizon, past = phrase.horizon_at(phrase.end), phrase.past_at(phrase.end)
            opens = False
        after, start = mark.group(), mark.end()
        if after in _SENTENCE_END:
            opens, past = True, False
            if horizon.basis in ("explicit", "relative"):
                horizon = Horizon(horizon.years[-1:], "inherited", horizon.day)


BARE_ACT = (
    rf"\s*(?:力争|争取|确保)?[于在到]?{SIGNS['DATE']}(?:全部|基本|全面)?"
    r"(?:完成|建成|投用|投入使用|上线|运行|启用|到位|落实|竣工|投产|运营|开放|交付){1,3}\s*"
)
"""A date and what is said of a thing that was named before: 力争2027年底前全部完成."""
_STOPS = f"，,。；;：{DATE_SIGNS}"
_BEHIND = re.compile(
    # Cut at the first quantity only and of so many phrases, or the search would take for ever.
    rf"(?:[，,][^{_STOPS}{QUANTITY_SIGNS}]*{SIGNS['Q']}[^{_STOPS}]*){{0,20}}"
    rf"[，,](?P<act>{BARE_ACT})(?=[，,。；;\n]|\Z)"
)


def _horizon_behind(phrase: Phrase) -> Horizon | None:
    """新建码头5座，2027年6月底前完成: a deadline may stand behind what it counts for."""
    folded = phrase.folded
    if not any(True for _ in folded.quantities(phrase.start, phrase.end)):
        return None
    if phrase.horizon_at(phrase.end).basis in ("explicit", "relative"):
        return None
    found = _BEHIND.match(folded.text, phrase.end)
    return _own_horizon(folded, *found.span("act")) if found else None


def _is_reported(phrase: Phrase) -> bool:
    """增加值达1120亿元，同比增长8%; 泊位突破70个，居全省前列: compared or ranked, it has been."""
    compared = _COMPARED.match(phrase.folded.text, phrase.end)
    if not compared or phrase.setting == "goals" or _AHEAD.search(phrase.text):
        return False
    if compared["period"]:  # 2030年达1120亿元，同比增长8% looks back, 到2030年达到… does not
        return not _UNTIL.search(phrase.words)
    return not phrase.horizon_at(phrase.end).years


_COMPARED = re.compile(
    r"[，,]\s*(?:(?P<period>同比|环比)"
    r"|连续|(?:稳)?(?:居|位居|位列|名列|排名|跃居)(?!民|家|住))"
)
_UNTIL = re.compile(r"[到至]\s*\d{4}\s*年|年(?:底|末)?前|年[底末]")
_AHEAD = re.compile("力争|争取|确保|目标|计划|将")
_JOINS = re.compile(r"[、和与及至到]*")


def _own_horizon(folded: Folded, start: int, end: int) -> Horizon | None:
    """The last deadline of text[start:end], with those that stand side by side with it."""
    years: list[int] = []
    last: Moment | None = None
    last_at = start
    for at in _deadline_places(folded, start, end):
        moment = folded.moment(at)
        if moment.year is None:
            continue
        if last is not None and not _JOINS.fullmatch(folded.text, last_at + 1, at):
            years.clear()
        years.append(moment.year)
        last, last_at = moment, at
    return Horizon(tuple(years), last.basis, last.day) if last else None


def _deadline_places(folded: Folded, start: int, end: int) -> Iterator[int]:
    at = folded.text.find(SIGNS["DEADLINE"], start, end)
    while at >= 0:
        yield at
        at = folded.text.find(SIGNS["DEADLINE"], at + 1, end)


def _lead(phrases: list[Phrase]) -> Horizon:
    """What a paragraph hands to the bullets under it."""
    horizon = phrases[-1].horizon_at(phrases[-1].end) if phrases else NO_HORIZON
    return Horizon(horizon.years[-1:], "inherited", horizon.day) if horizon.years else NO_HORIZON
