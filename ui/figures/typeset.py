"""Lines of Chinese text: where a line may end, and how to make the lines equally long.

A closing sign never begins a line and an opening one never ends it (GB/T 15834); a number stays
whole together with its sign and its unit, a Latin word stays whole. A Chinese word of
whole_words.txt stays whole where that costs no line.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from ui.figures.font import width

Piece = tuple[str, float]

CLOSING = "，。、；：！？）》〉」』】〕］”’％%…—·,.;:!?)]}"
OPENING = "（《〈「『【〔［“‘([{≥≤约"

_TRAILING = "的化率性"
"""Signs with which a line does not like to begin: they belong to the word before."""

_WORD_FILE = Path(__file__).with_name("whole_words.txt")
_LONGEST_WORD = 4

_UNITS = "万亿元|亿元|万元|个百分点|平方公里|[万亿]?[元人个家项名年月日件种条段套张台倍户]"
# An address or a serial number is parted in the end: it may be longer than a page is wide.
_TOKEN = re.compile(
    rf"[≥≤约第<>±+\-]?\d[\d,.]{{0,30}}(?:[—～~]\d[\d,.]{{0,30}})?(?:%|％|‰)?(?:{_UNITS})?"
    rf"|[A-Za-z0-9][A-Za-z0-9.+/&-]{{0,15}}|\s+|.",
    re.DOTALL,
)


@lru_cache(maxsize=65536)
def wrap(text: str, room: float, size: float, *, balanced: bool = True) -> tuple[str, ...]:
    """Lines no wider than `room` (a single longer word excepted); a line feed ends a line.

    As equal as they can be if `balanced`, else each as full as it can be.
    """
    if "\n" in text:
        parts = (wrap(part, room, size, balanced=balanced) for part in text.split("\n"))
        return tuple(line for part in parts for line in part)
    ems = room / size + 1e-6
    pieces, words = _pieces(text), _words(text)
    lines = _greedy(pieces, ems)
    whole = _greedy(words, ems)
    if len(whole) == len(lines) and all(width <= ems for _, width in whole):
        pieces, lines = words, whole
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
def _words(text: str) -> tuple[Piece, ...]:
    """The same with words that are better not parted."""
    pieces = _pieces(text)
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        count = _word(pieces, at)
        part = pieces[at : at + count]
        whole = ("".join(piece for piece, _ in part), sum(wide for _, wide in part))
        if found and whole[0][0] in _TRAILING:
            whole = (found[-1][0] + whole[0], found[-1][1] + whole[1])
            found.pop()
        found.append(whole)
        at += count
    return tuple(found)


def _word(pieces: tuple[Piece, ...], at: int) -> int:
    """How many pieces from there make a word; punctuation that sticks to the last is no matter."""
    known = _whole_words()
    for count in range(min(_LONGEST_WORD, len(pieces) - at), 1, -1):
        if "".join(p for p, _ in pieces[at : at + count]).strip(CLOSING + OPENING) in known:
            return count
    return 1


@cache
def _whole_words() -> frozenset[str]:
    lines = _WORD_FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


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
