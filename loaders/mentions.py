"""What a rule read at one place, before resolution makes nodes and edges of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.elements import Value
from loaders.document import Span


@dataclass(frozen=True, slots=True)
class Link:
    """An edge that a rule read together with its mention.

    `name` is the canonical name of a shared node of `label` (an Organization, a Sector, an
    Indicator …); `span` the words that state the relation.
    """

    type: str
    label: str
    name: str
    span: Span
    rule: str
    basis: str = "explicit"
    origin: str = "stated"
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing as one rule read it.

    `spans` are its places, the smallest clause that holds the fact first; `properties` are the
    node's. `part_of` is the span of the mention it is a part of (其中 …), if any. What owns it
    (pillar, measure, plan, strategy) is told by its place, in resolution.
    """

    label: str
    rule: str
    spans: tuple[Span, ...]
    properties: Mapping[str, Value]
    links: tuple[Link, ...] = ()
    part_of: Span | None = None
