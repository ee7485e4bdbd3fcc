"""Small boxes with a fact in each, stacked in a column or flowing in a grid."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import TypeVar

from graph.elements import Node
from ui.figures.drawing import LEADING, Box, Sheet
from ui.figures.look import SIGNS, style
from ui.figures.typeset import widest_piece, wrap
from ui.figures.words import short, target_text

Placed = TypeVar("Placed")

LARGEST = 15.0
"""A label larger than this looks like a poster."""

TIGHT = 0.0
"""As a size of type: the smallest there is."""

SLACK = 0.96
"""Of a width: slides are set anew by other programs, in a font that may be a little wider."""

_IN_A_TEXT = 0.7  # of the type on a slide, for a picture among the lines of a report
_ROOMS = ((5.0, 6.0), (3.5, 4.5), (2.0, 3.0), (1.5, 2.0))  # padding, gap

NARROWEST = 8.5
"""In ems: a grid has no narrower columns than that, lest short names be broken."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How small things are set: the size of type and the room around it."""

    size: float
    padding: float
    gap: float

    def inner(self, room: float) -> float:
        """What of a width its lines may fill; in the tightest setting all of it."""
        inside = room - 2 * self.padding
        return inside if self.padding <= _ROOMS[-1][0] else inside * SLACK


def settings(
    sheet: Sheet, largest: float = LARGEST, most: float = inf, tightest: float = 1.5
) -> list[Setting]:
    """From the largest type down to the smallest the sheet allows, roomy before tight.

    No type is larger than `most`; at TIGHT there is only the smallest and tightest setting.
    """
    rooms = [room for room in _ROOMS if room[0] >= tightest]
    if most <= TIGHT:
        return [Setting(sheet.smallest, *rooms[-1])]
    size = min(largest if sheet.width > 600 else largest * _IN_A_TEXT, most)
    found = []
    while size > sheet.smallest:
        found += [Setting(size, *room) for room in rooms]
        size -= 0.5
    return [*found, *(Setting(sheet.smallest, *room) for room in rooms)]


def largest_fit(
    choices: Sequence[Setting], place: Callable[[Setting], Placed | None]
) -> Placed | None:
    """What `place` makes in the roomiest setting in which it fits; None when it fits in none.

    Halves the choices at each try, taking it that what fits also fits when it is set smaller.
    """
    low, high = 0, len(choices) - 1
    best = place(choices[high])
    while best is not None and low < high:
        middle = (low + high) // 2
        found = place(choices[middle])
        if found is None:
            low = middle + 1
        else:
            best, high = found, middle
    return best


def chip(node: Node, *, text: str = "", owner: str = "", **changes: object) -> Box:
    """A fact as a box without a place: the label's look, the sentence behind it."""
    look = style(node.label)
    words = text or (target_text(node) if node.label == "Target" else short(name(node)))
    sign = SIGNS.get(node.label, "")
    return replace(
        Box(
            f"{owner}{node.id}", 0, 0, 0, 0, text=f"{sign} {words}" if sign else words,
            fill=look.fill, stroke=look.stroke, ink=look.ink, shape=look.shape,
            align="start", node=node.id, quote=node.evidence[0].quote if node.evidence else "",
        ),
        **changes,  # type: ignore[arg-type]
    )  # fmt: skip


def name(node: Node) -> str:
    """The caption of a node."""
    facts = node.properties
    return str(facts.get("name") or facts.get("title") or facts.get("text") or node.id)


def set_text(box: Box, room: float, setting: Setting) -> Box | None:
    """The box with its lines in a given width; None when a word is wider than that."""
    inner = setting.inner(room)
    if widest_piece(box.text, setting.size) > inner:
        return None
    lines = wrap(box.text, inner, setting.size)
    height = len(lines) * setting.size * LEADING + 2 * setting.padding
    return replace(
        box, width=room, height=height, lines=lines, size=setting.size, padding=setting.padding
    )


def stack(boxes: Sequence[Box], room: float, setting: Setting) -> list[Box] | None:
    """One under the other from y = 0."""
    placed: list[Box] = []
    y = 0.0
    for box in boxes:
        done = set_text(box, room, setting)
        if done is None:
            return None
        placed.append(replace(done, y=y))
        y = placed[-1].bottom + setting.gap
    return placed


def flow(boxes: Sequence[Box], room: float, setting: Setting, most: int = 10) -> list[Box] | None:
    """A grid of equal widths from (0, 0), with the number of columns that makes it lowest."""
    best: list[Box] | None = None
    for count in range(1, min(most, len(boxes)) + 1):
        placed = _grid(boxes, room, setting, count)
        if placed is not None and (best is None or height(placed) < height(best) - 0.5):
            best = placed
    return [] if not boxes else best


def height(boxes: Sequence[Box]) -> float:
    """How far down they reach."""
    return max((box.bottom for box in boxes), default=0.0)


def moved(boxes: Iterable[Box], x: float, y: float) -> list[Box]:
    """The same, somewhere else."""
    return [replace(box, x=box.x + x, y=box.y + y) for box in boxes]


def _grid(boxes: Sequence[Box], room: float, setting: Setting, count: int) -> list[Box] | None:
    each = (room - setting.gap * (count - 1)) / count
    if count > 1 and each < NARROWEST * setting.size:
        return None
    placed: list[Box] = []
    y = 0.0
    for first in range(0, len(boxes), count):
        row = [set_text(box, each, setting) for box in boxes[first : first + count]]
        if any(box is None for box in row):
            return None
        done = [box for box in row if box is not None]
        tall = height(done)
        placed += [
            replace(box, x=place * (each + setting.gap), y=y, height=tall)
            for place, box in enumerate(done)
        ]
        y += tall + setting.gap
    return placed
