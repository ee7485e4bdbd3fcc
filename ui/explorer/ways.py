"""How two things hang together, and what hangs on one."""

from __future__ import annotations

from collections import deque

from graph.elements import Edge
from graph.schema import ROLES
from ui.explorer.index import Index

_ABOUT_DOCUMENTS = frozenset(
    {"CITES", "IMPLEMENTS", "ISSUED_WITH", "SUPERSEDES", "DESCRIBED_IN", "OBSERVES"}
)
_DOWNWARDS = frozenset(
    {"HAS_PILLAR", "HAS_PLAN", "HAS_MEASURE", "SETS_TARGET", "HAS_MILESTONE", "CONTRIBUTES_TO"}
)
_UPWARDS = frozenset({"DEPENDS_ON", "PART_OF", *ROLES.values()})


def shortest_path(index: Index, start: str, end: str) -> list[str]:
    """The nodes of a shortest way between two, in either direction; empty when there is none.

    Of several the one with the smallest ids is taken, so that the answer is always the same.
    """
    before: dict[str, str] = {start: ""}
    waiting = deque([start])
    while waiting and end not in before:
        current = waiting.popleft()
        for other in sorted(_others(index, current)):
            if other not in before:
                before[other] = current
                waiting.append(other)
    if end not in before:
        return []
    path = [end]
    while before[path[-1]]:
        path.append(before[path[-1]])
    return path[::-1]


def around(index: Index, id: str, steps: int) -> frozenset[str]:
    """The node and what lies within so many steps of it, along relations either way."""
    found = {id}
    rim = {id}
    for _ in range(steps):
        rim = {other for near in rim for other in _others(index, near)} - found
        found |= rim
    return frozenset(found)


def impact(index: Index, id: str) -> frozenset[str]:
    """What loses something when this slips: what it holds and serves, what depends on it."""
    found = {id}
    waiting = [id]
    while waiting:
        current = waiting.pop()
        hit = {_hit(edge, current) for edge in index.touching.get(current, ())} - {"", *found}
        found |= hit
        waiting += sorted(hit)
    return frozenset(found)


def _hit(edge: Edge, id: str) -> str:
    if edge.type in _DOWNWARDS and edge.source == id:
        return edge.target
    return edge.source if edge.type in _UPWARDS and edge.target == id else ""


def _others(index: Index, id: str) -> set[str]:
    edges = (e for e in index.touching.get(id, ()) if e.type not in _ABOUT_DOCUMENTS)
    return {edge.target if edge.source == id else edge.source for edge in edges}
