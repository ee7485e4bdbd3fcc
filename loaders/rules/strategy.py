"""The strategy that a plan carries out: 实施“数字岚城”战略, 加快建设“智慧江屿”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import Value
from loaders.document import Document
from loaders.lexicon import Lexicon
from loaders.mentions import Mention
from loaders.rules.citations import CITED
from loaders.rules.plan_names import plan_years
from loaders.rules.rule import Rule, compile_verbose
from loaders.title import title_of

UPPER_STRATEGY = "strategy_of_upper_plan"
"""The rule of a strategy that only the title of the plan above names."""

_CARRY_OUT = "实施|推进|推动|谋划|落实|贯彻|建设|打造|加快|构建|践行"

NAMED_STRATEGY = Rule(
    name="named_strategy",
    means="a strategy in quotes: 实施“数字岚城”战略, 系统谋划“大智能”战略布局",
    pattern=compile_verbose(
        r"""
        (?: {carry_out} ) [^，。；“”\n]{0,8}
        (?P<name> “ [^“”\n]{2,14} ” (?: 发展 )? 战略 )
        """,
        carry_out=_CARRY_OUT,
    ),
    make=lambda match: match["name"],
    yes=(
        ("为深入实施“数字岚城”战略，制定本方案", ("“数字岚城”战略",)),
        ("系统谋划“大港口”战略布局", ("“大港口”战略",)),
    ),
    no=("“数字岚城”工程", "实施岸线战略"),
)

STRATEGY_OF_TITLE = Rule(
    name="strategy_of_title",
    means="a title that says what is to be built in quotes: 加快建设“智慧江屿”总体行动计划",
    pattern=compile_verbose(
        r"""
        (?: 建设 | 打造 | 推进 | 实施 | 创建 ) (?P<name> “ [^“”\n]{2,12} ” )
        (?= 战略 | 建设 | 总体 | 行动 | 规划 | 三年 | 五年 | 实施 | 发展 | 的 | \Z )
        """
    ),
    make=lambda match: match["name"],
    yes=(
        ("江屿市加快建设“智慧江屿”总体行动计划", ("“智慧江屿”",)),
        ("江屿市打造“海上粮仓”三年行动方案", ("“海上粮仓”",)),
    ),
    no=("江屿市总体行动计划", "推进“三农”工作的意见"),
)

UNQUOTED_STRATEGY = Rule(
    name="strategy_carried_out",
    means="a strategy that a plan is made to carry out: 为实施海洋强市战略，制定本方案",
    pattern=compile_verbose(
        r"""
        为 (?: [^。\n]{0,80} [，、] )?? (?: 深入 | 全面 | 认真 | 加快 | 更好 | 大力 )*
        (?: 实施 | 推进 | 落实 | 贯彻 )+ (?: 国家 | 我[省市区县] )?
        (?P<name> [^，。；、《》“”\n为]{2,14} 战略 )
        (?= [^。\n]{0,120} 制[定订] (?: 本 | 如下 | 以下 ) )
        """
    ),
    make=lambda match: match["name"],
    yes=(
        ("为深入实施海洋强市战略，结合实际，制定本方案。", ("海洋强市战略",)),
        ("为落实乡村振兴战略，制定本计划。", ("乡村振兴战略",)),
    ),
    no=("为实施海洋强市战略作出贡献。", "坚持人才强市战略，制定本方案"),
)


def find_strategy(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """The one strategy of the document: the title's, else the first that the lead names."""
    title, places = title_of(document)
    text = document.text
    lead_end = _lead_end(document)
    titled = (name for _, name in STRATEGY_OF_TITLE.find(title) if not _is_slogan(name, lexicon))
    found = next(titled, "")
    if found and places:
        start = text.find(found, places[0][0])
        if start >= 0:
            yield _strategy(found, STRATEGY_OF_TITLE.name, (start, start + len(found)), document)
            return
    for span, citation in CITED.find(text, 0, lead_end):
        names = [name for _, name in STRATEGY_OF_TITLE.find(citation.title)]
        if names and citation.type == "IMPLEMENTS":
            start = text.index(names[0], *span)
            place = (start, start + len(names[0]))
            yield _strategy(names[0], UPPER_STRATEGY, place, document)
            return
    for rule in (NAMED_STRATEGY, UNQUOTED_STRATEGY):
        for span, name in rule.find(text, 0, lead_end):
            if not _is_slogan(name, lexicon):
                yield _strategy(name, rule.name, span, document)
                return


def _is_slogan(name: str, lexicon: Lexicon) -> bool:
    """“四个全面” and the like are the whole nation's, no strategy of a place."""
    return any(f"“{slogan}" in name for slogan in lexicon.slogans)


def _strategy(name: str, rule: str, span: tuple[int, int], document: Document) -> Mention:
    properties: dict[str, Value] = {"name": name}
    if rule != UPPER_STRATEGY and (years := plan_years(title_of(document)[0])):
        properties["period_start"], properties["period_end"] = years
    if vision := _vision(document):
        properties["vision"] = vision
    return Mention("Strategy", rule, (span,), properties)


def _vision(document: Document) -> str:
    """The first sentence under a heading 愿景."""
    for section in document.sections:
        if section.title.endswith("愿景"):
            body = document.text[section.end : section.body_end].strip("。：: \n")
            return re.split(r"[。\n]", body, maxsplit=1)[0]
    return ""


def _lead_end(document: Document) -> int:
    """Where the first task section begins: what is named later is a means, not the strategy."""
    starts = [s.start for s in document.sections if s.kind == "tasks" and s.number]
    return min(starts, default=len(document.text))
