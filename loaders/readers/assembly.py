"""What every reader fills: the text, piece by piece, and the blocks upon it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from loaders.document import Block, Cell, Document, Span
from loaders.issues import Code, Issue, Level
from loaders.repair.trace import Trace
from loaders.source import Source

CELL_SEPARATOR = " | "


@dataclass(slots=True)
class Assembly:
    """A text in the making: one line a block, every line with its end."""

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    length: int = 0
    tables: int = 0

    def add_paragraph(self, text: str, level: int = 0) -> None:
        """A paragraph, or a heading where the file format gives it a level; empty ones vanish."""
        words = text.strip()
        if words:
            start = self._add_line(words)
            end = self.length - 1
            self.blocks.append(Block("heading" if level else "paragraph", start, end, level=level))

    def add_row(
        self,
        cells: Iterable[tuple[int, str | Span]],
        table: int,
        head: bool = False,
        spread: Mapping[int, int] | None = None,
    ) -> dict[int, Span]:
        """A table row of (column, words) or, below a merged cell, (column, its first place).

        `spread` is how many columns a cell stands over. Returns the place of every cell, so that
        the rows below can refer to a merged one.
        """
        placed: list[Cell] = []
        words: list[str] = []
        start = at = self.length
        for column, content in cells:
            if isinstance(content, tuple):
                placed.append(Cell(column, *content))
            elif content:
                for covered in range(column, column + (spread or {}).get(column, 1)):
                    placed.append(Cell(covered, at, at + len(content)))
                words.append(content)
                at += len(content) + len(CELL_SEPARATOR)
        if words:
            self._add_line(CELL_SEPARATOR.join(words))
            end = self.length - 1
            self.blocks.append(
                Block("row", start, end, table=table, head=head, cells=tuple(placed))
            )
        return {cell.column: (cell.start, cell.end) for cell in placed}

    def new_table(self) -> int:
        """The number of the table that begins here."""
        self.tables += 1
        return self.tables - 1

    def say_cut(self, message: str, fix: str) -> None:
        """Note that something too large was not read to its end."""
        self.issues.append(Issue(Level.ERROR, Code.LOST_TEXT, message, fix=fix))

    def document(self, source: Source) -> Document:
        """What has been read, as the start of a Document's way."""
        text = "".join(self.parts)
        return Document(
            source=source,
            raw=text,
            text=text,
            trace=Trace(),
            blocks=tuple(self.blocks),
            issues=tuple(self.issues),
        )

    def _add_line(self, words: str) -> int:
        start = self.length
        self.parts += (words, "\n")
        self.length += len(words) + 1
        return start
