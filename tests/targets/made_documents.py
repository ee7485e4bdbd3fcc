"""Small documents for the rules on targets: lines of text, and rows where cells are given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from loaders.document import Block, Cell, Document
from loaders.outline import outline
from loaders.repair.trace import Trace
from loaders.source import Source

HEAD = (
    "某市人民政府关于印发某某行动计划（2031—2035年）的通知",
    "某政发〔2031〕8号",
)
"""The title and number of a plan for 2031 to 2035."""


def document(*lines: str | Sequence[str]) -> Document:
    """A document of these paragraphs; a list of cells is a table row, the first one a head."""
    text, blocks, table, in_table = "", [], -1, False
    for line in lines:
        start = len(text)
        if isinstance(line, str):
            text += line + "\n"
            blocks.append(Block("paragraph", start, len(text) - 1))
            in_table = False
            continue
        table += not in_table
        text += " | ".join(line) + "\n"
        blocks.append(
            Block(
                "row",
                start,
                len(text) - 1,
                table=table,
                head=not in_table,
                cells=_cells(line, start),
            )
        )
        in_table = True
    text = text.removesuffix("\n")
    source = Source(Path("made.txt"), "made")
    return outline(Document(source, text, text, Trace(), tuple(blocks)))


def _cells(texts: Sequence[str], start: int) -> tuple[Cell, ...]:
    cells = []
    for column, text in enumerate(texts):
        cells.append(Cell(column, start, start + len(text)))
        start += len(text) + len(" | ")
    return tuple(cells)
