"""The one type that loaders make, the store keeps, queries return and exporters write: Subgraph."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from json.encoder import encode_basestring
from typing import Any, TypeVar

Value = str | int | float | bool | list[str]
"""What a property may hold. Dates are ISO text; an absent property is not stored at all."""

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u
_PAIRS = tuple(_ALPHABET[number & 31] + _ALPHABET[number >> 5] for number in range(1024))
_SHIFTS = range(0, 60, 10)
"""Twelve letters of five bits each, two at a time: a long document has 40,000 ids a megabyte."""


def make_id(label: str, *key: object) -> str:
    """A stable id: the label in lower case and 12 characters of a SHA-256 over the natural key.

    The same key gives the same id on every machine and in every load order.
    """
    text = f"[{','.join([encode_basestring(str(part)) for part in (label, *key)])}]"  # as JSON
    number = int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest()[:8], "big")
    letters = [_PAIRS[(number >> shift) & 1023] for shift in _SHIFTS]
    return f"{label.lower()}-{''.join(letters)}"


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The sentence a fact came from.

    `start` and `end` are half-open code-point offsets in the cleaned text, `quote` is that
    slice; `raw_start` and `raw_end` bound the same passage in the text as it was received.
    """

    document: str
    clause: str
    start: int
    end: int
    quote: str
    rule: str
    raw_start: int
    raw_end: int


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of the strategy; `label` is one of schema.NODE_TYPES."""

    id: str
    label: str
    properties: Mapping[str, Value] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation that reads source → target; `type` is one of schema.EDGE_TYPES."""

    id: str
    type: str
    source: str
    target: str
    properties: Mapping[str, Value] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Nodes and edges in the order of their ids, each id once."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()

    @classmethod
    def of(cls, nodes: Iterable[Node], edges: Iterable[Edge] = ()) -> Subgraph:
        """Sort, and join what bears the same id (see `join_properties`)."""
        return cls(tuple(_joined(nodes)), tuple(_joined(edges)))

    def merge(self, other: Subgraph) -> Subgraph:
        """Both graphs as one; the order of the two does not matter."""
        return Subgraph.of((*self.nodes, *other.nodes), (*self.edges, *other.edges))

    def nodes_of(self, label: str) -> tuple[Node, ...]:
        """The nodes of one label."""
        return tuple(node for node in self.nodes if node.label == label)

    def edges_of(self, type: str) -> tuple[Edge, ...]:
        """The edges of one type."""
        return tuple(edge for edge in self.edges if edge.type == type)

    def to_json(self) -> str:
        """Graph JSON: sorted, LF, the same bytes for the same graph."""
        data = {"nodes": [_plain(n) for n in self.nodes], "edges": [_plain(e) for e in self.edges]}
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Subgraph:
        """Read what `to_json` wrote. Raises ValueError, KeyError or TypeError on anything else."""
        data = json.loads(text)
        return cls.of(
            (_from_plain(Node, item) for item in data["nodes"]),
            (_from_plain(Edge, item) for item in data["edges"]),
        )


Element = TypeVar("Element", Node, Edge)


def join(one: Element, other: Element) -> Element:
    """One element of two that bear the same id."""
    if one is other:
        return one
    return replace(
        one,
        properties=join_properties(one.properties, other.properties),
        evidence=join_evidence(one.evidence, other.evidence),
    )


def join_properties(one: Mapping[str, Value], other: Mapping[str, Value]) -> dict[str, Value]:
    """What two documents say of one thing, whichever came first.

    Lists are united; of two different single values the smaller one is kept (but a document is
    “loaded” once anyone has loaded it), so that the join is commutative, associative and
    idempotent: no load order shows in the graph.
    """
    joined: dict[str, Value] = {}
    for name in sorted({*one, *other}):
        values = [p[name] for p in (one, other) if name in p]
        lists = [value for value in values if isinstance(value, list)]
        if lists and any(value != values[0] for value in values):
            joined[name] = sorted({item for value in lists for item in value})
        else:
            joined[name] = min(values, key=_rank)
    return joined


def join_evidence(one: Iterable[Evidence], other: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """All the places of both, in the order of the text; one and the same tuple stays as it is."""
    one, other = tuple(one), tuple(other)
    if one == other:
        return one
    return tuple(sorted({*one, *other}, key=lambda e: (e.document, e.start, e.end, e)))


def _rank(value: Value) -> tuple[bool, bool, Any, str]:
    return (value != "loaded", isinstance(value, str), value, type(value).__name__)


def _joined(elements: Iterable[Element]) -> Iterator[Element]:
    found: dict[str, Element] = {}
    for element in elements:
        known = found.get(element.id)
        found[element.id] = element if known is None else join(known, element)
    return (found[id] for id in sorted(found))


def _plain(element: Node | Edge) -> dict[str, Any]:
    plain = {name: getattr(element, name) for name in element.__slots__}
    plain["properties"] = dict(sorted(element.properties.items()))
    plain["evidence"] = [
        {name: getattr(evidence, name) for name in Evidence.__slots__}
        for evidence in element.evidence
    ]
    return plain


def _from_plain(kind: type[Element], plain: dict[str, Any]) -> Element:
    evidence = tuple(Evidence(**item) for item in plain["evidence"])
    return kind(**{**plain, "evidence": evidence})
