"""Who does what, computed in plain Python."""

from __future__ import annotations

from collections import Counter, defaultdict

from graph.elements import Node
from tests.oracle.index import Index, Row, down, names, ordered, value
from tests.oracle.of_closure import OWNERS, SERVES

DUTIES = ("LED_BY", "ASSIGNED_TO", "SUPPORTED_BY", "GUIDED_BY", "SUPERVISED_BY")
LEADS = ("LED_BY", "ASSIGNED_TO")
ACTIVE = ("LED_BY", "ASSIGNED_TO", "SUPPORTED_BY")


def ledger(g: Index, plan: str | None = None) -> tuple[list[Row], int]:
    rows = []
    for measure, place in g.stated(plan, "Measure"):
        targets = sorted(g.out(measure, "SETS_TARGET"), key=lambda t: (value(t, "name"), t.id))
        row = (
            place.title, value(measure, "number"), value(measure, "name"),
            names(g.out(measure, "LED_BY")), names(g.out(measure, "ASSIGNED_TO")),
            names(g.out(measure, "SUPPORTED_BY")),
            names(g.out(measure, "GUIDED_BY", "SUPERVISED_BY")),
            [value(t, "name") for t in targets], _deadline(g, measure),
            place.ordinal, place.quote, measure.id,
        )  # fmt: skip
        rows.append(((place.title, place.ordinal, place.start, measure.id), row))
    return ordered(rows), len(g.owned(plan, "Measure"))


def unassigned(g: Index, plan: str | None = None) -> tuple[list[Row], int]:
    rows = []
    for measure, place in g.stated(plan, "Measure"):
        if any(not value(o, "collective") for o in g.out(measure, *OWNERS)):
            continue
        named = names(g.out(measure, *ACTIVE))
        gap = "vague" if named else "none"
        row = (place.title, value(measure, "name"), gap, named, place.ordinal, place.quote)
        key = (place.title, place.ordinal, place.start, measure.id)
        rows.append((key, (*row, measure.id)))
    return ordered(rows), len(g.owned(plan, "Measure"))


def portfolio(
    g: Index, organization: str, role: str | None = None, year: int | None = None
) -> tuple[list[Row], int]:
    rows, tasks = [], set()
    for body in g.of("Organization"):
        if value(body, "name") != organization:
            continue
        for edge in g.edges_in(body, *DUTIES):
            task = g.node[edge.source]
            tasks.add(task.id)
            own = value(task, "year")
            deadline = _deadline(g, task) + ([str(own)] if own is not None else [])
            if role not in (None, edge.type):
                continue
            if year is not None and not any(due[:4] == str(year) for due in deadline):
                continue
            document, clause = g.place_of(edge)
            where = (value(document, "title"), value(clause, "ordinal"))
            name = value(task, "name")
            row = (edge.type, task.label, name, deadline, *where, edge.evidence[0].quote)
            rows.append(((edge.type, *where, name, task.id, edge.id), (*row, task.id, edge.id)))
    return ordered(rows), len(tasks)


def load(g: Index, plan: str | None = None) -> tuple[list[Row], int]:
    leads: Counter[str] = Counter()
    others: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    due: dict[str, Counter[int]] = defaultdict(Counter)
    total = 0
    for measure, _ in g.stated(plan, "Measure"):
        duties: dict[str, set[str]] = defaultdict(set)
        for edge in g.edges_out(measure, *DUTIES):
            duties[edge.target].add(edge.type)
        total += bool(duties)
        active = {o for o, types in duties.items() if types & {*ACTIVE}}
        years = [y for t in g.out(measure, *SERVES) if (y := value(t, "year")) is not None]
        for body, types in duties.items():
            if types & {*LEADS}:
                leads[body] += 1
                alone[body] += not active - {body}
                if years:
                    due[body][min(years)] += 1
            else:
                others[body] += 1
    rows = []
    for id in {*leads, *others}:
        body = g.node[id]
        peak = min(due[id].items(), key=lambda item: (-item[1], item[0]), default=(None, 0))
        row = (value(body, "name"), value(body, "collective"), leads[id], others[id], alone[id])
        key = (down(leads[id]), down(others[id]), value(body, "name"), id)
        rows.append((key, (*row, *peak, id)))
    return ordered(rows), total


def cooperation(
    g: Index, plan: str | None = None, organization: str | None = None
) -> tuple[list[Row], int]:
    pairs: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    total = 0
    for measure, _ in g.stated(plan, "Measure"):
        supporters = g.out(measure, "SUPPORTED_BY")
        total += bool(supporters)
        for lead in g.out(measure, *LEADS):
            for support in supporters:
                both = {value(lead, "name"), value(support, "name")}
                if lead.id != support.id and (organization is None or organization in both):
                    pairs[lead.id, support.id][measure.id] = str(value(measure, "name"))
    rows = []
    for (lead_id, support_id), tasks in pairs.items():
        lead, support = value(g.node[lead_id], "name"), value(g.node[support_id], "name")
        told = [name for name, _ in sorted((name, id) for id, name in tasks.items())]
        key = (down(len(tasks)), lead, support, lead_id, support_id)
        rows.append((key, (lead, support, len(tasks), told, lead_id, support_id)))
    return ordered(rows), total


def brokers(g: Index, plan: str | None = None) -> tuple[list[Row], int]:
    measures = [m for m in g.of("Measure") if g.in_plan(_document(g, m), plan)]
    at_work: dict[str, set[str]] = defaultdict(set)
    partners: dict[str, set[str]] = defaultdict(set)
    for measure in measures:
        bodies = {o.id for o in g.out(measure, *ACTIVE)}
        for id in bodies:
            at_work[id].add(measure.id)
            partners[id] |= bodies - {id}
    rows = []
    for body, tasks in ((g.node[id], tasks) for id, tasks in at_work.items()):
        mine = partners[body.id]
        leaves = sum(len(partners[other]) == 1 for other in mine)
        name = value(body, "name")
        key = (down(len(mine)), down(leaves), down(len(tasks)), name, body.id)
        row = (name, value(body, "collective"), len(tasks), len(mine), leaves, body.id)
        rows.append((key, row))
    return ordered(rows), len(partners)


def split_lead(g: Index, plan: str | None = None) -> tuple[list[Row], int]:
    by_name: dict[str, list[Node]] = defaultdict(list)
    for measure in g.of("Measure"):
        by_name[str(value(measure, "name"))].append(measure)
    shared = {
        name: found
        for name, found in by_name.items()
        if len({value(m, "document_id") for m in found}) > 1
        and any(g.in_plan(_document(g, m), plan) for m in found)
    }
    rows = []
    for name, found in shared.items():
        for one in found:
            for other in found:
                if str(value(one, "document_id")) >= str(value(other, "document_id")):
                    continue
                if not any(g.in_plan(_document(g, m), plan) for m in (one, other)):
                    continue
                leads = names(g.out(one, *LEADS)), names(g.out(other, *LEADS))
                if all(leads) and leads[0] != leads[1]:
                    here, there = g.places(one)[0], g.places(other)[0]
                    row = (name, *leads, here.title, here.ordinal, here.quote)
                    row = (*row, there.title, there.ordinal, there.quote, one.id, other.id)
                    rows.append(((name, here.title, there.title, one.id, other.id), row))
    return ordered(rows), len(shared)


def _deadline(g: Index, task: Node) -> list[str]:
    dates = {str(value(m, "date")) for m in g.out(task, "HAS_MILESTONE")}
    years = {str(y) for t in g.out(task, "SETS_TARGET") if (y := value(t, "year")) is not None}
    return sorted(dates) + sorted(years)


def _document(g: Index, measure: Node) -> Node:
    return g.node[str(value(measure, "document_id"))]


ANSWERS = {
    "responsibility.ledger": ledger,
    "responsibility.unassigned": unassigned,
    "responsibility.portfolio": portfolio,
    "responsibility.load": load,
    "responsibility.cooperation": cooperation,
    "responsibility.brokers": brokers,
    "responsibility.split_lead": split_lead,
}
