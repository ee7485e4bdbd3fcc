"""How much of a document was understood, and what was not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.document import Document, Span
from loaders.issues import Code, Issue, Level
from loaders.lexicon import Lexicon
from loaders.resolution.facts import Facts
from loaders.sentences import sentences

_DUTY = re.compile(
    r"必须|不得|严禁|确保|应当|要(?:加强|建立|完善|推进|落实|制定|按照)|力争|负责|牵头|落实"
)
_NUMBER = re.compile(r"\d|[一二三四五六七八九十百千万亿]+(?:个|家|项|亿|万|成|倍|%|％)")
_PLAN_WORDS = re.compile(r"计划|规划|方案|意见|通知|要点|纲要|战略|措施|行动|目标|任务|决定")


@dataclass(frozen=True, slots=True)
class Understanding:
    """Sentences of the text, those that gave a fact, and what is doubtful."""

    sentences: int
    typed: int
    issues: tuple[Issue, ...]


def understand(document: Document, facts: Facts, lexicon: Lexicon) -> Understanding:
    """Count the sentences that gave a fact, and list what a person should look at."""
    spans = [
        span
        for clause in document.clauses
        if clause.kind != "row" or not clause.block.head
        for span in sentences(document.text, clause.start, clause.end)
    ]
    places = _merged([e for fact in facts.placed for e in fact.mention.spans])
    untyped = [span for span in spans if not _touches(span, places)]
    issues = (
        *_no_plan(facts),
        *_not_understood(document, untyped),
        *_unknown_bodies(document, facts),
    )
    return Understanding(len(spans), len(spans) - len(untyped), issues)


def _no_plan(facts: Facts) -> Iterator[Issue]:
    if not facts.of("Measure", "Target", "ActionPlan"):
        yield Issue(
            Level.ERROR,
            Code.NO_PLAN,
            "there is no plan in this text: no measure, no target",
            fix="give a plan, a notice with its plan, or a task table",
        )


def _not_understood(document: Document, untyped: list[Span]) -> Iterator[Issue]:
    for start, end in untyped:
        words = document.text[start:end]
        if _NUMBER.search(words) or _DUTY.search(words):
            yield Issue(
                Level.INFO,
                Code.NOT_UNDERSTOOD,
                "a sentence with a number or a duty that gave no fact",
                (start, end),
                words,
            )


def _unknown_bodies(document: Document, facts: Facts) -> Iterator[Issue]:
    for name, (start, end) in sorted(facts.unknown_bodies.items(), key=lambda item: item[1]):
        yield Issue(
            Level.INFO,
            Code.UNKNOWN_ORGANIZATION,
            f"{name} is not in the lexicon",
            (start, end),
            document.text[start:end],
            fix=f"- {{name: {name}, aliases: []}}",
        )


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _touches(span: Span, places: list[Span]) -> bool:
    index = bisect_left(places, (span[1], span[1])) - 1
    return index >= 0 and places[index][1] > span[0]
