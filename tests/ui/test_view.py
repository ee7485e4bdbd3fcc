"""What is on the canvas: overview, expand, hide, undo."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from graph.elements import Edge, Evidence, Node, Subgraph
from tests.ui.sample import evidence, sample_graph
from ui.explorer.beside import covers
from ui.explorer.desk import Desk
from ui.explorer.index import Index
from ui.explorer.lanes import size_of
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


def test_of_many_documents_the_one_that_says_most_is_shown_first() -> None:
    def stated(document: str, label: str, count: int) -> list[Node]:
        place = Evidence(document, "clause", 0, 1, "甲", "by_hand", 0, 1)
        return [
            Node(f"{document}-{label}-{n}", label, {"name": str(n)}, (place,)) for n in range(count)
        ]

    titles = {"reply": "a", "plan": "b", "list": "c"}
    documents = [
        Node(id, "Document", {"title": title, "status": "loaded"}) for id, title in titles.items()
    ]
    index = Index(
        Subgraph.of(
            [
                *documents, *stated("reply", "Measure", 20), *stated("plan", "Measure", 60),
                *stated("plan", "Target", 20), *stated("list", "Organization", 90),
                *stated("list", "Target", 50),
            ]
        )
    )  # fmt: skip
    assert first_view(index).documents == {"plan"}


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


def test_undo_brings_everything_back_to_where_it_lay() -> None:
    index = Index(sample_graph())
    desk = Desk.of(index)
    before = dict(desk.place(visible(index, desk.view)).positions)
    desk.show_only({"organization-water", "measure-pipes"})
    desk.place(visible(index, desk.view))
    desk.arrange("radial")
    desk.place(visible(index, desk.view))
    desk.undo()
    assert (desk.arrangement, shown(index, desk)) == (
        "lanes", {"organization-water", "measure-pipes"},
    )  # fmt: skip
    desk.undo()
    assert desk.place(visible(index, desk.view)).positions == before


def test_what_is_chosen_elsewhere_joins_the_canvas() -> None:
    index = Index(sample_graph())
    desk = Desk.of(index)
    desk.choose(index, "node", "organization-water")
    assert shown(index, desk) == OVERVIEW | {"organization-water"}
    assert desk.chosen(index) == index.nodes["organization-water"]
    supported = "supported_by-measure-pipes-organization-money"
    desk.choose(index, "edge", supported)
    assert shown(index, desk) == OVERVIEW | BODIES
    assert desk.chosen(index) == index.edges[supported]


def test_what_another_document_states_is_shown_among_its_own() -> None:
    place = replace(evidence("管网改造", 1), document="document-other")
    others = [Node(f"measure-{n}", "Measure", {"name": n}, (place,)) for n in ("one", "two")]
    index = Index(sample_graph().merge(Subgraph.of(others)))
    desk = Desk.of(index)
    desk.change(replace(desk.view, documents=frozenset({"document-sample"})))
    desk.choose(index, "node", "measure-one")
    assert shown(index, desk) == {"measure-one", "measure-two"}
    desk.undo()
    assert shown(index, desk) == OVERVIEW


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


def test_a_picture_is_sent_until_the_browser_holds_it() -> None:
    index = Index(sample_graph())
    desk = Desk.of(index)
    graph = visible(index, desk.view)
    first = desk.canvas(index, graph, "zh")
    assert len(first["picture"]["nodes"]) == len(OVERVIEW)
    assert desk.canvas(index, graph, "zh") == first
    desk.delivery.received(first["version"])
    assert desk.canvas(index, graph, "zh") == {
        name: value for name, value in first.items() if name != "picture"
    }


def test_what_changed_is_sent_and_no_more() -> None:
    index = Index(sample_graph())
    desk = Desk.of(index)
    first = desk.canvas(index, visible(index, desk.view), "zh")
    desk.delivery.received(first["version"])
    desk.hide("measure-leaks")
    desk.expand(index, "measure-pipes")
    second = desk.canvas(index, visible(index, desk.view), "zh")
    assert second["base"] == first["version"]
    change = second["change"]
    assert {node["id"] for node in change["nodes"]} == {*BODIES, "measure-pipes", "pillar-pipes"}
    assert {edge["to"] for edge in change["edges"]} == BODIES
    assert change["nodes_gone"] == ["measure-leaks"]
    assert change["edges_gone"] == ["has_measure-pillar-pipes-measure-leaks"]
    assert change.keys() == {"nodes", "edges", "nodes_gone", "edges_gone"}


def test_a_browser_that_lost_its_memory_gets_all() -> None:
    index = Index(sample_graph())
    desk = Desk.of(index)
    graph = visible(index, desk.view)
    first = desk.canvas(index, graph, "zh")
    desk.delivery.received(first["version"])
    desk.delivery.received("")
    assert desk.canvas(index, graph, "zh") == first


def test_what_is_pinned_or_dragged_stays_and_nothing_covers_it() -> None:
    index = Index(sample_graph())
    desk = Desk.of(index)
    graph = visible(index, desk.view)
    desk.place(graph)
    occupied = desk.positions["measure-leaks"]
    desk.move({"measure-pipes": [occupied[0] + 3.0, occupied[1]], "gone": [0.0, 0.0]})
    desk.pin("measure-pipes")
    desk.arrange("radial")
    desk.place(graph)
    desk.arrange("lanes")
    places = desk.place(graph).positions
    assert places["measure-pipes"] == (occupied[0] + 3.0, occupied[1])
    assert places.keys() == OVERVIEW
    boxes = {id: (*places[id], *size_of(index.nodes[id].label)) for id in places}
    assert [(a, b) for a, b in combinations(boxes, 2) if covers(boxes[a], boxes[b])] == []
    desk.pin("measure-pipes")
    desk.lay_out_anew()
    assert desk.place(graph).positions["measure-pipes"] != places["measure-pipes"]


def test_edges_to_what_is_not_there_are_left_out() -> None:
    dangling = Edge("e", "HAS_MEASURE", "p", "gone")
    index = Index(Subgraph.of([Node("p", "Pillar", {"name": "支柱"})], [dangling]))
    assert list(index.neighbours("p")) == ["gone"]
