"""What a shape reads at one quantity: a Claim; and the rules that read it, with their examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from loaders.document import Span
from loaders.quantities import Comparator, Quantity
from loaders.rules.folding import QUANTITY_SIGNS, Folded, fold_text

Reading = TypeVar("Reading")


@dataclass(frozen=True, slots=True)
class Claim:
    """A quantity that a text promises: of what, in which mode.

    `name` is empty where the indicator was named before (…，达到2400亿元).
    """

    name: str
    quantity: Quantity
    mode: str = "level"
    direction: str = ""
    counted: bool = False

    def __str__(self) -> str:
        """As the examples of the rules show it: 产业规模 = 1000 亿元 level."""
        return f"{self.name} {self.quantity} {self.mode} {self.direction}".strip()


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a clause with one live quantity, its sign at `at`; the others are written out.

    `verb` is the deliverable verb that governs it, its own or carried over `、`.
    """

    text: str
    at: int
    quantity: Quantity
    span: Span
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A match of a pattern in a piece, and the quantity it is about."""

    match: re.Match[str]
    piece: Piece

    def __getitem__(self, name: str) -> str:
        """A group's words, empty where it took no part."""
        return self.match.groupdict().get(name) or ""

    @property
    def quantity(self) -> Quantity:
        """The live quantity."""
        return self.piece.quantity


@dataclass(frozen=True, slots=True)
class QuantityRule(Generic[Reading]):
    """A shape around one quantity: a pattern over the folded piece, its sign named `{q}`.

    As `Rule`, but what it sees is folded; `yes` pairs a text with what its readings look like
    as text, `no` lists texts in which it must read nothing.
    """

    name: str
    means: str
    pattern: re.Pattern[str]
    make: Callable[[Hit], Reading | None]
    yes: tuple[tuple[str, tuple[str, ...]], ...]
    no: tuple[str, ...]

    def read(self, piece: Piece) -> Reading | None:
        """What the rule reads at the piece's quantity, if anything."""
        for match in self.pattern.finditer(piece.text):
            if match.start("q") == piece.at:
                return self.make(Hit(match, piece))
        return None

    def find(self, text: str) -> Iterator[tuple[Span, Reading]]:
        """Every reading in a short text, each quantity taken alone."""
        folded = fold_text(text)
        for at in folded.quantities(0, len(folded.text)):
            piece = piece_at(folded, at, 0, len(folded.text))
            reading = self.read(piece)
            if reading is not None:
                yield piece.span, reading


def by_kind(
    rules: Iterable[QuantityRule[Reading]],
) -> Mapping[str, Sequence[QuantityRule[Reading]]]:
    """The rules that can read each kind of quantity, by its sign, in their order."""
    listed = tuple(rules)
    return {
        sign: [rule for rule in listed if sign in rule.pattern.pattern] for sign in QUANTITY_SIGNS
    }


def piece_at(folded: Folded, at: int, start: int, end: int, verb: str = "") -> Piece:
    """The part text[start:end] of a folded passage around the quantity at `at`."""
    before = folded.written(start, at)
    after = folded.written(at + 1, end)
    quantity = folded.quantity(at)
    if quantity.comparator == "=":
        for comparator, words in _FAR:
            if words.search(before):
                quantity = replace(quantity, comparator=comparator)
    whole = before + folded.text[at] + after
    return Piece(whole, len(before), quantity, folded.span(start, end), verb)


_FAR: tuple[tuple[Comparator, re.Pattern[str]], ...] = (
    (
        ">=",
        re.compile(
            r"(?:至少|最少|不少于)[^，、\d]{0,10}$|(?:不低于|不少于)[^，、\d]{0,20}的$"
            r"|(?:形成|具备|建立)(?:不低于|不少于)[^，、\d]{0,20}$"
        ),
    ),
    ("<=", re.compile(r"(?:不高于|不超过)[^，、\d]{0,20}的$")),
)
"""至少建设一所: the verb stands between the word and the number it binds."""
