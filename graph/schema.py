"""The schema as one table: what the writer, schema.cypher, the legend and the glossary need.

The labels stand in node_types.py, the relations in edge_types.py; both are to be had from here.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.edge_types import EDGE_PROPERTIES, EDGE_TYPES, EVIDENCE_PROPERTIES, FRAME_EDGES, ROLES
from graph.elements import Edge, Node, Subgraph
from graph.node_types import NODE_TYPES
from graph.schema_types import EdgeType, NodeType, Property, Strings

__all__ = [
    "EDGE_PROPERTIES", "EDGE_TYPES", "EVIDENCE_PROPERTIES", "FRAME_EDGES", "NODE_TYPES", "ROLES",
    "SCHEMA_VERSION", "EdgeType", "NodeType", "Property", "Strings", "validate",
]  # fmt: skip

SCHEMA_VERSION = 2
"""Goes up when a store written by this version could mislead an older plangraph."""


def validate(subgraph: Subgraph) -> list[str]:
    """Every breach of the schema, in words; empty when there is none."""
    labels = {node.id: node.label for node in subgraph.nodes}
    found = [problem for node in subgraph.nodes for problem in _node_problems(node)]
    found += [problem for edge in subgraph.edges for problem in _edge_problems(edge, labels)]
    return found


def _node_problems(node: Node) -> Iterator[str]:
    if node.label not in NODE_TYPES:
        yield f"{node.id}: unknown label {node.label}"
        return
    yield from _property_problems(node, NODE_TYPES[node.label].properties)


def _edge_problems(edge: Edge, labels: dict[str, str]) -> Iterator[str]:
    if edge.type not in EDGE_TYPES:
        yield f"{edge.id}: unknown edge type {edge.type}"
        return
    edge_type = EDGE_TYPES[edge.type]
    for end, id, allowed in (
        ("source", edge.source, edge_type.source),
        ("target", edge.target, edge_type.target),
    ):
        if labels.get(id) not in allowed:
            found = labels.get(id, "no such node")
            yield f"{edge.id}: {edge.type} has {end} {found}, not {'|'.join(allowed)}"
    yield from _property_problems(edge, (*EDGE_PROPERTIES, *edge_type.properties))
    if edge.type not in FRAME_EDGES and not edge.evidence:
        yield f"{edge.id}: {edge.type} without evidence"


def _property_problems(element: Node | Edge, declared: tuple[Property, ...]) -> Iterator[str]:
    known = {p.name: p for p in declared}
    for name, value in element.properties.items():
        if name not in known:
            yield f"{element.id}: unknown property {name}"
        elif not known[name].allows(value):
            yield f"{element.id}: {name} = {value!r} is not {known[name].means}"
    for prop in declared:
        if prop.required and prop.name not in element.properties:
            yield f"{element.id}: lacks {prop.name}"
