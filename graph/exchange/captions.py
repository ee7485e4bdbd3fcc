"""What a picture or another tool writes on a node."""

from __future__ import annotations

from graph.elements import Node
from graph.schema import NODE_TYPES


def caption(node: Node) -> str:
    """The property the schema names for it; the id when it has none."""
    node_type = NODE_TYPES.get(node.label)
    names = [node_type.caption] if node_type else []
    for name in (*names, "name", "title", "text"):
        if name in node.properties:
            return str(node.properties[name])
    return node.id
