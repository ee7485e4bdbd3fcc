"""The blocks and cells of a document after its text was repaired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.repair.trace import Trace

if TYPE_CHECKING:  # a document holds a Trace, so it is imported after this package
    from loaders.document import Block, Cell


def moved(blocks: Sequence[Block], trace: Trace, text: str) -> tuple[Block, ...]:
    """The blocks at their new places.

    A block of which nothing is left goes, one that was broken by a tag becomes several, and
    paragraphs between which a line break was taken out become one.
    """
    found: list[Block] = []
    for block in blocks:
        start, end = trace.cleaned_span(block.start, block.end)
        here = replace(
            block, start=start, end=end, cells=tuple(_cell(cell, trace) for cell in block.cells)
        )
        if end <= start:
            continue
        before = found[-1] if found else None
        if before and before.kind == here.kind == "paragraph" and before.end >= start:
            found[-1] = replace(before, end=end)
        else:
            found.extend(_lines(here, text))
    return tuple(found)


def _cell(cell: Cell, trace: Trace) -> Cell:
    start, end = trace.cleaned_span(cell.start, cell.end)
    return replace(cell, start=start, end=end)


def _lines(block: Block, text: str) -> Iterator[Block]:
    words = text[block.start : block.end]
    if block.kind == "row" or "\n" not in words:
        yield block
        return
    at = block.start
    for line in words.split("\n"):
        if line.strip():
            yield replace(block, start=at, end=at + len(line))
        at += len(line) + 1
