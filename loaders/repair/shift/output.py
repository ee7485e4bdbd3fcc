"""What a chosen hypothesis puts in the place of a damaged run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.repair.shift.grow import EATEN, EATEN_LESS
from loaders.repair.shift.state import State
from loaders.repair.shift.tokens import Token
from loaders.repair.trace import Span

_CLOSE_BY = 60
Piece = tuple[str, int, int]
"""A text and the part of the line that it was made of."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of tokens that was read as damage; `chosen` is None where no reading fits."""

    first: int
    last: int
    chosen: State | None
    margin: float = 0.0
    rivals: tuple[State, ...] = ()


@dataclass(frozen=True, slots=True)
class Restored:
    """line[start:end] reads `put`; `put` is None where no reading was found.

    `spans` tells for each character of `put` the part of the line that its bytes come from,
    `margin` how far (in log probability) the next best reading lies behind, `rivals` the readings
    that are near.
    """

    start: int
    end: int
    put: str | None
    spans: tuple[Span, ...] = ()
    margin: float = 0.0
    rivals: tuple[str, ...] = ()


def restored(line: str, found: Sequence[Token], region: Region) -> Restored:
    """The place of a region, cut down to what changes."""
    start, end = found[region.first].start, found[region.last - 1].end
    if region.chosen is None:
        return Restored(start, end, None)
    rest = line[end : end + _CLOSE_BY]
    pieces = _pieces(region.chosen, rest)
    head = _unchanged_head(pieces, line, start)
    tail = _unchanged_tail(pieces[head:], line, end)
    kept = pieces[head : len(pieces) - tail]
    before = "".join(text for text, _, _ in pieces[:head])
    behind = "".join(text for text, _, _ in pieces[len(pieces) - tail :])
    rivals = ("".join(text for text, _, _ in _pieces(rival, rest)) for rival in region.rivals)
    spans: list[Span] = []
    for text, first, last in kept:
        if text == line[first:last]:
            spans.extend((at, at + 1) for at in range(first, last))
        else:
            spans.extend([(first, last)] * len(text))
    return Restored(
        start=start + len(before),
        end=end - len(behind),
        put="".join(text for text, _, _ in kept),
        spans=tuple(spans),
        margin=region.margin,
        rivals=tuple(rival.removeprefix(before).removesuffix(behind) for rival in rivals),
    )


def _pieces(state: State, rest: str) -> list[Piece]:
    pieces: list[Piece] = []
    node = state.output
    while node is not None:
        node, text, first, last = node
        pieces.append((text, first, last))
    pieces.reverse()
    for i in range(len(pieces) - 1, -1, -1):
        text, first, last = pieces[i]
        if text.startswith((EATEN, EATEN_LESS)):
            behind = "".join(piece for piece, _, _ in pieces[i + 1 :]) + rest
            pieces[i] = _eaten(text, behind), first, last
    return pieces


def _eaten(text: str, behind: str) -> str:
    """An ASCII character that '?' ate is gone; only these can be told: < ( and a year's head."""
    if text.startswith(EATEN_LESS):
        return "<" + text[1:]
    if re.match(r"\d{3}年", behind):
        return "2" if behind[0] == "0" else "1"
    closing = re.search("[)）]", behind[:_CLOSE_BY])
    opening = re.search("[(（]", behind[:_CLOSE_BY])
    return "(" if closing and not (opening and opening.start() < closing.start()) else ""


def _unchanged_head(pieces: Sequence[Piece], line: str, at: int) -> int:
    """How many pieces stand as they stood, from the first on."""
    for count, (text, first, last) in enumerate(pieces):
        if first != at or text != line[first:last]:
            return count
        at = last
    return len(pieces)


def _unchanged_tail(pieces: Sequence[Piece], line: str, at: int) -> int:
    for count, (text, first, last) in enumerate(reversed(pieces)):
        if last != at or text != line[first:last]:
            return count
        at = first
    return len(pieces)
