"""What belongs to what: the measures and targets of a pillar, a plan, a sector, a body, a year."""

from __future__ import annotations

from graph.elements import Node
from graph.schema import ROLES
from ui.explorer.index import Index

ITEMS = frozenset({"Measure", "Target", "Milestone"})
ROLE_EDGES = frozenset(ROLES.values())
_HOLDS = frozenset({"HAS_PLAN", "HAS_MEASURE", "SETS_TARGET", "HAS_MILESTONE"})


def items_of(index: Index, id: str) -> frozenset[str]:
    """The items that a thing of the graph holds, answers for or is about."""
    node = index.nodes.get(id)
    if node is None:
        return frozenset()
    if node.label == "Organization":
        return _at_the_other_end(index, id, ROLE_EDGES)
    if node.label == "Sector":
        about = {e.source for e in index.touching.get(id, ()) if e.type == "IN_SECTOR"}
        return frozenset().union(*(items_of(index, other) for other in about))
    found = _held(index, id)
    if node.label in ("ActionPlan", "Strategy"):
        found |= _of_its_document(index, id)
    return frozenset(i for i in found if index.nodes[i].label in ITEMS)


def items_of_year(index: Index, year: int) -> frozenset[str]:
    """The items due in a year, and the measures whose target is."""
    due = {node.id for node in index.graph.nodes if year in years_of(node)}
    due |= {
        edge.source
        for id in due
        for edge in index.touching.get(id, ())
        if edge.type in ("SETS_TARGET", "HAS_MILESTONE") and edge.target == id
    }
    return frozenset(id for id in due if index.nodes[id].label in ITEMS)


def years_of(node: Node) -> set[int]:
    """The year of a target, or the one that a milestone's date begins with."""
    year, date = node.properties.get("year"), str(node.properties.get("date", ""))[:4]
    if node.label == "Target" and isinstance(year, int):
        return {year}
    return {int(date)} if node.label == "Milestone" and date.isdigit() else set()


def due_years(index: Index, id: str) -> list[int]:
    """The years of an item, and of the targets and milestones that a measure sets."""
    set_by = (
        edge.target
        for edge in index.touching.get(id, ())
        if edge.type in ("SETS_TARGET", "HAS_MILESTONE") and edge.source == id
    )
    return sorted({year for item in (id, *set_by) for year in years_of(index.nodes[item])})


def owners_of(index: Index, id: str) -> list[str]:
    """The ids of the bodies that lead or answer for an item, or for the measure that sets it."""
    found = _bodies(index, id)
    if not found:
        above = [
            e.source for e in index.touching.get(id, ()) if e.type in _HOLDS and e.target == id
        ]
        found = [body for measure in above for body in _bodies(index, measure)]
    return list(dict.fromkeys(found))


def _bodies(index: Index, id: str) -> list[str]:
    edges = index.touching.get(id, ())
    return [e.target for e in edges if e.type in ("LED_BY", "ASSIGNED_TO") and e.source == id]


def _held(index: Index, id: str) -> set[str]:
    """An item itself, and all below a thing."""
    found: set[str] = set()
    waiting = [id]
    while waiting:
        current = waiting.pop()
        if current in found or current not in index.nodes:
            continue
        found.add(current)
        waiting += [
            edge.target
            for edge in index.touching.get(current, ())
            if edge.type in _HOLDS and edge.source == current
        ]
    return found


def _of_its_document(index: Index, id: str) -> set[str]:
    documents = {e.target for e in index.touching.get(id, ()) if e.type == "DESCRIBED_IN"}
    return {n.id for n in index.graph.nodes if n.properties.get("document_id") in documents}


def _at_the_other_end(index: Index, id: str, types: frozenset[str]) -> frozenset[str]:
    return frozenset(e.source for e in index.touching.get(id, ()) if e.type in types)
