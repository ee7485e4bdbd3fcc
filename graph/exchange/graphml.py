"""GraphML, as networkx, Gephi, yEd and Cytoscape read it, and back without loss.

`label` is the caption to be drawn, `type` the node's label or the edge's type. Lists and
evidence stand as JSON in texts; the id of a key tells our own reader which is which.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from lxml import etree

from graph.elements import Edge, Node, Subgraph, Value
from graph.exchange.captions import caption
from graph.exchange.columns import (
    Column,
    Kind,
    columns,
    decode,
    decode_evidence,
    encode,
    encode_evidence,
    number_type,
)
from graph.exchange.xml import escape, parse, serialise, unescape

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {"text": "string", "list": "string", "json": "string", "boolean": "boolean"}


def write_graphml(subgraph: Subgraph) -> bytes:
    """Keys, nodes and edges in the order of their names and ids."""
    root = etree.Element(f"{{{_NAMESPACE}}}graphml", nsmap={None: _NAMESPACE})
    node_columns, edge_columns = columns(subgraph.nodes), columns(subgraph.edges)
    _keys(root, "node", subgraph.nodes, node_columns)
    _keys(root, "edge", subgraph.edges, edge_columns)
    graph = etree.SubElement(root, f"{{{_NAMESPACE}}}graph", id="plangraph", edgedefault="directed")
    for node in subgraph.nodes:
        item = etree.SubElement(graph, f"{{{_NAMESPACE}}}node", id=escape(node.id))
        _data(item, "node.label", caption(node))
        _data(item, "node.type", node.label)
        _properties(item, "node", node, node_columns)
    for edge in subgraph.edges:
        ends = {"source": escape(edge.source), "target": escape(edge.target)}
        item = etree.SubElement(graph, f"{{{_NAMESPACE}}}edge", id=escape(edge.id), **ends)
        _data(item, "edge.type", edge.type)
        _properties(item, "edge", edge, edge_columns)
    return serialise(root)


def read_graphml(data: bytes) -> Subgraph:
    """Read it back. Raises ValueError or KeyError on anything else."""
    root = parse(data)
    kinds = {key.get("id"): _column(key) for key in root.iterfind(f"{{{_NAMESPACE}}}key")}
    graph = root.find(f"{{{_NAMESPACE}}}graph")
    if graph is None:
        raise ValueError("no graph in it")
    nodes, edges = [], []
    for item in graph.iterfind(f"{{{_NAMESPACE}}}node"):
        fixed, properties, evidence = _read(item, kinds)
        nodes.append(Node(_attribute(item, "id"), fixed["node.type"], properties, evidence))
    for item in graph.iterfind(f"{{{_NAMESPACE}}}edge"):
        fixed, properties, evidence = _read(item, kinds)
        ends = (_attribute(item, "source"), _attribute(item, "target"))
        edges.append(Edge(_attribute(item, "id"), fixed["edge.type"], *ends, properties, evidence))
    return Subgraph.of(nodes, edges)


def _keys(root: Any, of: str, elements: Iterable[Node | Edge], found: Iterable[Column]) -> None:
    fixed = ("label", "type", "evidence") if of == "node" else ("type", "evidence")
    for name in fixed:
        _key(root, f"{of}.{name}", of, name, "string")
    for column in found:
        type_ = _TYPES.get(column.kind) or number_type(column, elements)
        _key(root, _id(of, column), of, column.name, type_)


def _key(root: Any, id_: str, of: str, name: str, type_: str) -> None:
    key = etree.SubElement(root, f"{{{_NAMESPACE}}}key", id=escape(id_))
    key.set("for", of)
    key.set("attr.name", escape(name))
    key.set("attr.type", type_)


def _properties(item: Any, of: str, element: Node | Edge, found: Iterable[Column]) -> None:
    if element.evidence:
        _data(item, f"{of}.evidence", encode_evidence(element.evidence))
    for column in found:
        if column.name in element.properties:
            _data(item, _id(of, column), encode(column.kind, element.properties[column.name]))


def _data(item: Any, key: str, text: str) -> None:
    etree.SubElement(item, f"{{{_NAMESPACE}}}data", key=escape(key)).text = escape(text)


def _id(of: str, column: Column) -> str:
    return f"{of}.{column.kind}.{column.name}"


def _column(key: Any) -> Column | None:
    _, _, rest = unescape(key.get("id", "")).partition(".")
    kind, _, name = rest.partition(".")
    return Column(name, kind) if name and kind in get_args(Kind) else None  # type: ignore[arg-type]


def _read(
    item: Any, kinds: dict[str, Column | None]
) -> tuple[dict[str, str], dict[str, Value], tuple[Any, ...]]:
    fixed: dict[str, str] = {}
    properties: dict[str, Value] = {}
    for data in item.iterfind(f"{{{_NAMESPACE}}}data"):
        key, text = data.get("key"), unescape(data.text or "")
        column = kinds[key]
        if column is None:
            fixed[key] = text
        else:
            properties[column.name] = decode(column.kind, text)
    evidence = fixed.get("node.evidence") or fixed.get("edge.evidence") or "[]"
    return fixed, properties, decode_evidence(evidence)


def _attribute(item: Any, name: str) -> str:
    return unescape(item.attrib[name])
