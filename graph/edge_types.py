"""The edge types of the graph, and the properties that every edge carries."""

from __future__ import annotations

from graph.schema_types import EdgeType, Property

# fmt: off
# This file is a table: an entry reads as one sentence, not as a column of arguments.

EDGE_PROPERTIES: tuple[Property, ...] = (
    Property("origin", str, "in the text, by a rule from it, or by a person", required=True,
             values=("stated", "derived", "override")),
    Property("basis", str, "what the relation rests on", required=True,
             values=("explicit", "order_rule", "document_rule", "table", "narrative", "inherited",
                     "structure")),
)
"""What every edge says of itself."""

EVIDENCE_PROPERTIES: tuple[Property, ...] = (
    Property("document_id", str, "the Document that states it"),
    Property("clause_id", str, "the Clause it stands in"),
    Property("start", int, "first character of the quote in the cleaned text"),
    Property("end", int, "one past the last character"),
    Property("raw_start", int, "the same in the text as received"),
    Property("raw_end", int, "the same in the text as received"),
    Property("quote", str, "the words themselves"),
    Property("rule", str, "the rule that read them"),
)
"""Evidence as a stored edge carries it: the first place in flat properties, for Cypher."""

_PARTS = ("Measure", "Target", "Section")
_OWNED = ("Measure", "Target", "Milestone")
_FACTS = ("Document", "Section", "Strategy", "Pillar", "ActionPlan", "Measure", "Target",
          "Indicator", "Milestone", "Organization", "Sector", "Observation")

EDGE_TYPES: dict[str, EdgeType] = {edge.type: edge for edge in (
    EdgeType("HAS_PILLAR", zh="支柱", en="has pillar", means="rests on",
             source=("Strategy",), target=("Pillar",)),
    EdgeType("HAS_PLAN", zh="行动计划", en="has plan", means="is carried out by",
             source=("Strategy", "Pillar"), target=("ActionPlan",)),
    EdgeType("HAS_MEASURE", zh="举措", en="has measure", means="says will be done",
             source=("Strategy", "Pillar", "ActionPlan"), target=("Measure",)),
    EdgeType("SETS_TARGET", zh="设定目标", en="sets target", means="promises",
             source=("Strategy", "Pillar", "ActionPlan", "Measure"), target=("Target",)),
    EdgeType("HAS_MILESTONE", zh="节点", en="has milestone", means="is to be reached on the way",
             source=("Strategy", "Pillar", "ActionPlan", "Measure"), target=("Milestone",)),
    EdgeType("MEASURED_BY", zh="衡量指标", en="measured by", means="is a value of",
             source=("Target",), target=("Indicator",)),
    EdgeType("PART_OF", zh="属于", en="part of", means="stands under, or is a part of",
             source=_PARTS, target=_PARTS),
    EdgeType("CONTRIBUTES_TO", zh="支撑", en="contributes to", means="helps to reach",
             source=("Measure",), target=("Target",)),
    EdgeType("DEPENDS_ON", zh="依赖", en="depends on", means="cannot be done without",
             source=("Measure",), target=("Measure", "Target", "ActionPlan")),
    EdgeType("LED_BY", zh="牵头", en="led by", means="who answers first",
             source=_OWNED, target=("Organization",)),
    EdgeType("ASSIGNED_TO", zh="负责", en="assigned to", means="who is responsible",
             source=_OWNED, target=("Organization",)),
    EdgeType("SUPPORTED_BY", zh="配合", en="supported by", means="who takes part",
             source=_OWNED, target=("Organization",)),
    EdgeType("GUIDED_BY", zh="指导", en="guided by", means="who guides",
             source=_OWNED, target=("Organization",)),
    EdgeType("SUPERVISED_BY", zh="督查督办", en="supervised by", means="who inspects",
             source=_OWNED, target=("Organization",)),
    EdgeType("IN_SECTOR", zh="领域", en="in sector", means="is about",
             source=("ActionPlan", "Pillar", "Measure", "Target"), target=("Sector",)),
    EdgeType("CITES", zh="引用", en="cites", means="names",
             source=("Document",), target=("Document",)),
    EdgeType("IMPLEMENTS", zh="贯彻", en="implements", means="carries out, rests on",
             source=("Document",), target=("Document",)),
    EdgeType("ISSUED_WITH", zh="同时印发", en="issued with", means="was issued together with",
             source=("Document",), target=("Document",)),
    EdgeType("SUPERSEDES", zh="废止", en="supersedes", means="puts out of force",
             source=("Document",), target=("Document",)),
    EdgeType("DESCRIBED_IN", zh="载于", en="described in", means="is set out in",
             source=("ActionPlan", "Strategy"), target=("Document",)),
    EdgeType("OBSERVES", zh="观测", en="observes", means="reports on",
             source=("Observation",), target=("Target", "Indicator")),
    EdgeType("STATED_IN", zh="出处", en="stated in", means="the sentence it came from",
             source=_FACTS, target=("Clause",)),
    EdgeType("IN_SECTION", zh="所在章节", en="in section", means="stands under",
             source=("Clause",), target=("Section",)),
    EdgeType("IN_DOCUMENT", zh="所在文件", en="in document", means="stands in",
             source=("Section", "Clause"), target=("Document",)),
    EdgeType("NEXT", zh="下一条", en="next", means="is followed by",
             source=("Clause",), target=("Clause",)),
)}

ROLES = {
    "lead": "LED_BY",
    "responsible": "ASSIGNED_TO",
    "participate": "SUPPORTED_BY",
    "guide": "GUIDED_BY",
    "supervise": "SUPERVISED_BY",
}
"""The role of a body, as the annotation guide names it, and the edge that states it."""

FRAME_EDGES = frozenset({"STATED_IN", "IN_SECTION", "IN_DOCUMENT", "NEXT"})
"""Edges that hold the text together; pictures and coverage counts leave them out."""
