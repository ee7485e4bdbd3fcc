"""A Rule: one shape of Chinese official prose, what it means, and the examples that prove it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from loaders.document import Span

Reading = TypeVar("Reading")
"""What a rule reads at one place: any value that compares by its content."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Reading]):
    """A pattern with named groups, and `make`, which reads a match or refuses it with None.

    `yes` pairs a text with the readings it must give, `no` lists texts that must give none;
    tests/loaders/test_rules.py runs them all. What needs more than the match itself (overlap,
    the section, inheritance) is decided by a named function that calls the rule.
    """

    name: str
    means: str
    pattern: re.Pattern[str]
    make: Callable[[re.Match[str]], Reading | None]
    yes: tuple[tuple[str, tuple[Reading, ...]], ...]
    no: tuple[str, ...]

    def find(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[Span, Reading]]:
        """Every place in text[start:end] that the rule reads, with its span in `text`."""
        stop = len(text) if end is None else end
        for match in self.pattern.finditer(text, start, stop):
            reading = self.make(match)
            if reading is not None:
                yield match.span(), reading


def compile_verbose(pattern: str, **parts: str) -> re.Pattern[str]:
    """A verbose pattern in which `{name}` stands for a part that is written once."""
    for name, part in parts.items():
        pattern = pattern.replace("{" + name + "}", f"(?:{part})")
    return re.compile(pattern, re.VERBOSE)
