"""A damaged line cut into characters, annotations, tags and the marks of lost bytes."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from loaders.repair.shapes import (
    ANNOTATION,
    LOST,
    SWALLOWED,
    TAG,
    TAG_REST,
    UNMARKED_CUT,
    is_syllable,
)


class Kind(Enum):
    """What a token is."""

    CHARACTER = "character"
    ANNOTATION = "(pinyin)"
    SWALLOWED = "?pinyin)"
    TAG = "<tag>"
    TAG_REST = "?tag>"
    QUESTION = "?"
    CUT = "a comma that was a full stop and the first byte of the next character"


LOSSES = frozenset({Kind.SWALLOWED, Kind.TAG_REST, Kind.QUESTION})
"""The tokens in which a '?' stands for a lost byte, or for itself."""


class Token(NamedTuple):
    """A piece of a line; `value` is its syllable, or the rest of its tag."""

    kind: Kind
    raw: str
    start: int
    value: str = ""

    @property
    def end(self) -> int:
        """Where the token ends in the line."""
        return self.start + len(self.raw)


def tokens(line: str) -> list[Token]:
    """Cut a line; joined again the tokens are the line."""
    cuts = {match.start() for match in UNMARKED_CUT.finditer(line)}
    found: list[Token] = []
    at = 0
    while at < len(line):
        token = _special(line, at) if line[at] in _SPECIAL else None
        if token is None:
            kind = Kind.CUT if at in cuts else Kind.CHARACTER
            token = Token(kind, line[at], at)
        found.append(token)
        at = token.end
    return found


_QUESTIONS = frozenset(f"?？{LOST}")
_OPENING = frozenset("(（ \u3000")
_SPECIAL = _QUESTIONS | _OPENING | {"<"}


def _special(line: str, at: int) -> Token | None:
    ch = line[at]
    if ch in _QUESTIONS:
        if rest := TAG_REST.match(line, at):
            return Token(Kind.TAG_REST, rest[0], at, rest["rest"])
        swallowed = SWALLOWED.match(line, at)
        if swallowed and is_syllable(swallowed["syllable"]):
            return Token(Kind.SWALLOWED, swallowed[0], at, swallowed["syllable"])
        return Token(Kind.QUESTION, ch, at)
    if ch == "<":
        tag = TAG.match(line, at)
        return Token(Kind.TAG, tag[0], at) if tag else None
    note = ANNOTATION.match(line, at) if at else None
    if note and is_syllable(note["syllable"]):
        return Token(Kind.ANNOTATION, note[0], at, note["syllable"])
    return None
