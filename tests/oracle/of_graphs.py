"""Questions that answer with nodes and edges, and those on chains of them, in plain Python.

An edge stands as (source id, edge id, target id); the tests bring a Result to that form.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from graph.elements import Edge, Node
from tests.oracle.index import Index, Row, down, names, ordered, value
from tests.oracle.of_closure import SERVES

DUTIES = ("LED_BY", "ASSIGNED_TO", "SUPPORTED_BY", "GUIDED_BY", "SUPERVISED_BY")
JOINS = (
    "HAS_PILLAR", "HAS_PLAN", "HAS_MEASURE", "SETS_TARGET", "MEASURED_BY", "PART_OF",
    "CONTRIBUTES_TO", "DEPENDS_ON", *DUTIES, "IN_SECTOR",
)  # fmt: skip
ENDS = (
    "Strategy", "Pillar", "ActionPlan", "Organization", "Sector", "Indicator", "Measure", "Target",
)  # fmt: skip


def overview(g: Index, plan: str | None = None, detail: int = 2) -> tuple[list[Row], int]:
    chosen = [
        p
        for p in g.of("ActionPlan", "Strategy")
        if (g.out(p, "DESCRIBED_IN") if plan is None else value(p, "name") == plan)
    ]
    found: list[Edge] = []
    for p in chosen:
        documents = g.out(p, "DESCRIBED_IN")
        found += _hanging_on(g, p, detail)
        for strategy in (s for d in documents for s in g.into(d, "DESCRIBED_IN")):
            if strategy.label == "Strategy":
                said = {d.id for d in documents}
                edges = _hanging_on(g, strategy, detail)
                found += [e for e in edges if e.evidence[0].document in said]
    return _edges(found), len(chosen)


def _hanging_on(g: Index, root: Node, detail: int) -> list[Edge]:
    found = g.edges_out(root, "HAS_PILLAR", "HAS_PLAN", "IN_SECTOR", "SETS_TARGET", "HAS_MILESTONE")
    pillars = g.out(root, "HAS_PILLAR")
    for pillar in pillars:
        found += g.edges_out(pillar, "HAS_PLAN", "SETS_TARGET", "HAS_MILESTONE", "IN_SECTOR")
    if detail >= 2:
        found += [e for x in (root, *pillars) for e in g.edges_out(x, "HAS_MEASURE")]
    if detail >= 3:
        kinds = ("LED_BY", "ASSIGNED_TO", "SETS_TARGET", "HAS_MILESTONE", "DEPENDS_ON",
                 "IN_SECTOR")  # fmt: skip
        measures = [m for x in (root, *pillars) for m in g.out(x, "HAS_MEASURE")]
        found += [e for m in measures for e in g.edges_out(m, *kinds)]
    return found


def family(g: Index) -> tuple[list[Row], int]:
    kinds = ("HAS_PLAN", "DESCRIBED_IN", "IMPLEMENTS", "ISSUED_WITH", "SUPERSEDES")
    return _edges(e for e in g.edges if e.type in kinds), sum(1 for _ in g.of("ActionPlan"))


def path(g: Index, start: str, end: str) -> tuple[list[Row], None]:
    starts = [n for n in g.of(*ENDS) if start in (value(n, "name"), n.id)]
    ends = {n.id for n in g.of(*ENDS) if end in (value(n, "name"), n.id)}
    found = [p for node in starts for p in _shortest(g, node, ends - {node.id})]
    if not found:
        return [], None
    best = min(found, key=lambda edges: (len(edges), [e.id for e in edges]))
    return [(n, e.source, e.id, e.target) for n, e in enumerate(best, 1)], None


def impact(g: Index, thing: str) -> tuple[list[Row], int]:
    hit: dict[tuple[str, str], int] = {}

    def note(effect: str, node: Node, steps: int) -> None:
        hit[effect, node.id] = min(steps, hit.get((effect, node.id), steps))

    for x in g.of("Measure", "ActionPlan", "Target", "Organization"):
        if thing not in (value(x, "name"), x.id):
            continue
        for source, steps in _dependants(g, x):
            note("depends", source, steps)
        for m in g.out(x, "HAS_MEASURE"):
            for source, steps in _dependants(g, m):
                note("depends", source, steps)
        if x.label == "Measure":
            for named in g.of("Measure"):
                if named.id != x.id and _is_built_by(g, named, x):
                    for source in g.into(named, "DEPENDS_ON"):
                        if source.id != x.id:
                            note("depends", source, 1)
            mine, steps = [x], 1
        elif x.label == "ActionPlan":
            mine, steps = g.out(x, "HAS_MEASURE"), 2
        else:
            mine, steps = [m for m in g.into(x, "LED_BY", "ASSIGNED_TO") if m.label == "Measure"], 2
        ids = {m.id for m in mine}
        for target in {t.id: t for m in mine for t in g.out(m, *SERVES)}.values():
            serving = {m.id for m in g.into(target, *SERVES) if m.label == "Measure"}
            if serving <= ids:
                note("loses_support", target, steps)
    rows = []
    for (effect, id), steps in hit.items():
        node = g.node[id]
        place = g.places(node)[0]
        name = value(node, "name")
        key = (effect, steps, place.title, place.ordinal, name, id)
        row = (effect, node.label, name, steps, place.title, place.ordinal, place.quote, id)
        rows.append((key, row))
    return ordered(rows), sum(1 for _ in g.of("Measure", "Target"))


def chain(g: Index, plan: str | None = None) -> tuple[list[Row], int]:
    mine = [m for m in g.of("Measure") if g.in_plan(g.node[str(value(m, "document_id"))], plan)]
    rows = []
    for first in mine:
        for nodes, edges in _walks(g, first):
            last = nodes[-1]
            whole = not g.into(first, "DEPENDS_ON") and not g.out(last, "DEPENDS_ON")
            if not (whole or first.id == last.id):
                continue
            document, clause = g.place_of(edges[0])
            ids = [n.id for n in nodes]
            builders = [m for m in g.of("Measure") if _builds(g, m, last)]
            row = (len(edges), first.id == last.id, [value(n, "name") for n in nodes])
            row = (*row, names(builders))
            where = (value(document, "title"), value(clause, "ordinal"), edges[0].evidence[0].quote)
            key = (down(len(edges)), ids, ids[0], ids[-1])
            rows.append((key, (*row, *where, ids[0], ids[-1], ids)))
    return ordered(rows), sum(bool(g.out(m, "DEPENDS_ON")) for m in mine)


def citations(g: Index, document: str | None = None) -> tuple[list[Row], int]:
    kinds = ("CITES", "IMPLEMENTS", "ISSUED_WITH", "SUPERSEDES")
    found = [
        e
        for e in g.edges
        if e.type in kinds
        and document in (None, *(value(g.node[id], "title") for id in (e.source, e.target)))
    ]
    return _edges(found), sum(1 for _ in g.of("Document"))


def organization(g: Index, organization: str, plan: str | None = None) -> tuple[list[Row], int]:
    bodies = [o for o in g.of("Organization") if value(o, "name") == organization]
    tasks = {
        t.id: t
        for o in bodies
        for t in g.into(o, *DUTIES)
        if g.in_plan(g.node[str(value(t, "document_id"))], plan)
    }
    found: list[Edge] = []
    for task in tasks.values():
        found += g.edges_out(task, *DUTIES, "SETS_TARGET", "HAS_MILESTONE")
        owners = g.edges_in(task, "HAS_MEASURE", "SETS_TARGET")
        found += [e for e in owners if g.node[e.source].label != "Measure"]
    return _edges(found), len(tasks)


def _is_built_by(g: Index, named: Node, measure: Node) -> bool:
    """A thing known by its name only, and the measure that has the name in its own."""
    known_by_name = not g.edges_out(named, "STATED_IN")
    return known_by_name and str(value(named, "name")) in str(value(measure, "name"))


def _builds(g: Index, measure: Node, named: Node) -> bool:
    return bool(g.edges_out(measure, "STATED_IN")) and _is_built_by(g, named, measure)


def _edges(edges: Iterable[Edge]) -> list[Row]:
    rows = {(e.source, e.id, e.target) for e in edges}
    return sorted(rows)


def _dependants(g: Index, node: Node) -> list[tuple[Node, int]]:
    """Every measure that depends on a node, by each chain of up to six steps."""
    found, level = [], [node]
    for steps in range(1, 7):
        level = [m for n in level for m in g.into(n, "DEPENDS_ON")]
        found += [(m, steps) for m in level]
    return found


def _walks(g: Index, first: Node) -> list[tuple[list[Node], list[Edge]]]:
    found, open_ = [], [([first], list[Edge]())]
    while open_:
        nodes, edges = open_.pop()
        for edge in g.edges_out(nodes[-1], "DEPENDS_ON"):
            if edge not in edges and len(edges) < 8:
                longer = ([*nodes, g.node[edge.target]], [*edges, edge])
                found.append(longer)
                open_.append(longer)
    return found


def _shortest(g: Index, start: Node, ends: set[str]) -> list[list[Edge]]:
    """All shortest paths of up to six steps, in either direction of each edge."""
    reached = {start.id: 0}
    paths: dict[str, list[list[Edge]]] = {start.id: [[]]}
    queue = deque([start.id])
    while queue:
        here = queue.popleft()
        if reached[here] == 6:
            continue
        node = g.node[here]
        for edge in (*g.edges_out(node, *JOINS), *g.edges_in(node, *JOINS)):
            there = edge.target if edge.source == here else edge.source
            if there not in reached:
                reached[there] = reached[here] + 1
                paths[there] = []
                queue.append(there)
            if reached[there] == reached[here] + 1:
                paths[there] += [[*path, edge] for path in paths[here]]
    return [path for end in ends for path in paths.get(end, ())]


ANSWERS = {
    "plan.overview": overview,
    "plan.family": family,
    "dependency.path": path,
    "dependency.impact": impact,
    "dependency.chain": chain,
    "document.citations": citations,
    "organization.overview": organization,
}
