"""What is on the canvas: overview, expand, hide, undo."""

from __future__ import annotations

from dataclasses import replace

from graph.elements import Edge, Node, Subgraph
from tests.ui.sample import sample_graph
from ui.explorer.desk import Desk
from ui.explorer.index import Index
from ui.explorer.view import ROOM, first_view, more, visible

OVERVIEW = {
    "strategy-water", "pillar-pipes", "pillar-quality", "measure-pipes", "measure-leaks",
    "measure-watch", "measure-nasty", "target-pipes", "target-quality",
}  # fmt: skip
BODIES = {"organization-water", "organization-money"}


def shown(index: Index, desk: Desk) -> set[str]:
    return {node.id for node in visible(index, desk.view).nodes}


def test_the_overview_is_strategy_pillars_measures_and_targets() -> None:
    index = Index(sample_graph())
    graph = visible(index, first_view(index))
    assert {node.id for node in graph.nodes} == OVERVIEW
    assert {edge.type for edge in graph.edges} == {"HAS_PILLAR", "HAS_MEASURE", "SETS_TARGET"}
    assert more(index, graph) == {"measure-pipes": 2}


def test_a_large_graph_starts_without_its_measures() -> None:
    measures = [Node(f"m-{n}", "Measure", {"name": str(n)}) for n in range(ROOM + 1)]
    index = Index(Subgraph.of([Node("p", "Pillar", {"name": "支柱"}), *measures]))
    assert {node.id for node in visible(index, first_view(index)).nodes} == {"p"}


def test_expand_opens_and_folds_again() -> None:
    index = Index(sample_graph())
    desk = Desk.of(index)
    desk.expand(index, "measure-pipes")
    assert shown(index, desk) == OVERVIEW | BODIES
    desk.expand(index, "measure-pipes")
    assert shown(index, desk) == OVERVIEW


def test_expand_moves_nothing_that_is_there() -> None:
    index = Index(sample_graph())
    desk = Desk.of(index)
    before = dict(desk.place(visible(index, desk.view)).positions)
    desk.expand(index, "measure-pipes")
    after = desk.place(visible(index, desk.view)).positions
    assert {id: after[id] for id in before} == before
    assert after.keys() == OVERVIEW | BODIES


def test_hide_and_undo() -> None:
    index = Index(sample_graph())
    desk = Desk.of(index)
    desk.hide("measure-leaks")
    assert shown(index, desk) == OVERVIEW - {"measure-leaks"}
    desk.undo()
    assert shown(index, desk) == OVERVIEW
    desk.undo()
    assert shown(index, desk) == OVERVIEW


def test_what_is_chosen_elsewhere_joins_the_canvas() -> None:
    index = Index(sample_graph())
    desk = Desk.of(index)
    desk.choose("node", "organization-water")
    assert shown(index, desk) == OVERVIEW | {"organization-water"}
    assert desk.chosen(index) == index.nodes["organization-water"]


def test_a_choice_that_is_gone_is_nothing() -> None:
    index = Index(sample_graph())
    desk = Desk.of(index)
    desk.selected = ("node", "measure-of-yesterday")
    assert desk.chosen(index) is None


def test_documents_filter() -> None:
    other = Node("measure-other", "Measure", {"name": "别的"})
    index = Index(sample_graph().merge(Subgraph.of([other])))
    view = replace(first_view(index), documents=frozenset({"document-sample"}))
    assert {node.id for node in visible(index, view).nodes} == OVERVIEW


def test_the_picture_is_sent_once() -> None:
    index = Index(sample_graph())
    desk = Desk.of(index)
    graph = visible(index, desk.view)
    first, second = desk.canvas(index, graph, "zh"), desk.canvas(index, graph, "zh")
    assert len(first["picture"]["nodes"]) == len(OVERVIEW)
    assert second == {**first, "picture": None}


def test_edges_to_what_is_not_there_are_left_out() -> None:
    dangling = Edge("e", "HAS_MEASURE", "p", "gone")
    index = Index(Subgraph.of([Node("p", "Pillar", {"name": "支柱"})], [dangling]))
    assert list(index.neighbours("p")) == ["gone"]
