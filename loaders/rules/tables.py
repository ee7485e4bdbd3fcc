"""Tables of targets and what their columns are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from loaders.deadlines import Moment, find_moments
from loaders.document import Cell, Clause, Document
from loaders.numerals import plain
from loaders.plan_period import Calendar


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its head: `year` and `base` where the head dates its values."""

    index: int
    head: str
    year: int | None = None
    base: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The rows under one head; `caption` is the line above it, `unit` what 单位：… there says."""

    columns: tuple[Column, ...]
    rows: tuple[Clause, ...]
    caption: str
    unit: str

    def column(self, pattern: re.Pattern[str]) -> Column | None:
        """The first column whose head matches."""
        return next((c for c in self.columns if pattern.search(c.head)), None)


def read_tables(document: Document, calendar: Calendar) -> Iterator[Table]:
    """Every table of the document that has a head."""
    rows = [clause for clause in document.clauses if clause.kind == "row"]
    for _, group in groupby(rows, key=lambda clause: clause.block.table):
        table = _read_table(list(group), document, calendar)
        if table is not None:
            yield table


def cell_text(document: Document, row: Clause, index: int) -> str:
    """The words of a row's cell in a column, with plain digits; empty where it has none."""
    cell = cell_of(row, index)
    return plain(document.text[cell.start : cell.end]).strip() if cell else ""


def cell_of(row: Clause, index: int) -> Cell | None:
    """The cell of a row in a column."""
    return next((cell for cell in row.block.cells if cell.column == index), None)


_BASE = re.compile(r"基期|基准|基数|现状|实际|完成值|完成情况|底数|初始|当前|已有|底累计")
_GOAL = re.compile(r"目标|规划|计划|预期|期末|指标值|到")


def _read_table(rows: list[Clause], document: Document, calendar: Calendar) -> Table | None:
    heads = [row for row in rows if row.block.head] or rows[:1]
    body = tuple(row for row in rows if row not in heads)
    if not body:
        return None
    words: dict[int, list[str]] = {}
    for row in heads:
        for cell in row.block.cells:
            text = plain(document.text[cell.start : cell.end]).strip()
            if text not in words.setdefault(cell.column, []):
                words[cell.column].append(text)
    columns = tuple(
        _column(index, "".join(parts), calendar) for index, parts in sorted(words.items())
    )
    return Table(columns, body, *_caption(rows[0], document))


def _column(index: int, head: str, calendar: Calendar) -> Column:
    moments = [m for m in find_moments(head, calendar) if m.year is not None and m.day]
    moment: Moment | None = moments[-1] if moments else None
    year = moment.year if moment else None
    base = bool(_BASE.search(head))
    if year is not None and not base:
        start = calendar.first or calendar.now
        base = year < min(start, calendar.now or start) or (year < start and not _GOAL.search(head))
    if year is None and not base and _GOAL.search(head) and "任务" not in head:
        year = calendar.last
    return Column(index, re.sub(r"\s+", "", head), year, base)


def _caption(first: Clause, document: Document) -> tuple[str, str]:
    """The line above a table, and the unit when it or the line below it gives one."""
    unit = ""
    for clause in reversed(document.clauses[: first.ordinal - 1]):
        line = plain(document.text[clause.start : clause.end])
        if clause.kind == "row":
            break
        match = _UNIT_LINE.search(line)
        unit = match["unit"] if match else unit
        if match is None or match.start() > 0:
            return line[: match.start()] if match else line, unit
    return "", unit


_UNIT_LINE = re.compile(r"[（(]?单位[:：]\s*(?P<unit>[^\s（()），、]{1,6})[)）]?\s*$")
