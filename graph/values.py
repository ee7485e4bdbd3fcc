"""What the driver returns, as plain values and as elements of the graph."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from neo4j import graph, time
from neo4j.spatial import Point

from graph.elements import Edge, Node
from graph.schema import EDGE_TYPES, NODE_TYPES
from graph.stored import read_edge, read_node


class PlainValues:
    """Turns the driver's values of one answer into values without a type of the driver.

    A node becomes a Node, a relationship an Edge, a path the list of its nodes and edges as they
    are walked, a date or time its ISO text, a point the list of its coordinates; lists and maps
    are converted member by member. The driver brings an element again in every row that names
    it; it is read once, and all rows share it.
    """

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._edges: dict[str, Edge] = {}

    def of(self, value: Any) -> Any:
        """The value without a type of the driver."""
        if isinstance(value, (str, int, float)):
            return value
        if isinstance(value, graph.Node):
            return self._node(value)
        if isinstance(value, graph.Relationship):
            return self._edge(value)
        if isinstance(value, graph.Path):
            walked = zip_longest(map(self._node, value.nodes), map(self._edge, value.relationships))
            return [element for pair in walked for element in pair if element is not None]
        if isinstance(value, (time.Date, time.Time, time.DateTime, time.Duration)):
            return value.iso_format()
        if isinstance(value, (list, tuple, Point)):
            return [self.of(item) for item in value]
        if isinstance(value, dict):
            return {name: self.of(item) for name, item in value.items()}
        return value

    def _node(self, node: graph.Node) -> Node:
        found = self._nodes.get(node.element_id)
        if found is None:
            found = self._nodes[node.element_id] = self._new_node(node)
        return found

    def _new_node(self, node: graph.Node) -> Node:
        label = min(node.labels, default="")
        kept = dict(node)
        if label in NODE_TYPES and "id" in kept:
            return read_node(label, kept)
        return Node(str(kept.get("id", node.element_id)), label, self.of(kept))

    def _edge(self, edge: graph.Relationship) -> Edge:
        found = self._edges.get(edge.element_id)
        if found is None:
            found = self._edges[edge.element_id] = self._new_edge(edge)
        return found

    def _new_edge(self, edge: graph.Relationship) -> Edge:
        kept = dict(edge)
        if edge.type in EDGE_TYPES and {"id", "source", "target"} <= kept.keys():
            return read_edge(edge.type, kept)
        start, end = (_end(node) for node in (edge.start_node, edge.end_node))
        return Edge(str(kept.get("id", edge.element_id)), edge.type, start, end, self.of(kept))


def _end(node: graph.Node | None) -> str:
    return str(node.get("id", node.element_id)) if node is not None else ""
