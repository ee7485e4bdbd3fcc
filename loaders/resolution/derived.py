"""Contributions: not stated, derived from the words that a measure and a target share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Document, Span
from loaders.resolution.facts import Fact, Facts
from loaders.resolution.ownership import Owners, whole_at
from loaders.sentences import clauses

RULE = "measure_names_the_subject"
_RUN = 4
"""So many characters in a row make two texts speak of one thing."""
_HEAD = 8
"""The head of a Chinese noun is its end: 数字领域博士后科研工作站 is about 博士后科研工作站."""
_TOO_COMMON = 0.25
"""A run that stands in more than this share of the measures tells nothing."""

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
    texts = [(fact, _plain(str(fact.mention.properties["text"]))) for fact in facts.of("Measure")]
    limit = max(3, int(_TOO_COMMON * len(texts)))
    served: dict[str, list[Fact]] = {}
    goals = [fact for fact in facts.of("Target") if _is_goal(fact, owners)]
    for goal in goals:
        near = [
            (fact, text)
            for fact, text in texts
            if owners.area_of(fact.span[0]) in ("", owners.area_of(goal.span[0]))
            or not owners.area_of(goal.span[0])
        ]
        found = _serving(goal, near, limit)
        if not found and goal.mention.part_of:
            others = [other for other in goals if other.id != goal.id]
            whole = whole_at(goal.mention.part_of, others)
            found = served.get(whole.id, []) if whole else []
        served[goal.id] = found
        for measure in found:
            _derive(facts, measure, goal, document)


def _serving(goal: Fact, texts: list[tuple[Fact, str]], limit: int) -> list[Fact]:
    """The measures that share the target's subject, the longest run first."""
    subject = subject_of(_indicator(goal))
    if len(subject) < _RUN:
        named = [fact for fact, _ in texts if subject and subject in _name(fact)]
        return named if len(named) <= limit else []
    for run in _runs(subject):
        found = [fact for fact, text in texts if run in text]
        if len(found) > limit:
            found = [fact for fact in found if run in _name(fact)]
        if 0 < len(found) <= limit:
            return found
    return []


def _runs(subject: str) -> Iterator[str]:
    """The runs of a subject's head, from the whole down to four characters, the last first."""
    head = subject[-_HEAD:]
    for size in range(len(head), _RUN - 1, -1):
        for start in range(len(head) - size, -1, -1):
            yield head[start : start + size]


def subject_of(indicator: str) -> str:
    """What an indicator measures: 累计建成智能工厂 -> 智能工厂, 算力总规模 -> 算力."""
    plain = _plain(indicator.split("占")[0] or indicator)
    plain = _VERBS.sub("", plain) or plain
    return _TAILS.sub("", plain) or plain


def _derive(facts: Facts, measure: Fact, goal: Fact, document: Document) -> None:
    subject = subject_of(_indicator(goal))
    places = [_place(span, subject, document) for span in measure.mention.spans]
    place = max(places, key=lambda found: found[0])[1]
    evidence = (
        *facts.frame.evidence([place], RULE),
        *facts.frame.evidence(goal.mention.spans[:1], RULE),
    )
    facts.edges.append(
        facts.frame.edge(
            "CONTRIBUTES_TO", measure.id, goal.id, evidence, origin="derived", basis="inherited"
        )
    )


def _place(span: Span, subject: str, document: Document) -> tuple[int, Span]:
    """The clause of a measure that shares most with the subject, and how much it shares."""
    best = (0, span)
    for start, end in clauses(document.text, *span):
        words = _plain(document.text[start:end])
        shared = max((len(run) for run in _runs(subject) if run in words), default=0)
        best = max(best, (shared, (start, end)), key=lambda found: found[0])
    return best


def _is_goal(fact: Fact, owners: Owners) -> bool:
    """A quantified target that is not set by a measure itself."""
    if fact.mention.properties.get("kind") != "quantified":
        return False
    return owners.of_goal(fact.span) not in owners.measure_ids


def _indicator(goal: Fact) -> str:
    names = [link.name for link in goal.mention.links if link.label == "Indicator"]
    return names[0] if names else str(goal.mention.properties["name"])


def _name(fact: Fact) -> str:
    return _plain(str(fact.mention.properties["name"]))


def _plain(words: str) -> str:
    return _NOT_A_WORD.sub("", words)
