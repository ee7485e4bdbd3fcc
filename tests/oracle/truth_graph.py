"""The sample city as a Subgraph made from its labels (truth.json), not from our own reading.

Questions can so be asked of what the documents say, whatever the rules make of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from pathlib import Path
from typing import Any

from graph.elements import Edge, Evidence, Node, Subgraph, Value, make_id

CITY = Path(__file__).resolve().parents[2] / ".." / "shared" / "sample-city"
DOCUMENTS = (
    "overall-2026.html",
    "special-manufacturing.docx",
    "special-health.pdf",
    "special-data.txt",
    "special-talent.html",
)
TARGET_PROPERTIES = (
    "comparator", "value", "value_max", "unit", "value_std", "value_max_std", "unit_std", "year",
    "deadline_basis", "kind", "mode", "direction", "baseline_year", "baseline_value", "per",
    "qualifier", "scope", "strength", "bindingness",
)  # fmt: skip
STATED = {"origin": "stated", "basis": "explicit"}


def truth() -> dict[str, Any]:
    """The labels and planted facts of the sample city."""
    return dict(json.loads((CITY / "truth.json").read_text("utf-8")))


def truth_graph() -> Subgraph:
    """The overall plan and the four special plans as one graph."""
    return reduce(Subgraph.merge, truth_parts())


@lru_cache(maxsize=1)
def truth_parts() -> tuple[Subgraph, ...]:
    """The same, a graph for each document, as the writer takes them."""
    labels = truth()["documents"]
    documents = {name: _Document(name, labels[name]) for name in DOCUMENTS}
    for document in documents.values():
        document.frame()
        document.facts()
    for name, document in documents.items():
        for relation in labels[name]["relations"]:
            _relate(document, documents, relation)
    return tuple(Subgraph.of(part.nodes, part.edges) for part in documents.values())


@dataclass(slots=True)
class _Document:
    name: str
    label: Mapping[str, Any]
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)  # label of truth.json -> node id
    clauses: list[tuple[int, int, str]] = field(default_factory=list)
    sections: dict[str, str] = field(default_factory=dict)
    measures: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return (CITY / "text" / f"{Path(self.name).stem}.txt").read_text("utf-8")

    @property
    def id(self) -> str:
        return make_id("Document", self.label["title"])

    def frame(self) -> None:
        properties: dict[str, Value] = {"status": "loaded", "source": self.name, "kind": "official"}
        for name in ("title", "doc_number", "issuer", "issued"):
            if self.label.get(name):
                properties[name] = self.label[name]
        self.nodes.append(Node(self.id, "Document", properties))
        offset = 0
        for ordinal, line in enumerate(self.text.splitlines(), 1):
            end = offset + len(line)
            id = make_id("Clause", self.id, ordinal)
            self.clauses.append((offset, end, id))
            span: dict[str, Value] = {
                "start": offset, "end": end, "raw_start": offset, "raw_end": end,
            }  # fmt: skip
            self._node(
                "Clause", id, {"text": line, "ordinal": ordinal, "kind": "paragraph", **span}
            )
            self._edge("IN_DOCUMENT", id, self.id, ())
            offset = end + 1

        for ordinal, heading in enumerate(self.label["headings"], 1):
            self._section(ordinal, heading)

    def _section(self, ordinal: int, heading: Mapping[str, Any]) -> None:
        id = make_id("Section", self.id, heading["id"])
        self.sections[heading["id"]] = id
        place = (self._places(heading["quote"]) or self._places(heading["text"]))[:1]
        facts = {k: heading[k] for k in ("number", "level") if heading[k]}
        facts |= {"title": heading["text"], "kind": "other", "ordinal": ordinal}
        facts |= {k: getattr(place[0], k) for k in ("start", "end", "raw_start", "raw_end")}
        self.nodes.append(Node(id, "Section", {**facts, "document_id": self.id}, tuple(place)))
        self._edge("IN_DOCUMENT", id, self.id, place)
        if heading["parent"]:
            self._edge("PART_OF", id, self.sections[heading["parent"]], place)

    def facts(self) -> None:
        overall = self.label["key"] == "overall"
        plan = make_id("ActionPlan", self.label["title"])
        title = self._places(self.label["title"])[-1:]
        kind = "overall" if overall else "special"
        self._fact("ActionPlan", plan, {"name": self.label["title"], "kind": kind}, title)
        self._edge("DESCRIBED_IN", plan, self.id, title)
        owner = plan
        if overall:
            owner = make_id("Strategy", self.label["strategy"]["name"])
            strategy = self.label["strategy"]
            place = self._places(strategy["quote"])[:1]
            self._fact("Strategy", owner, {"name": strategy["name"]}, place)
            self._edge("DESCRIBED_IN", owner, self.id, place)
            self._edge("HAS_PLAN", owner, plan, place)
            for pillar in self.label["pillars"]:
                self._pillar(owner, pillar)
            for other in self.label["plans"]:
                if other["kind"] == "special" and not other["optional"]:
                    id = make_id("ActionPlan", other["name"])
                    place = self._places(other["name"])[:1]
                    self._fact("ActionPlan", id, {"name": other["name"], "kind": "special"}, place)
                    self._edge("HAS_PLAN", owner, id, place)
        for sector in self.label["sectors"]:
            if not sector["optional"]:
                id = make_id("Sector", sector["name"])
                place = self._places(sector["quote"])[:1]
                self._fact("Sector", id, {"name": sector["name"]}, place)
                names = [self.label["title"], *(p["name"] for p in self.label["plans"])]
                named = next(name for name in names if sector["name"] in name)
                source = make_id("ActionPlan", named)
                self._edge("IN_SECTOR", source, id, place)
        for measure in self.label["measures"]:
            self._measure(plan, measure)
        self._targets(owner)
        for goal in self.label["qualitative_targets"]:
            id = make_id("Target", self.id, goal["quote"])
            facts = {k: goal[k] for k in ("year", "deadline_basis") if goal[k] is not None}
            place = self._places(goal["quote"])[:1]
            facts |= {"name": goal["quote"], "kind": "qualitative", "document_id": self.id}
            self._fact("Target", id, facts, place)
            self._edge("SETS_TARGET", owner, id, place)
        for milestone in self.label["milestones"]:
            id = make_id("Milestone", self.id, milestone["quote"])
            place = self._places(milestone["quote"])[:1]
            facts = {k: milestone[k] for k in ("name", "date")} | {"document_id": self.id}
            self._fact("Milestone", id, facts, place)
            self._edge("HAS_MILESTONE", self.ids[milestone["measure"]], id, place)
        for duty in self.label["responsibilities"]:
            id = make_id("Organization", duty["org"])
            measure = self.ids[duty["measure"]]
            body = next(b for b in self.measures if b[2] == measure)
            place = self._places(duty["tag_quote"], body[0])[:1]
            facts = {"name": duty["org"], "collective": duty["collective"]}
            self._fact("Organization", id, facts, place)
            self._edge(duty["role"], measure, id, place)

    def _pillar(self, strategy: str, pillar: Mapping[str, Any]) -> None:
        id = make_id("Pillar", pillar["name"])
        place = self._places(pillar["quote"])[-1:]
        self._fact("Pillar", id, {"name": pillar["name"], "kind": pillar["kind"]}, place)
        self._edge("HAS_PILLAR", strategy, id, place)

    def _measure(self, plan: str, measure: Mapping[str, Any]) -> None:
        whole = measure["quote"] + measure["body_quote"]
        places = self._places(whole) or self._places(measure["body_quote"])
        place = places[:1] or self._places(measure["quote"])[:1]
        id = make_id("Measure", self.id, measure["id"])
        self.ids[measure["id"]] = id
        self.measures.append((place[0].start, place[0].end, id))
        facts = {k: measure[k] for k in ("name", "number") if measure[k]}
        facts |= {"text": whole, "document_id": self.id}
        self._fact("Measure", id, facts, place)
        self._edge("HAS_MEASURE", plan, id, place)
        pillar = make_id("Pillar", measure["heading"])
        if any(node.id == pillar for node in self.nodes):
            self._edge("HAS_MEASURE", pillar, id, place)

    def _targets(self, owner: str) -> None:
        groups: dict[str, list[Mapping[str, Any]]] = {}
        for target in self.label["targets"]:
            if target["optional"] is None:
                groups.setdefault(target["merge_group"] or target["id"], []).append(target)
        for key, same in groups.items():
            id = make_id("Target", self.id, key)
            facts: dict[str, Value] = {"name": same[0]["indicator"], "document_id": self.id}
            for target in same:
                self.ids[target["id"]] = id
                for name in TARGET_PROPERTIES:
                    if target[name] is not None and target[name] != "unknown":
                        facts.setdefault(name, target[name])
            facts.setdefault("bindingness", "unknown")
            place = [e for target in same for e in self._target_places(target)]
            self._fact("Target", id, facts, place)
            inside = [m for s, e, m in self.measures if s <= place[0].start and place[0].end <= e]
            self._edge("SETS_TARGET", inside[0] if inside else owner, id, place[:1])
            indicator = make_id("Indicator", same[0]["indicator"])
            self._fact("Indicator", indicator, {"name": same[0]["indicator"]}, place[:1])
            self._edge("MEASURED_BY", id, indicator, place[:1])
            for measure in same[0]["supported_by"]:
                self._edge("CONTRIBUTES_TO", self.ids[measure], id, place[:1])
        for target in self.label["targets"]:
            if target["part_of"] and target["id"] in self.ids:
                place = self._target_places(target)[:1]
                self._edge("PART_OF", self.ids[target["id"]], self.ids[target["part_of"]], place)

    def _target_places(self, target: Mapping[str, Any]) -> list[Evidence]:
        if target["source"] != "table":
            return self._places(target["quote"])[:1]
        row = next(p for p in self._places(target["row_label"] + " | ") if p)
        clause = next(c for c in self.clauses if c[0] <= row.start < c[1])
        return [self._evidence(clause[0], clause[1])]

    def _places(self, quote: str, after: int = 0) -> list[Evidence]:
        found = []
        start = self.text.find(quote, after)
        while start >= 0:
            found.append(self._evidence(start, start + len(quote)))
            start = self.text.find(quote, start + 1)
        return found

    def _evidence(self, start: int, end: int) -> Evidence:
        clause = next(c[2] for c in self.clauses if c[0] <= start <= c[1])
        quote = self.text[start:end]
        return Evidence(self.id, clause, start, end, quote, "truth", start, end)

    def _node(self, label: str, id: str, properties: dict[str, Value]) -> None:
        self.nodes.append(Node(id, label, {**properties, "document_id": self.id}))

    def _fact(
        self, label: str, id: str, properties: Mapping[str, Value], place: Iterable[Evidence]
    ) -> None:
        evidence = tuple(place)
        assert evidence, (self.name, label, properties)
        self.nodes.append(Node(id, label, properties, evidence))
        for item in evidence:
            self._edge("STATED_IN", id, item.clause, [item], item.start)

    def _edge(
        self, type: str, source: str, target: str, place: Iterable[Evidence], *key: object
    ) -> None:
        id = make_id(type, self.id, source, target, *key)
        self.edges.append(Edge(id, type, source, target, STATED, tuple(place)))


def _relate(
    document: _Document, documents: Mapping[str, _Document], relation: Mapping[str, Any]
) -> None:
    place = document._places(relation["quote"])[:1]
    if relation["type"] == "DEPENDS_ON":
        # A document is read alone: it can depend on another's plan, not on a measure in it.
        name = documents[relation["to_document"]].label["title"]
        plan = make_id("ActionPlan", name)
        document._fact("ActionPlan", plan, {"name": name, "kind": "special"}, place)
        document._edge("DEPENDS_ON", document.ids[relation["from_measure"]], plan, place)
        return
    target = make_id("Document", relation["to_title"])
    cited = {"title": relation["to_title"], "status": "cited"}
    document._fact("Document", target, cited, place)
    document._edge(relation["type"], document.id, target, place)
