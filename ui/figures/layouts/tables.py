"""Tables on a page: a head, rows of wrapped cells, as many pages as they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ui.figures.chips import SLACK, Setting, largest_fit, settings
from ui.figures.drawing import LEADING, Box, Drawing, Sheet
from ui.figures.frame import Area, Body, Caption, framed, paged
from ui.figures.look import INK, PANEL_EDGE
from ui.figures.typeset import wrap

HEAD_FILL = "#D9E2EC"
_LARGEST = 12.0
_TIGHTEST = 2.0  # points around a cell's text
_STRETCH = 1.6  # of the type, by which a row may grow to fill the page


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its cells, what it stands for and the sentence behind it.

    `fills` may shade cells, and those at the places `strong` are set bold.
    """

    cells: tuple[str, ...]
    node: str = ""
    quote: str = ""
    fills: tuple[str, ...] = ()
    strong: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Heads, shares of the width, alignment ("start", "middle", "end") of each column, rows."""

    heads: tuple[str, ...]
    shares: tuple[float, ...]
    aligns: tuple[str, ...]
    lines: tuple[Line, ...]


def draw_table(
    table: Table, sheet: Sheet, caption: Callable[[Sequence[Line]], Caption]
) -> tuple[Drawing, ...]:
    """The table on as few pages as can be read."""

    def page(lines: Sequence[Line], most: float) -> Drawing | None:
        def draw(area: Area) -> Body | None:
            tried = settings(sheet, _LARGEST, most, _TIGHTEST)
            return largest_fit(tried, lambda setting: _placed(table, lines, area, setting))

        return framed(sheet, caption(lines), draw)

    return paged(table.lines, page, _halves)


def without_empty_columns(table: Table) -> Table:
    """Without the columns in which no line says anything."""
    kept = [
        at
        for at in range(len(table.heads))
        if not table.lines or any(line.cells[at] not in ("", "—") for line in table.lines)
    ]
    return Table(
        tuple(table.heads[at] for at in kept), tuple(table.shares[at] for at in kept),
        tuple(table.aligns[at] for at in kept),
        tuple(
            replace(line, cells=tuple(line.cells[at] for at in kept)) for line in table.lines
        ),
    )  # fmt: skip


def _halves(line: Line) -> tuple[Line, Line] | None:
    """A row too high for a page in two, parted in its longest cell; the first cell stands in both.

    None when there is nothing to part.
    """
    place = max(range(len(line.cells)), key=lambda at: len(line.cells[at]))
    text = line.cells[place]
    if len(text) < 2:
        return None
    middle = len(text) // 2
    pause = max(text.rfind(sign, 0, middle) for sign in "。；\n") + 1
    cut = pause if pause > middle // 2 else middle
    upper, lower = list(line.cells), ["" for _ in line.cells]
    lower[0] = line.cells[0].removesuffix("（续）") + "（续）"
    upper[place], lower[place] = text[:cut], text[cut:]
    return replace(line, cells=tuple(upper)), replace(line, cells=tuple(lower))


def _placed(table: Table, lines: Sequence[Line], area: Area, setting: Setting) -> Body | None:
    if not lines:
        return (), ()
    total = sum(table.shares)
    rooms = [area.width * share / total for share in table.shares]
    head = Line(table.heads, fills=tuple(HEAD_FILL for _ in table.heads))
    rows = [
        _row(table, line, number, rooms, area.x, setting)
        for number, line in enumerate((head, *lines))
    ]
    need = sum(row[0].height for row in rows)
    if need > area.height:
        return None
    more = min((area.height - need) / len(rows), setting.size * _STRETCH)
    boxes: list[Box] = []
    y = area.y
    for row in rows:
        boxes += (replace(box, y=y, height=box.height + more) for box in row)
        y = boxes[-1].bottom
    return boxes, ()


def _row(
    table: Table, line: Line, number: int, rooms: Sequence[float], x: float, setting: Setting
) -> list[Box]:
    pad = setting.padding + 1
    fitted = [
        wrap(cell, (room - 2 * pad) * SLACK, setting.size, balanced=False)
        for cell, room in zip(line.cells, rooms, strict=True)
    ]
    most = max(len(lines) for lines in fitted)
    tall = most * setting.size * LEADING + 2 * setting.padding
    boxes = []
    fills = line.fills or tuple("#F7F9FB" if number % 2 == 0 else "" for _ in rooms)
    for place, (lines, room) in enumerate(zip(fitted, rooms, strict=True)):
        boxes.append(
            Box(
                f"row {number} {place}", x, 0, room, tall, lines, setting.size,
                fill=fills[place] or "#FFFFFF", stroke=PANEL_EDGE, ink=INK,
                align="middle" if number == 0 else table.aligns[place],  # type: ignore[arg-type]
                bold=number == 0 or place in line.strong, padding=pad, text=line.cells[place],
                node=line.node if place == 0 else "", quote=line.quote if place == 0 else "",
            )
        )  # fmt: skip
        x += room
    return boxes
