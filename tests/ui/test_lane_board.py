"""The lane board: who stands where, and that nothing covers anything."""

from __future__ import annotations

from itertools import combinations

import pytest

from graph.elements import Edge, Node, Subgraph
from tests.ui.sample import sample_graph
from ui.explorer.beside import beside
from ui.explorer.lanes import Board, lane_board, size_of

FACTS = ("Strategy", "Pillar", "Measure", "Target", "Organization")


def overview() -> Subgraph:
    graph = sample_graph()
    nodes = [node for node in graph.nodes if node.label in FACTS]
    known = {node.id for node in nodes}
    return Subgraph.of(nodes, (e for e in graph.edges if {e.source, e.target} <= known))


def large(pillars: int, measures: int) -> Subgraph:
    """A strategy with so many pillars, each with so many measures, and as many without a pillar."""
    nodes = [Node("strategy", "Strategy", {"name": "战略"})]
    edges = []
    for p in range(pillars):
        nodes.append(Node(f"pillar-{p}", "Pillar", {"name": f"支柱{p}", "ordinal": p}))
        for m in range(measures):
            nodes.append(Node(f"measure-{p}-{m}", "Measure", {"name": f"举措{m}", "ordinal": m}))
            edges.append(Edge(f"e-{p}-{m}", "HAS_MEASURE", f"pillar-{p}", f"measure-{p}-{m}"))
    nodes += [Node(f"target-{n}", "Target", {"name": f"目标{n}"}) for n in range(pillars)]
    return Subgraph.of(nodes, edges)


def test_columns_are_strategy_pillars_measures_targets_others() -> None:
    x = {id: place[0] for id, place in lane_board(overview()).positions.items()}
    assert x["strategy-water"] < x["pillar-pipes"] == x["pillar-quality"]
    assert x["pillar-pipes"] < x["measure-pipes"] < x["target-pipes"] < x["organization-water"]


def test_a_lane_holds_its_head_and_what_hangs_on_it() -> None:
    board = lane_board(overview())
    first, second = board.lanes
    assert [first.head, second.head] == ["pillar-pipes", "pillar-quality"]
    inside = {
        id for id, (_, y) in board.positions.items() if first.top < y < first.top + first.height
    }
    assert inside - {"strategy-water"} == {
        "pillar-pipes", "measure-pipes", "measure-leaks", "target-pipes", "organization-water",
        "organization-money",
    }  # fmt: skip


@pytest.mark.parametrize("graph", [overview(), large(0, 0), large(3, 1), large(12, 23)])
def test_nothing_covers_anything(graph: Subgraph) -> None:
    board = lane_board(graph)
    assert board.positions.keys() == {node.id for node in graph.nodes}
    assert covered(graph, board) == []


def test_what_joins_a_picture_moves_and_covers_nothing() -> None:
    graph = large(3, 4)
    board = lane_board(graph)
    joining = [Node(f"organization-{n}", "Organization", {"name": "局"}) for n in range(30)]
    boxes = [(*board.positions[node.id], *size_of(node.label)) for node in graph.nodes]
    added = beside(boxes, board.positions["measure-1-2"], [node.id for node in joining])
    assert added.keys() == {node.id for node in joining}
    whole = Subgraph.of((*graph.nodes, *joining))
    assert covered(whole, Board({**board.positions, **added}, ())) == []


def covered(graph: Subgraph, board: Board) -> list[tuple[str, str]]:
    boxes = [(n.id, *board.positions[n.id], *size_of(n.label)) for n in graph.nodes]
    return [
        (a, b)
        for (a, ax, ay, aw, ah), (b, bx, by, bw, bh) in combinations(boxes, 2)
        if abs(ax - bx) < (aw + bw) / 2 and abs(ay - by) < (ah + bh) / 2
    ]


def test_without_a_pillar_too_a_measure_stands_left_of_what_it_promises() -> None:
    """As an impact cone shows it: one below the other, the arrows would read as a chain."""
    targets = [Node(f"target-{n}", "Target", {"name": f"目标{n}"}) for n in range(4)]
    graph = Subgraph.of(
        [Node("measure", "Measure", {"name": "举措"}), *targets],
        [Edge(f"e-{t.id}", "SETS_TARGET", "measure", t.id) for t in targets],
    )
    board = lane_board(graph)
    x = {id: place[0] for id, place in board.positions.items()}
    assert [t.id for t in targets if x[t.id] <= x["measure"]] == []
    assert covered(graph, board) == []
    (lane,) = board.lanes
    edges = (lane.left, lane.left + lane.width)
    half = size_of("Target")[0] / 2
    assert edges[0] < min(x.values()) - half
    assert max(x.values()) + half < edges[1]
