"""Two small plans by hand that meet in an organisation, a strategy and a cited document."""

from __future__ import annotations

from collections.abc import Mapping

from graph.elements import Edge, Evidence, Node, Subgraph, Value, make_id

EXPLICIT: Mapping[str, Value] = {"origin": "stated", "basis": "explicit"}
STRUCTURE: Mapping[str, Value] = {"origin": "stated", "basis": "structure"}
STRATEGY = make_id("Strategy", "海洋强市")
BUREAU = make_id("Organization", "市海洋局")


def document_id(title: str) -> str:
    return make_id("Document", title, "official")


class Plan:
    """A document of one clause, and what it says."""

    def __init__(self, title: str, *sentences: str) -> None:
        self.id = document_id(title)
        self.clause = make_id("Clause", self.id, 1)
        self.text = "".join(sentences)
        self.nodes = [
            Node(
                self.id, "Document",
                {"title": title, "status": "loaded", "kind": "official", "sentences": 2},
            ),
            Node(
                self.clause, "Clause",
                {"text": self.text, "ordinal": 1, "kind": "paragraph", "document_id": self.id,
                 "start": 0, "end": len(self.text), "raw_start": 3, "raw_end": len(self.text) + 3},
            ),
        ]  # fmt: skip
        self.edges: list[Edge] = []
        self.edge("IN_DOCUMENT", self.clause, self.id, properties=STRUCTURE)

    def evidence(self, quote: str, rule: str = "by_hand") -> Evidence:
        start = self.text.index(quote)
        end = start + len(quote)
        return Evidence(self.id, self.clause, start, end, quote, rule, start + 3, end + 3)

    def node(self, id: str, label: str, properties: Mapping[str, Value], *quotes: str) -> str:
        self.nodes.append(Node(id, label, properties, tuple(map(self.evidence, quotes))))
        for quote in quotes[:1]:
            self.edge("STATED_IN", id, self.clause, quote)
        return id

    def edge(
        self, type: str, source: str, target: str, *quotes: str,
        properties: Mapping[str, Value] = EXPLICIT,
    ) -> None:  # fmt: skip
        id = make_id(type, source, target, self.id)
        evidence = tuple(map(self.evidence, quotes))
        self.edges.append(Edge(id, type, source, target, properties, evidence))

    def measure(self, name: str) -> str:
        properties: dict[str, Value] = {"name": name, "text": name, "document_id": self.id}
        return self.node(make_id("Measure", self.id, name), "Measure", properties, name)

    def strategy(self, **properties: Value) -> str:
        return self.node(STRATEGY, "Strategy", {"name": "海洋强市", **properties}, "海洋强市")

    def bureau(self, *aliases: str) -> str:
        named: dict[str, Value] = {"name": "市海洋局", "collective": False}
        if aliases:
            named["aliases"] = list(aliases)
        return self.node(BUREAU, "Organization", named, "市海洋局")

    def cites(self, title: str) -> str:
        cited = document_id(title)
        self.nodes.append(
            Node(cited, "Document", {"title": title, "status": "cited"}, (self.evidence(title),))
        )
        self.edge("CITES", self.id, cited, title)
        return cited

    def subgraph(self) -> Subgraph:
        return Subgraph.of(self.nodes, self.edges)


def ports(*, second_measure: bool = True) -> Subgraph:
    """The plan for ports, which cites the plan for pastures."""
    plan = Plan(
        "渔港行动计划",
        "为建设海洋强市，依据《海洋牧场行动计划》，修复码头，清理航道（市海洋局牵头，市海洋局负责）。",
    )
    plan.strategy(period_start=2026)
    bureau = plan.bureau("海洋局", "市海洋与渔业局")
    repair = plan.measure("修复码头")
    plan.edge("HAS_MEASURE", STRATEGY, repair, "修复码头")
    plan.edge("LED_BY", repair, bureau, "市海洋局牵头", "市海洋局负责")
    if second_measure:
        plan.edge("HAS_MEASURE", STRATEGY, plan.measure("清理航道"), "清理航道")
    plan.cites("海洋牧场行动计划")
    return plan.subgraph()


def pastures() -> Subgraph:
    """The plan for pastures, which the plan for ports cites."""
    plan = Plan("海洋牧场行动计划", "围绕海洋强市，到2030年建成海洋牧场12处（市海洋局负责）。")
    plan.strategy(vision="蓝色家园", period_start=2025)
    bureau = plan.bureau("市海洋与渔业局", "市渔业局")
    target = plan.node(
        make_id("Target", plan.id, "海洋牧场"),
        "Target",
        {"name": "海洋牧场", "kind": "quantified", "comparator": "=", "value": 12.0, "unit": "处",
         "year": 2030, "strength": 3, "document_id": plan.id},
        "建成海洋牧场12处", "海洋牧场12处",
    )  # fmt: skip
    plan.edge("SETS_TARGET", STRATEGY, target, "建成海洋牧场12处")
    plan.edge("ASSIGNED_TO", target, bureau, "市海洋局负责")
    return plan.subgraph()


PORTS = ports()
PASTURES = pastures()
PORTS_ID = document_id("渔港行动计划")
PASTURES_ID = document_id("海洋牧场行动计划")
