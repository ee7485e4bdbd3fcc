"""A Subgraph that can be asked in plain Python, and rows in the order that Cypher gives them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graph.elements import Edge, Node, Subgraph

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Place:
    """Where something is stated."""

    document: Node
    clause: Node
    quote: str
    start: int
    edge: str

    @property
    def title(self) -> str:
        return str(self.document.properties["title"])

    @property
    def ordinal(self) -> int:
        return int(str(self.clause.properties["ordinal"]))


class Index:
    """Neighbours, places and names of a Subgraph."""

    def __init__(self, subgraph: Subgraph) -> None:
        self.node = {node.id: node for node in subgraph.nodes}
        self.edges = subgraph.edges
        self._out: dict[str, list[Edge]] = defaultdict(list)
        self._in: dict[str, list[Edge]] = defaultdict(list)
        for edge in subgraph.edges:
            self._out[edge.source].append(edge)
            self._in[edge.target].append(edge)

    def of(self, *labels: str) -> Iterator[Node]:
        return (node for node in self.node.values() if node.label in labels)

    def out(self, node: Node, *types: str) -> list[Node]:
        return [self.node[e.target] for e in self._out[node.id] if e.type in types]

    def into(self, node: Node, *types: str) -> list[Node]:
        return [self.node[e.source] for e in self._in[node.id] if e.type in types]

    def edges_out(self, node: Node, *types: str) -> list[Edge]:
        return [e for e in self._out[node.id] if e.type in types]

    def edges_in(self, node: Node, *types: str) -> list[Edge]:
        return [e for e in self._in[node.id] if e.type in types]

    def places(self, node: Node) -> list[Place]:
        """By document title, then in the order of the text."""
        found = []
        for edge in self.edges_out(node, "STATED_IN"):
            clause = self.node[edge.target]
            (document,) = self.out(clause, "IN_DOCUMENT")
            first = edge.evidence[0]
            found.append(Place(document, clause, first.quote, first.start, edge.id))
        return sorted(found, key=lambda place: (place.title, place.start, place.edge))

    def place_of(self, edge: Edge) -> tuple[Node, Node]:
        """Document and clause in which a relation is stated."""
        clause = self.node[edge.evidence[0].clause]
        (document,) = self.out(clause, "IN_DOCUMENT")
        return document, clause

    def in_plan(self, document: Node, plan: str | None) -> bool:
        plans = self.into(document, "DESCRIBED_IN")
        return plan is None or any(p.properties["name"] == plan for p in plans)

    def stated(self, plan: str | None, *labels: str) -> Iterator[tuple[Node, Place]]:
        """Things of a plan with their first place in it."""
        for node in self.of(*labels):
            places = [p for p in self.places(node) if self.in_plan(p.document, plan)]
            if places:
                yield node, places[0]

    def owned(self, plan: str | None, *labels: str) -> list[Node]:
        """Things of documents of a plan."""
        return [
            node
            for node in self.of(*labels)
            if self.in_plan(self.node[str(node.properties["document_id"])], plan)
            and self.edges_out(node, "STATED_IN")
        ]


def value(node: Node, name: str) -> Any:
    return node.properties.get(name)


def names(nodes: Iterable[Node]) -> list[str]:
    return sorted({str(node.properties["name"]) for node in nodes})


def ordered(rows: Iterable[tuple[Row, Row]]) -> list[Row]:
    """Rows by their keys; nothing comes last, as in Cypher."""
    return [row for _, row in sorted(rows, key=lambda pair: [_key(part) for part in pair[0]])]


def down(number: float) -> float:
    """A key for descending order."""
    return -number


def _key(part: Any) -> tuple[Any, ...]:
    if isinstance(part, list | tuple):
        return (False, [_key(item) for item in part])
    return (part is None, 0 if part is None else part)
