"""Coverage and closure, computed in plain Python."""

from __future__ import annotations

from graph.elements import Node
from tests.oracle.index import Index, Row, ordered, value

OWNERS = ("LED_BY", "ASSIGNED_TO", "GUIDED_BY", "SUPERVISED_BY")
SERVES = ("SETS_TARGET", "CONTRIBUTES_TO")


def plan_pillar(g: Index, plan: str | None = None) -> tuple[list[Row], int]:
    measures: dict[tuple[str, str], set[str]] = {}
    targets: dict[tuple[str, str], set[str]] = {}
    within = set()
    for strategy in g.of("Strategy"):
        for pillar in g.out(strategy, "HAS_PILLAR"):
            for p in g.out(strategy, "HAS_PLAN"):
                measures.setdefault((p.id, pillar.id), set())
                within.add((p.id, pillar.id))
    for pillar in g.of("Pillar"):
        for p in g.out(pillar, "HAS_PLAN"):
            cell = (p.id, pillar.id)
            measures.setdefault(cell, set())
            for measure in g.out(p, "HAS_MEASURE"):
                measures[cell].add(measure.id)
                targets.setdefault(cell, set()).update(t.id for t in g.out(measure, *SERVES))
        for thing in g.out(pillar, "HAS_MEASURE", "SETS_TARGET"):
            document = g.node[str(thing.properties["document_id"])]
            for p in g.into(document, "DESCRIBED_IN"):
                if p.label != "ActionPlan":
                    continue
                cell = (p.id, pillar.id)
                measures.setdefault(cell, set())
                if thing.label == "Measure":
                    measures[cell].add(thing.id)
                    targets.setdefault(cell, set()).update(t.id for t in g.out(thing, *SERVES))
                else:
                    targets.setdefault(cell, set()).add(thing.id)
    rows = []
    for (plan_id, pillar_id), found in measures.items():
        p, pillar = g.node[plan_id], g.node[pillar_id]
        if plan in (None, value(p, "name")):
            counts = (len(found), len(targets.get((plan_id, pillar_id), ())))
            key = (*counts, value(p, "name"), value(pillar, "name"), plan_id, pillar_id)
            row = (value(p, "name"), value(pillar, "name"), value(pillar, "kind"), *counts)
            rows.append((key, (*row, plan_id, pillar_id)))
    total = sum(plan in (None, value(g.node[p], "name")) for p, _ in within)
    return ordered(rows), total


def sector_plan(g: Index, sector: str | None = None) -> tuple[list[Row], int]:
    rows = []
    sectors = [s for s in g.of("Sector") if sector in (None, value(s, "name"))]
    for s in sectors:
        plans: dict[str | None, dict[str, Node]] = {}
        for x in g.into(s, "IN_SECTOR"):
            holders = [x, *g.into(x, "HAS_MEASURE", "SETS_TARGET")]
            for plan in {p.id for p in holders if p.label == "ActionPlan"}:
                plans.setdefault(plan, {}).update({t.id: t for t in _targets_of(g, x)})
        for plan_id, found in plans.items() or {None: dict[str, Node]()}.items():
            plan = g.node[plan_id] if plan_id else None
            kept = sorted(
                (t for t in found.values() if value(t, "kind") == "quantified"),
                key=lambda t: (*_last(value(t, "year")), value(t, "name"), t.id),
            )
            texts = [_said(t) for t in kept]
            name = value(plan, "name") if plan else None
            key = (len(texts), value(s, "name"), name, s.id, plan_id)
            rows.append((key, (value(s, "name"), name, len(texts), texts, s.id, plan_id)))
    return ordered(rows), len(sectors)


def named_plans(g: Index) -> tuple[list[Row], int]:
    rows = []
    for plan in g.of("ActionPlan"):
        documents = g.out(plan, "DESCRIBED_IN")
        if any(value(d, "status") == "loaded" for d in documents):
            continue
        places = g.places(plan)
        first = places[0]
        row = (value(plan, "name"), value(plan, "kind"), len(places), first.title, first.ordinal)
        key = (first.title, first.ordinal, value(plan, "name"), plan.id)
        rows.append((key, (*row, first.quote, plan.id)))
    return ordered(rows), sum(1 for _ in g.of("ActionPlan"))


def gaps(g: Index, plan: str | None = None) -> tuple[list[Row], int]:
    rows = []
    things = list(g.stated(plan, "Pillar", "ActionPlan", "Measure"))
    for thing, place in things:
        lacks = _measure_lacks(g, thing) if thing.label == "Measure" else _lacks(g, thing)
        if lacks:
            row = (thing.label, value(thing, "name"), lacks, place.title, place.ordinal)
            key = (place.title, place.ordinal, place.start, thing.id)
            rows.append((key, (*row, place.quote, thing.id)))
    return ordered(rows), len(things)


def unsupported_targets(
    g: Index, plan: str | None = None, kind: str = "quantified"
) -> tuple[list[Row], int]:
    rows = []
    for target, place in g.stated(plan, "Target"):
        if kind in ("any", value(target, "kind")):
            serving = [m for m in g.into(target, *SERVES) if m.label == "Measure"]
            if not serving:
                facts = ("name", "comparator", "value", "value_max", "unit", "year")
                row = (place.title, *(value(target, name) for name in facts), place.ordinal)
                key = (place.title, place.ordinal, place.start, target.id)
                rows.append((key, (*row, place.quote, target.id)))
    of = [t for t in g.owned(plan, "Target") if kind in ("any", value(t, "kind"))]
    return ordered(rows), len(of)


def idle_measures(g: Index, plan: str | None = None) -> tuple[list[Row], int]:
    rows = []
    for measure, place in g.stated(plan, "Measure"):
        if not g.out(measure, *SERVES):
            key = (place.title, place.ordinal, place.start, measure.id)
            row = (place.title, value(measure, "name"), place.ordinal, place.quote, measure.id)
            rows.append((key, row))
    return ordered(rows), len(g.owned(plan, "Measure"))


def _lacks(g: Index, thing: Node) -> list[str]:
    holders = [thing, *g.out(thing, "HAS_PLAN")]
    measures = [m for holder in holders for m in g.out(holder, "HAS_MEASURE")]
    targets = [t for holder in holders for t in g.out(holder, "SETS_TARGET")]
    targets += [t for m in measures for t in g.out(m, *SERVES)]
    return ["measure"] * (not measures) + ["target"] * (not targets)


def _measure_lacks(g: Index, measure: Node) -> list[str]:
    targets = g.out(measure, *SERVES)
    owners = [o for o in g.out(measure, *OWNERS) if not value(o, "collective")]
    dated = g.out(measure, "HAS_MILESTONE") or [t for t in targets if value(t, "year") is not None]
    missing = (("target", targets), ("owner", owners), ("deadline", dated))
    return [name for name, found in missing if not found]


def _targets_of(g: Index, thing: Node) -> list[Node]:
    """Of a plan those of its measures too; a target is its own."""
    if thing.label == "Target":
        return [thing]
    measures = g.out(thing, "HAS_MEASURE")
    return [t for x in (thing, *measures) for t in g.out(x, "SETS_TARGET")]


def _said(target: Node) -> str:
    number = value(target, "value")
    shown = str(int(number)) if number == int(number) else str(float(number))
    year = value(target, "year")
    text = f"{value(target, 'name')} {value(target, 'comparator')} {shown}"
    return text + (value(target, "unit") or "") + (f"（{year}）" if year is not None else "")


def _last(part: int | None) -> tuple[bool, int]:
    return (part is None, part or 0)


ANSWERS = {
    "coverage.plan_pillar": plan_pillar,
    "coverage.sector_plan": sector_plan,
    "coverage.named_plans": named_plans,
    "closure.gaps": gaps,
    "closure.unsupported_targets": unsupported_targets,
    "closure.idle_measures": idle_measures,
}
