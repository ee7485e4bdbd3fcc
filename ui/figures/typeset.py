"""Lines of Chinese text: where a line may end, and how to make the lines equally long.

A closing sign never begins a line and an opening one never ends it (GB/T 15834); a number stays
whole together with its sign and its unit, a Latin word stays whole.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ui.figures.font import width

Piece = tuple[str, float]

CLOSING = "，。、；：！？）》〉」』】〕］”’％%…—·,.;:!?)]}"
OPENING = "（《〈「『【〔［“‘([{≥≤约"

_UNITS = "万亿元|亿元|万元|个百分点|平方公里|[万亿]?[元人个家项名年月日件种条段套张台倍户]"
_TOKEN = re.compile(
    rf"[≥≤约第<>±+\-]?\d[\d,.]*(?:[—～~]\d[\d,.]*)?(?:%|％|‰)?(?:{_UNITS})?|[A-Za-z0-9][A-Za-z0-9.+/&-]*|\s+|.",
    re.DOTALL,
)


@lru_cache(maxsize=65536)
def wrap(text: str, room: float, size: float, *, balanced: bool = True) -> tuple[str, ...]:
    """Lines no wider than `room` (a single longer word excepted).

    As equal as they can be if `balanced`, else each as full as it can be.
    """
    pieces = _pieces(text)
    ems = room / size + 1e-6
    lines = _greedy(pieces, ems)
    if balanced and len(lines) > 1:
        low, high = ems / 2, ems
        for _ in range(6):
            middle = (low + high) / 2
            tried = _greedy(pieces, middle)
            if len(tried) == len(lines) and all(width <= middle for _, width in tried):
                high = middle
            else:
                low = middle
        lines = _greedy(pieces, high)
    return tuple(line for line, _ in lines)


def widest_piece(text: str, size: float) -> float:
    """The least room in which `wrap` keeps its promise."""
    return max((width for _, width in _pieces(text)), default=0) * size


def _greedy(pieces: tuple[Piece, ...], ems: float) -> list[Piece]:
    lines: list[Piece] = []
    line = ""
    used = 0.0
    for piece, wide in pieces:
        if line and piece != " " and used + wide > ems:
            lines.append(_trimmed(line, used))
            line, used = "", 0.0
        if line or piece != " ":
            line, used = line + piece, used + wide
    return [*lines, _trimmed(line, used)] if line else lines


def _trimmed(line: str, used: float) -> Piece:
    return (line[:-1], used - width(" ", 1)) if line.endswith(" ") else (line, used)


@lru_cache(maxsize=16384)
def _pieces(text: str) -> tuple[Piece, ...]:
    """What must stay together, with its width in ems."""
    pieces: list[str] = []
    for token in _TOKEN.findall(" ".join(text.split())):
        if pieces and (token[0] in CLOSING or pieces[-1][-1] in OPENING):
            pieces[-1] += token
        else:
            pieces.append(token)
    return tuple((piece, width(piece, 1)) for piece in pieces)
