"""StratML of our own making, read back: the part of the graph that it holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from graph.elements import Edge, Node, Subgraph, Value
from graph.exchange.stratml import GOALS, NAMESPACE, WITHOUT_ELEMENT, held_edge
from graph.exchange.xml import parse, unescape

_LABELS = {label.lower(): label for label in GOALS}


def read_stratml(data: bytes) -> Subgraph:
    """Raises ValueError or KeyError for anything that `write_stratml` did not write."""
    root = parse(data)
    if root.tag != f"{{{NAMESPACE}}}PerformancePlanOrReport":
        raise ValueError("no StratML Part 2")
    nodes: list[Node] = []
    edges: list[Edge] = []
    for item in _all(root, "StrategicPlanCore/Organization/Stakeholder"):
        nodes.append(_body(item))
    for goal in _all(root, "StrategicPlanCore/Goal"):
        if _text(goal, "Identifier"):
            nodes.append(_goal(goal))
            edges += _owned(nodes[-1], goal)
        for objective in _all(goal, "Objective"):
            if _text(objective, "Identifier"):
                nodes.append(_measure(objective))
                edges += _owned(nodes[-1], objective)
                edges += _roles(nodes[-1], objective, "Stakeholder", "Role/Name", "Description")
            for indicator in _all(objective, "PerformanceIndicator"):
                nodes.append(_target(indicator))
                edges += _owned(nodes[-1], indicator)
                edges += _roles(nodes[-1], indicator, "Relationship", "Name", "ReferentIdentifier")
    return Subgraph.of(nodes, edges)


def _body(item: Any) -> Node:
    collective = item.get("StakeholderTypeType") == "Generic_Group"
    properties: dict[str, Value] = {"name": _text(item, "Name"), "collective": collective}
    return Node(_text(item, "Description"), "Organization", properties)


def _goal(item: Any) -> Node:
    id_ = _text(item, "Identifier")
    label = _LABELS[id_.partition("-")[0]]
    properties = {"name": _text(item, "Name")}
    if label == "Strategy":
        properties["vision"] = _text(item, "Description")
    other = _other(item)
    rest = {name: other[name] for name in WITHOUT_ELEMENT if name in other}
    return Node(id_, label, _filled(properties) | rest)


def _measure(item: Any) -> Node:
    properties = {
        "name": _text(item, "Name"),
        "text": _text(item, "Description"),
        "number": _text(item, "SequenceIndicator"),
    }
    return Node(_text(item, "Identifier"), "Measure", _filled(properties))


def _target(item: Any) -> Node:
    quantified = item.get("PerformanceIndicatorType") == "Quantitative"
    results = list(_all(item, "MeasurementInstance/TargetResult"))
    properties = {
        "name": _text(item, "MeasurementDimension"),
        "unit": _text(item, "UnitOfMeasurement"),
        "kind": "quantified" if quantified else "qualitative",
        "comparator": _text(results[0], "Descriptor/DescriptorName"),
    }
    facts = _filled(properties)
    if end := _text(results[0], "EndDate"):
        facts["year"] = int(end.removesuffix("-12-31"))
    for name, result in zip(("value", "value_max"), results, strict=False):
        if units := _text(result, "NumberOfUnits"):
            facts[name] = float(units)
    return Node(_text(item, "Identifier"), "Target", facts)


def _owned(node: Node, item: Any) -> Iterator[Edge]:
    types = {"Pillar": "HAS_PILLAR", "ActionPlan": "HAS_PLAN", "Measure": "HAS_MEASURE"}
    for owner in _other(item)["under"]:
        yield held_edge(types.get(node.label, "SETS_TARGET"), owner, node.id)


def _roles(node: Node, item: Any, element: str, type_: str, body: str) -> Iterator[Edge]:
    for relation in _all(item, element):
        yield held_edge(_text(relation, type_), node.id, _text(relation, body))


def _other(item: Any) -> dict[str, Any]:
    other: dict[str, Any] = json.loads(_text(item, "OtherInformation"))
    return other


def _filled(properties: dict[str, str]) -> dict[str, Value]:
    return {name: value for name, value in properties.items() if value}


def _all(item: Any, path: str) -> Iterator[Any]:
    return iter(item.iterfind("/".join(f"{{{NAMESPACE}}}{name}" for name in path.split("/"))))


def _text(item: Any, path: str) -> str:
    found = next(_all(item, path), None)
    return "" if found is None else unescape(found.text or "")
