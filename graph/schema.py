"""The schema as one table: what the writer, schema.cypher, the legend and the glossary need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.elements import Edge, Node, Subgraph

SCHEMA_VERSION = 1

Strings = list[str]


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a node or an edge; `kind` is str, int, float, bool or a list of strings."""

    name: str
    kind: type
    means: str
    required: bool = False
    values: tuple[str, ...] = ()

    def allows(self, value: object) -> bool:
        """True when a value has this property's type and, where they are listed, is a known one."""
        if self.kind is Strings:
            return isinstance(value, list) and all(isinstance(item, str) for item in value)
        if self.kind is float:
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        if self.kind is int and isinstance(value, bool):
            return False
        return isinstance(value, self.kind) and (not self.values or value in self.values)


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label: its names, its look in every picture, its properties.

    `shared` nodes are hashed over a canonical name, so that two documents meet in them;
    the others belong to the one document that states them.
    """

    label: str
    zh: str
    en: str
    colour: str
    shape: str
    means: str
    properties: tuple[Property, ...]
    shared: bool = False

    @property
    def caption(self) -> str:
        """The property that is written on the node."""
        names = [p.name for p in self.properties]
        return next(name for name in ("name", "title", "text", "value") if name in names)


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A relation that reads source → target, and the labels it may join."""

    type: str
    zh: str
    en: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    means: str
    properties: tuple[Property, ...] = ()


_NAME = Property("name", str, "as the text writes it", required=True)
_ORDINAL = Property("ordinal", int, "place among its like, from 1")
_ALIASES = Property("aliases", Strings, "other names for the same thing")
_DOCUMENT_ID = Property("document_id", str, "the Document it belongs to", required=True)
_SPAN = (
    Property("start", int, "first character in the cleaned text", required=True),
    Property("end", int, "one past the last character", required=True),
    Property("raw_start", int, "the same in the text as received", required=True),
    Property("raw_end", int, "the same in the text as received", required=True),
)
_MODALITY = Property("modality", str, "the verb class as worded: 必须, 要, 支持, 鼓励, 探索 …")
_STRENGTH = Property(
    "strength", int, "4 must, 3 plain, 2 strive, 1 support, 0 explore: how hard the wording is"
)

NODE_TYPES: dict[str, NodeType] = {
    node.label: node
    for node in (
        NodeType(
            "Document",
            "文件",
            "document",
            "#BDBDBD",
            "database",
            "a plan, notice, news text or regulation, loaded or only cited",
            (
                Property("title", str, "the title without 《》", required=True),
                Property("doc_number", str, "发文字号, as in 津政办发〔2017〕112号"),
                Property("issuer", str, "as signed"),
                Property("issued", str, "成文日期 as an ISO date"),
                Property(
                    "kind",
                    str,
                    "what sort of text it is",
                    values=("official", "news", "draft", "table"),
                ),
                Property("url", str, "where it was published"),
                Property("sha256", str, "of the original file; only loaded documents have it"),
                Property("source", str, "file name of the original"),
                Property(
                    "status",
                    str,
                    "loaded, or cited by others",
                    required=True,
                    values=("loaded", "cited"),
                ),
                Property(
                    "metadata_from",
                    str,
                    "where title, number, issuer and date come from",
                    values=("plan.yaml", "text", "file"),
                ),
                Property("sentences", int, "sentences in the cleaned text"),
                Property("sentences_typed", int, "of these, sentences that gave at least one fact"),
                _ALIASES,
            ),
            shared=True,
        ),
        NodeType(
            "Section",
            "章节",
            "section",
            "#D9D9D9",
            "box",
            "a heading and what stands under it",
            (
                Property("number", str, "一, （一）, 1, 附件 …; empty for an un-numbered lead-in"),
                Property("title", str, "the text after the number", required=True),
                Property("level", int, "nesting depth, from 1", required=True),
                Property(
                    "kind",
                    str,
                    "what the section is for",
                    required=True,
                    values=(
                        "goals",
                        "principles",
                        "requirements",
                        "tasks",
                        "safeguards",
                        "annex",
                        "lead_in",
                        "other",
                    ),
                ),
                _ORDINAL,
                _DOCUMENT_ID,
                *_SPAN,
            ),
        ),
        NodeType(
            "Clause",
            "条款",
            "clause",
            "#EEEEEE",
            "box",
            "a paragraph or table row, the unit that evidence is shown in",
            (
                Property("text", str, "the cleaned text", required=True),
                Property("ordinal", int, "place in the document, from 1", required=True),
                Property(
                    "kind",
                    str,
                    "paragraph or table row",
                    required=True,
                    values=("paragraph", "heading", "row"),
                ),
                _DOCUMENT_ID,
                *_SPAN,
            ),
        ),
        NodeType(
            "Strategy",
            "战略",
            "strategy",
            "#0072B2",
            "box",
            "the named strategy that plans carry out",
            (
                _NAME,
                Property("vision", str, "what the place is to become, in the text's words"),
                Property("period_start", int, "first year"),
                Property("period_end", int, "last year"),
            ),
            shared=True,
        ),
        NodeType(
            "Pillar",
            "支柱",
            "pillar",
            "#56B4E9",
            "box",
            "a positioning or a task area that carries the strategy",
            (
                _NAME,
                Property(
                    "kind",
                    str,
                    "定位 or 任务领域",
                    required=True,
                    values=("positioning", "task_area"),
                ),
                _ORDINAL,
            ),
            shared=True,
        ),
        NodeType(
            "ActionPlan",
            "行动计划",
            "action plan",
            "#009E73",
            "box",
            "an overall, special, district or annual plan",
            (
                _NAME,
                Property(
                    "kind",
                    str,
                    "which sort of plan",
                    required=True,
                    values=("overall", "special", "district", "annual"),
                ),
                _ORDINAL,
                Property("period_start", int, "first year"),
                Property("period_end", int, "last year"),
                _ALIASES,
            ),
            shared=True,
        ),
        NodeType(
            "Measure",
            "举措",
            "measure",
            "#F0E442",
            "ellipse",
            "something the plan says will be done",
            (
                _NAME,
                Property("text", str, "the whole measure as written", required=True),
                Property("number", str, "the item's number, where it has one"),
                _ORDINAL,
                _MODALITY,
                _STRENGTH,
                _DOCUMENT_ID,
            ),
        ),
        NodeType(
            "Target",
            "目标",
            "target",
            "#E69F00",
            "diamond",
            "an outcome the plan promises, with or without a number",
            (
                _NAME,
                Property(
                    "kind",
                    str,
                    "with a number or without",
                    required=True,
                    values=("quantified", "qualitative"),
                ),
                Property(
                    "comparator", str, "how the value binds", values=("=", ">=", "<=", "~", "range")
                ),
                Property("value", float, "as written, in `unit`; the lower end of a range"),
                Property("value_max", float, "the upper end of a range"),
                Property("unit", str, "as written: 亿元"),
                Property("value_std", float, "the value in unit_std: 1000亿元 -> 1e11"),
                Property("value_max_std", float, "the upper end in unit_std"),
                Property("unit_std", str, "the base unit: 元"),
                Property("year", int, "the year by which; see deadline_basis"),
                Property(
                    "deadline_basis",
                    str,
                    "where the year comes from",
                    values=("explicit", "inherited", "relative", "table", "none"),
                ),
                Property(
                    "mode",
                    str,
                    "level, change, rate or multiple",
                    values=("level", "delta", "growth_rate", "multiple"),
                ),
                Property("direction", str, "when a verb of change says so", values=("up", "down")),
                Property("baseline_year", int, "the year compared with"),
                Property("baseline_value", float, "the value compared with, in `unit`"),
                Property("per", str, "the unit of repetition: 年, 乡镇"),
                Property("qualifier", str, "restricting words inside the indicator"),
                Property("scope", str, "region or population, when narrower than the document"),
                _STRENGTH,
                Property(
                    "bindingness",
                    str,
                    "约束性, 预期性, or unknown unless stated",
                    values=("binding", "anticipatory", "unknown"),
                ),
                _DOCUMENT_ID,
            ),
        ),
        NodeType(
            "Indicator",
            "指标",
            "indicator",
            "#FFD7A8",
            "hexagon",
            "what targets of several plans measure in common",
            (_NAME, _ALIASES),
            shared=True,
        ),
        NodeType(
            "Milestone",
            "节点",
            "milestone",
            "#F2A48B",
            "triangle",
            "a dated act without an indicator",
            (_NAME, Property("date", str, "2031-05, 2032, issue+20d", required=True), _DOCUMENT_ID),
        ),
        NodeType(
            "Organization",
            "责任单位",
            "organization",
            "#CC79A7",
            "dot",
            "a body that leads, answers for, supports, guides or supervises",
            (
                _NAME,
                _ALIASES,
                Property("collective", bool, "各区、各有关部门 and the like", required=True),
            ),
            shared=True,
        ),
        NodeType(
            "Sector",
            "领域",
            "sector",
            "#9AD9C3",
            "square",
            "a field or industry",
            (_NAME, _ALIASES),
            shared=True,
        ),
        NodeType(
            "Observation",
            "观测值",
            "observation",
            "#FFFFFF",
            "star",
            "what was measured of an indicator or target at a date",
            (
                Property("value", float, "as reported, in `unit`", required=True),
                Property("unit", str, "as reported"),
                Property("date", str, "ISO date", required=True),
                Property("note", str, "what the source adds"),
                _DOCUMENT_ID,
            ),
        ),
    )
}

EDGE_PROPERTIES: tuple[Property, ...] = (
    Property(
        "origin",
        str,
        "in the text, by a rule from it, or by a person",
        required=True,
        values=("stated", "derived", "override"),
    ),
    Property(
        "basis",
        str,
        "what the relation rests on",
        required=True,
        values=(
            "explicit",
            "order_rule",
            "document_rule",
            "table",
            "narrative",
            "inherited",
            "structure",
        ),
    ),
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
_FACTS = (
    "Document",
    "Section",
    "Strategy",
    "Pillar",
    "ActionPlan",
    "Measure",
    "Target",
    "Indicator",
    "Milestone",
    "Organization",
    "Sector",
    "Observation",
)
_OWNED = ("Measure", "Target", "Milestone")

EDGE_TYPES: dict[str, EdgeType] = {
    edge.type: edge
    for edge in (
        EdgeType("HAS_PILLAR", "支柱", "has pillar", ("Strategy",), ("Pillar",), "rests on"),
        EdgeType(
            "HAS_PLAN",
            "行动计划",
            "has plan",
            ("Strategy", "Pillar"),
            ("ActionPlan",),
            "is carried out by",
        ),
        EdgeType(
            "HAS_MEASURE",
            "举措",
            "has measure",
            ("Strategy", "Pillar", "ActionPlan"),
            ("Measure",),
            "says will be done",
        ),
        EdgeType(
            "SETS_TARGET",
            "设定目标",
            "sets target",
            ("Strategy", "Pillar", "ActionPlan", "Measure"),
            ("Target",),
            "promises",
        ),
        EdgeType(
            "HAS_MILESTONE",
            "节点",
            "has milestone",
            ("Strategy", "Pillar", "ActionPlan", "Measure"),
            ("Milestone",),
            "is to be reached on the way",
        ),
        EdgeType(
            "MEASURED_BY", "衡量指标", "measured by", ("Target",), ("Indicator",), "is a value of"
        ),
        EdgeType("PART_OF", "属于", "part of", _PARTS, _PARTS, "stands under, or is a part of"),
        EdgeType(
            "CONTRIBUTES_TO", "支撑", "contributes to", ("Measure",), ("Target",), "helps to reach"
        ),
        EdgeType(
            "DEPENDS_ON",
            "依赖",
            "depends on",
            ("Measure",),
            ("Measure", "Target", "ActionPlan"),
            "cannot be done without",
        ),
        EdgeType("LED_BY", "牵头", "led by", _OWNED, ("Organization",), "who answers first"),
        EdgeType(
            "ASSIGNED_TO", "负责", "assigned to", _OWNED, ("Organization",), "who is responsible"
        ),
        EdgeType(
            "SUPPORTED_BY", "配合", "supported by", _OWNED, ("Organization",), "who takes part"
        ),
        EdgeType("GUIDED_BY", "指导", "guided by", _OWNED, ("Organization",), "who guides"),
        EdgeType(
            "SUPERVISED_BY", "督查督办", "supervised by", _OWNED, ("Organization",), "who inspects"
        ),
        EdgeType(
            "IN_SECTOR",
            "领域",
            "in sector",
            ("ActionPlan", "Pillar", "Measure", "Target"),
            ("Sector",),
            "is about",
        ),
        EdgeType("CITES", "引用", "cites", ("Document",), ("Document",), "names"),
        EdgeType(
            "IMPLEMENTS",
            "贯彻",
            "implements",
            ("Document",),
            ("Document",),
            "carries out, rests on",
        ),
        EdgeType(
            "ISSUED_WITH",
            "同时印发",
            "issued with",
            ("Document",),
            ("Document",),
            "was issued together with",
        ),
        EdgeType(
            "SUPERSEDES", "废止", "supersedes", ("Document",), ("Document",), "puts out of force"
        ),
        EdgeType(
            "DESCRIBED_IN",
            "载于",
            "described in",
            ("ActionPlan", "Strategy"),
            ("Document",),
            "is set out in",
        ),
        EdgeType(
            "OBSERVES", "观测", "observes", ("Observation",), ("Target", "Indicator"), "reports on"
        ),
        EdgeType(
            "STATED_IN", "出处", "stated in", _FACTS, ("Clause",), "the sentence it came from"
        ),
        EdgeType("IN_SECTION", "所在章节", "in section", ("Clause",), ("Section",), "stands under"),
        EdgeType(
            "IN_DOCUMENT",
            "所在文件",
            "in document",
            ("Section", "Clause"),
            ("Document",),
            "stands in",
        ),
        EdgeType("NEXT", "下一条", "next", ("Clause",), ("Clause",), "is followed by"),
    )
}

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


def validate(subgraph: Subgraph) -> list[str]:
    """Every breach of the schema, in words; empty when there is none."""
    labels = {node.id: node.label for node in subgraph.nodes}
    found = [problem for node in subgraph.nodes for problem in _node_problems(node)]
    found += [problem for edge in subgraph.edges for problem in _edge_problems(edge, labels)]
    return found


def _node_problems(node: Node) -> Iterator[str]:
    if node.label not in NODE_TYPES:
        yield f"{node.id}: unknown label {node.label}"
        return
    yield from _property_problems(node, NODE_TYPES[node.label].properties)


def _edge_problems(edge: Edge, labels: dict[str, str]) -> Iterator[str]:
    if edge.type not in EDGE_TYPES:
        yield f"{edge.id}: unknown edge type {edge.type}"
        return
    edge_type = EDGE_TYPES[edge.type]
    for end, id, allowed in (
        ("source", edge.source, edge_type.source),
        ("target", edge.target, edge_type.target),
    ):
        if labels.get(id) not in allowed:
            found = labels.get(id, "no such node")
            yield f"{edge.id}: {edge.type} has {end} {found}, not {'|'.join(allowed)}"
    yield from _property_problems(edge, (*EDGE_PROPERTIES, *edge_type.properties))
    if edge.type not in FRAME_EDGES and not edge.evidence:
        yield f"{edge.id}: {edge.type} without evidence"


def _property_problems(element: Node | Edge, declared: tuple[Property, ...]) -> Iterator[str]:
    known = {p.name: p for p in declared}
    for name, value in element.properties.items():
        if name not in known:
            yield f"{element.id}: unknown property {name}"
        elif not known[name].allows(value):
            yield f"{element.id}: {name} = {value!r} is not {known[name].means}"
    for prop in declared:
        if prop.required and prop.name not in element.properties:
            yield f"{element.id}: lacks {prop.name}"
