"""A graph as rows of a database, the same as our own writer keeps (graph/stored.py).

So a Neo4j filled by script or by import answers every question of the catalog, and `Store.read`
gives the graph back.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from graph.elements import Edge, Node, Subgraph
from graph.errors import ExportError
from graph.schema import EDGE_TYPES, NODE_TYPES
from graph.stored import Properties, edge_properties, node_properties

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class Joined(NamedTuple):
    """Edges of one type between two labels: what one statement or one table holds."""

    type: str
    source: str
    target: str


class Stored(NamedTuple):
    """Rows by label, and rows of edges (with `source` and `target` ids) by what they join."""

    nodes: dict[str, list[Properties]]
    edges: dict[Joined, list[Properties]]


def stored(subgraph: Subgraph) -> Stored:
    """All rows, in the order of names and ids.

    Raises ExportError for a label, type or property name that a statement or a table could not
    hold: none of them may come from a document.
    """
    for node in subgraph.nodes:
        _check_names(node.id, node.label in NODE_TYPES, node.label, node.properties)
    for edge in subgraph.edges:
        _check_names(edge.id, edge.type in EDGE_TYPES, edge.type, edge.properties)
    by_id = {node.id: node for node in subgraph.nodes}
    nodes: dict[str, list[Properties]] = defaultdict(list)
    for node in subgraph.nodes:
        nodes[node.label].append(_node(node))
    edges: dict[Joined, list[Properties]] = defaultdict(list)
    for edge in subgraph.edges:
        joined = Joined(edge.type, by_id[edge.source].label, by_id[edge.target].label)
        edges[joined].append(edge_properties(edge, _document(edge, by_id)))
    return Stored(dict(sorted(nodes.items())), dict(sorted(edges.items())))


def _check_names(id: str, known: bool, kind: str, properties: Mapping[str, object]) -> None:
    strange = [] if known else [kind]
    strange += [name for name in properties if not _NAME.fullmatch(name)]
    if strange:
        raise ExportError(
            f"“{strange[0]}” is no name of the schema",
            where=id,
            hint="json, csv and graphml hold any graph",
        )


def _node(node: Node) -> Properties:
    """What several documents say of a shared node stands joined, as it does in the graph."""
    kept = node_properties({"": node})
    if "documents" in kept:
        own = {node.id} if node.properties.get("status") == "loaded" else set()
        kept["documents"] = sorted({e.document for e in node.evidence} | own)
    return kept


def _document(edge: Edge, nodes: Mapping[str, Node]) -> str:
    """Whose edge it is: who states it, else who its ends belong to."""
    if edge.evidence:
        return edge.evidence[0].document
    for end in (nodes[edge.source], nodes[edge.target]):
        if "document_id" in end.properties:
            return str(end.properties["document_id"])
    return edge.target
