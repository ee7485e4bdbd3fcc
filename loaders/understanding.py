"""How much of a document was understood, and what was not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from graph.elements import Subgraph
from loaders.document import Document, Span
from loaders.issues import Code, Issue, Level
from loaders.letter import read_letter
from loaders.resolution.facts import Facts
from loaders.sentences import sentences
from loaders.spans import merged, touches

_DUTY = re.compile(
    r"必须|不得|严禁|确保|应当|力争|负责(?!人|同志)|牵头|落实|要(?:加强|建立|完善|推进|制定|按照|严格|积极|加快|认真)"
)
_NUMBER = re.compile(r"\d|[一二三四五六七八九十百千万亿两]+(?:个|家|项|亿|万|成|倍|所|处|名|%|％)")
_NUMBERED_ONLY = re.compile(r"^[\s（(]*[\d一二三四五六七八九十]+[）)、.．\s|]*")
_CITED = re.compile(
    r"《[^《》]*》|[〔［\[（(]\d{4}[〕］\]）)]\s*\d+\s*号|\d{4}年\d{1,2}月\d{1,2}日"
)


@dataclass(frozen=True, slots=True)
class Understanding:
    """The sentences of a text, those that gave a fact, and what is doubtful."""

    sentences: int
    typed: int
    issues: tuple[Issue, ...]


def understand(document: Document, facts: Facts) -> Understanding:
    """Count the sentences that gave a fact, and list what a person should look at.

    The frame of a letter (title, number, addressee, signature, date) says nothing and is not
    counted.
    """
    frame = _frame_blocks(document)
    headings = {section.start: section.end for section in document.sections}
    headings |= dict(facts.title_places)
    spans = [
        span
        for clause in document.clauses
        if not clause.block.head and clause.ordinal - 1 not in frame
        for span in sentences(document.text, clause.start, clause.end)
        if not _is_heading(span, headings)
    ]
    places = merged(facts.stated)
    untyped = [span for span in spans if not touches(span, places)]
    issues = (
        *_no_plan(facts),
        *_not_understood(document, untyped),
        *_unknown_bodies(document, facts),
        *_without_unit(document, facts),
    )
    return Understanding(len(spans), len(spans) - len(untyped), issues)


def unexpected(document: Document, subgraph: Subgraph) -> Iterator[Issue]:
    """Where plan.yaml expects another number of nodes than were read."""
    found = Counter(node.label for node in subgraph.nodes)
    for label, expected in document.source.expect.items():
        if found[label] != expected:
            yield Issue(
                Level.WARNING,
                Code.EXPECTATION,
                f"plan.yaml expects {expected} {label}, found {found[label]}",
                fix="count by hand; correct plan.yaml, or report what was read wrong",
            )


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
        bare = _CITED.sub("", _NUMBERED_ONLY.sub("", words))
        if _NUMBER.search(bare) or _DUTY.search(bare):
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


def _is_heading(span: Span, headings: dict[int, int]) -> bool:
    """A sentence that is nothing but a heading, or the title."""
    return span[1] <= headings.get(span[0], 0) + 1


def _without_unit(document: Document, facts: Facts) -> Iterator[Issue]:
    for fact in facts.of("Target"):
        says = fact.mention.properties
        if says.get("kind") == "quantified" and not says.get("unit"):
            start, end = fact.span
            yield Issue(
                Level.INFO,
                Code.VALUE_WITHOUT_UNIT,
                f"{says['name']}: {says.get('value', '')} has no unit",
                (start, end),
                document.text[start:end],
                fix="right for a ratio; else compare with the original",
            )


def _frame_blocks(document: Document) -> set[int]:
    letter = read_letter(document)
    single = (letter.number, letter.addressee, letter.signature, letter.date)
    return {*letter.title, *(number for number in single if number is not None)}
