"""A small invented plan as a Subgraph, made by hand: what the explorer's tests look at."""

from __future__ import annotations

from graph.elements import Edge, Evidence, Node, Subgraph, Value

DOCUMENT = "document-sample"
TITLE = "云川市智慧水务行动计划"
NASTY = (
    "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script> href='javascript:1'"
)
PARAGRAPHS = (
    "为建设智慧水务强市，实施智慧水务战略，制定本行动计划。",
    "在管网改造方面，改造老旧管网，建设漏损监测平台。到2030年，改造老旧管网500公里。",
    "市水务局牵头改造老旧管网，市财政局配合。",
    "在水质保障方面，实行从水源到龙头的监测。到2030年，水质达标率达到99%以上。",
    f"建设{NASTY}系统。",
)
AS_RECEIVED = {4: f"建設{NASTY}系統。"}
"""Paragraphs that were repaired, as they came."""
SECTION = "section-tasks"


def sample_graph() -> Subgraph:
    """One document, one strategy, two pillars, four measures, two targets, two bodies."""
    nodes = [
        Node(DOCUMENT, "Document", {"title": TITLE, "status": "loaded", "kind": "official",
                                    "issuer": "云川市人民政府", "issued": "2026-05-01"}),
        Node(SECTION, "Section", {"title": "主要任务", "number": "二、", "level": 1,
                                  "kind": "tasks", "ordinal": 1, "document_id": DOCUMENT,
                                  "start": 0, "end": 4, "raw_start": 0, "raw_end": 4}),
        *(_clause(number) for number in range(len(PARAGRAPHS))),
        _fact("strategy-water", "Strategy", "智慧水务战略", 0),
        _fact("pillar-pipes", "Pillar", "管网改造", 1, kind="task_area", ordinal=1),
        _fact("pillar-quality", "Pillar", "水质保障", 3, kind="task_area", ordinal=2),
        _measure("measure-pipes", "改造老旧管网", 1),
        _measure("measure-leaks", "建设漏损监测平台", 1),
        _measure("measure-watch", "实行从水源到龙头的监测", 3),
        _measure("measure-nasty", NASTY, 4),
        _target("target-pipes", "改造老旧管网500公里", 1, 500, "公里"),
        _target("target-quality", "水质达标率达到99%以上", 3, 99, "%"),
        _fact("organization-water", "Organization", "市水务局", 2, collective=False),
        _fact("organization-money", "Organization", "市财政局", 2, collective=False),
    ]  # fmt: skip
    edges = [
        *(_frame(number) for number in range(len(PARAGRAPHS))),
        *(_in_section(number) for number in range(1, len(PARAGRAPHS))),
        _edge("HAS_PILLAR", "strategy-water", "pillar-pipes", "管网改造", 1),
        _edge("HAS_PILLAR", "strategy-water", "pillar-quality", "水质保障", 3),
        _edge("HAS_MEASURE", "pillar-pipes", "measure-pipes", "改造老旧管网", 1),
        _edge("HAS_MEASURE", "pillar-pipes", "measure-leaks", "建设漏损监测平台", 1),
        _edge("HAS_MEASURE", "pillar-quality", "measure-watch", "实行从水源到龙头的监测", 3),
        _edge("HAS_MEASURE", "pillar-quality", "measure-nasty", NASTY, 4),
        _edge("SETS_TARGET", "pillar-pipes", "target-pipes", "改造老旧管网500公里", 1),
        _edge("SETS_TARGET", "pillar-quality", "target-quality", "水质达标率达到99%以上", 3),
        _edge("LED_BY", "measure-pipes", "organization-water", "市水务局牵头改造老旧管网", 2),
        _edge("SUPPORTED_BY", "measure-pipes", "organization-money", "市财政局配合", 2),
    ]
    stated = [
        _edge("STATED_IN", node.id, node.evidence[0].clause, node.evidence[0].quote, _number(node))
        for node in nodes
        if node.evidence and node.label not in ("Clause", "Section")
    ]
    return Subgraph.of(nodes, (*edges, *stated))


def start_of(number: int) -> int:
    """Where a paragraph begins in the whole text."""
    return sum(len(text) + 1 for text in PARAGRAPHS[:number])


def evidence(quote: str, number: int, rule: str = "by_hand") -> Evidence:
    """The place of a quote in a paragraph; the raw text is ten characters longer in front."""
    start = start_of(number) + PARAGRAPHS[number].index(quote)
    end = start + len(quote)
    clause = f"clause-{number + 1}"
    return Evidence(DOCUMENT, clause, start, end, quote, rule, start + 10, end + 10)


def _clause(number: int) -> Node:
    text, start = PARAGRAPHS[number], start_of(number)
    properties: dict[str, Value] = {
        "text": text, "ordinal": number + 1, "kind": "paragraph", "document_id": DOCUMENT,
        "start": start, "end": start + len(text),
        "raw_start": start + 10, "raw_end": start + len(text) + 10,
    }  # fmt: skip
    if number in AS_RECEIVED:
        properties |= {"raw_text": AS_RECEIVED[number], "repair_confidence": 0.95}
    return Node(f"clause-{number + 1}", "Clause", properties, (evidence(text, number, "outline"),))


def _frame(number: int) -> Edge:
    return _edge("IN_DOCUMENT", f"clause-{number + 1}", DOCUMENT, PARAGRAPHS[number], number)


def _in_section(number: int) -> Edge:
    return _edge("IN_SECTION", f"clause-{number + 1}", SECTION, PARAGRAPHS[number], number)


def _fact(id: str, label: str, name: str, number: int, **properties: Value) -> Node:
    return Node(id, label, {"name": name, **properties}, (evidence(name, number),))


def _measure(id: str, name: str, number: int) -> Node:
    return _fact(id, "Measure", name, number, text=name, document_id=DOCUMENT)


def _target(id: str, name: str, number: int, value: float, unit: str) -> Node:
    return _fact(
        id, "Target", name, number, kind="quantified", comparator=">=", value=float(value),
        unit=unit, year=2030, document_id=DOCUMENT,
    )  # fmt: skip


def _edge(type: str, source: str, target: str, quote: str, number: int) -> Edge:
    properties: dict[str, Value] = {"origin": "stated", "basis": "explicit"}
    return Edge(
        f"{type.lower()}-{source}-{target}", type, source, target, properties,
        (evidence(quote, number),),
    )  # fmt: skip


def _number(node: Node) -> int:
    return int(node.evidence[0].clause.removeprefix("clause-")) - 1
