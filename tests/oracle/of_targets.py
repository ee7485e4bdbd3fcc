"""Targets, computed in plain Python."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

from graph.elements import Node
from tests.oracle.index import Index, Row, down, names, ordered, value

STRENGTHS = (4, 3, 2, 1, 0)


def listed(
    g: Index,
    plan: str | None = None,
    year: int | None = None,
    bindingness: str | None = None,
    kind: str = "any",
) -> tuple[list[Row], int]:
    facts = (
        "name", "kind", "comparator", "value", "value_max", "unit", "value_std", "unit_std", "mode",
        "scope", "per", "year", "deadline_basis", "strength", "bindingness",
    )  # fmt: skip
    rows = []
    for target, place in g.stated(plan, "Target"):
        if year not in (None, value(target, "year")):
            continue
        if bindingness not in (None, value(target, "bindingness")):
            continue
        if kind in ("any", value(target, "kind")):
            row = (place.title, *(value(target, name) for name in facts), place.ordinal)
            key = (place.title, place.ordinal, place.start, target.id)
            rows.append((key, (*row, place.quote, target.id)))
    return ordered(rows), len(g.owned(plan, "Target"))


def conflicts(g: Index, indicator: str | None = None) -> tuple[list[Row], int]:
    rows: dict[tuple[object, ...], tuple[Row, Row]] = {}
    total = 0
    for i in g.of("Indicator"):
        if indicator not in (None, value(i, "name")):
            continue
        targets = g.into(i, "MEASURED_BY")
        total += len({value(t, "document_id") for t in targets}) > 1
        for pair in combinations(sorted(targets, key=lambda t: t.id), 2):
            one, other = sorted(pair, key=lambda t: _title(g, t))
            conflict = _conflict(g, i, one, other)
            if conflict is None:
                continue
            sides = [_side(g, t) for t in (one, other)]
            row = (value(i, "name"), conflict, *sides[0], *sides[1], one.id, other.id)
            titles = (_title(g, one), _title(g, other))
            key = (value(i, "name"), value(one, "year"), *titles, one.id, other.id)
            said = [value(t, n) for t in (one, other) for n in ("document_id", "year", "value_std")]
            known = rows.get((i.id, conflict, *said))
            if known is None or (one.id, other.id) < known[0][-2:]:
                rows[i.id, conflict, *said] = (key, row)
    return ordered(rows.values()), total


def rollup(g: Index, plan: str | None = None, only_gaps: bool = True) -> tuple[list[Row], int]:
    rows, total = [], 0
    for i in g.of("Indicator"):
        level = [t for t in g.into(i, "MEASURED_BY") if value(t, "mode") == "level"]
        for whole in level:
            if not g.in_plan(g.node[str(value(whole, "document_id"))], plan):
                continue
            parts = [part for part in level if part.id != whole.id and _is_part(g, whole, part)]
            if len(parts) < 2:
                continue
            total += 1
            parts.sort(key=lambda p: (_title(g, p), value(p, "scope") or "", p.id))
            factor = value(whole, "value") / value(whole, "value_std")
            summed = sum(value(p, "value_std") for p in parts)
            gap = round((value(whole, "value_std") - summed) * factor, 6)
            if only_gaps and gap == 0:
                continue
            place = g.places(whole)[0]
            told = [f"{value(p, 'scope') or _title(g, p)} {_quantity(p)}" for p in parts]
            head = (value(i, "name"), value(whole, "year"))
            row = (*head, value(whole, "value"), round(summed * factor, 6), gap)
            row = (*row, value(whole, "unit"), len(parts), told, place.title, place.ordinal)
            rows.append(((*head, place.title, whole.id), (*row, place.quote, whole.id)))
    return ordered(rows), total


def roadmap(g: Index, plan: str | None = None, year: int | None = None) -> tuple[list[Row], int]:
    rows = []
    for thing, place in g.stated(plan, "Target", "Milestone"):
        due = _year(thing)
        if due is None or year not in (None, due):
            continue
        measures = [
            m for m in g.into(thing, "SETS_TARGET", "HAS_MILESTONE") if m.label == "Measure"
        ]
        owners = names(o for m in measures for o in g.out(m, "LED_BY", "ASSIGNED_TO"))
        text = str(value(thing, "date") or due)
        facts = (value(thing, name) for name in ("name", "comparator", "value", "unit"))
        row = (due, text, thing.label, *facts, owners, place.title, place.ordinal, place.quote)
        key = (due, text, place.title, place.ordinal, place.start, thing.id)
        rows.append((key, (*row, thing.id)))
    return ordered(rows), len(g.owned(plan, "Target", "Milestone"))


def wording(g: Index, plan: str | None = None) -> tuple[list[Row], int]:
    groups: dict[tuple[str, tuple[str, ...]], list[Node]] = defaultdict(list)
    for thing, place in g.stated(plan, "Target", "Measure"):
        if value(thing, "strength") is None:
            continue
        measures = [thing] if thing.label == "Measure" else g.into(thing, "SETS_TARGET")
        leads = (o for m in measures for o in g.out(m, "LED_BY", "ASSIGNED_TO"))
        groups[place.document.id, tuple(names(leads))].append(thing)
    rows = []
    for (document, owners), things in groups.items():
        title = value(g.node[document], "title")
        counts = Counter(value(thing, "strength") for thing in things)
        binding = sum(value(thing, "bindingness") == "binding" for thing in things)
        row = (title, list(owners), len(things), *(counts[s] for s in STRENGTHS), binding, document)
        rows.append(((title, down(len(things)), owners, document), row))
    of = [t for t in g.owned(plan, "Target", "Measure") if value(t, "strength") is not None]
    return ordered(rows), len(of)


def deadline_pileup(g: Index, plan: str | None = None) -> tuple[list[Row], int]:
    dated = [t for t in g.owned(plan, "Target", "Milestone") if _year(t) is not None]
    by_year: dict[int, list[Node]] = defaultdict(list)
    for thing in dated:
        by_year[int(str(_year(thing)))].append(thing)
    rows = []
    for year, things in by_year.items():
        targets = sum(thing.label == "Target" for thing in things)
        binding = sum(value(thing, "bindingness") == "binding" for thing in things)
        row = (year, targets, len(things) - targets, binding)
        rows.append(((down(len(things)), *row), row))
    return ordered(rows), len(dated)


def undated(g: Index, plan: str | None = None) -> tuple[list[Row], int]:
    rows = []
    for target, place in g.stated(plan, "Target"):
        without = value(target, "year") is None and value(target, "per") is None
        if value(target, "kind") == "quantified" and without:
            facts = (value(target, name) for name in ("name", "comparator", "value", "unit"))
            key = (place.title, place.ordinal, place.start, target.id)
            rows.append((key, (place.title, *facts, place.ordinal, place.quote, target.id)))
    of = [t for t in g.owned(plan, "Target") if value(t, "kind") == "quantified"]
    return ordered(rows), len(of)


def indicator(g: Index, indicator: str) -> tuple[list[Row], int]:
    facts = (
        "comparator", "value", "value_max", "unit", "mode", "scope", "per", "bindingness",
    )  # fmt: skip
    rows = []
    for i in g.of("Indicator"):
        if value(i, "name") != indicator:
            continue
        for target in g.into(i, "MEASURED_BY"):
            place, year = g.places(target)[0], value(target, "year")
            row = (year, place.title, *(value(target, name) for name in facts), place.ordinal)
            key = (year, place.title, place.ordinal, target.id)
            rows.append((key, (*row, place.quote, target.id)))
    return ordered(rows), len(rows)


def _conflict(g: Index, i: Node, one: Node, other: Node) -> str | None:
    titles = _title(g, one), _title(g, other)
    kinds = {value(g.node[str(value(t, "document_id"))], "kind") for t in (one, other)}
    if titles[0] == titles[1] or "draft" in kinds:
        return None
    if {value(t, "kind") for t in (one, other)} != {"quantified"}:
        return None
    if any(value(one, n) != value(other, n) for n in ("mode", "scope", "qualifier", "per")):
        return None
    years = value(one, "year"), value(other, "year")
    if any(_spans_plans(g, t) and value(t, "year") == years[0] for t in g.into(i, "MEASURED_BY")):
        return None
    same_unit = (value(one, "unit_std") or "") == (value(other, "unit_std") or "")
    pairs = [(value(one, n) or 0, value(other, n) or 0) for n in ("value_std", "value_max_std")]
    same_value = all(abs(a - b) <= 1e-9 * abs(a) for a, b in pairs)
    if years[0] == years[1]:
        opposed = {value(one, "comparator"), value(other, "comparator")} == {">=", "<="}
        if not same_unit:
            return "unit"
        return "value" if opposed or not same_value else None
    if None in years or not (same_unit and same_value):
        return None
    stated = {(value(t, "document_id"), value(t, "year")) for t in g.into(i, "MEASURED_BY")}
    crossed = {(value(other, "document_id"), years[0]), (value(one, "document_id"), years[1])}
    return None if stated & crossed else "deadline"


def _is_part(g: Index, whole: Node, part: Node) -> bool:
    if {value(t, "kind") for t in (whole, part)} != {"quantified"}:
        return False
    if value(whole, "year") != value(part, "year"):
        return False
    if (value(whole, "unit_std") or "") != (value(part, "unit_std") or ""):
        return False
    if value(whole, "document_id") == value(part, "document_id"):
        return value(whole, "scope") is None and value(part, "scope") is not None
    return value(part, "scope") is None and _spans_plans(g, whole)


def _spans_plans(g: Index, target: Node) -> bool:
    texts = [value(target, "scope") or "", *(place.quote for place in g.places(target))]
    return any("专项" in text for text in texts)


def _side(g: Index, target: Node) -> Row:
    place = g.places(target)[0]
    facts = (value(target, name) for name in ("comparator", "value", "unit", "year"))
    return (*facts, place.title, place.ordinal, place.quote)


def _title(g: Index, target: Node) -> str:
    return str(value(g.node[str(value(target, "document_id"))], "title"))


def _year(thing: Node) -> int | None:
    year, date = value(thing, "year"), str(value(thing, "date") or "")
    if year is not None:
        return int(year)
    return int(date[:4]) if date[:4].isdigit() else None


def _quantity(target: Node) -> str:
    number = value(target, "value")
    shown = str(int(number)) if number == int(number) else str(float(number))
    return shown + (value(target, "unit") or "")


ANSWERS = {
    "targets.list": listed,
    "targets.conflicts": conflicts,
    "targets.rollup": rollup,
    "targets.roadmap": roadmap,
    "targets.wording": wording,
    "targets.deadline_pileup": deadline_pileup,
    "targets.undated": undated,
    "targets.indicator": indicator,
}
