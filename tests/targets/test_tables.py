"""Indicator tables and task tables of a plan for 2031 to 2035."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from loaders.lexicon import DEFAULT_LEXICON
from loaders.mentions import Mention
from loaders.rules.indicator_tables import find_table_targets
from tests.targets.made_documents import HEAD, document

Rows = Sequence[Sequence[str]]


def mentions(*lines: str | Sequence[str]) -> list[Mention]:
    found = find_table_targets(document(*HEAD, *lines), DEFAULT_LEXICON)
    return [mention for mention in found if isinstance(mention, Mention)]


def shown(mention: Mention) -> str:
    """Name, comparator, value, unit, year, mode, and what else is known."""
    says = mention.properties
    top = f"–{says['value_max']:g}" if "value_max" in says else ""
    words = [says["name"], says["comparator"], f"{says['value']:g}{top}", says.get("unit")]
    words += [says.get("year"), says["mode"], says.get("direction"), says.get("baseline_year")]
    words += [says.get("baseline_value"), says.get("scope")]
    if says["bindingness"] != "unknown":
        words.append(says["bindingness"])
    return " ".join(str(word) for word in words if word is not None)


TABLES: dict[str, tuple[tuple[str | Sequence[str], ...], list[str]]] = {
    "years across, base year and nature": (
        (
            ("序号", "指标", "单位", "2030年", "2033年", "2035年", "属性"),
            ("1", "岸线修复长度", "公里", "31", "58", "≥70", "约束性"),
            ("2", "海洋产业增加值（亿元）", "", "900", "1300左右", "—", "预期性"),
            ("3", "单位产值能耗降低", "%", "—", "—", "〔12〕", "约束性"),
        ),
        [
            "岸线修复长度 = 58 公里 2033 level 2030 31.0 binding",
            "岸线修复长度 >= 70 公里 2035 level 2030 31.0 binding",
            "海洋产业增加值 ~ 1300 亿元 2033 level 2030 900.0 anticipatory",
            "单位产值能耗降低 = 12 % 2035 delta down binding",
        ],
    ),
    "a rate column": (
        (
            ("指标", "2030年", "2035年", "年均/累计", "属性"),
            ("1.地区生产总值增长（%）", "5.2", "—", "6左右", "预期性"),
            ("2.森林覆盖率（%）", "40", "42", "—", "约束性"),
            ("3.单位能耗降低（%）", "—", "—", "〔13.5〕", "约束性"),
        ),
        [
            "地区生产总值增长 ~ 6 % 2035 growth_rate up 2030 5.2 anticipatory",
            "森林覆盖率 = 42 % 2035 level 2030 40.0 binding",
            "单位能耗降低 = 13.5 % 2035 delta down binding",
        ],
    ),
    "a target value without a year": (
        (
            ("指标名称", "现状值", "目标值"),
            ("护理型床位占比", "48%", "60%以上"),
            ("其中：公办机构床位（张）", "800", "1200"),
        ),
        [
            "护理型床位占比 >= 60 % 2035 level 48.0",
            "公办机构床位 = 1200 张 2035 level 800.0",
        ],
    ),
    "places down the side": (
        (
            "附表 各区深水网箱建设任务分解表",
            ("区", "2030年底累计（个）", "2033年目标（个）", "责任单位"),
            ("东区", "12", "30", "东区人民政府"),
            ("合计", "12", "30", "—"),
        ),
        [
            "深水网箱 = 30 个 2033 level 2030 12.0 东区",
            "深水网箱 = 30 个 2033 level 2030 12.0",
        ],
    ),
    "indicators across, the year in the caption": (
        (
            "附件 2033年任务分解表",
            ("县区", "绿色工厂（家）", "技改投资（亿元）", "备注"),
            ("甲县", "12", "30.5", ""),
        ),
        ["绿色工厂 = 12 家 2033 level 甲县", "技改投资 = 30.5 亿元 2033 level 甲县"],
    ),
    "years down the side, the unit above": (
        (
            "用水总量控制表",
            "单位：亿立方米",
            ("年份", "用水总量"),
            ("2030年", "30"),
            ("2035年", "≤29"),
        ),
        ["用水总量 <= 29 亿立方米 2035 level"],
    ),
    "no targets": (
        (
            ("项目", "本年预算", "上年决算"),
            ("一般公共预算支出", "1200", "1100"),
        ),
        [],
    ),
}


@pytest.mark.parametrize(("lines", "expected"), TABLES.values(), ids=TABLES)
def test_a_table_gives_a_target_for_each_value_to_come(
    lines: tuple[str | Sequence[str], ...], expected: list[str]
) -> None:
    assert [shown(mention) for mention in mentions(*lines)] == expected


def test_the_evidence_of_a_table_value_is_its_row() -> None:
    rows = (("指标", "2035年"), ("岸线修复长度（公里）", "58"))
    made = document(*HEAD, *rows)
    (mention,) = find_table_targets(made, DEFAULT_LEXICON)
    assert isinstance(mention, Mention)
    assert [made.text[slice(*span)] for span in mention.spans] == ["岸线修复长度（公里） | 58"]


def test_a_task_table_gives_targets_and_milestones() -> None:
    found = mentions(
        ("序号", "工作任务", "目标要求", "牵头单位", "完成时限"),
        ("1", "组建渔业基金", "首期规模不低于15亿元", "市财政局", "2031年9月底前"),
        ("2", "建设海洋牧场", "建成4个", "市海洋局", "2033年底前"),
        ("3", "编制用海规则", "印发实施", "市海洋局", "2032年6月底前"),
        ("4", "优化服务", "持续开展走访", "市工商联", "长期坚持"),
    )
    targets = [
        (m.properties["name"], m.properties["value"], m.properties["year"])
        for m in found
        if m.label == "Target"
    ]
    milestones = [
        (m.properties["name"], m.properties["date"]) for m in found if m.label == "Milestone"
    ]
    assert targets == [("首期规模", 15.0, 2031), ("海洋牧场", 4.0, 2033)]
    assert milestones == [("组建渔业基金", "2031-09"), ("编制用海规则", "2032-06")]


def test_a_month_in_the_column_of_deadlines_is_one_of_the_plans_year() -> None:
    made = document(
        "某县2032年重点任务分工方案",
        ("序号", "工作任务", "年度目标", "责任领导", "牵头单位", "完成时限"),
        ("1", "改造渔港", "改造渔港9座", "某某", "县海洋局", "9月底"),
        ("2", "建设码头", "主体完工", "某某", "县海洋局", "11月底"),
        ("3", "整治岸线", "整治岸线60公里", "某某", "县海洋局", "每年6月底前"),
    )
    found = [
        (m.label, m.properties["name"], m.properties.get("year"), m.properties.get("date"))
        for m in find_table_targets(made, DEFAULT_LEXICON)
        if isinstance(m, Mention)
    ]
    assert found == [
        ("Target", "渔港", 2032, None),
        ("Milestone", "改造渔港", None, "2032-09"),
        ("Milestone", "建设码头", None, "2032-11"),
        ("Target", "岸线", None, None),
    ]
