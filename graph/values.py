"""What the driver returns, as plain values and as elements of the graph."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from neo4j import graph, time
from neo4j.spatial import Point

from graph.elements import Edge, Node
from graph.schema import EDGE_TYPES, NODE_TYPES
from graph.stored import read_edge, read_node


def plain(value: Any) -> Any:
    """A value without a type of the driver.

    A node becomes a Node, a relationship an Edge, a path the list of its nodes and edges as they
    are walked, a date or time its ISO text, a point the list of its coordinates; lists and maps
    are converted member by member.
    """
    if isinstance(value, graph.Node):
        return _node(value)
    if isinstance(value, graph.Relationship):
        return _edge(value)
    if isinstance(value, graph.Path):
        walked = zip_longest(map(_node, value.nodes), map(_edge, value.relationships))
        return [element for pair in walked for element in pair if element is not None]
    if isinstance(value, (time.Date, time.Time, time.DateTime)):
        return value.iso_format()
    if isinstance(value, time.Duration):
        return value.iso_format()
    if isinstance(value, Point):
        return list(value)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    return value


def _node(node: graph.Node) -> Node:
    label = next(iter(sorted(node.labels)), "")
    kept = dict(node)
    if label in NODE_TYPES and "id" in kept:
        return read_node(label, kept)
    return Node(str(kept.get("id", node.element_id)), label, _plain_properties(kept))


def _edge(edge: graph.Relationship) -> Edge:
    kept = dict(edge)
    if edge.type in EDGE_TYPES and {"id", "source", "target"} <= kept.keys():
        return read_edge(edge.type, kept)
    start, end = (_end(node) for node in (edge.start_node, edge.end_node))
    return Edge(
        str(kept.get("id", edge.element_id)), edge.type, start, end, _plain_properties(kept)
    )


def _end(node: graph.Node | None) -> str:
    return str(node.get("id", node.element_id)) if node is not None else ""


def _plain_properties(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {name: plain(value) for name, value in kept.items()}
