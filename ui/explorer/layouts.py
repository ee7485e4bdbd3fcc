"""Ways to lay a graph out: lanes, rings, forces. The same graph always gives the same picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from math import cos, hypot, pi, sin

import numpy as np

from graph.elements import Subgraph
from ui.explorer.beside import Places
from ui.explorer.lanes import CARD_HEIGHT, CARD_WIDTH, Board, Position, lane_board, size_of

_RING = 260.0  # between two rings
_ROOM = 90.0  # of a card on its ring; what does not fit stands in front of or behind it
_FLAT = 0.55  # rings are wider than high, as cards are
_ROUNDS = 120
_MOST_FORCED = 800  # above this the forces take too long; rings are drawn instead


def radial_board(subgraph: Subgraph) -> Board:
    """The best joined node in the middle, the others in rings by their distance from it."""
    near = neighbours(subgraph)
    ids = sorted(near, key=lambda id: (-len(near[id]), id))
    positions: dict[str, Position] = {}
    reach = 0.0
    rings = _rings(ids, near)
    for number, ring in enumerate(rings):
        around = len(ring) * _ROOM / (2 * pi)
        reach = 0.0 if number == 0 and len(ring) == 1 else max(reach + _RING, around)
        for place, id in enumerate(ring):
            angle = 2 * pi * (place + 0.5 * (number % 2)) / len(ring) - pi / 2
            positions[id] = (reach * cos(angle), reach * _FLAT * sin(angle))
    return Board(_apart(subgraph, positions), ())


def force_board(subgraph: Subgraph) -> Board:
    """What hangs together attracts, everything else keeps away (Fruchterman and Reingold)."""
    if len(subgraph.nodes) > _MOST_FORCED:
        return radial_board(subgraph)
    ids = [node.id for node in subgraph.nodes]
    place = {id: number for number, id in enumerate(ids)}
    count = max(len(ids), 1)
    angles = np.arange(count) * 2.399963  # the golden angle: an even start without chance
    far_out = np.sqrt(np.arange(count) + 0.5)
    points = np.stack([far_out * np.cos(angles), far_out * np.sin(angles)], 1)
    ends = [(place[e.source], place[e.target]) for e in subgraph.edges]
    pairs = np.array(ends, dtype=int).reshape(-1, 2)
    for step in range(_ROUNDS):
        apart = points[:, None] - points[None]
        far = np.maximum(np.hypot(apart[..., 0], apart[..., 1]), 0.01)
        moves = (apart / far[..., None] ** 2).sum(1)
        pull = points[pairs[:, 0]] - points[pairs[:, 1]]
        pull *= np.hypot(pull[:, 0], pull[:, 1])[:, None]
        np.add.at(moves, pairs[:, 0], -pull)
        np.add.at(moves, pairs[:, 1], pull)
        length = np.maximum(np.hypot(moves[:, 0], moves[:, 1]), 0.01)
        heat = np.sqrt(count) / 8 * (1 - step / _ROUNDS)
        points += moves / length[:, None] * np.minimum(length, heat)[:, None]
    scale = np.array([CARD_WIDTH * 0.6, CARD_HEIGHT * 1.3])
    positions = {id: (float(x), float(y)) for id, (x, y) in zip(ids, points * scale, strict=False)}
    return Board(_apart(subgraph, positions), ())


LAYOUTS: dict[str, Callable[[Subgraph], Board]] = {
    "lanes": lane_board,
    "radial": radial_board,
    "force": force_board,
}


def neighbours(subgraph: Subgraph) -> dict[str, set[str]]:
    """For every node those it has a relation with."""
    near: dict[str, set[str]] = defaultdict(set)
    for node in subgraph.nodes:
        near[node.id] = set()
    for edge in subgraph.edges:
        near[edge.source].add(edge.target)
        near[edge.target].add(edge.source)
    return near


def _rings(ids: list[str], near: dict[str, set[str]]) -> list[list[str]]:
    """By distance from the first; what is not joined to it comes last."""
    rings: list[list[str]] = []
    seen: set[str] = set()
    ring = ids[:1]
    while ring:
        rings.append(ring)
        seen |= set(ring)
        ring = list(dict.fromkeys(n for id in ring for n in sorted(near[id]) if n not in seen))
    loose = [id for id in ids if id not in seen]
    return [*rings, loose] if loose else rings


def _apart(subgraph: Subgraph, wanted: dict[str, Position]) -> dict[str, Position]:
    """The free places nearest to the wanted ones, the innermost first."""
    labels = {node.id: node.label for node in subgraph.nodes}
    places = Places()
    placed: dict[str, Position] = {}
    # the tall ones first: a slot is only as high as a card
    for id in sorted(wanted, key=lambda id: (labels[id] != "Strategy", hypot(*wanted[id]), id)):
        placed[id] = places.nearest(wanted[id])
        places.take((*placed[id], *size_of(labels[id])))
    return placed
