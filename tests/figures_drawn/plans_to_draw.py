"""The owner's plan, the sample city, and plans of any size."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph.elements import Edge, Evidence, Node, Subgraph, make_id
from loaders import build, build_source
from loaders.source import find_sources

DATA = Path(__file__).resolve().parents[2] / "data"


@cache
def seed() -> Subgraph:
    return build(DATA / "plans" / "tianjin-smart-technology-2017").subgraph


@cache
def city() -> Subgraph:
    return _read("sample-city")


@cache
def versions() -> Subgraph:
    """The sample city with the draft of its overall plan and the table of who does what."""
    return city().merge(_read("sample-city-later"))


def _read(folder: str) -> Subgraph:
    graph = Subgraph()
    for source in find_sources(DATA / folder):
        graph = graph.merge(build_source(source).subgraph)
    return graph


@cache
def large(measures: int) -> Subgraph:
    """A strategy of six pillars with as many measures, a target and a leading body for each."""
    document = Node("document-1", "Document", {"title": "大方案", "status": "loaded"})
    clause = Node("clause-1", "Clause", {"text": "条文", "ordinal": 1})
    quote = (Evidence("document-1", "clause-1", 0, 2, "条文", "made", 0, 2),)
    strategy = Node("strategy-1", "Strategy", {"name": "大战略"}, quote)
    bodies = [
        Node(f"organization-{at}", "Organization", {"name": f"市第{at}局", "collective": False})
        for at in range(max(3, measures // 20))
    ]
    nodes = [document, clause, strategy, *bodies]
    edges = []
    for place in range(6):
        facts = {"name": f"第{place}支柱", "kind": "task_area", "ordinal": place}
        pillar = Node(f"pillar-{place}", "Pillar", facts, quote)
        nodes.append(pillar)
        edges.append(_edge("HAS_PILLAR", strategy, pillar, quote))
        for at in range(place, measures, 6):
            name = f"推进第{at}项重点工程建设并按期投入使用"
            measure = Node(f"measure-{at}", "Measure", {"name": name, "text": name}, quote)
            target = Node(
                f"target-{at}", "Target",
                {"name": f"第{at}项工程数量", "kind": "quantified", "comparator": ">=",
                 "value": float(at), "unit": "个", "year": 2026 + at % 5}, quote,
            )  # fmt: skip
            nodes += [measure, target]
            edges.append(_edge("HAS_MEASURE", pillar, measure, quote))
            edges.append(_edge("SETS_TARGET", measure, target, quote))
            edges.append(_edge("LED_BY", measure, bodies[at % len(bodies)], quote))
            edges.append(_edge("SUPPORTED_BY", measure, bodies[at * 7 % len(bodies)], quote))
    return Subgraph.of(nodes, edges)


def _edge(type_: str, one: Node, two: Node, quote: tuple[Evidence, ...]) -> Edge:
    facts = {"origin": "stated", "basis": "explicit"}
    return Edge(make_id(type_, one.id, two.id), type_, one.id, two.id, facts, quote)
