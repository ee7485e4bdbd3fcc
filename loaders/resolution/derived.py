"""Contributions: not stated, derived from the words that a measure and a target share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from loaders.document import Document, Span
from loaders.resolution.facts import Fact, Facts
from loaders.resolution.ownership import Owners, parts_and_wholes
from loaders.sentences import clauses

RULE = "measure_names_the_subject"
_RUN = 4
"""So many characters in a row make two texts speak of one thing."""
_HEAD = 8
"""The head of a Chinese noun is its end: 数字领域博士后科研工作站 is about 博士后科研工作站."""
_MOST = 8
"""What more measures, or more than a quarter of them, have in common tells nothing."""

_VERBS = re.compile(
    r"^(?:累计|新增|新建|建成|建设|培育|引进|开放|实施|完成|组织|打造|形成|实现|推广|开展|每年)+"
)
_TAILS = re.compile(
    r"(?:总规模|总量|总额|总数|规模|水平|比重|占比|比例|数量|增加值|产值|效率|时间|率|额|数|量|值)$"
)
_NOT_A_WORD = re.compile(r"[\W_]")


def contribute(facts: Facts, owners: Owners, document: Document) -> None:
    """Add CONTRIBUTES_TO from measures to the targets whose subject they name.

    A target under a pillar is served by measures of that pillar only, a part (其中 …) by what
    serves the whole. Every such edge says that it is derived.
    """
    goals = [fact for fact in facts.of("Target") if _is_goal(fact, owners)]
    wholes = {part.id: whole.id for part, whole in parts_and_wholes(facts.of("Target"))}
    subjects = {goal.id: subject_of(_indicator(goal)) for goal in goals}
    index = _Index.of(facts.of("Measure"), owners, set(subjects.values()))
    served: dict[str, list[Fact]] = {}
    quote = cache(lambda span: facts.frame.evidence([span], RULE))  # targets share measures
    for goal in goals:
        area = owners.area_of(goal.span[0])
        found = index.serving(subjects[goal.id], area)
        if not found and goal.id in wholes:
            found = served.get(wholes[goal.id], [])
        served[goal.id] = found
        for measure in found:
            place = _place(measure, subjects[goal.id], document)
            evidence = (*quote(place), *quote(goal.span))
            facts.edges.add(
                facts.frame.edge(
                    "CONTRIBUTES_TO", measure.id, goal.id, evidence,
                    origin="derived", basis="inherited",
                )
            )  # fmt: skip


def subject_of(indicator: str) -> str:
    """What an indicator measures: 累计建成智能工厂 -> 智能工厂, 算力总规模 -> 算力."""
    plain = _plain(indicator.split("占")[0] or indicator)
    plain = _VERBS.sub("", plain) or plain
    return _TAILS.sub("", plain) or plain


@dataclass(slots=True)
class _Index:
    """Which measures hold the runs of four characters that subjects are made of."""

    measures: list[Fact]
    texts: list[str]
    names: list[str]
    areas: list[str]
    holders: dict[str, list[int]]
    known: dict[tuple[str, str], list[Fact]] = field(default_factory=dict)

    @classmethod
    def of(cls, measures: list[Fact], owners: Owners, subjects: set[str]) -> _Index:
        """Read every measure once."""
        wanted = {run for subject in subjects for run in _runs(subject) if len(run) == _RUN}
        texts = [_plain(str(fact.mention.properties["text"])) for fact in measures]
        names = [_plain(str(fact.mention.properties["name"])) for fact in measures]
        areas = [owners.area_of(fact.span[0]) for fact in measures]
        holders: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            windows = {text[at : at + _RUN] for at in range(len(text) - _RUN + 1)}
            for run in windows & wanted:
                holders[run].append(number)
        return cls(measures, texts, names, areas, holders)

    def serving(self, subject: str, area: str) -> list[Fact]:
        """The measures that share most of a subject, in the same area where it has one."""
        key = (subject, area)
        if key not in self.known:
            self.known[key] = [self.measures[number] for number in self._serving(subject, area)]
        return self.known[key]

    def _serving(self, subject: str, area: str) -> list[int]:
        limit = max(3, min(_MOST, len(self.measures) // 4))
        if len(subject) < _RUN:
            everywhere = range(len(self.measures))
            named = [n for n in everywhere if subject and subject in self.names[n]]
            near = self._near(named, area)
            return near if len(near) <= limit else []
        for run in _runs(subject):
            holders = self._near(self.holders.get(run[:_RUN], []), area)
            found = [number for number in holders if run in self.texts[number]]
            if len(found) > limit:
                found = [number for number in found if run in self.names[number]]
            if 0 < len(found) <= limit:
                return found
        return []

    def _near(self, numbers: list[int], area: str) -> list[int]:
        return [n for n in numbers if not area or self.areas[n] in ("", area)]


def _runs(subject: str) -> Iterator[str]:
    """The runs of a subject's head, from the whole down to four characters, the last first."""
    head = subject[-_HEAD:]
    for size in range(len(head), _RUN - 1, -1):
        for start in range(len(head) - size, -1, -1):
            yield head[start : start + size]


def _place(measure: Fact, subject: str, document: Document) -> Span:
    """The clause of a measure that shares most with the subject."""
    places = (place for span in measure.mention.spans for place in clauses(document.text, *span))
    best, most = measure.span, 0
    for start, end in places:
        words = _plain(document.text[start:end])
        shared = next((len(run) for run in _runs(subject) if run in words), 0)
        if shared > most:
            best, most = (start, end), shared
    return best


def _is_goal(fact: Fact, owners: Owners) -> bool:
    """A quantified target that is not set by a measure itself."""
    if fact.mention.properties.get("kind") != "quantified":
        return False
    return owners.of_goal(fact.span) not in owners.measure_ids


def _indicator(goal: Fact) -> str:
    names = [link.name for link in goal.mention.links if link.label == "Indicator"]
    return names[0] if names else str(goal.mention.properties["name"])


def _plain(words: str) -> str:
    return _NOT_A_WORD.sub("", words)
