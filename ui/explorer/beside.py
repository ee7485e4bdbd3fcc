"""Places for nodes that join a picture, so that nothing that stands there moves or is covered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count
from math import ceil, floor, hypot

from ui.explorer.lanes import CARD_HEIGHT, CARD_WIDTH, GAP, Position

Box = tuple[float, float, float, float]
"""Centre, width and height of what stands there."""

_Slot = tuple[int, int]
_STEP_X, _STEP_Y = CARD_WIDTH + GAP, CARD_HEIGHT + GAP
_ACROSS, _DOWN = 12, 40  # slots around the centre that are looked at first
_LEFT = 1.35  # a place at the left must be so much nearer: we read from left to right


def beside(boxes: Iterable[Box], centre: Position, ids: Iterable[str]) -> dict[str, Position]:
    """The nearest free places around a centre, in the order of the ids."""
    taken = {slot for box in boxes for slot in _covered(box)}
    free = (slot for slot in _around(centre) if slot not in taken)
    return {id: _place(slot) for id, slot in zip(ids, free, strict=False)}


def _around(centre: Position) -> Iterator[_Slot]:
    """Slots of a grid, the nearest first; below them rows without end."""
    column, row = round(centre[0] / _STEP_X), round(centre[1] / _STEP_Y)
    columns = range(column - _ACROSS, column + _ACROSS + 1)
    near = [(x, y) for x in columns for y in range(row - _DOWN, row + _DOWN + 1)]

    def distance(slot: _Slot) -> tuple[float, _Slot]:
        x, y = _place(slot)
        side = _LEFT if x < centre[0] else 1.0
        return hypot(x - centre[0], 2 * (y - centre[1])) * side, slot

    below = ((x, y) for y in count(row + _DOWN + 1) for x in columns)
    return chain(sorted(near, key=distance), below)


def _covered(box: Box) -> Iterator[_Slot]:
    """The slots where a card would touch a box."""
    x, y, width, height = box
    reach_x, reach_y = (width + CARD_WIDTH) / 2 + GAP / 2, (height + CARD_HEIGHT) / 2 + GAP / 2
    for column in range(ceil((x - reach_x) / _STEP_X), floor((x + reach_x) / _STEP_X) + 1):
        for row in range(ceil((y - reach_y) / _STEP_Y), floor((y + reach_y) / _STEP_Y) + 1):
            yield column, row


def _place(slot: _Slot) -> Position:
    return slot[0] * _STEP_X, slot[1] * _STEP_Y
