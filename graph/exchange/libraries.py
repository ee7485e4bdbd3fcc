"""The graph as other Python libraries hold it. None of them is imported before it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from graph.elements import Subgraph
from graph.errors import ExportError
from graph.exchange.stored import stored

if TYPE_CHECKING:
    import pandas


class Frames(NamedTuple):
    """A row a node, a row an edge; the index is the id."""

    nodes: pandas.DataFrame
    edges: pandas.DataFrame


def to_networkx(subgraph: Subgraph) -> Any:
    """A networkx.MultiDiGraph; the key of an edge is its id.

    Nodes carry `label`, edges `type`, both their properties and `evidence` (a tuple).
    """
    import networkx

    graph = networkx.MultiDiGraph()
    for node in subgraph.nodes:
        graph.add_node(node.id, label=node.label, evidence=node.evidence, **node.properties)
    for edge in subgraph.edges:
        graph.add_edge(
            edge.source, edge.target, key=edge.id,
            type=edge.type, evidence=edge.evidence, **edge.properties,
        )  # fmt: skip
    return graph


def to_pandas(subgraph: Subgraph) -> Frames:
    """Two frames; a missing property is a missing value, evidence a tuple."""
    import pandas

    nodes = [
        {"id": n.id, "label": n.label, **n.properties, "evidence": n.evidence}
        for n in subgraph.nodes
    ]
    edges = [
        {"id": e.id, "type": e.type, "source": e.source, "target": e.target, **e.properties,
         "evidence": e.evidence}
        for e in subgraph.edges
    ]  # fmt: skip
    return Frames(
        pandas.DataFrame(nodes, columns=_names(nodes, "id", "label")).set_index("id"),
        pandas.DataFrame(edges, columns=_names(edges, "id", "type", "source", "target")).set_index(
            "id"
        ),
    )


def to_py2neo(subgraph: Subgraph) -> Any:
    """A py2neo.Subgraph with the properties a store keeps, ready for `graph.merge(…)`.

    py2neo is end of life; for new work use the `neo4j` driver or `export(…, "cypher", …)`.
    Raises ExportError when it is not installed.
    """
    try:
        from py2neo import Node, Relationship
        from py2neo import Subgraph as Py2neoSubgraph
    except ImportError as error:
        raise ExportError(
            "py2neo is not installed", hint="pip install 'plangraph[py2neo]'"
        ) from error
    rows, joined = stored(subgraph)
    nodes = {row["id"]: Node(label, **row) for label, found in rows.items() for row in found}
    for node in nodes.values():
        node.__primarylabel__, node.__primarykey__ = next(iter(node.labels)), "id"
    relationships = [
        Relationship(nodes[row["source"]], of.type, nodes[row["target"]], **row)
        for of, found in joined.items()
        for row in found
    ]
    return Py2neoSubgraph(nodes.values(), relationships)


def _names(rows: list[dict[str, Any]], *first: str) -> list[str]:
    found = sorted({name for row in rows for name in row} - {*first, "evidence"})
    return [*first, *found, "evidence"]
