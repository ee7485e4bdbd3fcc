"""A document on its way from the reader to the rules: one text, and marks upon it.

Every later step keeps offsets into one string, so a fact can always show its words. Readers
join blocks by "\\n" and the cells of a table row by " | ".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from loaders.issues import Issue
from loaders.repair.trace import Change, Trace
from loaders.source import Source

Span = tuple[int, int]
"""Half-open code-point offsets."""

SectionKind = Literal[
    "goals", "principles", "requirements", "tasks", "safeguards", "annex", "lead_in", "other"
]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. A merged cell stands in every row it spans, always with its first place.

    In the rows of a table's head it stands in every column it spans, too.
    """

    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading the file format itself marks, or a table row.

    `level` is the format's heading level (0: none), `table` numbers the tables of the document
    from 0 (-1: not in a table), `head` marks the rows of a table's head.
    """

    kind: Literal["paragraph", "heading", "row"]
    start: int
    end: int
    level: int = 0
    table: int = -1
    head: bool = False
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the reach of what stands under it.

    `start`–`end` is the heading itself (number and title), `body_end` where its text ends;
    `parent` is an index into Document.sections.
    """

    number: str
    title: str
    level: int
    kind: SectionKind
    start: int
    end: int
    body_end: int
    parent: int | None


@dataclass(frozen=True, slots=True)
class Clause:
    """A paragraph or table row; `ordinal` counts from 1, `section` indexes Document.sections."""

    ordinal: int
    kind: Literal["paragraph", "heading", "row"]
    start: int
    end: int
    section: int | None
    block: Block


@dataclass(frozen=True, slots=True)
class Document:
    """A document as far as it has been read.

    read_document fills `raw` (and `text`, the same), `blocks`; repair replaces `text`, `trace`,
    moves the blocks and logs its `changes`; outline adds `sections` and `clauses`. Block
    offsets count in `text`.
    """

    source: Source
    raw: str
    text: str
    trace: Trace
    blocks: tuple[Block, ...]
    changes: tuple[Change, ...] = ()
    sections: tuple[Section, ...] = ()
    clauses: tuple[Clause, ...] = ()
    issues: tuple[Issue, ...] = ()
