"""The items of a document: a numbered heading and what stands under it, up to the next one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.document import Document, Section, Span


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of text that no owner tag reaches over.

    `section` indexes Document.sections (None before the first heading); `is_leaf` tells that no
    item stands under it, `has_rows` that a table does. `paragraphs` are its lines without table
    rows, heading included.
    """

    section: int | None
    start: int
    end: int
    is_leaf: bool
    has_rows: bool
    paragraphs: tuple[Span, ...]


def items_of(document: Document) -> Iterator[Item]:
    """The items in the order of the text; together they hold every paragraph."""
    heads = [index for index, section in enumerate(document.sections) if _opens_item(section)]
    starts = [document.sections[index].start for index in heads]
    parents = {document.sections[index].parent for index in heads}
    paragraphs = [(c.start, c.end) for c in document.clauses if c.kind != "row"]
    rows = [(c.start, c.end) for c in document.clauses if c.kind == "row"]
    first = starts[0] if starts else len(document.text)
    yield from _each(_within(paragraphs, 0, first))
    for place, index in enumerate(heads):
        start = starts[place]
        after = starts[place + 1] if place + 1 < len(starts) else len(document.text)
        end = max(start, min(document.sections[index].body_end, after))
        pieces = tuple(_within(paragraphs, start, end))
        has_rows = any(True for _ in _within(rows, start, end))
        is_leaf = index not in parents or _is_box(document.sections[heads[place + 1]])
        yield Item(index, start, end, is_leaf, has_rows, pieces)
        if end < after:  # text after the reach of a section: each paragraph by itself
            yield from _each(_within(paragraphs, end, after))


def _each(paragraphs: Iterator[Span]) -> Iterator[Item]:
    for span in paragraphs:
        yield Item(None, *span, True, False, (span,))


def _within(paragraphs: list[Span], start: int, end: int) -> Iterator[Span]:
    index = max(bisect_left(paragraphs, (start, start)) - 1, 0)
    while index < len(paragraphs) and paragraphs[index][0] < end:
        first, last = max(start, paragraphs[index][0]), min(end, paragraphs[index][1])
        if first < last:
            yield first, last
        index += 1


def _is_box(section: Section) -> bool:
    """A box (专栏) and what it numbers do not divide the text before it."""
    return section.number.startswith("专栏")


def _opens_item(section: Section) -> bool:
    """An un-numbered lead sentence inside an item opens none."""
    return bool(section.number) or section.kind != "lead_in"
