"""A step of repair: one kind of damage, when it is looked for, and the examples that prove it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from loaders.repair.draft import Draft
from loaders.repair.signs import Signs


@dataclass(frozen=True, slots=True)
class Step:
    """`apply` takes a draft and what was seen of the text, and gives another draft, or the same.

    `yes` pairs a damaged text with what this step alone makes of it, `no` lists texts that it
    must leave alone; tests/repair/test_steps.py runs them all.
    """

    name: str
    means: str
    apply: Callable[[Draft, Signs], Draft]
    yes: tuple[tuple[str, str], ...]
    no: tuple[str, ...]
