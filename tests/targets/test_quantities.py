"""Numbers as Chinese plans write them, with their units and the words that bind them."""

from __future__ import annotations

import pytest

from loaders.cell_values import read_cell
from loaders.numerals import chinese_number, plain
from loaders.quantities import find_quantities
from loaders.units import standard

WRITTEN = {
    "五千亿规模": ["= 5000 亿元"],
    "产值突破1.5万亿": [">= 1.5 万亿元"],
    "产值千亿元": ["= 1000 亿元"],
    "突破万亿元": [">= 1 万亿元"],
    "百余座": [">= 100 座"],
    "万名以上": [">= 1 万名"],
    "占比过半": [">= 50 %"],
    "一半以上": [">= 50 %"],
    "超过四成": [">= 40 %"],
    "三分之一以上": [">= 33.33 %"],
    "百分之三十五": ["= 35 %"],
    "比2030年翻两番": ["= 2030 年", "= 4 倍"],
    "2至3家": ["range 2–3 家"],
    "8—10个": ["range 8–10 个"],
    "三至五个": ["range 3–5 个"],
    "两三家": ["range 2–3 家"],
    "100万元至300万元": ["range 100–300 万元"],
    "3.2%—3.5%": ["range 3.2–3.5 %"],
    "不得低于70%": [">= 70 %"],
    "近40项": ["~ 40 项"],
    "120家左右": ["~ 120 家"],
    "10多万人": [">= 10 万人"],
    "1.2万台（套）": ["= 1.2 万台（套）"],
    "45万元/亩": ["= 45 万元/亩"],
    "300克标准煤/千瓦时以下": ["<= 300 克标准煤/千瓦时"],
    "达到9/10万": ["= 9 /10万"],
    "不超过1.25": ["<= 1.25"],
    "降至1.2以下": ["<= 1.2"],
    "6EFLOPS": ["= 6 EFLOPS"],
    "１２．５％": ["= 12.5 %"],
    "不少于10、9、8个小时": [">= 10 个小时", "= 9 个小时", "= 8 个小时"],
    "30万农村人口": ["= 30 万人"],
    "用户规模达到8亿": ["= 8 亿"],
    "师生比1:16": ["= 1 :16"],
    "车桩比不高于2.5∶1": ["<= 2.5 :1"],
}
NO_QUANTITY = (
    "5G基站", "一企一策", "每万人拥有", "第三次会议", "十大场景", "一站式服务", "3项目标",
    "GB18030", "调整为8:30", "按投资比1:1配套", "医护比为1:0", "比分为3:2",
    "1+N制度", "二级及以上医院", "一次性", "个人100",
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRITTEN.items(), ids=WRITTEN)
def test_a_quantity_is_read_as_it_is_written(text: str, expected: list[str]) -> None:
    assert [str(quantity) for quantity in find_quantities(plain(text))] == expected


@pytest.mark.parametrize("text", NO_QUANTITY)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert find_quantities(plain(text)) == []


def test_a_quantity_knows_its_places() -> None:
    (quantity,) = find_quantities("建成力争突破1200亿元以上的")
    assert (quantity.start, quantity.number, quantity.number_end, quantity.end) == (4, 6, 12, 14)
    assert (quantity.binding, quantity.limit) == ("突破", "以上")


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (1000, "亿元", (1e11, "元")),
        (1.2, "万名", (12000, "人")),
        (2, "万亿元", (2e12, "元")),
        (120, "万千瓦", (1.2e6, "千瓦")),
        (4.5, "个百分点", (4.5, "百分点")),
        (35, "%", (35, "%")),
        (45, "万元/人", (450000, "元/人")),
        (1.2, "万台（套）", (12000, "台")),
        (6, "EFLOPS", (6e18, "FLOPS")),
        (8000, "PFLOPS", (8e18, "FLOPS")),
        (3, "千克", (3, "千克")),
        (1, ":1.25", (0.8, ":1")),
    ],
)
def test_multipliers_are_worked_out(value: float, unit: str, expected: tuple[float, str]) -> None:
    assert standard(value, unit) == expected


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("两", 2), ("十", 10), ("十二", 12), ("三百五十", 350), ("一千零八", 1008), ("百", 100)],
)
def test_a_numeral_has_its_value(numeral: str, value: float) -> None:
    assert chinese_number(numeral) == value


@pytest.mark.parametrize(
    ("cell", "unit", "expected"),
    [
        ("≥58", "公里", ">= 58 公里"),
        ("300以上", "家", ">= 300 家"),
        ("1800左右", "亿元", "~ 1800 亿元"),
        ("3.2—3.5", "%", "range 3.2–3.5 %"),
        ("〔15〕", "%", "= 15 %"),
        ("60%以上", "", ">= 60 %"),
        ("60.6*", "%", "= 60.6 %"),
        (">7、力争高于上一时期", "%", ">= 7 %"),
    ],
)
def test_a_cell_is_read_in_the_unit_of_its_row(cell: str, unit: str, expected: str) -> None:
    assert str(read_cell(cell, unit)) == expected


@pytest.mark.parametrize("cell", ["—", "", "持续提升", "高于GDP增长", "保持在合理区间"])
def test_a_cell_without_a_value_is_none(cell: str) -> None:
    assert read_cell(cell, "%") is None
