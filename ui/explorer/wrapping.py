"""Chinese text in lines: a number is never split, closing punctuation never starts a line."""

from __future__ import annotations

import re
import unicodedata

_TOKEN = re.compile(r"[A-Za-z0-9.,%+\-]+|.", re.DOTALL)
_CLOSING = "，。；、：！？”’）》】%％),;!?"
_OPENING = "“‘（《【("
_LONGEST = 400  # characters that are looked at; nothing drawn is longer


def wrap(text: str, width: float, lines: int) -> list[str]:
    """At most `lines` lines of `width` Chinese characters; what is left out ends in “…”."""
    rows = [""]
    for token in _tokens(" ".join(text[:_LONGEST].split())):
        for piece in _pieces(token, width):
            if rows[-1] and width_of(rows[-1] + piece) > width:
                rows.append(piece.lstrip())
            else:
                rows[-1] += piece
    rows = [row for row in rows if row]
    if len(rows) <= lines and len(text) <= _LONGEST:
        return rows
    return [*rows[: lines - 1], _shortened(rows[lines - 1] if len(rows) >= lines else "", width)]


def width_of(text: str) -> float:
    """The width in Chinese characters; Latin letters and digits take a little over half."""
    return sum(1 if unicodedata.east_asian_width(letter) in "WFA" else 0.56 for letter in text)


def _shortened(row: str, width: float) -> str:
    while row and width_of(row + "…") > width:
        row = row[:-1]
    return row.rstrip(_CLOSING + _OPENING) + "…"


def _pieces(token: str, width: float) -> list[str]:
    """A word that is longer than a line, cut to lines."""
    if width_of(token) <= width:
        return [token]
    size = max(1, int(width * len(token) / width_of(token)))
    return [token[start : start + size] for start in range(0, len(token), size)]


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    for token in _TOKEN.findall(text):
        if tokens and (token[0] in _CLOSING or tokens[-1][-1] in _OPENING):
            tokens[-1] += token
        else:
            tokens.append(token)
    return tokens
