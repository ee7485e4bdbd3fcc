"""GEXF 1.3 for Gephi: colours, shapes and captions of the schema, years as spells.

A plan lives through its period, a target from its baseline year to its year, a milestone and an
observation in their own year. An open end is closed by the first or last year of the graph
(networkx reads no open spells); whatever has no year at all is there all the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lxml import etree

from graph.elements import Edge, Node, Subgraph
from graph.exchange.captions import caption
from graph.exchange.columns import Column, columns, encode, encode_evidence, number_type
from graph.exchange.xml import escape, serialise
from graph.schema import NODE_TYPES

_NAMESPACE = "http://gexf.net/1.3"
_TYPES = {"text": "string", "list": "string", "json": "string", "boolean": "boolean"}
_SHAPES = {"diamond": "diamond", "triangle": "triangle", "box": "square", "square": "square"}
_YEAR = re.compile(r"\d{4}")


def write_gexf(subgraph: Subgraph) -> bytes:
    """Nodes and edges in the order of their ids."""
    root = etree.Element(f"{{{_NAMESPACE}}}gexf", nsmap={None: _NAMESPACE}, version="1.3")
    graph = _add(
        root, "graph", mode="dynamic", defaultedgetype="directed", idtype="string",
        timeformat="integer", timerepresentation="interval",
    )  # fmt: skip
    node_columns, edge_columns = columns(subgraph.nodes), columns(subgraph.edges)
    _declare(graph, "node", subgraph.nodes, node_columns)
    _declare(graph, "edge", subgraph.edges, edge_columns)
    years = [year for node in subgraph.nodes for year in lifetime(node) if year is not None]
    reach = (min(years, default=0), max(years, default=0))
    nodes = _add(graph, "nodes", count=str(len(subgraph.nodes)))
    for node in subgraph.nodes:
        item = _add(nodes, "node", id=escape(node.id), label=escape(caption(node)))
        _values(item, node, node.label, node_columns)
        _look(item, node)
        _spell(item, node, reach)
    edges = _add(graph, "edges", count=str(len(subgraph.edges)))
    for edge in subgraph.edges:
        item = _add(
            edges, "edge", id=escape(edge.id), label=edge.type, kind=edge.type,
            source=escape(edge.source), target=escape(edge.target),
        )  # fmt: skip
        _values(item, edge, edge.type, edge_columns)
    return serialise(root)


def lifetime(node: Node) -> tuple[int | None, int | None]:
    """First and last year; None is open."""
    facts = node.properties
    if node.label in ("Milestone", "Observation"):
        found = _YEAR.match(str(facts.get("date", "")))
        return (int(found[0]), int(found[0])) if found else (None, None)
    if node.label == "Target":
        return _year(facts.get("baseline_year")), _year(facts.get("year"))
    return _year(facts.get("period_start")), _year(facts.get("period_end"))


def _declare(graph: Any, of: str, elements: Iterable[Node | Edge], found: Iterable[Column]) -> None:
    attributes = _add(graph, "attributes", **{"class": of, "mode": "static"})
    for name in ("type", "evidence"):
        _add(attributes, "attribute", id=name, title=name, type="string")
    for column in found:
        type_ = _TYPES.get(column.kind) or number_type(column, elements)
        name = escape(column.name)
        _add(attributes, "attribute", id=f"property.{name}", title=name, type=type_)


def _values(item: Any, element: Node | Edge, type_: str, found: Iterable[Column]) -> None:
    values = _add(item, "attvalues")
    _add(values, "attvalue", **{"for": "type", "value": type_})
    if element.evidence:
        text = escape(encode_evidence(element.evidence))
        _add(values, "attvalue", **{"for": "evidence", "value": text})
    for column in found:
        if column.name in element.properties:
            text = escape(encode(column.kind, element.properties[column.name]))
            _add(values, "attvalue", **{"for": f"property.{escape(column.name)}", "value": text})


def _look(item: Any, node: Node) -> None:
    node_type = NODE_TYPES.get(node.label)
    if node_type:
        red, green, blue = (str(int(node_type.colour[i : i + 2], 16)) for i in (1, 3, 5))
        _add(item, "color", r=red, g=green, b=blue)
        _add(item, "shape", value=_SHAPES.get(node_type.shape, "disc"))


def _spell(item: Any, node: Node, reach: tuple[int, int]) -> None:
    start, end = lifetime(node)
    if start is not None or end is not None:
        first, last = reach
        known = {"start": first if start is None else start, "end": last if end is None else end}
        spell = {name: str(year) for name, year in known.items()}
        _add(_add(item, "spells"), "spell", **spell)


def _year(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _add(parent: Any, name: str, **attributes: str) -> Any:
    return etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}", **attributes)
