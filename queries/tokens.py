"""Cypher as tokens: what the catalog, the linter and the console look at instead of substrings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
      (?P<space>     \s+ )
    | (?P<comment>   //[^\n\r]* | /\*.*?\*/ )
    | (?P<string>    '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" )
    | (?P<name>      `(?:[^`]|``)*` | [^\W\d]\w* )
    | (?P<parameter> \$(?:`(?:[^`]|``)*`|\w+) )
    | (?P<number>    \d+(?:\.(?!\.)\d*)?(?:[eE][+-]?\d+)?\w* )
    | (?P<sign>      <=|>=|<>|=~|\.\.|\+=|. )
    """,
    re.VERBOSE | re.DOTALL,
)
_OPENING = {"(": ")", "[": "]", "{": "}"}
_CLOSING = frozenset(_OPENING.values())


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of Cypher; `line` counts from 1, `depth` is the number of open brackets around it."""

    kind: str
    text: str
    line: int
    depth: int = 0

    @property
    def word(self) -> str:
        """A bare word in upper case; empty for anything else, so that `match` is no MATCH."""
        bare = self.kind == "name" and not self.text.startswith("`")
        return self.text.upper() if bare else ""

    @property
    def value(self) -> str:
        """A name or a parameter without backticks and $; else the text itself."""
        text = self.text.removeprefix("$") if self.kind == "parameter" else self.text
        return text[1:-1].replace("``", "`") if text.startswith("`") else text


def tokenize(cypher: str, *, line: int = 1) -> list[Token]:
    """Every token but space and comments. An unclosed string or comment shows as stray signs."""
    tokens: list[Token] = []
    depth = 0
    for match in _TOKEN.finditer(cypher):
        kind, text = str(match.lastgroup), match.group()
        if kind == "sign" and text in _CLOSING:
            depth = max(depth - 1, 0)
        if kind not in ("space", "comment"):
            tokens.append(Token(kind, text, line, depth))
        if kind == "sign" and text in _OPENING:
            depth += 1
        line += text.count("\n")
    return tokens


def parameters(tokens: Sequence[Token]) -> set[str]:
    """The names of the parameters that are used."""
    return {token.value for token in tokens if token.kind == "parameter"}


def split(tokens: Sequence[Token], separator: str = ",") -> list[list[Token]]:
    """Cut at a sign (or an upper-case word) that stands outside every bracket of the piece."""
    pieces: list[list[Token]] = [[]]
    level = min((token.depth for token in tokens), default=0)
    for token in tokens:
        if token.depth == level and separator in (token.text, token.word):
            pieces.append([])
        else:
            pieces[-1].append(token)
    return pieces


def last_clause(tokens: Sequence[Token], *words: str) -> list[Token]:
    """What follows the last of some words outside every bracket; empty when there is none."""
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index].depth == 0 and tokens[index].word in words:
            return list(tokens[index + 1 :])
    return []


def projection(tokens: Sequence[Token]) -> list[list[Token]]:
    """The items of a RETURN or WITH, given what follows the word."""
    items = list(tokens)
    if items and items[0].word == "DISTINCT":
        items = items[1:]
    for index, token in enumerate(items):
        if token.depth == items[0].depth and token.word in ("ORDER", "SKIP", "LIMIT", "WHERE"):
            items = items[:index]
            break
    return split(items)


def columns(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The names of the columns that the last RETURN gives."""
    return tuple(_column(item) for item in projection(last_clause(tokens, "RETURN")) if item)


def _column(item: Sequence[Token]) -> str:
    alias = last_clause(item, "AS")
    return alias[0].value if alias else "".join(token.text for token in item)
