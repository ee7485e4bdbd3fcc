"""A made graph in the shape of many plans: 100 documents, 50,000 nodes, 200,000 edges.

The same seed gives the same graph. Bodies, sectors and indicators are shared among the plans;
some bodies are in much more demand than others, as they are in a city.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.elements import Edge, Evidence, Node, Subgraph, Value, make_id

BODIES, SECTORS, INDICATORS, STRATEGIES = 400, 200, 3_000, 20
CLAUSES, MEASURES, TARGETS, MILESTONES, PILLARS, SECTIONS = 140, 130, 140, 25, 5, 25
ROLES = ("LED_BY", "ASSIGNED_TO", "SUPPORTED_BY", "SUPPORTED_BY", "SUPPORTED_BY", "GUIDED_BY")
STATED = {"origin": "stated", "basis": "explicit"}


def synthetic_plans(documents: int = 100, seed: int = 7) -> Iterator[Subgraph]:
    """One Subgraph a document; 100 of them make 50,000 nodes and 200,000 edges."""
    for number in range(documents):
        yield _Plan(number, random.Random(f"{seed}-{number}")).built()


@dataclass
class _Plan:
    number: int
    random: random.Random
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)

    def built(self) -> Subgraph:
        self.title = f"第{self.number}号专项行动计划"
        self.document = make_id("Document", self.title)
        self._node("Document", self.document, title=self.title, status="loaded", kind="official",
                   source=f"{self.number}.txt", sentences=300, sentences_typed=200)  # fmt: skip
        self._frame()
        strategy = self._shared("Strategy", f"战略{self.number % STRATEGIES}")
        plan = self._fact("ActionPlan", make_id("ActionPlan", self.title), name=self.title,
                          kind="special")  # fmt: skip
        self._edge("HAS_PLAN", strategy, plan)
        self._edge("DESCRIBED_IN", plan, self.document)
        self._edge("DESCRIBED_IN", strategy, self.document)
        pillars = [
            self._shared("Pillar", f"支柱{self.number % STRATEGIES}-{n}", kind="task_area")
            for n in range(PILLARS)
        ]
        for pillar in pillars:
            self._edge("HAS_PILLAR", strategy, pillar)
        for _ in range(2):
            self._edge("IN_SECTOR", plan, self._shared("Sector", self._any("领域", SECTORS)))
        measures = [self._measure(n, plan, pillars) for n in range(MEASURES)]
        targets = [self._target(n, plan, measures) for n in range(TARGETS)]
        for n in range(MILESTONES):
            milestone = self._own("Milestone", n, date=f"{2026 + n % 5}-{1 + n % 12:02d}")
            self._edge("HAS_MILESTONE", self.random.choice(measures), milestone)
        for measure in measures:
            self._edge("CONTRIBUTES_TO", measure, self.random.choice(targets))
        for _ in range(20):
            one, other = self.random.sample(range(MEASURES), 2)
            self._edge("DEPENDS_ON", measures[max(one, other)], measures[min(one, other)])
        cited = f"第{self.random.randrange(100)}号专项行动计划"
        if cited != self.title:
            target = make_id("Document", cited)
            self._fact("Document", target, title=cited, status="cited")
            self._edge("IMPLEMENTS", self.document, target)
        return Subgraph.of(self.nodes, self.edges)

    def _frame(self) -> None:
        sections = []
        for n in range(SECTIONS):
            id = make_id("Section", self.document, n)
            self._node("Section", id, title=f"章节{n}", level=1, kind="tasks", ordinal=n + 1,
                       document_id=self.document, **self._span(n * 500))  # fmt: skip
            self._edge("IN_DOCUMENT", id, self.document)
            sections.append(id)
        self.clauses = []
        for n in range(CLAUSES):
            id = make_id("Clause", self.document, n)
            text = f"第{self.number}号计划第{n}段"
            self._node("Clause", id, text=text, ordinal=n + 1, kind="paragraph",
                       document_id=self.document, **self._span(n * 100))  # fmt: skip
            self._edge("IN_DOCUMENT", id, self.document)
            self._edge("IN_SECTION", id, sections[n * SECTIONS // CLAUSES])
            if self.clauses:
                self._edge("NEXT", self.clauses[-1], id)
            self.clauses.append(id)

    def _measure(self, n: int, plan: str, pillars: list[str]) -> str:
        measure = self._own("Measure", n, text=f"{self.title}举措{n}的正文", strength=n % 5)
        self._edge("HAS_MEASURE", plan, measure)
        self._edge("HAS_MEASURE", pillars[n % PILLARS], measure)
        for role in self.random.sample(ROLES, 2) if n % 20 else ():
            body = int(BODIES * self.random.random() ** 3)
            self._edge(role, measure, self._shared("Organization", f"单位{body}", collective=False))
        if n % 3 == 0:
            sector = self._shared("Sector", self._any("领域", SECTORS))
            self._edge("IN_SECTOR", measure, sector)
        return measure

    def _target(self, n: int, plan: str, measures: list[str]) -> str:
        value = float(self.random.randrange(1, 500))
        indicator = self._shared("Indicator", self._any("指标", INDICATORS))
        target = self._own(
            "Target", n, kind="quantified", comparator=">=", value=value, unit="家",
            value_std=value, unit_std="家", mode="level", year=2026 + n % 5, strength=n % 5,
            deadline_basis="explicit", bindingness=("binding", "anticipatory", "unknown")[n % 3],
        )  # fmt: skip
        self._edge("SETS_TARGET", plan if n % 2 else self.random.choice(measures), target)
        self._edge("MEASURED_BY", target, indicator)
        return target

    def _any(self, word: str, count: int) -> str:
        return f"{word}{self.random.randrange(count)}"

    def _own(self, label: str, n: int, **properties: Value) -> str:
        name = f"{self.title}{label}{n}"
        id = make_id(label, self.document, n)
        return self._fact(label, id, name=name, document_id=self.document, **properties)

    def _shared(self, label: str, name: str, **properties: Value) -> str:
        return self._fact(label, make_id(label, name), name=name, **properties)

    def _fact(self, label: str, id: str, **properties: Value) -> str:
        place = self._place()
        self.nodes.append(Node(id, label, properties, (place,)))
        self._edge("STATED_IN", id, place.clause, place)
        return id

    def _node(self, label: str, id: str, **properties: Value) -> None:
        self.nodes.append(Node(id, label, properties))

    def _edge(self, type: str, source: str, target: str, place: Evidence | None = None) -> None:
        framed = type in ("IN_DOCUMENT", "IN_SECTION", "NEXT")
        evidence = () if framed else (place or self._place(),)
        id = make_id(type, self.document, source, target)
        self.edges.append(Edge(id, type, source, target, STATED, evidence))

    def _place(self) -> Evidence:
        n = self.random.randrange(CLAUSES)
        start = n * 100 + self.random.randrange(50)
        quote = f"第{n}段的原话{start}"
        clause = make_id("Clause", self.document, n)
        return Evidence(self.document, clause, start, start + len(quote), quote, "made", start,
                        start + len(quote))  # fmt: skip

    def _span(self, start: int) -> dict[str, Value]:
        end = start + 99
        return {"start": start, "end": end, "raw_start": start, "raw_end": end}
