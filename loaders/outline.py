"""Sections and clauses: which lines are headings, how they nest, and what stands under them.

A heading is a numbered line or run-in title; its level is its depth, not the style of its number,
and its parent the nearest open heading of a higher rank. Lead-ins without a number
(坚持问题导向。… 在…上，…) become sections of kind lead_in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.document import Block, Clause, Document, Section, SectionKind
from loaders.headings import Heading, find_headings
from loaders.letter import is_date, is_signature
from loaders.numbering import RANKS
from loaders.section_kinds import section_kind


def outline(document: Document) -> Document:
    """The document with its sections, clauses, and an Issue for every gap in the numbering."""
    headings, issues = find_headings(document)
    sections = _sections(headings, document)
    return replace(
        document,
        sections=sections,
        clauses=tuple(_clauses(document, sections)),
        issues=document.issues + tuple(issues),
    )


def _sections(headings: Sequence[Heading], document: Document) -> tuple[Section, ...]:
    ends = _reaches(headings, len(document.text.rstrip()), _signatures(document))
    rules = any(heading.form == "article" for heading in headings)
    sections: list[Section] = []
    for heading, end in zip(headings, ends, strict=True):
        above = sections[heading.parent] if heading.parent is not None else None
        sections.append(
            Section(
                number=heading.number,
                title=heading.title,
                level=above.level + 1 if above else 1,
                kind=_kind(heading, above.kind if above else None, rules),
                start=heading.span[0],
                end=heading.span[1],
                body_end=max(end, heading.span[1]),
                parent=heading.parent,
            )
        )
    return tuple(sections)


def _kind(heading: Heading, above: SectionKind | None, rules: bool) -> SectionKind:
    if heading.form == "annex":
        return "annex"
    if heading.form in ("lead_in", "box"):
        return "lead_in"
    above = None if above in ("annex", "lead_in") else above
    is_ruling = heading.form == "article" or (rules and heading.rank <= RANKS["节"])
    return section_kind(heading.title, above, is_ruling=is_ruling)


def _reaches(headings: Sequence[Heading], end: int, signatures: Sequence[int]) -> list[int]:
    """Where the text under each heading ends: at the next of its rank or wider, or a signature."""
    reaches = [0] * len(headings)
    open_: list[int] = []
    for index, heading in enumerate(headings):
        while open_ and headings[open_[-1]].rank >= heading.rank:
            reaches[open_.pop()] = heading.span[0]
        open_.append(index)
    for index in open_:
        reaches[index] = end
    for index, heading in enumerate(headings):
        signed = bisect_right(signatures, heading.span[0])
        limits = [heading.reach, *signatures[signed : signed + 1]]
        reaches[index] = min([reaches[index], *(limit for limit in limits if limit is not None)])
    return reaches


def _signatures(document: Document) -> list[int]:
    """Where a signature with its date begins: nothing below it stands under a heading above it."""
    text, blocks = document.text, document.blocks
    lines = ["" if block.kind == "row" else text[block.start : block.end] for block in blocks]
    found = []
    for number, line in enumerate(lines):
        if line and is_date(line):
            first = number
            while first > 0 and is_signature(lines[first - 1]):
                first -= 1
            found.append(blocks[first].start)
    return found


def _clauses(document: Document, sections: Sequence[Section]) -> Iterator[Clause]:
    following = 0
    section: int | None = None
    for ordinal, block in enumerate(document.blocks, start=1):
        while following < len(sections) and sections[following].start <= block.start:
            section = following
            following += 1
        while section is not None and sections[section].body_end <= block.start:
            section = sections[section].parent
        kind = block.kind
        if section is not None and kind == "paragraph" and _is_heading(sections[section], block):
            kind = "heading"
        yield Clause(ordinal, kind, block.start, block.end, section, block)


def _is_heading(section: Section, block: Block) -> bool:
    """The line holds the heading and at most its last mark."""
    return section.start <= block.start and section.end >= block.end - 1
