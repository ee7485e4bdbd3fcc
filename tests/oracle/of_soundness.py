"""What must never be in a graph, looked for in plain Python."""

from __future__ import annotations

from collections import Counter

from graph.elements import Node
from tests.oracle.index import Index, Row, ordered, value
from tests.oracle.of_texts import FACTS

NAMED_ONCE = ("Organization", "Sector", "Indicator", "ActionPlan", "Strategy")
SAME = ("document_id", "name", "text", "year", "value", "comparator", "mode", "scope", "per")


def lint(g: Index) -> tuple[list[Row], int]:
    found: list[tuple[str, Node]] = []
    for node in g.of(*FACTS):
        if not g.edges_out(node, "STATED_IN") and not g.edges_in(node, "DEPENDS_ON"):
            found.append(("no_source", node))
    for node in g.of("Measure", "Target", "Milestone"):
        held = g.edges_in(node, "HAS_MEASURE", "SETS_TARGET", "HAS_MILESTONE")
        needed = g.edges_in(node, "DEPENDS_ON")
        if not held and not needed and not g.edges_out(node, "PART_OF"):
            found.append(("dangling", node))
    found += [("cycle", n) for n in g.of("Measure", "Target", "Section") if _loops(g, n, "PART_OF")]
    found += [("cycle", n) for n in g.of("Measure") if _loops(g, n, "DEPENDS_ON")]
    once = [n for n in g.of(*NAMED_ONCE) if not value(n, "collective")]
    names = Counter((n.label, value(n, "name")) for n in once)
    found += [("duplicate", n) for n in once if names[n.label, value(n, "name")] > 1]
    facts = list(g.of("Measure", "Target"))
    said = Counter(_said(n) for n in facts)
    found += [("duplicate", n) for n in facts if said[_said(n)] > 1]
    rows = []
    for problem, node in found:
        name = value(node, "name") or value(node, "title")
        rows.append(((problem, node.label, name, node.id), (problem, node.label, name, node.id)))
    return ordered(rows), sum(1 for _ in g.of(*FACTS))


def _said(node: Node) -> tuple[object, ...]:
    return tuple(value(node, name) for name in SAME)


def _loops(g: Index, start: Node, type: str) -> bool:
    seen: set[str] = set()
    level = [start]
    while level:
        level = [n for m in level for n in g.out(m, type) if n.id not in seen]
        if any(n.id == start.id for n in level):
            return True
        seen |= {n.id for n in level}
    return False


ANSWERS = {"quality.lint": lint}
