"""Paths, impact, and other ways to lay out."""

from __future__ import annotations

from itertools import combinations

import pytest

from graph.elements import Edge, Node, Subgraph
from tests.ui.sample import sample_graph
from ui.explorer.desk import Desk
from ui.explorer.index import Index
from ui.explorer.lanes import size_of
from ui.explorer.layouts import LAYOUTS
from ui.explorer.narrow import choices, narrowed
from ui.explorer.reach import items_of, items_of_year, owners_of
from ui.explorer.view import visible
from ui.explorer.ways import around, impact, shortest_path


def test_the_shortest_path_goes_either_way() -> None:
    index = Index(sample_graph())
    assert shortest_path(index, "organization-water", "target-pipes") == [
        "organization-water", "measure-pipes", "pillar-pipes", "target-pipes",
    ]  # fmt: skip
    assert shortest_path(index, "measure-pipes", "measure-pipes") == ["measure-pipes"]
    assert shortest_path(index, "measure-pipes", "nowhere") == []


def test_what_hangs_on_a_body_is_what_it_does_not_what_leads_it() -> None:
    index = Index(sample_graph())
    assert impact(index, "organization-water") == {"organization-water", "measure-pipes"}
    assert impact(index, "pillar-quality") == {
        "pillar-quality", "measure-watch", "measure-nasty", "target-quality",
    }  # fmt: skip


def test_impact_follows_dependence_backwards_and_ends_in_a_circle() -> None:
    nodes = [Node(id, "Measure", {"name": id}) for id in "abc"]
    edges = [
        Edge("ab", "DEPENDS_ON", "a", "b"),
        Edge("bc", "DEPENDS_ON", "b", "c"),
        Edge("ca", "DEPENDS_ON", "c", "a"),
    ]
    assert impact(Index(Subgraph.of(nodes, edges)), "c") == {"a", "b", "c"}
    assert impact(Index(Subgraph.of(nodes, edges[:2])), "b") == {"a", "b"}


def test_around_a_node_in_steps_either_way() -> None:
    index = Index(sample_graph())
    assert around(index, "organization-water", 0) == {"organization-water"}
    assert around(index, "organization-water", 1) == {"organization-water", "measure-pipes"}
    assert around(index, "organization-water", 2) == {
        "organization-water", "measure-pipes", "organization-money", "pillar-pipes",
    }  # fmt: skip


def test_steps_around_a_node_on_the_desk_and_back() -> None:
    index = Index(sample_graph())
    desk = Desk.of(index)
    before = desk.view
    desk.show_around(index, "organization-money", 1)
    assert {node.id for node in visible(index, desk.view).nodes} == {
        "organization-money", "measure-pipes",
    }  # fmt: skip
    desk.show_around(index, "organization-money", 2)
    assert desk.steps == 2
    desk.show_around(index, "organization-money", 0)
    assert (desk.view, desk.steps) == (before, 0)


def test_a_path_on_the_desk() -> None:
    index = Index(sample_graph())
    desk = Desk.of(index)
    desk.start = "organization-water"
    assert desk.show_path(index, "pillar-pipes")
    assert {node.id for node in visible(index, desk.view).nodes} == {
        "organization-water", "measure-pipes", "pillar-pipes",
    }  # fmt: skip
    desk.undo()
    assert len(visible(index, desk.view).nodes) == 9


def test_items_of_things() -> None:
    index = Index(sample_graph())
    assert items_of(index, "pillar-pipes") == {"measure-pipes", "measure-leaks", "target-pipes"}
    assert items_of(index, "organization-money") == {"measure-pipes"}
    assert items_of(index, "gone") == frozenset()
    assert items_of_year(index, 2030) == {"target-pipes", "target-quality"}
    assert owners_of(index, "measure-pipes") == ["organization-water"]


def crowd(count: int) -> Subgraph:
    nodes = [Node("s", "Strategy", {"name": "战略"})]
    nodes += [Node(f"m{n}", "Measure", {"name": str(n)}) for n in range(count)]
    return Subgraph.of(nodes, [Edge(f"e{n}", "HAS_MEASURE", "s", f"m{n}") for n in range(count)])


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("graph", [Subgraph(), sample_graph(), crowd(150)])
def test_every_layout_covers_nothing_and_repeats(name: str, graph: Subgraph) -> None:
    board = LAYOUTS[name](graph)
    assert board.positions.keys() == {node.id for node in graph.nodes}
    assert LAYOUTS[name](graph) == board
    boxes = [(*board.positions[n.id], *size_of(n.label)) for n in graph.nodes]
    assert [
        (a, b)
        for a, b in combinations(boxes, 2)
        if abs(a[0] - b[0]) < (a[2] + b[2]) / 2 and abs(a[1] - b[1]) < (a[3] + b[3]) / 2
    ] == []


def test_conditions_meet_and_bring_what_holds_the_items() -> None:
    index = Index(sample_graph())
    assert narrowed(index, organization="organization-water") == {
        "organization-water", "measure-pipes", "pillar-pipes", "strategy-water",
    }  # fmt: skip
    assert narrowed(index, year=2030) == {
        "target-pipes", "target-quality", "pillar-pipes", "pillar-quality", "strategy-water",
    }  # fmt: skip
    assert narrowed(index, organization="organization-water", year=2030) == {"organization-water"}
    assert narrowed(index) == frozenset()
    assert narrowed(index, pillar="pillar-pipes", year=2030) == {
        "pillar-pipes", "target-pipes", "strategy-water",
    }  # fmt: skip
    assert choices(index) == {
        "pillar": ["pillar-pipes", "pillar-quality"],
        "organization": ["organization-money", "organization-water"],
        "sector": [],
        "year": ["2030"],
        "bindingness": [],
    }
