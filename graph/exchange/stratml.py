"""StratML Part 2 (ANSI/AIIM 22:2017; its core is ISO 17469-1), as other planning tools know it.

    Strategy, Pillar, ActionPlan   Goal          Measure        Objective
    Target                         PerformanceIndicator         Organization   Stakeholder

`part` is what StratML holds of a graph: the labels and properties of HELD and the edges of
HELD_EDGES. Where it has no element (the kind of a pillar, what a goal stands under), the text of
OtherInformation keeps a line of JSON for our own reader. Evidence, sections, sectors, documents
and the rest are not held; the words of a target stand in its description, for people.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from lxml import etree

from graph.elements import Edge, Node, Subgraph, Value, make_id
from graph.exchange.columns import to_json
from graph.exchange.xml import escape, serialise
from graph.schema import EDGE_TYPES, NODE_TYPES

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"

HELD: dict[str, tuple[str, ...]] = {
    "Strategy": ("name", "vision", "period_start", "period_end"),
    "Pillar": ("name", "kind", "ordinal"),
    "ActionPlan": ("name", "kind", "ordinal", "period_start", "period_end"),
    "Measure": ("name", "text", "number"),
    "Target": ("name", "kind", "comparator", "value", "value_max", "unit", "year"),
    "Organization": ("name", "collective"),
}
"""The properties that travel, by label."""

GOALS = ("Strategy", "Pillar", "ActionPlan")
ROLES = ("LED_BY", "ASSIGNED_TO", "SUPPORTED_BY", "GUIDED_BY", "SUPERVISED_BY")
HELD_EDGES = ("HAS_PILLAR", "HAS_PLAN", "HAS_MEASURE", "SETS_TARGET", *ROLES)
WITHOUT_ELEMENT = ("kind", "ordinal", "period_start", "period_end")
"""Properties of a goal that only OtherInformation can keep."""


def part(subgraph: Subgraph) -> Subgraph:
    """What comes back when a graph is sent round through StratML."""
    nodes = [_held(node) for node in subgraph.nodes if node.label in HELD]
    known = {node.id for node in nodes}
    return Subgraph.of(
        nodes,
        (
            held_edge(edge.type, edge.source, edge.target)
            for edge in subgraph.edges
            if edge.type in HELD_EDGES and {edge.source, edge.target} <= known
        ),
    )


def held_edge(type_: str, source: str, target: str) -> Edge:
    """An edge without its evidence."""
    bare: dict[str, Value] = {"origin": "stated", "basis": "structure"}
    return Edge(make_id(type_, source, target), type_, source, target, bare)


def write_stratml(subgraph: Subgraph) -> bytes:
    """One plan of all the goals there are. Valid against the published XSD."""
    return serialise(_Plan(subgraph).root())


class _Plan:
    """The part on its way to XML."""

    def __init__(self, subgraph: Subgraph) -> None:
        self.part = part(subgraph)
        self.quotes = {n.id: n.evidence[0].quote for n in subgraph.nodes if n.evidence}
        self.documents = [
            node for node in subgraph.nodes_of("Document") if node.properties["status"] == "loaded"
        ]
        self.names = {node.id: str(node.properties["name"]) for node in self.part.nodes}
        self.owners = {node.id: self._owners(node) for node in self.part.nodes}

    def root(self) -> Any:
        """The document element."""
        root = etree.Element(f"{{{NAMESPACE}}}PerformancePlanOrReport", nsmap={None: NAMESPACE})
        root.set("Type", "Strategic_Plan")
        strategies = self.part.nodes_of("Strategy")
        titles = [str(node.properties["title"]) for node in self.documents]
        _add(root, "Name", "、".join([self.names[n.id] for n in strategies] or titles))
        core = _add(root, "StrategicPlanCore")
        self._organization(core)
        _add(_add(core, "Vision"), "Description", "；".join(map(_vision, strategies)))
        for label in GOALS:
            for node in sorted(self.part.nodes_of(label), key=_place):
                self._goal(core, node)
        self._rest(core)
        self._administration(root, strategies)
        return root

    def _organization(self, core: Any) -> None:
        organization = _add(core, "Organization")
        issuers = sorted({str(d.properties.get("issuer", "")) for d in self.documents} - {""})
        _add(organization, "Name", "、".join(issuers))
        for body in self.part.nodes_of("Organization"):
            collective = body.properties["collective"]
            kind = "Generic_Group" if collective else "Organization"
            item = _add(organization, "Stakeholder", StakeholderTypeType=kind)
            _add(item, "Name", self.names[body.id])
            _add(item, "Description", body.id)

    def _goal(self, core: Any, node: Node) -> None:
        goal = _add(core, "Goal")
        _add(goal, "Name", self.names[node.id])
        vision = _vision(node) if node.label == "Strategy" else self.quotes.get(node.id, "")
        _add(goal, "Description", vision)
        _add(goal, "Identifier", node.id)
        _add(goal, "SequenceIndicator", str(node.properties.get("ordinal", "")))
        rest = {name: node.properties[name] for name in WITHOUT_ELEMENT if name in node.properties}
        _add(goal, "OtherInformation", to_json(rest | {"under": self.owners[node.id]}))
        self._objectives(goal, node.id)

    def _rest(self, core: Any) -> None:
        """What no goal owns; StratML also wants at least one goal."""
        homeless = any(not self.owners[n.id] for n in self.part.nodes_of("Measure"))
        homeless |= any(not self.owners[n.id] for n in self.part.nodes_of("Target"))
        if homeless or not any(node.label in GOALS for node in self.part.nodes):
            goal = _add(core, "Goal")
            _add(goal, "Name", "其他 Other")
            _add(goal, "Description", "")
            self._objectives(goal, None)

    def _objectives(self, goal: Any, owner: str | None) -> None:
        for node in self._owned("Measure", owner):
            self._objective(goal, node)
        targets = self._owned("Target", owner)
        if targets:
            objective = _add(goal, "Objective")
            _add(objective, "Name", f"{NODE_TYPES['Target'].zh} targets")
            for target in targets:
                self._indicator(objective, target)

    def _objective(self, goal: Any, node: Node) -> None:
        objective = _add(goal, "Objective")
        _add(objective, "Name", self.names[node.id])
        _add(objective, "Description", str(node.properties.get("text", "")))
        _add(objective, "Identifier", node.id)
        _add(objective, "SequenceIndicator", str(node.properties.get("number", "")))
        for edge in self._roles(node):
            stakeholder = _add(objective, "Stakeholder")
            _add(stakeholder, "Name", self.names[edge.target])
            _add(stakeholder, "Description", edge.target)
            role = _add(stakeholder, "Role")
            _add(role, "Name", edge.type)
            _add(role, "Description", _words(edge.type))
            _add(role, "RoleType", "Performer")
        _add(objective, "OtherInformation", to_json({"under": self.owners[node.id]}))
        for target in self._owned("Target", node.id):
            self._indicator(objective, target)

    def _indicator(self, objective: Any, node: Node) -> None:
        facts = node.properties
        kind = "Quantitative" if facts["kind"] == "quantified" else "Qualitative"
        item = _add(objective, "PerformanceIndicator", PerformanceIndicatorType=kind)
        _add(item, "MeasurementDimension", self.names[node.id])
        _add(item, "UnitOfMeasurement", str(facts.get("unit", "")))
        _add(item, "Identifier", node.id)
        for edge in self._roles(node):
            relation = _add(item, "Relationship")
            _add(relation, "ReferentIdentifier", edge.target)
            _add(relation, "Name", edge.type)
            _add(relation, "Description", _words(edge.type))
        instance = _add(item, "MeasurementInstance")
        _result(instance, facts, "value", self.quotes.get(node.id, ""))
        if "value_max" in facts:
            _result(instance, facts, "value_max", "")
        _add(item, "OtherInformation", to_json({"under": self.owners[node.id]}))

    def _administration(self, root: Any, strategies: Sequence[Node]) -> None:
        item = _add(root, "AdministrativeInformation")
        for element, name, day in (
            ("StartDate", "period_start", "01-01"),
            ("EndDate", "period_end", "12-31"),
        ):
            years = [str(n.properties[name]) for n in strategies if name in n.properties]
            if years:
                _add(item, element, f"{min(years) if day == '01-01' else max(years)}-{day}")
        issued = [str(d.properties["issued"]) for d in self.documents if "issued" in d.properties]
        if issued:
            _add(item, "PublicationDate", max(issued))

    def _owners(self, node: Node) -> list[str]:
        types = ("HAS_PILLAR", "HAS_PLAN", "HAS_MEASURE", "SETS_TARGET")
        return sorted(e.source for e in self.part.edges if e.type in types and e.target == node.id)

    def _owned(self, label: str, owner: str | None) -> list[Node]:
        """What stands under its first owner, so that it stands in the file once."""
        nodes = sorted(self.part.nodes_of(label), key=_place)
        return [node for node in nodes if next(iter(self.owners[node.id]), None) == owner]

    def _roles(self, node: Node) -> list[Edge]:
        return [e for e in self.part.edges if e.source == node.id and e.type in ROLES]


def _held(node: Node) -> Node:
    held = {name: node.properties[name] for name in HELD[node.label] if name in node.properties}
    for name in ("value", "value_max"):
        if name in held:
            held[name] = float(held[name])  # type: ignore[arg-type]
    return Node(node.id, node.label, {name: v for name, v in held.items() if v != ""})


def _result(instance: Any, facts: Any, name: str, quote: str) -> None:
    result = _add(instance, "TargetResult")
    if "year" in facts:
        _add(result, "EndDate", f"{facts['year']:04}-12-31")
    if name in facts:
        _add(result, "NumberOfUnits", f"{Decimal(repr(facts[name])):f}")
    if "comparator" in facts:
        _add(_add(result, "Descriptor"), "DescriptorName", facts["comparator"])
    _add(result, "Description", quote)


def _words(type_: str) -> str:
    return f"{EDGE_TYPES[type_].zh} {EDGE_TYPES[type_].en}"


def _vision(node: Node) -> str:
    return str(node.properties.get("vision", ""))


def _place(node: Node) -> tuple[object, ...]:
    return (node.properties.get("ordinal", 0), node.id)


def _add(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:
    item = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", **attributes)
    if text is not None:
        item.text = escape(text)
    return item
