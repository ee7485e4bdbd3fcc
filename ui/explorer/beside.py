"""Places for nodes that join a picture, so that nothing that stands there moves or is covered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, count
from math import ceil, floor, hypot

from ui.explorer.lanes import CARD_HEIGHT, CARD_WIDTH, GAP, Position

Box = tuple[float, float, float, float]
"""Centre, width and height of what stands there."""

_Slot = tuple[int, int]
_STEP_X, _STEP_Y = CARD_WIDTH + GAP, CARD_HEIGHT + GAP
_ACROSS, _DOWN = 12, 40  # slots around the centre that are looked at first
_LEFT = 1.35  # a place at the left must be so much nearer: we read from left to right


class Places:
    """A grid of slots, of which some are taken."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._taken: set[_Slot] = set()
        for box in boxes:
            self.take(box)

    def take(self, box: Box) -> None:
        """Let no card touch this box."""
        x, y, width, height = box
        reach_x, reach_y = (width + CARD_WIDTH + GAP) / 2, (height + CARD_HEIGHT + GAP) / 2
        for column in range(ceil((x - reach_x) / _STEP_X), floor((x + reach_x) / _STEP_X) + 1):
            for row in range(ceil((y - reach_y) / _STEP_Y), floor((y + reach_y) / _STEP_Y) + 1):
                self._taken.add((column, row))

    def nearest(self, centre: Position) -> Position:
        """The free place nearest to a centre; it is taken from now on."""
        middle = round(centre[0] / _STEP_X), round(centre[1] / _STEP_Y)
        slots = ((middle[0] + x, middle[1] + y) for x, y in chain(_near(), _below()))
        slot = next(slot for slot in slots if slot not in self._taken)
        place = slot[0] * _STEP_X, slot[1] * _STEP_Y
        self._taken.add(slot)
        return place


def beside(boxes: Iterable[Box], centre: Position, ids: Iterable[str]) -> dict[str, Position]:
    """The nearest free places around a centre, in the order of the ids."""
    places = Places(boxes)
    return {id: places.nearest(centre) for id in ids}


def covers(one: Box, other: Box) -> bool:
    """True when two boxes share a place."""
    (x, y, width, height), (other_x, other_y, other_width, other_height) = one, other
    return (
        abs(x - other_x) < (width + other_width) / 2
        and abs(y - other_y) < (height + other_height) / 2
    )


@cache
def _near() -> tuple[_Slot, ...]:
    """Steps from the middle, the nearest first."""
    steps = [(x, y) for x in range(-_ACROSS, _ACROSS + 1) for y in range(-_DOWN, _DOWN + 1)]

    def distance(step: _Slot) -> tuple[float, _Slot]:
        far = hypot(step[0] * _STEP_X, 2 * step[1] * _STEP_Y)
        return far * (_LEFT if step[0] < 0 else 1.0), step

    return tuple(sorted(steps, key=distance))


def _below() -> Iterator[_Slot]:
    """Rows without end, for when all that is near is taken."""
    return ((x, y) for y in count(_DOWN + 1) for x in range(-_ACROSS, _ACROSS + 1))
