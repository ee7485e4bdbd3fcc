"""Targets without a number: the results that goal paragraphs and dated sentences promise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.elements import Value
from loaders.document import Document
from loaders.issues import Issue
from loaders.lexicon import Lexicon
from loaders.mentions import Mention
from loaders.rules.folding import QUANTITY_SIGNS, SIGNS
from loaders.rules.passages import Horizon, Phrase, passages
from loaders.rules.refused_results import Unpromised
from loaders.rules.rule import Rule, compile_verbose
from loaders.rules.target_strength import PLAIN, worded_strength


def find_qualitative_targets(document: Document, lexicon: Lexicon) -> Iterable[Mention | Issue]:
    """One target for each clause that states a result without a number."""
    unpromised = Unpromised(document)
    for phrases in passages(document):
        for phrase in unpromised.promising(phrases):
            yield from _target(phrase)


_DEGREE = (
    "基本|初步|全面|率先|显著|明显|大幅|更加|进一步|不断|持续|稳步|逐步|普遍|有效|加快|高效"
    "|总体|日益|充分"
)
_GROWN = (
    "建成|形成|建立|健全|完善|贯通|提升|提高|增强|改善|优化|实现|运转|定型|巩固|拓展|壮大"
    "|凸显|彰显|缩小|降低|好转"
    "|确立|成熟|繁荣|提质|增效|扩大|加强|升级|畅通|消除|遏制|下降|增长|普及|覆盖|推广|应用"
    "|深化|融合|激发|释放"
    "|协调|均衡|丰富|多元|规范|达标|清零|显现|加快|向好|平衡|有序|合理|突破|转变|发展"
    "|保护|恢复|发挥|修复|解决|保障|控制|缓解|理顺|夯实"
    "|减轻|成型|成形|成网|跃升|见效|稳固|完备|(?<=基本)同步|自然化|现代化|一体化|均等化|化"
)
_REACHED = (
    "建成|形成|构建|打造|成为|达到|实现|进入|跻身|迈上|迈入|催生|取得|建立|培育|建设|创建"
    "|走在|居全|居前|居世|保持|确立|营造"
    "|涌现|具备|构筑|塑造|处于|居于|位居|走出|树立|擦亮|培养|造就|集聚|突破|掌握|攻克|完成"
    "|建起|健全|完善|筑牢|创造|(?<=基本)覆盖|(?<=全面)覆盖"
)

RESULT_AT_END: Rule[str] = Rule(
    "result_at_end",
    "something grown or completed, the verb last: 海洋治理体系基本建成",
    compile_verbose(
        r"^ (?P<what> [^，]{2,60}? ) (?: {degree} )* (?: {grown} | 新[^，]{0,6} "
        r"| 突破性进展 | 积极进展 | 重要进展 | 好成效 | 成效 | 水平 ) $",
        degree=_DEGREE,
        grown=_GROWN,
    ),
    lambda match: match.group(),
    yes=(
        ("海洋治理体系基本建成", ("海洋治理体系基本建成",)),
        ("群众出行体验明显改善", ("群众出行体验明显改善",)),
    ),
    no=("市海洋局", "渔港9座"),
)
RESULT_REACHED: Rule[str] = Rule(
    "result_reached",
    "something to become, to form or to reach: 成为区域航运枢纽",
    compile_verbose(
        r"^ (?P<who> [^，]{0,40}? ) (?: {degree} )* (?: {reached} ) (?P<what> [^，]{2,} ) $",
        degree=_DEGREE,
        reached=_REACHED,
    ),
    lambda match: match.group(),
    yes=(
        ("成为区域航运枢纽", ("成为区域航运枢纽",)),
        ("船舶质量达到先进水平", ("船舶质量达到先进水平",)),
    ),
    no=("坚持陆海统筹", "渔港9座"),
)
CAPABILITY: Rule[str] = Rule(
    "capability_raised",
    "a capability or level to be raised markedly, or a rank to be reached: 显著提升勘测能力",
    compile_verbose(
        r"""
        ^ [^，]* (?: 显著 | 明显 | 大幅 | 全面 ) (?: 提升 | 增强 | 提高 | 改善 ) [^，]* $
      | ^ [^，]* 达到 [^，]* (?: 水平 | 标准 | 要求 ) $
      | ^ [^，]* (?: 基本 | 全面 ) (?: 实现 | 建成 | 形成 | 消除 ) [^，]+ $
      | ^ [^，]* (?: 成为 | 进入 | 跻身 | 走在 ) [^，]* (?: 行列 | 前列 | 方阵 | 枢纽 | 高地
        | 中心 | 标杆 | 样板 | 示范区 | 力量 | 引擎 ) $
        """
    ),
    lambda match: match.group(),
    yes=(
        ("显著提升勘测能力", ("显著提升勘测能力",)),
        ("关键领域达到国际先进水平", ("关键领域达到国际先进水平",)),
    ),
    no=("提升勘测能力", "加强勘测队伍建设"),
)

_PRINCIPLE = re.compile(
    r"^(?:坚持|以[^，]*为|按照|围绕|立足|根据|为了?|贯彻|落实|深入|聚焦|坚定|牢固|把|如|例如"
    r"|通过|依托|加强|强化|推动|推进|促进|支持|鼓励|引导|统筹|优先|发挥|突出)"
)
_NUMBERED = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|—{1,2}|[一二三四五六七八九十]是)\s*"
)
_DATED = re.compile(
    rf"^(?:力争|争取|确保|努力)?(?:到|至|在)?(?:{SIGNS['DATE']}[、和]?)+(?:底|末)?(?:时|前)?"
)
_GOAL_WORDS = re.compile("体系|机制|格局|能力|水平|局面|基本|初步|显著|全面|普遍|达到|成为|进入")
_LEADING = re.compile(r"^(?:并|且|同时|使|让|从而|最终|力争|确保|努力|将)+")


def _target(phrase: Phrase) -> Iterator[Mention]:
    words = phrase.text
    if any(sign in words for sign in QUANTITY_SIGNS) or len(words) < 6:
        return
    dated = _DATED.match(words)
    start = phrase.start + (dated.end() if dated else 0)
    numbered = _NUMBERED.match(phrase.folded.text, start, phrase.end)
    if numbered:
        start = numbered.end()
    words = phrase.folded.text[start : phrase.end].rstrip()
    if len(words) < 4 or phrase.past_at(phrase.end) or phrase.setting in ("history", "rules"):
        return
    horizon = phrase.horizon_at(phrase.end)
    for rule in _rules_for(phrase, horizon, words):
        if any(True for _ in rule.find(_LEADING.sub("", words.split("，")[0]))):
            yield _mention(rule.name, phrase, start, horizon)
            return


def _rules_for(phrase: Phrase, horizon: Horizon, words: str) -> tuple[Rule[str], ...]:
    """Goal paragraphs and dated sentences speak of results; elsewhere only a marked one counts."""
    if _PRINCIPLE.match(words):
        return ()
    if phrase.setting == "tasks" and "-" in horizon.day and not _GOAL_WORDS.search(words):
        return ()  # an act with its month is a milestone
    if phrase.setting == "goals" or horizon.basis in ("explicit", "relative"):
        return (RESULT_REACHED, RESULT_AT_END, CAPABILITY)
    if phrase.setting == "other" and horizon.years:
        return (RESULT_REACHED, RESULT_AT_END, CAPABILITY)
    return (CAPABILITY,) if phrase.setting in ("tasks", "other") else ()


def _mention(rule: str, phrase: Phrase, start: int, horizon: Horizon) -> Mention:
    folded = phrase.folded
    end = start + len(folded.text[start : phrase.end].rstrip())
    worded = worded_strength(phrase.text)
    properties: dict[str, Value] = {
        "name": folded.words(start, end),
        "kind": "qualitative",
        "deadline_basis": horizon.basis if horizon.year else "none",
        "strength": PLAIN if worded is None else worded,
        "bindingness": "unknown",
    }
    if horizon.year:
        properties["year"] = horizon.year
    return Mention("Target", rule, (folded.span(start, end),), properties)
