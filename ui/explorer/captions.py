"""What is written on a node, an edge or a type, in the language of the reader."""

from __future__ import annotations

from graph.elements import Node
from graph.schema import EDGE_TYPES, NODE_TYPES


def caption(node: Node) -> str:
    """The node's name, whole; its id when it has none."""
    node_type = NODE_TYPES.get(node.label)
    value = node.properties.get(node_type.caption) if node_type else None
    return str(value) if value not in (None, "") else node.id


def label_name(label: str, language: str) -> str:
    """举措 or measure; the label itself when the schema does not know it."""
    node_type = NODE_TYPES.get(label)
    if node_type is None:
        return label
    return node_type.zh if language == "zh" else node_type.en


def edge_name(type: str, language: str) -> str:
    """牵头 or led by."""
    edge_type = EDGE_TYPES.get(type)
    if edge_type is None:
        return type
    return edge_type.zh if language == "zh" else edge_type.en
