"""Only what a body does, what is about a sector, due in a year, or binding; with what holds it."""

from __future__ import annotations

from graph.schema import ROLES
from ui.explorer.index import Index
from ui.explorer.reach import items_of, items_of_year

_HOLDS = frozenset({"HAS_PILLAR", "HAS_PLAN", "HAS_MEASURE", "SETS_TARGET", "HAS_MILESTONE"})


def narrowed(
    index: Index,
    *,
    pillar: str | None = None,
    organization: str | None = None,
    sector: str | None = None,
    year: int | None = None,
    bindingness: str | None = None,
) -> frozenset[str]:
    """The items that meet every condition, the things named, and what stands above the items."""
    named = [id for id in (pillar, organization, sector) if id]
    sets = [items_of(index, id) for id in named]
    if year is not None:
        sets.append(items_of_year(index, year))
    if bindingness is not None:
        targets = index.graph.nodes_of("Target")
        bound = (t.id for t in targets if t.properties.get("bindingness") == bindingness)
        sets.append(frozenset(bound))
    if not sets:
        return frozenset()
    items = frozenset.intersection(*sets)
    return items | _above(index, items) | frozenset(named)


def _above(index: Index, ids: frozenset[str]) -> frozenset[str]:
    """Everything that holds these, up to the strategy."""
    found: set[str] = set()
    waiting = list(ids)
    while waiting:
        current = waiting.pop()
        holders = {
            edge.source
            for edge in index.touching.get(current, ())
            if edge.type in _HOLDS and edge.target == current
        }
        waiting += holders - found
        found |= holders
    return frozenset(found)


def choices(index: Index) -> dict[str, list[str]]:
    """What can be chosen: ids of pillars, bodies and sectors, years, kinds of bindingness."""
    bodies = {e.target for e in index.facts if e.type in ROLES.values()}
    sectors = {e.target for e in index.facts if e.type == "IN_SECTOR"}
    targets = index.graph.nodes_of("Target")
    years = {str(t.properties["year"]) for t in targets if "year" in t.properties}
    kinds = {str(t.properties["bindingness"]) for t in targets if "bindingness" in t.properties}
    pillars = index.graph.nodes_of("Pillar")
    return {
        "pillar": sorted(node.id for node in pillars),
        "organization": sorted(bodies),
        "sector": sorted(sectors),
        "year": sorted(years),
        "bindingness": sorted(kinds),
    }
