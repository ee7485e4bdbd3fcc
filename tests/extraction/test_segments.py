"""What a tag governs: from the start of the item, or the tag before, to the tag."""

from __future__ import annotations

from pathlib import Path

from extraction.reading import HEAD, names, owners, read
from loaders import Build


def measures(built: Build) -> list[tuple[str, str]]:
    """(name, text) of every measure in the order of the text."""
    nodes = sorted(built.subgraph.nodes_of("Measure"), key=lambda node: node.evidence[0].start)
    return [(str(node.properties["name"]), str(node.properties["text"])) for node in nodes]


def test_two_tags_in_one_item_govern_two_measures(tmp_path: Path) -> None:
    built = read(
        tmp_path, HEAD + "1.建设渔港。修复码头。（市海洋局负责）完善冷链。（市商务局负责）\n"
    )
    assert measures(built) == [
        ("建设渔港", "1.建设渔港。修复码头。"),
        ("完善冷链", "完善冷链。"),
    ]
    assert owners(built) == [
        ("完善冷链", "ASSIGNED_TO", "市商务局", "explicit"),
        ("建设渔港", "ASSIGNED_TO", "市海洋局", "explicit"),
    ]


def test_a_segment_takes_in_paragraphs_but_never_another_item(tmp_path: Path) -> None:
    text = HEAD + "1.建设渔港\n修复码头。\n完善冷链。（市海洋局牵头）\n2.扩大养殖\n支持转产。\n"
    built = read(tmp_path, text)
    assert measures(built) == [
        ("建设渔港", "1.建设渔港\n修复码头。\n完善冷链。"),
        ("扩大养殖", "2.扩大养殖\n支持转产。"),
    ]
    assert owners(built) == [("建设渔港", "LED_BY", "市海洋局", "explicit")]


def test_a_line_below_the_item_names_its_owner(tmp_path: Path) -> None:
    text = HEAD + "1.建设渔港。修复码头。\n责任单位：市海洋局、市财政局\n2.扩大养殖。支持转产。\n"
    assert owners(read(tmp_path, text)) == [
        ("建设渔港", "ASSIGNED_TO", "市海洋局", "explicit"),
        ("建设渔港", "ASSIGNED_TO", "市财政局", "explicit"),
    ]


def test_goals_and_principles_are_no_measures(tmp_path: Path) -> None:
    text = (
        "江屿市渔港建设行动方案\n一、总体要求\n（一）基本原则。坚持陆海统筹。\n"
        "（二）发展目标。渔港体系基本建成。\n二、重点任务\n（三）建设渔港。修复码头。\n"
    )
    assert measures(read(tmp_path, text)) == [("建设渔港", "（三）建设渔港。修复码头。")]


def test_the_order_rule_holds_from_its_tag_on(tmp_path: Path) -> None:
    text = HEAD + (
        "1.建设渔港。修复码头。（市海洋局、市财政局负责）\n"
        "2.扩大养殖。支持转产。（市海洋局、市水务局负责。列首位者牵头，下同）\n"
        "3.完善冷链。建设冷库。（市商务局、市交通运输局负责）\n"
        "4.开展巡查。加强执法。（各县人民政府负责）\n"
    )
    assert owners(read(tmp_path, text)) == [
        ("完善冷链", "LED_BY", "市商务局", "order_rule"),
        ("完善冷链", "SUPPORTED_BY", "市交通运输局", "order_rule"),
        ("建设渔港", "ASSIGNED_TO", "市海洋局", "explicit"),
        ("建设渔港", "ASSIGNED_TO", "市财政局", "explicit"),
        ("开展巡查", "ASSIGNED_TO", "各县人民政府", "explicit"),
        ("扩大养殖", "LED_BY", "市海洋局", "order_rule"),
        ("扩大养殖", "SUPPORTED_BY", "市水务局", "order_rule"),
    ]


def test_the_document_rule_is_derived_for_every_later_measure_of_the_chapter(
    tmp_path: Path,
) -> None:
    text = HEAD + (
        "1.建设渔港。修复码头。（市海洋局负责；以下各项均由各试点县落实，不再列出）\n"
        "2.扩大养殖。支持转产。（市水务局负责）\n"
        "三、保障措施\n（一）加强领导。建立机制。（市海洋局负责）\n"
    )
    built = read(tmp_path, text)
    assert owners(built) == [
        ("加强领导", "ASSIGNED_TO", "市海洋局", "explicit"),
        ("建设渔港", "ASSIGNED_TO", "各试点县", "explicit"),
        ("建设渔港", "ASSIGNED_TO", "市海洋局", "explicit"),
        ("扩大养殖", "ASSIGNED_TO", "各试点县", "document_rule"),
        ("扩大养殖", "ASSIGNED_TO", "市水务局", "explicit"),
    ]
    origins = {e.properties["basis"]: e.properties["origin"] for e in built.subgraph.edges}
    assert (origins["document_rule"], origins["explicit"]) == ("derived", "stated")


def test_a_counted_paragraph_of_a_news_text_is_an_item(tmp_path: Path) -> None:
    text = (
        "《江屿市渔港专项行动计划》印发\n近日，市政府印发《江屿市渔港专项行动计划》。\n"
        "一是建设渔港。修复码头。该项工作由市海洋局牵头，各区配合。\n"
        "二是扩大养殖。支持转产。该项工作由市水务局牵头。\n"
    )
    built = read(tmp_path, text)
    assert [name for name, _ in measures(built)] == ["建设渔港", "扩大养殖"]
    assert owners(built) == [
        ("建设渔港", "LED_BY", "市海洋局", "narrative"),
        ("建设渔港", "SUPPORTED_BY", "各区", "narrative"),
        ("扩大养殖", "LED_BY", "市水务局", "narrative"),
    ]


def test_a_body_that_acts_together_with_others_leads_them(tmp_path: Path) -> None:
    text = HEAD + "1.建设渔港。市海洋局会同市财政局、市水务局等部门制定办法。\n"
    assert owners(read(tmp_path, text)) == [
        ("建设渔港", "LED_BY", "市海洋局", "narrative"),
        ("建设渔港", "SUPPORTED_BY", "市水务局", "narrative"),
        ("建设渔港", "SUPPORTED_BY", "市财政局", "narrative"),
    ]


def test_the_wording_tells_how_hard_a_measure_binds(tmp_path: Path) -> None:
    text = HEAD + "1.建设渔港。修复码头。\n2.支持渔民转产。给予培训。\n3.探索海域确权。先行先试。\n"
    built = read(tmp_path, text)
    assert names(built, "Measure") == ["建设渔港", "探索海域确权", "支持渔民转产"]
    assert {
        (m.properties["name"], m.properties.get("modality"), m.properties["strength"])
        for m in built.subgraph.nodes_of("Measure")
    } == {("建设渔港", None, 3), ("支持渔民转产", "支持", 1), ("探索海域确权", "探索", 0)}


def test_a_text_that_answers_plans_nothing(tmp_path: Path) -> None:
    text = (
        "国务院办公厅关于渔港建设建议的答复\n一、关于码头。已经修复。\n二、关于冷链。正在研究。\n"
    )
    assert names(read(tmp_path, text), "Measure") == []


def test_a_tag_on_the_heading_is_the_whole_items(tmp_path: Path) -> None:
    text = HEAD + "1.建设渔港（市海洋局牵头）\n修复码头。\n完善冷链。\n2.扩大养殖。支持转产。\n"
    built = read(tmp_path, text)
    assert measures(built)[0] == ("建设渔港", "1.建设渔港\n修复码头。\n完善冷链。")
    assert owners(built) == [("建设渔港", "LED_BY", "市海洋局", "explicit")]


def test_tags_on_lines_of_their_own_govern_the_same_item(tmp_path: Path) -> None:
    text = (
        HEAD
        + "1.建设渔港。修复码头。\n牵头单位：市海洋局\n配合单位：市财政局\n2.扩大养殖。转产。\n"
    )
    assert owners(read(tmp_path, text)) == [
        ("建设渔港", "LED_BY", "市海洋局", "explicit"),
        ("建设渔港", "SUPPORTED_BY", "市财政局", "explicit"),
    ]
