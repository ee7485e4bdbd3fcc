"""Shapes of change: a multiple, a rate, a rise or a fall that a plan promises."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from loaders.rules.claims import Claim, Hit, QuantityRule
from loaders.rules.indicators import indicator_name
from loaders.rules.rule import compile_verbose
from loaders.rules.shape_parts import PARTS


def _multiple(hit: Hit) -> Claim:
    """翻一番 doubles; 增长一倍 comes to twice, 增长到2.5倍 to 2.5 times."""
    quantity, verb = hit.quantity, hit["verb"]
    if quantity.written != "word" and re.search(r"(?:增长|增加|提高|提升|扩大)了?$", verb):
        quantity = replace(quantity, value=quantity.value + 1)
    up = quantity.written == "word" or re.search(r"增|提|扩|翻|升", verb)
    return Claim(indicator_name(hit["name"]), quantity, "multiple", "up" if up else "")


def _rate(hit: Hit) -> Claim:
    down = _DOWN.search(hit["verb"])
    if hit.quantity.kind != "share":
        return Claim(indicator_name(hit["name"]), hit.quantity, "level")
    return Claim(indicator_name(hit["name"]), hit.quantity, "growth_rate", "down" if down else "up")


def _speed(hit: Hit) -> Claim:
    return Claim(indicator_name(hit["name"]), hit.quantity, "growth_rate", "up")


def _ahead(hit: Hit) -> Claim | None:
    if "百分点" not in hit.quantity.unit:
        return None
    return Claim(indicator_name(hit["name"]), hit.quantity, "delta", "up")


def _change(direction: str) -> Callable[[Hit], Claim]:
    def make(hit: Hit) -> Claim:
        name = indicator_name(hit["name"])
        if _YEARLY.search(hit["verb"]) and hit.quantity.unit == "%" and not hit["since"]:
            return Claim(name, hit.quantity, "growth_rate", direction)
        return Claim(name, hit.quantity, "delta", direction)

    return make


_DOWN = re.compile(r"下降|降低|减少|递减|压减|缩短|削减|降幅|节约")
_YEARLY = re.compile("^(?:增长|递增|增速|涨幅)$")
"""增长7% of a year, without an earlier year that it is counted from."""

CHANGES: tuple[QuantityRule[Claim], ...] = (
    QuantityRule(
        "multiple",
        "so many times an earlier value: 产值比2030年翻一番",
        compile_verbose(
            r"""
            (?P<name> .*? )
            (?: (?:较|比|为|是|在|相当于) {DATE} 底? (?:的|基础上|水平)? | {DATE} 的?
              | (?: 实现 | 力争 | 将 ) )*
            (?P<verb> (?:{REACH_UP}|{RISE}|{REACH})? (?: {DATE} (?:水平)? 的? )? )
            (?P<q> {MULTIPLE} )
            """,
            **PARTS,
        ),
        _multiple,
        yes=(
            ("产值比2030年翻一番", ("产值 = 2 倍 multiple up",)),
            ("技术合同成交额增长到2030年的2.5倍", ("技术合同成交额 = 2.5 倍 multiple up",)),
            ("规模增长一倍以上", ("规模 >= 2 倍 multiple up",)),
        ),
        no=("产值达到500亿元", "增长12%"),
    ),
    QuantityRule(
        "growth_rate",
        "a yearly rate of change: 增加值年均增长8%以上",
        compile_verbose(
            r"""
            (?P<name> .*? ) (?: (?:较|比) {DATE} )?
            (?P<verb> {GROW}
              | 年均 (?: 分别 | 各 ) (?: 增长 | 递增 | 提高 | 提升 | 增加 | 下降 | 降低 | 减少 ) )
            (?: 率 | 速度 )? (?: 分别 | 达到? | 为 | 保持在? | 稳定在 | 控制在 | 在 | 力争
              | 不 (?=超) )*
            (?P<q> {Q} )
            """,
            **PARTS,
        ),
        _rate,
        yes=(
            ("增加值年均增长8%以上", ("增加值 >= 8 % growth_rate up",)),
            ("单位能耗年均下降3%", ("单位能耗 = 3 % growth_rate down",)),
            ("收入年均分别提高6%", ("收入 = 6 % growth_rate up",)),
            ("产值年均增长分别为8%", ("产值 = 8 % growth_rate up",)),
        ),
        no=("增加值增长8%以上", "年均培训1万名学员"),
    ),
    QuantityRule(
        "growth_speed",
        "a yearly rate as a manner: 以年均10%的速度增长",
        compile_verbose(
            r"(?P<name> .*? ) (?: 以 | 按 | 保持 ) (?:年均"
            r"|每年)? (?P<q> {SHARE} ) (?:的 (?:年均)?)? (?: 增?速度? | 增幅 | 速率 )",
            **PARTS,
        ),
        _speed,
        yes=(
            ("营业收入以年均10%的速度增长", ("营业收入 = 10 % growth_rate up",)),
            ("产量保持每年5%左右的增速", ("产量 ~ 5 % growth_rate up",)),
        ),
        no=("营业收入增长10%", "合格率保持在95%"),
    ),
    QuantityRule(
        "ahead_of",
        "so much faster than something else: 贷款增速高于各项贷款平均增速2个百分点",
        compile_verbose(
            r"(?P<name> .{2,}? ) (?: 高于 | 快于 | 高出 ) [^，、]{2,20}? (?P<q> {SHARE} )", **PARTS
        ),
        _ahead,
        yes=(
            ("贷款增速高于各项贷款平均增速2个百分点", ("贷款增速 = 2 个百分点 delta up",)),
            ("工业投资增速快于全省平均水平3个百分点以上", ("工业投资增速 >= 3 个百分点 delta up",)),
        ),
        no=("贷款增速高于20%", "增速高于全省平均水平"),
    ),
    QuantityRule(
        "rise",
        "the size of a rise: 比重提高4.5个百分点",
        compile_verbose(
            r"""
            (?P<name> .*? )
            (?P<since> (?:较|比|在|与|同) {DATE} 底? (?:的?基础上|水平|相比|实际)? )?
            (?: 分别 | 均 | 再 | 平均 | 总体 | 各 | 实现 | 力争
              | 进一步 )* (?P<verb> {RISE} )
            (?: 了 | 幅度? | 达到? | 约 | 为 | 力争 )* (?P<q> {Q} )
            """,
            **PARTS,
        ),
        _change("up"),
        yes=(
            ("比重较2030年提高4.5个百分点", ("比重 = 4.5 个百分点 delta up",)),
            ("比2030年增加8万人", ("= 8 万人 delta up",)),
        ),
        no=("比重提高到40%", "增加床位200张"),
    ),
    QuantityRule(
        "fall",
        "the size of a fall: 能耗累计下降13.5%",
        compile_verbose(
            r"""
            (?P<name> .*? )
            (?P<since> (?:较|比|在|与|同) {DATE} 底? (?:的?基础上|水平|相比|实际)? )?
            (?: 分别 | 均 | 再 | 平均 | 总体 | 各 | 实现 | 力争
              | 进一步 )* (?P<verb> {FALL} )
            (?: 了 | 幅度? | 达到? | 约 | 为 | 力争 )* (?P<q> {Q} )
            """,
            **PARTS,
        ),
        _change("down"),
        yes=(
            ("单位能耗累计下降13.5%", ("单位能耗 = 13.5 % delta down",)),
            ("事故起数比2030年减少20%以上", ("事故起数 >= 20 % delta down",)),
        ),
        no=("能耗降至2吨以下", "淘汰电机300台"),
    ),
)
