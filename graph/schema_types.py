"""The words the schema is written in: Property, NodeType, EdgeType."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

Strings = list[str]

_LARGEST = 2**63  # what both engines keep as an integer
_HALF_A_PAIR = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a node or an edge; `kind` is str, int, float, bool or a list of strings."""

    name: str
    kind: type
    means: str
    required: bool = False
    values: tuple[str, ...] = ()

    def allows(self, value: object) -> bool:
        """True when a value has this property's type, both engines can keep it, and, where the
        values are listed, it is one of them.
        """
        if self.kind is Strings:
            return isinstance(value, list) and all(_is_text(item) for item in value)
        if self.kind is str:
            return _is_text(value) and (not self.values or value in self.values)
        if self.kind is float and isinstance(value, float):
            return math.isfinite(value)
        if self.kind in (int, float):
            whole = isinstance(value, int) and not isinstance(value, bool)
            return whole and -_LARGEST <= value < _LARGEST  # type: ignore[operator]
        return isinstance(value, self.kind)


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label: its names, its look in every picture, its properties.

    `shared` nodes are hashed over a canonical name, so that two documents meet in them;
    the others belong to the one document that states them.
    """

    label: str
    zh: str
    en: str
    colour: str
    shape: str
    means: str
    properties: tuple[Property, ...]
    shared: bool = False

    @property
    def caption(self) -> str:
        """The property that is written on the node."""
        names = [p.name for p in self.properties]
        return next(name for name in ("name", "title", "text", "value") if name in names)


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A relation that reads source → target, and the labels it may join.

    `means` completes the sentence “source … target”.
    """

    type: str
    zh: str
    en: str
    means: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    properties: tuple[Property, ...] = ()


def _is_text(value: object) -> bool:
    """A string without half a surrogate pair, which no file and no engine takes."""
    return isinstance(value, str) and not _HALF_A_PAIR.search(value)
