"""Measured on the drawing model: nothing overlaps, nothing overflows, everything can be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from plans_to_draw import city, large, seed

from graph.elements import Edge, Node, Subgraph
from graph.errors import BadParameter, ExportError, NotFound
from ui.figures import font
from ui.figures.catalog import FIGURES, draw_figure
from ui.figures.drawing import (
    PAGE,
    SLIDE,
    Drawing,
    Sheet,
    crossings,
    overflows,
    overlaps,
    smallest_label,
)  # fmt: skip
from ui.figures.frame import Caption, paged
from ui.figures.layouts.tables import Line, Table, draw_table
from ui.figures.look import luminance, style

OF_A_PLAN = [name for name, figure in FIGURES.items() if figure.draw]
PLANS: dict[str, Callable[[], Subgraph]] = {"seed": seed, "city": city}
SHEETS = {"slide": SLIDE, "page": PAGE}


def faults(page: Drawing) -> dict[str, object]:
    found: dict[str, object] = {
        "overlaps": overlaps(page),
        "overflows": overflows(page),
        "crossings": crossings(page),
        "missing": font.missing(page.texts()),
        "too small": smallest_label(page) < page.sheet.smallest,
    }
    return {name: fault for name, fault in found.items() if fault}


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
@pytest.mark.parametrize("name", OF_A_PLAN)
def test_every_page_can_be_read(name: str, plan: Callable[[], Subgraph], sheet: Sheet) -> None:
    pages = draw_figure(plan(), name, {}, sheet)
    assert pages
    assert [faults(page) for page in pages] == [{}] * len(pages)


@pytest.mark.parametrize("name", ["house", "lanes"])
@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_house_and_board_of_a_plan_stand_on_one_slide(
    name: str, plan: Callable[[], Subgraph]
) -> None:
    assert len(draw_figure(plan(), name)) == 1


@pytest.mark.parametrize("name", OF_A_PLAN)
def test_a_figure_says_where_it_comes_from(name: str) -> None:
    page = draw_figure(seed(), name, {}, SLIDE, number=3)[0]
    said = "".join(line for box in page.boxes if box.key == "about" for line in box.lines)
    assert page.title.startswith("图3　“大智能”战略：")
    assert page.about["截至日期"] == "2017-12-26"
    assert "截至日期：2017-12-26" in said
    assert "plan=“大智能”战略" in said


@pytest.mark.parametrize("name", ["house", "lanes"])
@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_house_and_board_show_every_measure_with_its_sentence(
    name: str, plan: Callable[[], Subgraph]
) -> None:
    graph = plan()
    shown = {box.node: box.quote for page in draw_figure(graph, name) for box in page.boxes}
    pillars = {edge.source for edge in graph.edges_of("HAS_PILLAR")}
    owned = {e.target for e in graph.edges_of("HAS_MEASURE") if e.source in pillars}
    measures = [node for node in graph.nodes_of("Measure") if node.id in shown]
    assert len(measures) == {seed: 36, city: 20}[plan]
    assert all(shown[m.id] == m.evidence[0].quote for m in measures)
    assert owned or pillars


@pytest.mark.parametrize("measures", [100, 1000], ids=["300 nodes", "3000 nodes"])
@pytest.mark.parametrize("name", OF_A_PLAN)
def test_a_large_plan_is_split_into_pages_that_can_be_read(name: str, measures: int) -> None:
    graph = large(measures)
    pages = draw_figure(graph, name)
    assert [faults(page) for page in pages] == [{}] * len(pages)
    shown = {box.node for page in pages for box in page.boxes}
    wanted = {
        "house": "Measure", "lanes": "Measure", "ledger": "Target", "roadmap": "Target",
        "coverage": "Pillar", "load": "Organization", "cooperation": "Organization",
    }  # fmt: skip
    assert {node.id for node in graph.nodes_of(wanted[name])} <= shown
    titles = [box.text for page in pages for box in page.boxes if box.key == "title"]
    assert titles == [page.title for page in pages]
    assert len(set(titles)) == len(pages)


def test_a_body_that_works_with_very_many_stands_on_several_pages() -> None:
    graph = large(12)
    measure = graph.nodes_of("Measure")[0]
    many = [
        Node(
            f"organization-many-{at}", "Organization", {"name": f"第{at}街道", "collective": False}
        )
        for at in range(90)
    ]
    roles = [
        Edge(f"e-{node.id}", "SUPPORTED_BY", measure.id, node.id, {}, measure.evidence)
        for node in many
    ]
    pages = draw_figure(Subgraph.of((*graph.nodes, *many), (*graph.edges, *roles)), "cooperation")
    assert [faults(page) for page in pages] == [{}] * len(pages)
    assert len(pages) > 1
    assert {node.id for node in many} <= {box.node for page in pages for box in page.boxes}


def test_a_row_too_high_for_a_page_goes_on_with_its_head() -> None:
    sentence = "为确保各项任务落到实处，建立重大项目清单和季度调度机制。"
    table = Table(("出处", "原文"), (2, 8), ("start", "start"), (Line(("第1段", sentence * 250)),))
    pages = draw_table(table, SLIDE, lambda _: Caption("长文", "无", "2026", "无"))
    assert [faults(page) for page in pages] == [{}] * len(pages)
    rows = [box for page in pages for box in page.boxes if box.key.startswith("row ")]
    bodies = [box for box in rows if not box.key.startswith("row 0")]
    heads, texts = ([b.text for b in bodies if b.key.endswith(end)] for end in (" 0", " 1"))
    assert len(pages) > 1
    assert "".join(texts) == sentence * 250
    assert heads == ["第1段"] + ["第1段（续）"] * (len(texts) - 1)


def test_a_word_wider_than_a_column_is_parted_rather_than_lost() -> None:
    graph = large(12)
    address = "https://example.gov.cn/" + "a0-b1/" * 30
    nodes = [
        replace(node, properties={**node.properties, "name": address})
        if node.id == "measure-0"
        else node
        for node in graph.nodes
    ]
    pages = draw_figure(Subgraph.of(nodes, graph.edges), "lanes")
    assert [faults(page) for page in pages] == [{}] * len(pages)
    (box,) = [box for page in pages for box in page.boxes if box.node == "measure-0"]
    assert "".join(box.lines) == box.text


def test_what_fits_on_no_page_is_said_rather_than_left_out() -> None:
    with pytest.raises(ExportError, match="does not fit on a page"):
        paged([1, 2], lambda items, most: None)


def test_all_pages_of_a_figure_are_set_in_one_size() -> None:
    pages = draw_figure(city(), "roadmap")
    sizes = {box.size for page in pages for box in page.boxes if box.lines and box.node}
    assert len(pages) == 2
    assert len(sizes) == 1


def test_the_neighbourhood_of_a_measure_shows_all_its_relations() -> None:
    graph = city()
    page = draw_figure(graph, "neighbourhood", {"node": "优化算力布局"})[0]
    assert faults(page) == {}
    measure = next(n for n in graph.nodes_of("Measure") if n.properties["name"] == "优化算力布局")
    around = {e.target for e in graph.edges if e.source == measure.id and e.type != "STATED_IN"}
    around |= {e.source for e in graph.edges if e.target == measure.id}
    assert {box.node for box in page.boxes} - {"", measure.id} == around


def test_a_crowded_neighbourhood_says_how_many_it_shows() -> None:
    page = draw_figure(large(1000), "neighbourhood", {"node": "第0支柱"})[0]
    assert faults(page) == {}
    panels = [box.text for box in page.boxes if box.panel]
    assert panels == ["以它为“支柱”（1）", "举措（24/167）"]


@pytest.mark.parametrize("name", OF_A_PLAN)
def test_a_plan_that_says_nothing_gives_a_figure_that_says_so(name: str) -> None:
    strategy = Node("strategy-1", "Strategy", {"name": "空战略"})
    target = Node("target-1", "Target", {"name": "目标", "kind": "qualitative"})
    graph = large(0)
    bare = Subgraph.of([strategy, target, *graph.nodes_of("Clause")], [])
    with pytest.raises(BadParameter, match="there is no plan in the graph"):
        draw_figure(bare, name)
    with pytest.raises(BadParameter, match="there is no plan in the graph"):
        draw_figure(bare, name, {"plan": "空战略"})
    pages = draw_figure(graph, name)
    assert [faults(page) for page in pages] == [{}]
    texts = [box.text for page in pages for box in page.boxes]
    assert any(word in " ".join(texts) for word in ("没有", "0个", "大战略"))


def test_several_plans_are_named_when_none_is_chosen() -> None:
    with pytest.raises(BadParameter) as error:
        draw_figure(seed().merge(large(3)), "house")
    assert error.value.title == "which of the 2 plans?"
    assert "“大智能”战略" in error.value.hint
    assert "大战略" in error.value.hint


def test_a_plan_may_be_chosen_by_a_part_of_its_name() -> None:
    pages = draw_figure(seed().merge(large(3)), "house", {"plan": "大智能"})
    assert pages == draw_figure(seed(), "house")


@pytest.mark.parametrize(
    ("name", "parameters", "error"),
    [
        ("hous", {}, "no figure is called “hous”"),
        ("house", {"plan": "没有"}, "no one plan is called “没有”"),
        ("house", {"year": "2030"}, "house knows no “year”"),
        ("neighbourhood", {}, "whose neighbourhood?"),
        ("neighbourhood", {"node": "没有"}, "nothing is called “没有”"),
    ],
)
def test_a_wrong_wish_is_answered(name: str, parameters: dict[str, str], error: str) -> None:
    with pytest.raises((NotFound, BadParameter), match=error):
        draw_figure(seed(), name, parameters)


def test_types_differ_for_a_grey_printer_too() -> None:
    """By how dark they are, or by the sign before their text, or by their shape."""
    from ui.figures.look import SIGNS

    looks = {
        label: (round(luminance(style(label).fill), 1), SIGNS.get(label, ""), style(label).shape)
        for label in ("Strategy", "Pillar", "ActionPlan", "Measure", "Target", "Organization")
    }
    assert len(set(looks.values())) == len(looks)
