"""Columns of chips side by side: how wide each should be so that all are about equally high."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from ui.figures.chips import Setting
from ui.figures.drawing import LEADING, Box
from ui.figures.font import width
from ui.figures.typeset import widest_piece

_ROUNDS = 30
_NARROWEST = 4.5  # in ems


def widths(columns: Sequence[Sequence[Box]], room: float, setting: Setting) -> list[float]:
    """Widths that share `room` (without the gaps between); found by estimate, not by setting."""
    least = [
        max([_NARROWEST * setting.size, *(widest_piece(b.text, setting.size) for b in boxes)])
        + 2 * setting.padding
        + 1
        for boxes in columns
    ]
    texts = [[width(box.text, setting.size) for box in boxes] for boxes in columns]
    shares = [room / len(columns)] * len(columns)
    best, lowest = shares, float("inf")
    for _ in range(_ROUNDS):
        shares = _within(shares, least, room)
        heights = [
            _height(found, share, setting) for found, share in zip(texts, shares, strict=True)
        ]
        tallest = max(heights)
        if tallest < lowest - 0.1:
            best, lowest = shares, tallest
        mean = sum(heights) / len(heights) or 1.0
        shares = [s * (h / mean) ** 0.3 for s, h in zip(shares, heights, strict=True)]
    return best


def filled(boxes: Sequence[Box], tall: float, most: float = 1.7) -> list[Box]:
    """Chips of a column made higher, up to `most` times, until they reach down to `tall`."""
    if not boxes:
        return []
    slack = tall - boxes[-1].bottom
    own = sum(box.height for box in boxes)
    factor = min(most, 1 + slack / own) if slack > 0 else 1.0
    placed: list[Box] = []
    shift = 0.0
    for box in boxes:
        grown = box.height * factor
        placed.append(replace(box, y=box.y + shift, height=grown))
        shift += grown - box.height
    return placed


def _height(texts: Sequence[float], room: float, setting: Setting) -> float:
    inner = max(room - 2 * setting.padding, setting.size)
    pitch = setting.size * LEADING
    return sum(ceil(text / inner) * pitch + 2 * setting.padding + setting.gap for text in texts)


def _within(shares: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Scaled to the room, none below its least."""
    fixed: set[int] = set()
    found = list(shares)
    for _ in range(len(shares)):
        free = room - sum(least[i] for i in fixed)
        total = sum(found[i] for i in range(len(found)) if i not in fixed) or 1.0
        found = [least[i] if i in fixed else found[i] * free / total for i in range(len(found))]
        short = {i for i, share in enumerate(found) if share < least[i]} - fixed
        if not short or len(fixed | short) == len(found):
            break
        fixed |= short
    return found
