"""Two versions of a plan: the draft of the sample city's overall plan and what became of it."""

from __future__ import annotations

import re

import pytest
from plans_to_draw import city, large, seed, versions

from graph.elements import Evidence, Node, Subgraph
from graph.errors import BadParameter, NotFound
from ui.figures.catalog import draw_figure, render
from ui.figures.drawing import PAGE, SLIDE, Drawing, Sheet
from ui.figures.frame import NOTHING
from ui.figures.versions import Change, choose_versions, compare

TITLE = "江屿市加快建设“智慧江屿”总体行动计划（2026—2030年）"
DRAFT = f"{TITLE}（征求意见稿）"

# Read off the two texts, word by word.
CHANGED = [
    ("目标", "新建大型数据中心绿色电力使用比例", ("文字",), "必须达到60%", "力争到2028年"),
    ("目标", "健全城市事件发现、分派、处置闭环机制", ("期限",), "2026年", "2027年"),
    ("目标", "数字经济核心产业增加值", ("目标值",), "≥1800亿元", "约1800亿元"),
    ("目标", "算力总规模", ("目标值",), "6EFLOPS", "8EFLOPS"),
    ("目标", "二级及以上医院检查检验结果互认率", ("性质",), "预期性", "约束性"),
    ("目标", "二级及以上医院检查检验结果互认率", ("性质",), "预期性", "约束性"),
    ("节点", "建成城市运行智能中枢一期", ("日期",), "2026年底前", "2027年6月底前"),
    ("举措", "优化算力布局", ("文字",), "必须达到60%", "力争到2028年"),
    ("举措", "建设城市运行智能中枢", ("文字",), "2026年底前", "2027年6月底前"),
    ("举措", "深化政务服务“一网通办”", ("牵头", "配合"),
     "牵头：市发展改革委；配合：市市场监管局、市数据局",
     "牵头：市数据局；配合：市人力资源社会保障局、市市场监管局"),
]  # fmt: skip
ADDED = [
    ("支柱", "提升城市治理效能", "（四）提升城市治理效能"),
    ("目标", "主城区高峰时段平均通行速度", "主城区高峰时段平均通行速度比2025年提升10%以上"),
    ("举措", "推进智慧交通建设", "14.推进智慧交通建设。"),
]
REMOVED = [
    ("支柱", "推进城市管理精细化", "（四）推进城市管理精细化"),
    ("目标", "智慧灯杆", "建成智慧灯杆1万根"),
    ("举措", "推广多功能智慧灯杆", "13.推广多功能智慧灯杆。"),
]


def rows(pages: tuple[Drawing, ...]) -> list[tuple[str, ...]]:
    """The cells of the table, its head left out."""
    found: dict[tuple[int, str], list[str]] = {}
    for page, drawing in enumerate(pages):
        for box in drawing.boxes:
            cell = re.fullmatch(r"row (\d+) \d", box.key)
            if cell and cell[1] != "0":
                found.setdefault((page, cell[1]), []).append(box.text)
    return [tuple(cells) for cells in found.values()]


def of_kind(kind: str) -> list[tuple[str, ...]]:
    return [row for row in rows(draw_figure(versions(), "comparison")) if row[1] == kind]


def test_every_change_stands_there_with_both_sentences_and_nothing_else() -> None:
    changed = {(row[0], row[2]): row for row in of_kind("修改")}
    assert sorted(changed) == sorted({
        (label, f"{name}\n（{'、'.join(differing)}）") for label, name, differing, _, _ in CHANGED
    })  # fmt: skip
    assert len(of_kind("修改")) == len(CHANGED)
    for label, name, differing, old, new in CHANGED:
        row = changed[label, f"{name}\n（{'、'.join(differing)}）"]
        assert old in row[3]
        assert new in row[4]
        assert all(re.search(r"“.+”（第\d+段）", cell) for cell in row[3:5])


def test_what_is_new_and_what_is_gone_has_one_sentence() -> None:
    added, removed = of_kind("新增"), of_kind("删除")
    assert [row[0::2][:2] for row in added] == [(label, name) for label, name, _ in ADDED]
    assert [row[0::2][:2] for row in removed] == [(label, name) for label, name, _ in REMOVED]
    assert all(quote in row[4] for row, (_, _, quote) in zip(added, ADDED, strict=True))
    assert all(quote in row[3] for row, (_, _, quote) in zip(removed, REMOVED, strict=True))
    assert {row[3] for row in added} | {row[4] for row in removed} == {"—"}


def test_the_figure_says_what_it_counts_and_where_it_comes_from() -> None:
    page = draw_figure(versions(), "comparison")[0]
    texts = {box.key: box.text for box in page.boxes}
    assert texts["note"] == (
        "支柱：新增1、删除1、不变7；目标：修改6、新增1、删除1、不变44；"
        "节点：修改1、不变1；举措：修改3、新增1、删除1、不变16"
    )
    assert page.about["截至日期"] == "2026-03-18"
    assert DRAFT in page.about["数据来源"]
    assert page.about["问题与筛选"] == f"两个版本有何不同（old={DRAFT}，new={TITLE}）"


@pytest.mark.parametrize("sheet", [SLIDE, PAGE], ids=["slide", "page"])
def test_old_and_new_may_be_named_and_turned_round(sheet: Sheet) -> None:
    graph = versions()
    named = draw_figure(graph, "comparison", {"old": "征求意见稿", "new": TITLE}, sheet)
    assert named == draw_figure(graph, "comparison", {}, sheet)
    turned = rows(draw_figure(graph, "comparison", {"new": "征求意见稿", "old": TITLE}, sheet))
    assert [row[2] for row in turned if row[1] == "删除"] == [name for _, name, _ in ADDED]


def test_a_version_compared_with_itself_has_nothing_to_show() -> None:
    (page,) = draw_figure(versions(), "comparison", {"old": TITLE, "new": TITLE})
    (said,) = [box.text for box in page.boxes if box.key == NOTHING]
    assert said == "两个版本的支柱、目标、节点和举措没有差别"
    assert render([page], "svg")


def test_two_versions_must_be_named_or_plain_to_see() -> None:
    with pytest.raises(BadParameter, match="which two versions") as error:
        draw_figure(city(), "comparison")
    assert TITLE in error.value.hint
    with pytest.raises(BadParameter, match="which two versions"):
        draw_figure(versions(), "comparison", {"old": "征求意见稿"})
    with pytest.raises(NotFound, match="no one document is called “没有”"):
        draw_figure(seed(), "comparison", {"old": "没有", "new": "天津市"})


def made(*versions_: dict[str, list[tuple[str, dict[str, object]]]]) -> Subgraph:
    """Documents, each with nodes by label: a name and properties."""
    nodes = []
    for at, facts in enumerate(versions_):
        document = f"document-{at}"
        title = "方案" if at else "方案（征求意见稿）"
        about = {"title": title, "status": "loaded", "issued": f"202{at}-01-01"}
        nodes.append(Node(document, "Document", about))
        for label, items in facts.items():
            for place, (name, properties) in enumerate(items):
                clause = Node(f"clause-{at}-{label}-{place}", "Clause", {"ordinal": place + 1})
                quote = (Evidence(document, clause.id, 0, 1, name, "made", 0, 1),)
                whole = {"name": name, "text": name, **properties}
                node = Node(f"{label}-{at}-{place}", label, whole, quote)  # type: ignore[arg-type]
                nodes += [clause, node]
    return Subgraph.of(nodes)


def compared(*facts: dict[str, list[tuple[str, dict[str, object]]]]) -> list[tuple[object, ...]]:
    graph = made(*facts)
    return [
        (c.old and c.old.name, c.new and c.new.name, c.basis, c.differing)
        for c in compare(graph, *choose_versions(graph, None, None))
    ]


def test_the_surest_pair_comes_first_and_says_what_it_rests_on() -> None:
    def target(value: float, year: int, unit: str = "家") -> tuple[str, dict[str, object]]:
        numbers = {"value": value, "unit": unit, "year": year, "comparator": ">="}
        return ("智能工厂", {"kind": "quantified", **numbers})

    old = {"Target": [target(100, 2028), target(200, 2030), target(5, 2027), target(1, 2027, "%")]}
    new = {"Target": [target(300, 2030), target(100, 2028), target(5, 2029), target(2, 2026, "倍")]}
    assert compared(old, new) == [
        ("智能工厂", "智能工厂", "名称、年份、单位", ("目标值",)),
        ("智能工厂", "智能工厂", "名称、年份、数值", ()),
        ("智能工厂", "智能工厂", "名称、单位", ("期限",)),
        ("智能工厂", "智能工厂", "名称", ("目标值", "期限")),
    ]


def test_names_that_are_alike_are_a_pair_but_no_more_than_once() -> None:
    old = {"Measure": [("1.建设城市智能中枢", {}), ("加强组织领导", {})]}
    new = {
        "Measure": [("建设城市运行智能中枢", {}), ("建设城市智能中心", {}), ("弘扬科学精神", {})]
    }
    assert compared(old, new) == [
        ("1.建设城市智能中枢", "建设城市运行智能中枢", "名称相近（89%）", ("名称",)),
        (None, "建设城市智能中心", "", ()),
        (None, "弘扬科学精神", "", ()),
        ("加强组织领导", None, "", ()),
    ]


def test_a_number_and_punctuation_alone_are_no_change() -> None:
    old = {"Measure": [("（三）建设数据港。", {"text": "3.建设数据港，扩大开放。"})]}
    new = {"Measure": [("建设数据港", {"text": "4.建设数据港、扩大开放"})]}
    assert compared(old, new) == [("（三）建设数据港。", "建设数据港", "名称", ())]


def test_a_draft_and_a_table_in_the_store_double_no_figure() -> None:
    for name in ("house", "lanes", "ledger", "load"):
        one = [[box.text for box in page.boxes] for page in draw_figure(city(), name)]
        two = [[box.text for box in page.boxes] for page in draw_figure(versions(), name)]
        assert one == two


def test_large_versions_are_compared_row_by_row() -> None:
    graph = large(3)
    document = graph.nodes_of("Document")[0]
    changes: tuple[Change, ...] = compare(graph, document, document)
    assert [change.differing for change in changes] == [()] * len(changes)
