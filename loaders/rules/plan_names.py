"""What the name of a plan tells: its kind, its years, its field."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.rules.rule import Rule, compile_verbose

PLACE = r"[\u4e00-\u9fff]{1,7}?(?:自治区|自治州|省|市|州|盟|县|区|旗)"
_YEARS = re.compile(r"(?P<first>20\d\d)\s*年?\s*(?:[—–~～至-]+)\s*(?P<last>20\d\d)\s*年")
_ANNUAL = re.compile(
    r"工作要点|年度|^(?:.{2,9}[省市区县州])?20\d\d年[^—]*(?:计划|方案|任务|要点|安排)"
)
_DISTRICT = re.compile(rf"^(?:{PLACE})?[\u4e00-\u9fff]{{1,5}}[区县](?!域|块|划|位|间|分|别)")
_SPECIAL = re.compile(r"专项|子方案|分方案")


class Years(NamedTuple):
    """The first and the last year of a plan."""

    first: int
    last: int


def plan_kind(name: str, otherwise: str) -> str:
    """overall, special, district or annual, as the name says; `otherwise` where it does not."""
    if _SPECIAL.search(name):
        return "special"
    if _ANNUAL.search(name):
        return "annual"
    if _DISTRICT.match(name) and re.search(r"方案|计划|规划|要点", name):
        return "district"
    return otherwise


def plan_years(name: str) -> Years | None:
    """（2026—2030年） as two numbers."""
    match = _YEARS.search(name)
    return Years(int(match["first"]), int(match["last"])) if match else None


_ONLY_A_PLACE = re.compile(r"[\u4e00-\u9fff]{1,3}(?:[省县州区]|(?<!城)市)$")

FIELD_OF_SPECIAL = Rule(
    name="field_of_special_plan",
    means="the field in a special plan's name, without region and 专项行动计划",
    pattern=compile_verbose(
        r"""
        \A (?: {place} )? (?: 关于 )? (?: 推进 | 加快 | 促进 )?
        (?P<field> [^《》（）()\d]{2,20}? )
        (?: 领域 )? (?: 发展 )? (?: 三年 | 五年 | \d+年 )?
        专项 (?: 行动 )? (?: 计划 | 方案 | 规划 | 实施方案 )
        """,
        place=PLACE,
    ),
    make=lambda match: None if _ONLY_A_PLACE.match(match["field"]) else match["field"],
    yes=(
        ("江屿市海水淡化专项行动计划", ("海水淡化",)),
        ("江屿市智慧健康专项行动计划（2026—2030年）", ("智慧健康",)),
    ),
    no=("江屿市总体行动计划", "江屿市专项行动计划"),
)

INDUSTRY_OF_TITLE = Rule(
    name="industry_of_title",
    means="the industry that a document's title is about",
    pattern=compile_verbose(
        r"""
        (?: {verb} | \A (?: {place} )* (?: “ [^”]{2,8} ” )? )
        (?P<field> (?! {verb} | 产业 | 行业 | 进一步 | 印发 | 大力 | 做好
              | 加强 | 国务院 | 国家 | {place} )
            [^，、。的“”《》（）()\d]{1,18}? (?: 产业 | 行业 | (?<! [企就创毕作事职专营] ) 业 ) )
        (?= [一二三四五六七八九十两\d]+年 | 高质量 | 健康 | 转型 | 创新 | 发展 | 振兴
          | 集群 | 链 | 提质 | 专项 | 行动 | 规划 | 的 | 升级
          | 改革 | 市场 | 调整 | 数字化 | 有序 | 持续 | 做大 )
        """,
        place=PLACE,
        verb="关于|发展|推进|推动|促进|加快|培育|壮大|振兴|支持|规范|做强|提升|鼓励|扶持|引导|深化",
    ),
    make=lambda match: tuple(_fields(match["field"])),
    yes=(
        ("国务院办公厅关于加快发展海洋装备产业的指导意见", (("海洋装备产业",),)),
        ("江屿市海水淡化与船舶修造产业三年行动方案", (("海水淡化", "船舶修造"),)),
        ("江屿市“十六五”渔业高质量发展规划", (("渔业",),)),
    ),
    no=(
        "江屿市人民政府关于加强渔港管理的通知",
        "江屿市产业发展规划",
        "关于支持企业发展的若干措施",
        "关于促进就业创业的意见",
    ),
)


def _fields(words: str) -> list[str]:
    """海水淡化与船舶修造产业 are two fields without 产业; one field keeps it."""
    parts = [part for part in re.split(r"[与和及、]", words) if part]
    if len(parts) == 1:
        return parts
    return [re.sub(r"(?:产业|行业)$", "", part) for part in parts]
