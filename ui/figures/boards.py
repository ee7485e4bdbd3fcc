"""A board: rows with a head at the left, cells of chips under common column heads, arrows between.

Rows that do not fit in readable type go on the next page; a row too high for a page is continued.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ui.figures.chips import Setting, flow, height, largest_fit, moved, set_text, settings
from ui.figures.drawing import Box, Connector, Drawing, Sheet
from ui.figures.frame import Area, Body, Caption, framed, label, paged
from ui.figures.look import PANEL, PANEL_EDGE, QUIET

_MOST_STRETCH = 14.0


@dataclass(frozen=True, slots=True)
class Row:
    """A head and its cells; all boxes without a place."""

    head: Box
    cells: tuple[tuple[Box, ...], ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Column heads (that of the rows' heads first), the columns' shares of the width, the rows."""

    heads: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[Row, ...]
    arrows: bool = False
    head_share: float = 0.13


def draw_board(
    board: Board, sheet: Sheet, caption: Callable[[Sequence[Row]], Caption]
) -> tuple[Drawing, ...]:
    """The board on as few pages as can be read; `caption` is asked with the rows of a page."""

    def page(rows: Sequence[Row], most: float) -> Drawing | None:
        part = replace(board, rows=tuple(rows))

        def draw(area: Area) -> Body | None:
            tried = settings(sheet, most=most)
            return largest_fit(tried, lambda setting: _placed(part, area, setting))

        return framed(sheet, caption(rows), draw)

    return paged(board.rows, page, _halves)


def _halves(row: Row) -> tuple[Row, Row] | None:
    """The row in two; None when no cell has anything to part with."""
    most = max((len(cell) for cell in row.cells), default=0)
    if most < 2:
        return None
    half = (most + 1) // 2
    text = row.head.text.removesuffix("（续）") + "（续）"
    rest = replace(row.head, text=text, key=f"{row.head.key}+")
    return (
        Row(row.head, tuple(cell[:half] for cell in row.cells)),
        Row(rest, tuple(cell[half:] for cell in row.cells)),
    )


def _placed(board: Board, area: Area, setting: Setting) -> Body | None:
    if not board.rows:
        return (), ()
    arrow = setting.size * 1.8 if board.arrows else setting.gap + 4
    pad = setting.gap + 2
    first = area.width * board.head_share
    room = area.width - first - arrow * len(board.shares) - 2 * pad
    rooms = [first, *(room * share / sum(board.shares) for share in board.shares)]
    lefts = [area.x + pad]
    for wide in rooms[:-1]:
        lefts.append(lefts[-1] + wide + arrow)
    boxes = [
        label(f"head {word} {x:.0f}", word, x, area.y, wide, setting.size, ink=QUIET, bold=True)
        for word, x, wide in zip(board.heads, lefts, rooms, strict=True)
    ]
    y = max(box.bottom for box in boxes) + 3
    rows = [_set(row, rooms, setting) for row in board.rows]
    found = [row for row in rows if row is not None]
    talls = [max(height(cell) for cell in cells) + 2 * pad for cells in found]
    slack = area.bottom - y - sum(talls) - setting.gap * (len(talls) - 1)
    if len(found) < len(rows) or slack < 0:
        return None
    more = min(slack / len(found), _MOST_STRETCH)
    connectors: list[Connector] = []
    for row, cells, low in zip(board.rows, found, talls, strict=True):
        tall = low + more
        key = row.head.key
        boxes.append(Box(f"lane {key}", area.x, y, area.width, tall, fill=PANEL,
                         stroke=PANEL_EDGE, panel=True, text=row.head.text))  # fmt: skip
        for cell, x in zip(cells, lefts, strict=True):
            boxes += moved(cell, x, y + (tall - height(cell)) / 2)
        if board.arrows:
            frames = [
                Box(f"cell {key} {at}", x, y + (tall - height(cell)) / 2, wide, height(cell),
                    panel=True)
                for at, (cell, x, wide) in enumerate(zip(cells, lefts, rooms, strict=True))
                if cell
            ]  # fmt: skip
            boxes += frames
            connectors += _arrows(frames, arrow)
        y += tall + setting.gap
    return boxes, connectors


def _set(row: Row, rooms: Sequence[float], setting: Setting) -> list[list[Box]] | None:
    head = set_text(row.head, rooms[0], setting)
    cells = [flow(cell, wide, setting, 4) for cell, wide in zip(row.cells, rooms[1:], strict=True)]
    found = [cell for cell in cells if cell is not None]
    return None if head is None or len(found) < len(cells) else [[head], *found]


def _arrows(frames: Sequence[Box], arrow: float) -> list[Connector]:
    """From each cell to the next through the gap between them; none over an empty cell."""
    return [
        Connector(
            f"arrow {one.key}", one.key, two.key,
            ((one.right, one.centre[1]), (two.x, two.centre[1])),
        )
        for one, two in pairwise(frames)
        if two.x - one.right <= arrow + 0.01
    ]  # fmt: skip
