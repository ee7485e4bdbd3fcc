"""Measures of a text without numbers: one per verb phrase in a paragraph that a pillar opens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import Value
from loaders.document import Document, Span
from loaders.lexicon import Lexicon
from loaders.mentions import Mention
from loaders.rules.pillars import POSITIONING_TAKEN_UP, TASK_AREA
from loaders.rules.rule import Rule, compile_verbose
from loaders.rules.wording import modality
from loaders.sentences import clauses, sentences

ADVERBS = (
    "着力|大力|积极|加快|全面|深入|持续|不断|显著|系统|牢固|进一步|加速|逐步|切实|有序|稳步|扎实|充分|重点|优先|合力"
    "|协同|统筹|高水平|高标准|高质量|科学|合理|主动|努力|全力|继续|同步|鼓励|支持|推动|引导|促进|共同|率先|精准|严格|有效"
)
VERBS = (
    "建设|建立|构建|构筑|打造|培育|培养|布局|强化|加强|深化|优化|完善|健全|提升|提高|增强|扩大|拓展|推进|推动|推广|推行"
    "|促进|支持|鼓励|引导|引进|引育|吸引|集聚|聚集|汇聚|开展|实施|举办|办好|办|发展|发挥|弘扬|树立|落实|贯彻|抢占|营造"
    "|创建|创新|创造|探索|形成|加快|加速|改造|改革|整合|整治|治理|规范|统筹|保障|保护|降低|减少|压减|淘汰|突破|攻克|攻关|攻破"
    "|研发|研究|制定|编制|出台|组建|成立|设立|搭建|完成|建成|修复|修订|普及|盘活|释放|激发|激活|缩小|稳定|巩固|壮大|做强"
    "|做优|做大|做实|延伸|延长|补齐|补强|推出|推介|共建|共享|对接|衔接|承接|联动|融入|服务|防范|化解|遏制|打击|严守|坚守"
    "|坚持|抓好|用好|管好|守住|筑牢|夯实|优先|提供|配备|开放|开发|开辟|利用|运用|应用|实现|确保|力争|争取|加大|宣传|表彰"
    "|评选|选树|遴选|认定|奖励|补助|资助|解决|破解|破除|简化|精简|取消|下放|赋予|授权|明确|细化|压实|跟踪|监测|评估|考核"
    "|督促|督查|检查|通报|公开|公布|发布|组织|动员|团结|协调|牵头|参与|配合|指导|帮助|协助|缓解|畅通|打通|贯通|连接|连通"
    "|覆盖|接入|上线|转化|转移|转变|转型|升级|替代|更新|改进|改善|改变|适应|满足|丰富|繁荣|传承|挖掘|展示|塑造|擦亮|叫响"
)

VERB_PHRASE = Rule(
    name="verb_phrase",
    means="a clause that says what will be done: 着力建设海洋牧场, 以数字化推动渔业转型",
    pattern=compile_verbose(
        r"""
        \A (?: [\u4e00-\u9fff]{1,6} [省市区县州] (?= 将 | 要 ) )?
        (?: (?: 并 | 还 | 也 | 同时 | 将 | 要 | 将要 | 来 )* )
        (?P<phrase> (?: {adverbs} )* (?: {verbs} ) [^\n]+
          | 以 [^\n]{2,20}? (?: 推动 | 促进 | 引领 | 带动 | 支撑 | 提升 | 推进 | 赋能 ) [^\n]+ )
        """,
        adverbs=ADVERBS,
        verbs=VERBS,
    ),
    make=lambda match: match["phrase"],
    yes=(
        ("将着力建设海洋牧场", ("着力建设海洋牧场",)),
        ("以数字化推动渔业转型", ("以数字化推动渔业转型",)),
        ("江屿市将攻关养殖装备", ("攻关养殖装备",)),
    ),
    no=("在部分领域达到全国先进水平", "海洋产业规模位居全省前列"),
)
_DEADLINE = re.compile(
    r"^(?:力争)?(?:到|至|截至)?\s*(?:20\d\d|“?十[四五六]五”?)年?[^，。]{0,8}(?:末|底|年|前)?[，,]"
)


def find_verb_phrases(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """The verb phrases of every paragraph that a pillar's lead-in opens."""
    if sum(bool(section.number) and section.level == 1 for section in document.sections) >= 2:
        return  # a numbered document says its measures in items
    for rule in (POSITIONING_TAKEN_UP, TASK_AREA):
        found = list(rule.find(document.text))
        if len(found) >= 2:
            for span, _ in found:
                yield from _of_paragraph(document, span)


def _of_paragraph(document: Document, lead_in: Span) -> Iterator[Mention]:
    text = document.text
    line_end = text.find("\n", lead_in[1])
    end = len(text) if line_end < 0 else line_end
    for start, stop in sentences(text, lead_in[1], end):
        if _DEADLINE.match(text[start:stop]):
            continue  # what is to be reached by then is a target
        for clause in clauses(text, start, stop):
            yield from _measure(text, clause)


def _measure(text: str, clause: Span) -> Iterator[Mention]:
    start, end = clause
    words = text[start:end]
    for _, phrase in VERB_PHRASE.find(words):
        begin = end - len(phrase)
        word, strength = modality(phrase)
        properties: dict[str, Value] = {"name": phrase, "text": phrase, "strength": strength}
        if word:
            properties["modality"] = word
        yield Mention("Measure", VERB_PHRASE.name, ((begin, end),), properties)
