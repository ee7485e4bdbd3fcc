"""What a figure has rows and columns for, what it calls them, and what it counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from plans_to_draw import DATA, large

from graph.elements import Edge, Subgraph
from loaders import build, build_source
from loaders.source import find_sources
from ui.briefing.summary import summary
from ui.figures.catalog import draw_figure
from ui.figures.drawing import Drawing
from ui.figures.scope import choose

NOTICE = """青湖县人民政府关于支持湿地保护若干措施的通知

各乡镇人民政府，县政府各部门：
现就支持湿地保护通知如下。

一、扩大保护范围
（一）编制全县土地利用计划时，统筹考虑各乡镇湿地保护的实际情况，合理安排有关项目用地；\
有关单位应优先支持湿地修复，促进其健康有序发展。（责任单位：县自然资源局）
（二）支持各乡镇建设小微湿地。（责任单位：县水利局、县林业局）

二、加大投入力度
（一）设立湿地保护专项资金，优先支持重要湿地修复。（责任单位：县财政局）
"""


@pytest.fixture
def notice(tmp_path: Path) -> Subgraph:
    file = tmp_path / "notice.txt"
    file.write_text(NOTICE, encoding="utf-8")
    return build(file).subgraph


def later() -> Subgraph:
    """A draft, and the table of who does what of the plan that became of it."""
    graph = Subgraph()
    for source in find_sources(DATA / "sample-city-later"):
        graph = graph.merge(build_source(source).subgraph)
    return graph


def texts(page: Drawing, beginning: str) -> list[str]:
    return [box.text for box in page.boxes if box.key.startswith(beginning)]


def test_a_paragraph_of_one_sentence_heads_no_column_of_its_own(notice: Subgraph) -> None:
    columns = choose(notice).columns
    assert [(column.name, len(column.measures)) for column in columns] == [
        ("扩大保护范围", 2),
        ("加大投入力度", 1),
    ]


def test_chapters_are_called_chapters_and_what_is_nowhere_has_no_column(notice: Subgraph) -> None:
    (lanes,) = draw_figure(notice, "lanes")
    heads = [box.text for box in lanes.boxes if box.key.startswith("head ") and not box.fill]
    assert heads == ["章节", "举措", "牵头、负责单位"]
    assert texts(lanes, "legend word") == ["章节", "举措", "责任单位（●）"]
    (heat,) = draw_figure(notice, "coverage")
    assert texts(heat, "row 0 0") == ["章节"]
    assert texts(heat, "note") == ["2个章节、6个环节，空缺8处"]
    (house,) = draw_figure(notice, "house")
    assert "章节" in texts(house, "legend word")


def test_a_plan_of_pillars_and_a_chapter_counts_both() -> None:
    (heat,) = draw_figure(later(), "coverage")
    assert texts(heat, "row 0 0") == ["支柱、章节"]
    assert texts(heat, "note")[0].startswith("5个支柱、1个章节、6个环节")


def test_a_table_of_tasks_does_not_count_again_what_a_draft_says() -> None:
    scope = choose(later())
    kinds = {str(scope.nodes[id_].properties["kind"]) for id_ in scope.documents}
    assert (kinds, len(scope.measures), len(scope.pillars)) == ({"draft"}, 20, 8)


def test_a_table_of_tasks_alone_speaks_of_all_of_them() -> None:
    folder = DATA / "sample-city-later" / "responsibility"
    scope = choose(build(folder).subgraph)
    assert [column.name for column in scope.columns] == ["全部举措"]
    assert summary(scope) == [
        "“智慧江屿”共有20项举措、9项目标（定量9项）。涉及23个单位，其中13个牵头或负责。"
    ]


def test_a_measure_with_two_leaders_counts_once_for_who_supports_it() -> None:
    graph = large(3)
    measure = next(node for node in graph.nodes_of("Measure") if node.id == "measure-0")
    roles = [
        Edge(f"e-{body}", type_, measure.id, body, {}, measure.evidence)
        for type_, body in (("LED_BY", "organization-2"), ("SUPPORTED_BY", "organization-1"))
    ]
    (page,) = draw_figure(Subgraph.of(graph.nodes, (*graph.edges, *roles)), "cooperation")
    assert texts(page, "supports ") == ["● 市第1局（1）"]


def test_bodies_of_which_none_supports_another_make_no_network(notice: Subgraph) -> None:
    (page,) = draw_figure(notice, "cooperation")
    assert texts(page, "nothing") == ["4个单位，没有由一家牵头或负责、另一家配合的举措"]
    assert len(texts(page, "leads ")) == 0
