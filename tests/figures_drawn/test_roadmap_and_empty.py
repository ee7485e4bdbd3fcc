"""A roadmap of any number of years, and figures in which there is nothing to draw."""

from __future__ import annotations

from dataclasses import replace

import pytest
from plans_to_draw import large

from graph.elements import Subgraph
from ui.figures.catalog import draw_figure
from ui.figures.drawing import PAGE, SLIDE, Sheet, crossings, overflows, overlaps, smallest_label


def over(years: int) -> Subgraph:
    """A plan of sixty targets, spread over so many years from 2010 on."""
    graph = large(60)
    targets = {node.id: 2010 + at % years for at, node in enumerate(graph.nodes_of("Target"))}
    nodes = [
        replace(node, properties={**node.properties, "year": targets[node.id]})
        if node.id in targets
        else node
        for node in graph.nodes
    ]
    return Subgraph.of(nodes, graph.edges)


@pytest.mark.parametrize("sheet", [SLIDE, PAGE], ids=["slide", "page"])
@pytest.mark.parametrize("years", [1, 12, 40])
def test_a_roadmap_shows_every_year_in_type_that_can_be_read(years: int, sheet: Sheet) -> None:
    graph = over(years)
    pages = draw_figure(graph, "roadmap", {}, sheet)
    for page in pages:
        assert overlaps(page) + overflows(page) + crossings(page) == []
        assert smallest_label(page) >= sheet.smallest
    shown = [box.node for page in pages for box in page.boxes if box.node.startswith("target")]
    assert sorted(shown) == sorted(node.id for node in graph.nodes_of("Target"))
    assert len({page.title for page in pages}) == len(pages)


def test_years_that_stand_elsewhere_are_named_in_the_title() -> None:
    pages = draw_figure(over(12), "roadmap", {}, PAGE)
    assert [page.title for page in pages] == [
        "图1　大战略：路线图（2010—2015年）",
        "图1　大战略：路线图（2016—2021年）",
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("lanes", "没有内容"),
        ("roadmap", "没有目标和节点"),
        ("coverage", "没有举措和目标"),
        ("ledger", "没有目标"),
        ("cooperation", "文中没有写明责任单位"),
        ("load", "文中没有写明责任单位"),
    ],
)
def test_a_figure_of_nothing_says_so_and_has_no_legend(name: str, words: str) -> None:
    (page,) = draw_figure(large(0), name)
    assert [(box.key, box.text) for box in page.boxes][1:2] == [("nothing", words)]
    assert [box.key for box in page.boxes] == ["title", "nothing", "about"]
