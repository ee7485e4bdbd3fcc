"""Places for nodes that join a picture, so that nothing that stands there moves or is covered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import hypot

from ui.explorer.lanes import CARD_HEIGHT, CARD_WIDTH, GAP, Position

_STEP_X, _STEP_Y = CARD_WIDTH + GAP, CARD_HEIGHT + GAP
_REACH = 60  # rings that are searched; the last one is far outside of any picture


def beside(
    positions: Mapping[str, Position], centre: Position, ids: Iterable[str]
) -> dict[str, Position]:
    """The nearest free places around a centre, in the order of the ids."""
    taken = {_slot(place) for place in positions.values()}
    occupied = list(positions.values())
    placed: dict[str, Position] = {}
    slots = _slots_around(centre)
    for id in ids:
        if id in positions:
            continue
        for slot in slots:
            if slot not in taken and not _covers(slot, occupied):
                break
        taken.add(slot)
        placed[id] = _place(slot)
    return placed


def _slots_around(centre: Position) -> Iterable[tuple[int, int]]:
    """Slots of a grid, the nearest first; those at the right before the others."""
    column, row = _slot(centre)
    found = (
        (column + across, row + down)
        for across in range(-_REACH // 4, _REACH // 4)
        for down in range(-_REACH, _REACH)
    )

    def distance(slot: tuple[int, int]) -> tuple[float, int, int]:
        x, y = _place(slot)
        left = 1.35 if x < centre[0] else 1.0
        return (hypot(x - centre[0], 2 * (y - centre[1])) * left, slot[0], slot[1])

    return iter(sorted(found, key=distance))


def _slot(place: Position) -> tuple[int, int]:
    return round(place[0] / _STEP_X), round(place[1] / _STEP_Y)


def _place(slot: tuple[int, int]) -> Position:
    return slot[0] * _STEP_X, slot[1] * _STEP_Y


def _covers(slot: tuple[int, int], occupied: Iterable[Position]) -> bool:
    x, y = _place(slot)
    return any(abs(x - px) < _STEP_X and abs(y - py) < _STEP_Y for px, py in occupied)
