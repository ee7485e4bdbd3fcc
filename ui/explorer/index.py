"""A Subgraph as the pages ask for it: by id, by neighbour, by type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self, TypeVar

from graph.elements import Edge, Node, Subgraph
from graph.schema import FRAME_EDGES
from ui.explorer.captions import heading

FRAME_LABELS = frozenset({"Clause", "Section"})
"""Nodes of the text itself; pictures leave them out."""

T = TypeVar("T")


@dataclass(frozen=True)
class Index:
    """A whole graph, looked up in no time. It is shared by all sessions: never changed."""

    graph: Subgraph
    _kept: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made of this graph under that key; made once, and gone with the graph."""
        if key not in self._kept:
            self._kept[key] = make()
        found: T = self._kept[key]
        return found

    def prepare(self) -> Self:
        """Look up now what every page asks for."""
        for name in ("nodes", "edges", "labelled", "facts", "touching", "owners"):
            getattr(self, name)
        return self

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Every node by its id."""
        return {node.id: node for node in self.graph.nodes}

    @cached_property
    def edges(self) -> dict[str, Edge]:
        """Every edge by its id."""
        return {edge.id: edge for edge in self.graph.edges}

    @cached_property
    def labelled(self) -> dict[str, tuple[Node, ...]]:
        """The nodes of each label."""
        found = defaultdict(list)
        for node in self.graph.nodes:
            found[node.label].append(node)
        return {label: tuple(nodes) for label, nodes in found.items()}

    @cached_property
    def facts(self) -> tuple[Edge, ...]:
        """The edges that a picture shows: no frame."""
        return tuple(e for e in self.graph.edges if e.type not in FRAME_EDGES)

    @cached_property
    def touching(self) -> dict[str, tuple[Edge, ...]]:
        """The facts that begin or end at a node."""
        found = defaultdict(list)
        for edge in self.facts:
            found[edge.source].append(edge)
            if edge.target != edge.source:
                found[edge.target].append(edge)
        return {id: tuple(edges) for id, edges in found.items()}

    @cached_property
    def owners(self) -> dict[str, str]:
        """The section of a clause, the document of a section or clause."""
        return {
            (edge.source + edge.type): edge.target
            for edge in self.graph.edges
            if edge.type in ("IN_SECTION", "IN_DOCUMENT")
            or (edge.type == "PART_OF" and self._is_section(edge.source))
        }

    def neighbours(self, id: str) -> Iterator[str]:
        """The ids at the other end of a node's facts."""
        for edge in self.touching.get(id, ()):
            yield edge.target if edge.source == id else edge.source

    def among(self, ids: Iterable[str]) -> Subgraph:
        """These nodes and the facts among them."""
        kept = set(ids) & self.nodes.keys()
        edges = (e for id in kept for e in self.touching.get(id, ()) if e.source == id)
        return Subgraph.of((self.nodes[id] for id in kept), (e for e in edges if e.target in kept))

    def section_path(self, clause: str) -> list[str]:
        """The headings above a clause, from the outermost inwards."""
        path: list[str] = []
        section = self.owners.get(clause + "IN_SECTION")
        while section in self.nodes and len(path) < 20:
            path.insert(0, heading(self.nodes[section]))
            section = self.owners.get(section + "PART_OF")
        return path

    def _is_section(self, id: str) -> bool:
        return id in self.nodes and self.nodes[id].label == "Section"
