"""Tables on a grid: merged cells, head rows, and what of it goes into the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.document import Span
from loaders.readers.assembly import Assembly

MOST_ROWS = 20_000
"""Rows of a table that are read; an Issue says when there are more."""
MOST_COLUMNS = 200
"""Columns that are placed; what a broken file spans beyond them is left out."""

_HEAD_WORDS = re.compile(
    r"序号|编号|指标|单位|任务|事项|内容|名称|项目|类别|类型|领域|牵头|责任|配合|部门|时限|时间|目标|要求"
    r"|属性|备注|说明|基期|现状|年份|地区|依据|措施|举措|进度|数量|金额|姓名|职务|[12]\d{3}年?"
    r"|target|indicator|date|value|unit|note|name"
)
_VALUE = re.compile(r"[≥≤<>〔约近超]*[-+]?\d[\d.,—~～-]*[〕%％以上下左右余]*")
_YEAR = re.compile(r"(?:19|20)\d\d年?(?:[—~-]\d+年?)?.{0,6}")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as the file has it; `head` when the file says it belongs to the table's head."""

    text: str
    row_span: int = 1
    column_span: int = 1
    head: bool = False


def add_table(assembly: Assembly, rows: Sequence[Sequence[GridCell]]) -> None:
    """Write a table: a merged cell once, where it begins, and as a reference in the rows below."""
    if len(rows) > MOST_ROWS:
        rows = rows[:MOST_ROWS]
        assembly.say_cut(f"only the first {MOST_ROWS} rows of a table were read", "split the table")
    table = assembly.new_table()
    heads = head_rows(rows)
    below: dict[int, tuple[int, Span]] = {}  # column -> rows still to be filled, first place
    for number, row in enumerate(rows):
        is_head = number in heads
        placed = list(_place(row, below))
        spans = assembly.add_row(
            sorted(
                [(column, cell.text) for column, cell in placed]
                + [(column, span) for column, (_, span) in below.items()],
                key=lambda pair: pair[0],
            ),
            table,
            head=is_head,
            spread={column: cell.column_span for column, cell in placed} if is_head else {},
        )
        below = {column: (left - 1, span) for column, (left, span) in below.items() if left > 1}
        for column, cell in placed:
            if cell.row_span > 1 and column in spans:
                for covered in range(column, min(column + cell.column_span, MOST_COLUMNS)):
                    below[covered] = (cell.row_span - 1, spans[column])


def _place(
    row: Sequence[GridCell], below: dict[int, tuple[int, Span]]
) -> Iterator[tuple[int, GridCell]]:
    """The column of every cell, past the columns that merged cells from above still hold."""
    column = 0
    for cell in row:
        while column in below:
            column += 1
        if column >= MOST_COLUMNS:
            return
        yield column, cell
        column += max(1, cell.column_span)


def is_box(rows: Sequence[Sequence[GridCell]]) -> bool:
    """A frame drawn around text, not a table: no row has two cells with words."""
    return all(len(_filled(row)) < 2 for row in rows)


def head_rows(rows: Sequence[Sequence[GridCell]]) -> range:
    """Which rows are the table's head: what the file marks, else the first that looks like one."""
    first = next((n for n, row in enumerate(rows[:4]) if len(_filled(row)) > 1), None)
    if first is None or len(rows) <= first + 1:
        return range(0)
    marked = 0
    for row in rows[first:]:
        if not row or not all(cell.head for cell in row):
            break
        marked += 1
    if 0 < marked < len(rows) - first:
        return range(first, first + marked)
    if not _looks_like_head(rows[first]):
        return range(0)
    depth = max(cell.row_span for cell in rows[first])
    if (
        depth == 1
        and any(cell.column_span > 1 for cell in rows[first])
        and _are_years(rows[first + 1])
    ):
        depth = 2
    return range(first, min(first + depth, first + 4, len(rows) - 1))


def _filled(row: Sequence[GridCell]) -> list[GridCell]:
    return [cell for cell in row if cell.text]


def _looks_like_head(row: Sequence[GridCell]) -> bool:
    """Short words, no values, and among them one that heads of such tables have."""
    words = [cell.text for cell in _filled(row)]
    return (
        all(len(word) <= 24 and "。" not in word for word in words)
        and not any(_VALUE.fullmatch(word) and not _YEAR.fullmatch(word) for word in words)
        and sum(bool(_HEAD_WORDS.search(word)) for word in words) * 2 >= len(words)
    )


def _are_years(row: Sequence[GridCell]) -> bool:
    words = [cell.text for cell in _filled(row)]
    return bool(words) and all(_YEAR.fullmatch(word) for word in words)
