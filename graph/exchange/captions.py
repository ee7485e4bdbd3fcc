"""What a picture or another tool writes on a node or an edge."""

from __future__ import annotations

from graph.elements import Edge, Node
from graph.schema import EDGE_TYPES, NODE_TYPES


def caption(node: Node) -> str:
    """The property the schema names for it; the id when it has none."""
    node_type = NODE_TYPES.get(node.label)
    names = [node_type.caption] if node_type else []
    for name in (*names, "name", "title", "text"):
        if name in node.properties:
            return str(node.properties[name])
    return node.id


def edge_caption(edge: Edge) -> str:
    """The Chinese word of the relation."""
    edge_type = EDGE_TYPES.get(edge.type)
    return edge_type.zh if edge_type else edge.type
