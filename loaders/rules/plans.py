"""Action plans: the document's own, those issued with it, and numbered 实施…行动."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.elements import Value
from loaders.document import Document, Span
from loaders.lexicon import Lexicon
from loaders.mentions import Link, Mention
from loaders.rules.plan_names import (
    FIELD_OF_SPECIAL,
    INDUSTRY_OF_TITLE,
    plan_kind,
    plan_years,
)
from loaders.rules.rule import Rule, compile_verbose
from loaders.title import plan_title, title_of

ISSUED_TOGETHER = Rule(
    name="plans_issued_together",
    means="a list of 《…》 that were issued at the same time: each is a special plan",
    pattern=compile_verbose(
        r"""
        (?P<list> (?: 《[^《》\n]{4,60}》
            (?: [（(][^（）()\n]{2,24}[）)] )? \s* [、，,和及]? \s* )+ )
        (?: 等 [^，。；\n]{0,14} )? (?: 也 | 均 | 已 | 将 )?
        (?: 同时 | 一并 | 同步 | 一同 | 配套 | 相继 )  (?: 印发 | 发布 | 出台 | 公布 | 制定 )
        """
    ),
    make=lambda match: tuple(re.findall(r"《([^《》\n]+)》", match["list"])),
    yes=(
        (
            "《海港专项行动计划》《渔业专项行动计划》同时印发",
            (("海港专项行动计划", "渔业专项行动计划"),),
        ),
        ("另外，《海港专项行动计划》一并印发。", (("海港专项行动计划",),)),
    ),
    no=("原《渔港管理办法》同时废止", "现将《总体行动计划》印发给你们"),
)

NUMBERED_ACTION = Rule(
    name="numbered_action",
    means="a heading 实施岸线修复行动: a special plan without the verb",
    pattern=compile_verbose(
        r"""
        \A (?: 深入 | 全面 | 大力 | 组织 | 加快 | 扎实 | 持续 )?
        (?: 实施 | 开展 | 推进 | 组织开展 | 启动 )?
        (?P<name> [^，。、；：\s《》]{2,20}? 行动 ) (?: 计划 )? \Z
        """
    ),
    make=lambda match: match["name"],
    yes=(("实施岸线修复行动", ("岸线修复行动",)), ("开展冷链提质行动", ("冷链提质行动",))),
    no=("加强组织领导", "统一思想，开展行动"),
)


def find_plans(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """Every plan that the document is, lists as issued with it, or numbers among its tasks."""
    title, places = title_of(document)
    if title:
        yield _own_plan(plan_title(title), places[:1], lexicon)
    ordinal = 0
    for span, names in ISSUED_TOGETHER.find(document.text):
        for name in names:
            ordinal += 1
            start = document.text.index(name, span[0], span[1])
            place = (start - 1, start + len(name) + 1)
            yield _plan(name, plan_kind(name, "special"), ISSUED_TOGETHER.name, [place], ordinal)
    for section in document.sections:
        if section.number and section.kind == "tasks":
            for _, name in NUMBERED_ACTION.find(section.title):
                ordinal += 1
                place = (section.start, section.end)
                yield _plan(name, "special", NUMBERED_ACTION.name, [place], ordinal)


def _own_plan(title: str, places: list[Span], lexicon: Lexicon) -> Mention:
    """The document's own plan; it is in the industries that its title is about."""
    plan = _plan(title, plan_kind(title, "overall"), "own_plan", places)
    if plan.links or not places:
        return plan
    industries = [field for _, fields in INDUSTRY_OF_TITLE.find(title) for field in fields]
    known = [word for word in lexicon.sector_words.findall(title) if not industries]
    links = tuple(
        Link("IN_SECTOR", "Sector", field, places[0], INDUSTRY_OF_TITLE.name)
        for field in dict.fromkeys((*industries, *known))
    )
    return replace(plan, links=links)


def _plan(name: str, kind: str, rule: str, places: list[Span], ordinal: int = 0) -> Mention:
    properties: dict[str, Value] = {"name": name, "kind": kind}
    if ordinal:
        properties["ordinal"] = ordinal
    if years := plan_years(name):
        properties["period_start"], properties["period_end"] = years
    links = tuple(
        Link("IN_SECTOR", "Sector", field, place, FIELD_OF_SPECIAL.name)
        for _, field in FIELD_OF_SPECIAL.find(name)
        for place in places[:1]
    )
    return Mention("ActionPlan", rule, tuple(places), properties, links)
