"""Strategy, pillars, plans and sectors, by the examples of the annotation guide."""

from __future__ import annotations

from pathlib import Path

import pytest

from extraction.reading import HEAD, edges, names, read

NEWS = (
    "江屿市政府日前印发《江屿市氢能产业发展总体行动计划》，实施“大港口”战略。\n"
    "到2031年，初步成为氢能制造高地、氢能应用样板。\n"
    "在建设氢能制造高地上，将着力培育装备企业，布局产业链高端。到2031年，建成园区4个。\n"
    "在打造氢能应用样板上，将支持公交、港口示范，打造品牌。\n"
    "到2035年，氢能产业体系全面建立。\n"
    "海洋牧场扩容方面，将培育以海洋药物、船舶修造为重点的产业。到2031年，建成牧场12处。\n"
    "打造滨海文旅品牌方面，将办好节会。\n"
    "另外，《江屿市海水淡化专项行动计划》《江屿市智慧城市专项行动计划》同时印发。\n"
)


def test_a_news_text_announces_its_pillars_and_takes_them_up(tmp_path: Path) -> None:
    built = read(tmp_path, NEWS)
    assert names(built, "Strategy") == ["“大港口”战略"]
    assert {
        (p.properties["name"], p.properties["kind"]) for p in built.subgraph.nodes_of("Pillar")
    } == {
        ("氢能制造高地", "positioning"),
        ("氢能应用样板", "positioning"),
        ("海洋牧场扩容", "task_area"),
        ("打造滨海文旅品牌", "task_area"),
    }
    assert {source for source, _, _ in edges(built, "HAS_PILLAR")} == {"“大港口”战略"}


def test_a_pillar_has_the_verb_phrases_of_its_paragraph(tmp_path: Path) -> None:
    assert edges(read(tmp_path, NEWS), "HAS_MEASURE") == [
        ("打造滨海文旅品牌", "HAS_MEASURE", "办好节会"),
        ("氢能制造高地", "HAS_MEASURE", "布局产业链高端"),
        ("氢能制造高地", "HAS_MEASURE", "着力培育装备企业"),
        ("氢能应用样板", "HAS_MEASURE", "打造品牌"),
        ("氢能应用样板", "HAS_MEASURE", "支持公交、港口示范"),
        ("海洋牧场扩容", "HAS_MEASURE", "培育以海洋药物、船舶修造为重点的产业"),
    ]


def test_a_deadline_without_a_lead_in_closes_the_pillar(tmp_path: Path) -> None:
    built = read(tmp_path, NEWS)
    owners = {target: source for source, _, target in edges(built, "SETS_TARGET")}
    by_quote = {
        n.properties["name"]: n.evidence[0].quote for n in built.subgraph.nodes_of("Target")
    }
    assert {by_quote[target]: source for target, source in owners.items()} == {
        "初步成为氢能制造高地、氢能应用样板": "“大港口”战略",
        "建成园区4个": "氢能制造高地",
        "氢能产业体系全面建立": "“大港口”战略",
        "建成牧场12处": "海洋牧场扩容",
    }


def test_plans_issued_together_are_special_and_in_the_sector_of_their_name(tmp_path: Path) -> None:
    built = read(tmp_path, NEWS)
    kinds = {
        p.properties["name"]: p.properties["kind"] for p in built.subgraph.nodes_of("ActionPlan")
    }
    assert kinds == {
        "江屿市氢能产业发展总体行动计划": "overall",
        "江屿市海水淡化专项行动计划": "special",
        "江屿市智慧城市专项行动计划": "special",
    }
    assert edges(built, "HAS_PLAN") == [
        ("“大港口”战略", "HAS_PLAN", plan) for plan in sorted(kinds)
    ]
    assert edges(built, "IN_SECTOR") == [
        ("江屿市智慧城市专项行动计划", "IN_SECTOR", "智慧城市"),
        ("江屿市氢能产业发展总体行动计划", "IN_SECTOR", "氢能产业"),
        ("江屿市海水淡化专项行动计划", "IN_SECTOR", "海水淡化"),
        ("海洋牧场扩容", "IN_SECTOR", "海洋药物"),
        ("海洋牧场扩容", "IN_SECTOR", "船舶修造"),
    ]


def test_numbered_actions_are_special_plans_with_the_measures_below(tmp_path: Path) -> None:
    text = (
        HEAD
        + "（一）实施岸线修复行动\n1.清理滩涂。清除垃圾。\n（二）加强巡查\n2.完善制度。建立台账。\n"
    )
    built = read(tmp_path, text)
    assert names(built, "ActionPlan") == ["岸线修复行动", "江屿市渔港建设行动方案"]
    assert edges(built, "HAS_MEASURE") == [
        ("岸线修复行动", "HAS_MEASURE", "清理滩涂"),
        ("江屿市渔港建设行动方案", "HAS_MEASURE", "完善制度"),
        ("江屿市渔港建设行动方案", "HAS_MEASURE", "清理滩涂"),
    ]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("江屿市渔港建设总体行动计划", "overall"),
        ("江屿市渔港建设专项行动方案", "special"),
        ("江屿市汐江区渔港建设实施方案", "district"),
        ("江屿市渔港建设2031年工作要点", "annual"),
    ],
)
def test_the_kind_of_a_plan_stands_in_its_name(tmp_path: Path, title: str, kind: str) -> None:
    built = read(tmp_path, f"{title}\n一、重点任务\n（一）建设渔港。修复码头。\n二、保障措施\n")
    (plan,) = built.subgraph.nodes_of("ActionPlan")
    assert (plan.properties["name"], plan.properties["kind"]) == (title, kind)


@pytest.mark.parametrize(
    ("lead", "strategy"),
    [
        ("为深入实施“数字岚城”战略，制定本方案。", ["“数字岚城”战略"]),
        ("为深入实施海洋强市战略，制定本方案。", ["海洋强市战略"]),
        ("为贯彻落实《江屿市加快建设“智慧江屿”总体行动计划》，制定本方案。", ["“智慧江屿”"]),
        ("协调推进“四个全面”战略布局，推进“海岸线”工程。", []),
    ],
)
def test_the_strategy_that_a_plan_carries_out(
    tmp_path: Path, lead: str, strategy: list[str]
) -> None:
    text = (
        f"江屿市渔港建设行动方案\n{lead}\n一、重点任务\n（一）建设渔港。修复码头。\n二、保障措施\n"
    )
    assert names(read(tmp_path, text), "Strategy") == strategy


def test_a_slogan_in_a_title_is_no_strategy(tmp_path: Path) -> None:
    text = "江屿市推进“互联网+”行动方案\n一、重点任务\n（一）建设渔港。修复码头。\n二、保障措施\n"
    assert names(read(tmp_path, text), "Strategy") == []


def test_a_section_of_positionings_lists_pillars(tmp_path: Path) -> None:
    text = (
        "江屿市打造“海上粮仓”行动方案\n一、发展定位\n——沿海渔业先行区。率先转型。\n"
        "——区域冷链枢纽。畅通通道。\n二、重点任务\n（一）建设渔港\n1.修复码头。加固堤坝。\n"
    )
    assert edges(read(tmp_path, text), "HAS_PILLAR") == [
        ("“海上粮仓”", "HAS_PILLAR", "区域冷链枢纽"),
        ("“海上粮仓”", "HAS_PILLAR", "建设渔港"),
        ("“海上粮仓”", "HAS_PILLAR", "沿海渔业先行区"),
    ]


def test_the_sections_of_a_special_plan_are_no_pillars_of_the_upper_strategy(
    tmp_path: Path,
) -> None:
    text = (
        "江屿市智慧健康专项行动计划\n"
        "为贯彻落实《江屿市加快建设“智慧江屿”总体行动计划》，制定本计划。\n"
        "一、重点任务\n（一）夯实数据基础\n1.建设平台。统一标准。\n二、保障措施\n"
    )
    built = read(tmp_path, text)
    assert edges(built, "HAS_PILLAR", "HAS_PLAN") == [
        ("“智慧江屿”", "HAS_PLAN", "江屿市智慧健康专项行动计划")
    ]
    assert edges(built, "HAS_MEASURE") == [
        ("江屿市智慧健康专项行动计划", "HAS_MEASURE", "建设平台")
    ]


@pytest.mark.parametrize(
    ("signature", "issuer"),
    [
        ("江屿市人民政府办公室\u3000\u3000江屿市海洋局", "江屿市人民政府办公室、江屿市海洋局"),
        ("江 屿 市 人 民 政 府", "江屿市人民政府"),
        ("江屿市人民政府 办公室", "江屿市人民政府办公室"),
        ("国务院办公厅中央军委办公厅", "国务院办公厅、中央军委办公厅"),
    ],
)
def test_bodies_that_sign_together_are_told_apart(
    tmp_path: Path, signature: str, issuer: str
) -> None:
    text = HEAD + f"1.修复码头。加固岸线。\n{signature}\n2031年4月9日\n"
    (document,) = [
        node
        for node in read(tmp_path, text).subgraph.nodes_of("Document")
        if "issuer" in node.properties
    ]
    assert document.properties["issuer"] == issuer


def test_the_text_above_a_box_is_a_measure_of_its_section(tmp_path: Path) -> None:
    text = HEAD + "（一）建设渔港\n修复码头，完善冷链。\n专栏1 渔港工程\n1.泊位：新建泊位9个。\n"
    assert names(read(tmp_path, text), "Measure") == ["建设渔港", "泊位"]
