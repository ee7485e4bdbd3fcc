"""What no board of a plan shows: every relation once, under the busiest of its ends."""

from __future__ import annotations

from plans_to_draw import city, large

from graph.elements import Subgraph
from ui.explorer.graph_files import hubs_of, view_pages
from ui.explorer.index import FRAME_LABELS, Index
from ui.figures import font
from ui.figures.catalog import render
from ui.figures.drawing import SLIDE, crossings, overflows, overlaps
from ui.figures.layouts.relations import draw_relations
from ui.figures.scope import plans


def facts_of(graph: Subgraph) -> Subgraph:
    """A graph as the explorer shows it: without the text."""
    nodes = {n.id: n for n in graph.nodes if n.label not in FRAME_LABELS}
    edges = [edge for edge in graph.edges if {edge.source, edge.target} <= nodes.keys()]
    return Subgraph.of(nodes.values(), edges)


def test_a_lane_for_each_relation_of_a_thing() -> None:
    graph = large(3)
    roles = [edge for edge in graph.edges if edge.type in ("LED_BY", "SETS_TARGET")]
    (page,) = draw_relations(graph, roles, hubs_of(roles), SLIDE, 4)
    rows = [box.text for box in page.boxes if box.node or box.key.startswith("relation ")]
    assert page.title == "图4　所示内容之间的关系"
    assert rows == [
        word
        for at in range(3)
        for word in (
            f"推进第{at}项重点工程建设并按期投入使用", "设定目标",
            f"◆ 第{at}项工程数量 ≥{at}个（{2026 + at}年）",
            f"推进第{at}项重点工程建设并按期投入使用", "牵头", f"● 市第{at}局",
        )
    ]  # fmt: skip
    legend = [box.text for box in page.boxes if box.key.startswith("legend word")]
    assert legend == ["举措", "目标（◆）", "责任单位（●）"]


def test_what_ends_at_a_thing_says_so() -> None:
    graph = large(6)
    leads = [edge for edge in graph.edges if edge.type == "LED_BY" and edge.target.endswith("-0")]
    (page,) = draw_relations(graph, leads, ["organization-0"], SLIDE)
    words = [box.text for box in page.boxes if box.key.startswith("relation ")]
    assert words == ["以它为“牵头”"]


def test_all_that_is_shown_stands_on_few_pages_that_can_be_read() -> None:
    graph = city()
    shown = facts_of(graph)
    pages = view_pages(Index(graph), shown, SLIDE)
    faults = [
        fault
        for page in pages
        for fault in (
            *overlaps(page), *overflows(page), *crossings(page), *font.missing(page.texts())
        )
    ]  # fmt: skip
    assert faults == []
    touched = {end for edge in shown.edges for end in (edge.source, edge.target)}
    titles = {plan.id for plan in plans(graph)}  # a plan is the title of its board
    assert touched - titles <= {box.node for page in pages for box in page.boxes}
    numbers = list(dict.fromkeys(page.title.partition("　")[0] for page in pages))
    assert numbers == [f"图{at}" for at in range(1, 10)]
    assert len(pages) <= 24
    assert render(pages, "mmd")[""].count(b"subgraph") > len(pages)
