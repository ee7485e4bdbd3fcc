"""Task tables: rows are measures, columns say who; merged cells hold for every row they span."""

from __future__ import annotations

from pathlib import Path

import pytest

from extraction.reading import edges, owners, read
from loaders import Build

PAGE = "<html><body><h1>江屿市渔港任务分工表</h1><table>{}</table></body></html>"


def table(folder: Path, *rows: str) -> Build:
    lines = "".join(f"<tr>{row}</tr>" for row in rows)
    return read(folder, PAGE.format(lines), "plan.html")


def cells(words: str, tag: str = "td") -> str:
    return "".join(f"<{tag}>{word}</{tag}>" for word in words.split("|"))


def test_columns_give_the_roles(tmp_path: Path) -> None:
    built = table(
        tmp_path,
        cells("序号|工作任务|目标要求|牵头单位|配合单位|完成时限", "th"),
        cells("1|修复码头|建成4座|市海洋局|市财政局、各区|2031年底前"),
        cells("2|完善冷链|制定办法|市商务局|—|2030年6月底前"),
        cells("合计|||||"),
    )
    assert owners(built) == [
        ("修复码头", "LED_BY", "市海洋局", "table"),
        ("修复码头", "SUPPORTED_BY", "各区", "table"),
        ("修复码头", "SUPPORTED_BY", "市财政局", "table"),
        ("完善冷链", "LED_BY", "市商务局", "table"),
    ]
    assert {m.properties["text"] for m in built.subgraph.nodes_of("Measure")} == {
        "修复码头 | 建成4座",
        "完善冷链 | 制定办法",
    }


def test_a_merged_cell_holds_for_every_row_it_spans(tmp_path: Path) -> None:
    built = table(
        tmp_path,
        cells("领域|重点任务|责任单位", "th"),
        '<td rowspan="2">渔港</td><td>修复码头</td><td rowspan="2">市海洋局</td>',
        "<td>完善冷链</td>",
    )
    assert owners(built) == [
        ("修复码头", "ASSIGNED_TO", "市海洋局", "table"),
        ("完善冷链", "ASSIGNED_TO", "市海洋局", "table"),
    ]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("主办单位", "LED_BY"),
        ("牵头部门", "LED_BY"),
        ("责任部门", "ASSIGNED_TO"),
        ("协办单位", "SUPPORTED_BY"),
        ("指导部门", "GUIDED_BY"),
        ("督办单位", "SUPERVISED_BY"),
    ],
)
def test_the_words_of_a_column_head(tmp_path: Path, head: str, expected: str) -> None:
    built = table(tmp_path, cells(f"任务|{head}", "th"), cells("修复码头|市海洋局"))
    assert owners(built) == [("修复码头", expected, "市海洋局", "table")]


def test_persons_are_no_bodies(tmp_path: Path) -> None:
    built = table(tmp_path, cells("任务|牵头领导|责任单位", "th"), cells("修复码头|张三|市海洋局"))
    assert owners(built) == [("修复码头", "ASSIGNED_TO", "市海洋局", "table")]


def test_a_cell_may_name_the_roles_itself_and_a_head_the_order(tmp_path: Path) -> None:
    built = table(
        tmp_path,
        cells("任务|责任单位（列首位者为牵头单位）", "th"),
        cells("修复码头|市海洋局、市财政局"),
        cells("完善冷链|市商务局牵头，市财政局配合"),
    )
    assert owners(built) == [
        ("修复码头", "LED_BY", "市海洋局", "order_rule"),
        ("修复码头", "SUPPORTED_BY", "市财政局", "order_rule"),
        ("完善冷链", "LED_BY", "市商务局", "table"),
        ("完善冷链", "SUPPORTED_BY", "市财政局", "table"),
    ]


def test_one_head_may_stand_above_two_columns(tmp_path: Path) -> None:
    built = table(
        tmp_path,
        '<th>序号</th><th colspan="2">重点任务</th><th>责任单位</th>',
        '<td>1</td><td rowspan="2">建设渔港</td><td>修复码头</td><td>市海洋局</td>',
        "<td>2</td><td>完善冷链</td><td>市商务局</td>",
    )
    texts = sorted(str(m.properties["text"]) for m in built.subgraph.nodes_of("Measure"))
    assert texts == ["建设渔港 | 修复码头", "建设渔港 | 完善冷链"]


def test_a_table_without_bodies_holds_no_measures(tmp_path: Path) -> None:
    built = table(tmp_path, cells("指标|2030年|2031年", "th"), cells("泊位（个）|40|55"))
    assert built.subgraph.nodes_of("Measure") == ()


def test_a_row_sets_its_target(tmp_path: Path) -> None:
    built = table(
        tmp_path, cells("任务|目标|责任单位|时限", "th"),
        cells("修复码头|建成泊位40个|市海洋局|2031年底前"),
    )  # fmt: skip
    assert [one[:2] for one in edges(built, "SETS_TARGET")] == [("修复码头", "SETS_TARGET")]
