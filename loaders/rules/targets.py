"""Quantified targets in running text: which numbers are promised, by when, and how firmly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from loaders.document import Document, Span
from loaders.issues import Issue
from loaders.lexicon import Lexicon
from loaders.mentions import Mention
from loaders.quantities import Quantity
from loaders.rules.claims import Claim
from loaders.rules.indicators import EACH, counted_name, indicator_name, split_qualifier
from loaders.rules.passages import NO_HORIZON, Horizon, Phrase, passages
from loaders.rules.rule import compile_verbose
from loaders.rules.target_facts import target_mention
from loaders.rules.target_pieces import Part, parts_of
from loaders.rules.target_shapes import claim_of
from loaders.rules.target_strength import PLAIN, has_own_subject, worded_strength
from loaders.rules.target_words import WORDS
from loaders.units import standard


def find_targets(document: Document, lexicon: Lexicon) -> Iterable[Mention | Issue]:
    """The quantified targets of every paragraph and heading."""
    for phrases in passages(document):
        yield from targets_of(phrases)


def targets_of(phrases: Iterable[Phrase]) -> Iterator[Mention]:
    """The quantified targets of a passage."""
    thread = _Thread()
    for phrase in phrases:
        thread.turn_to(phrase)
        if phrase.folded.quantities(phrase.start, phrase.end):
            yield from _targets_in(phrase, thread)
        elif name := indicator_name(phrase.text):
            topic = counted_name(name)
            thread.topic = topic if len(topic) <= _TOPIC else thread.topic
            thread.title = thread.title or thread.topic


@dataclass(slots=True)
class _Thread:
    """What the sentence has said so far and its later phrases lean on.

    `subject` is the last target's name, `topic` the last phrase without a number,
    `title` the first of the passage; `conditional` tells that the sentence sets out who may
    apply or what is paid, `eligible` that it speaks of those who meet conditions.
    """

    verb: str = ""
    subject: str = ""
    topic: str = ""
    title: str = ""
    direction: str = ""
    strength: int = PLAIN
    conditional: bool = False
    eligible: bool = False
    said: list[tuple[Span, str, str]] = field(default_factory=list)
    """Its targets so far, each with its unit and its name."""

    def turn_to(self, phrase: Phrase) -> None:
        """A new sentence starts afresh; after ； only the verb and the wording do."""
        if phrase.opens:
            self.subject = self.topic = self.direction = ""
            self.conditional = self.eligible = False
            self.said = []
        if phrase.opens or phrase.after in "；;":
            self.verb, self.strength = "", PLAIN
        if has_own_subject(phrase.text):
            self.strength = PLAIN
        condition = _CONDITION.search(phrase.text) and not _SHARE_OF.search(phrase.text)
        self.conditional = self.conditional or bool(condition)
        self.eligible = self.eligible or _ELIGIBLE.search(phrase.text) is not None

    def like(self, quantity: Quantity) -> str:
        """The last name counted in the same unit: 项目120个、投资350亿元，其中新开工60个."""
        unit = _base_unit(quantity) if quantity.kind == "count" else ""
        return next((name for _, said, name in reversed(self.said) if unit and said == unit), "")

    def hear(self, words: str) -> None:
        """A word like 力争 governs on until a phrase has a subject of its own."""
        worded = worded_strength(words)
        self.strength = self.strength if worded is None else worded


def _targets_in(phrase: Phrase, thread: _Thread) -> Iterator[Mention]:
    parts = parts_of(phrase, thread.verb)
    readings = [claim_of(part.piece) for part in parts]
    for index, (part, reading) in enumerate(zip(parts, readings, strict=True)):
        if reading is None:
            continue
        thread.verb = part.piece.verb or thread.verb
        thread.hear(part.piece.text[: part.piece.at])
        rule, claim = reading
        if not _is_promised(phrase, part, rule, claim, thread):
            continue
        later = [after[1] for after in readings[index + 1 :] if after]
        claim = _named(claim, part, later, thread)
        yield _mention(rule, claim, part, phrase, len(parts), thread)


def _named(claim: Claim, part: Part, later: list[Claim], thread: _Thread) -> Claim:
    """The claim under its full name: from a list, from a noun that serves several, or as before."""
    name = part.name or claim.name
    if claim.counted and thread.subject and _ONLY_QUALIFIER.fullmatch(name):
        return replace(
            claim, name=f"{name}的{thread.subject}"
        )  # 超100亿元的企业5家、超50亿元的10家
    if claim.counted and later and _CLASS.fullmatch(name):
        name += split_qualifier(later[0].name)[1]  # 1个五百亿级、3个百亿级产业集群
    direction = claim.direction
    if not name:
        direction = direction or thread.direction  # 提高16个百分点，达到82%
    if name in _NO_NAME:
        name = thread.like(claim.quantity) or thread.subject or thread.topic or thread.title
    elif name.startswith("占"):
        name = (thread.subject or thread.topic or thread.title) + name
    return replace(claim, name=name, direction=direction)


_NO_NAME = ("", "年", "年均")
"""What is left of a clause that leans on what was said before."""
_TOPIC = 16
"""Characters of a phrase that may serve as a name."""
_CLASS = re.compile("[^，、的]{1,6}级")
_ONLY_QUALIFIER = re.compile(r"[超过达]{0,2}[\d.]+[百千万亿]*[^\d，、]{0,4}(?:以上)?")


# ---------------------------------------------------------------- judging


def _is_promised(phrase: Phrase, part: Part, rule: str, claim: Claim, thread: _Thread) -> bool:
    """Whether its place makes a claim a promise and not a report, a rule or a remark."""
    horizon, words = phrase.horizon_at(part.at), phrase.text
    if phrase.past_at(part.at):
        return False
    if phrase.setting == "history":
        return False
    if phrase.setting == "rules" and horizon.basis not in ("explicit", "relative"):
        return False
    if rule == "bare" and not _is_governed(claim, part, horizon, words, thread):
        return False
    if horizon.years:
        return True
    before = part.piece.text[: part.piece.at]
    if "其中" in words and thread.said:
        return True  # 招录3000名，其中具备资格的占80%
    if rule == "reach" and _STATES.search(before) and "至少" not in before:
        return False
    limited = thread.conditional or (thread.eligible and rule == "bound")
    if rule in _LEVELS and limited and not _AIMS.search(words):
        return False
    if phrase.setting in ("goals", "tasks"):
        return True
    return bool(thread.said or _WILL.search(words) or _DELIVER.match(before))


def _is_governed(claim: Claim, part: Part, horizon: Horizon, words: str, thread: _Thread) -> bool:
    """A noun and its number need a verb, a deadline or a whole (其中) before them, or be a rate."""
    if len(claim.name) < 2:
        return False
    if claim.quantity.kind == "share" and _RATE.search(claim.name):
        return True
    named = part.piece.verb or horizon.years or ("其中" in words and thread.said)
    return bool(named or _EVERY.search(words))


_EVERY = re.compile("每年|每季度|每月")
_RATE = re.compile("(?:率|比例|占比|比重|覆盖面)$")


_CONDITION = re.compile(
    "是指|指的是|特殊病例|计算方法|计算公式|具备|具有.*(?:资格|经历|条件)|申报(?:企业|单位|条件|项目)|申请人|贷款(?:利率|期限|额度)"
    "|补贴标准|补助标准|奖励标准|收费标准|申请额度"
)
_SHARE_OF = re.compile("的(?:占|比例|比重)")
"""其中具备资格的占80%: how many, not who may apply."""
_ELIGIBLE = re.compile("符合[^，]*条件")
_AIMS = re.compile("力争|争取|确保")
_LEVELS = ("bound", "reach", "share_of")
_STATES = re.compile(r"(?:为|是|有|占|(?<![达高升加长低降少短减制展充])[至到]|(?<![制持定])在)$")
_WILL = re.compile("将|要|应|须|力争|争取|确保|努力|计划|每年|必须|推动|支持|引导|鼓励|实现")
_DELIVER = re.compile(rf"(?:在[^，]{{2,12}}[内中里上])?(?:{WORDS['deliver']})")


# ---------------------------------------------------------------- writing


def _mention(
    rule: str, claim: Claim, part: Part, phrase: Phrase, count: int, thread: _Thread
) -> Mention:
    qualifier, bare = split_qualifier(claim.name)
    name = (bare if claim.counted and qualifier else claim.name) or phrase.words
    per = _per(phrase, part.at)
    horizon = NO_HORIZON if per in _PERIODS else phrase.horizon_at(part.at)
    if part.order >= 0 and len(horizon.years) == count:
        horizon = replace(horizon, years=(horizon.years[part.order],))
    strict = claim.quantity.binding.startswith("不得")
    mention = target_mention(
        rule, name, claim, part.piece.span, horizon, strength=4 if strict else thread.strength,
        qualifier=qualifier, per=per, base=part.base,
        part_of=_whole(thread, name, claim.quantity, phrase, part.at),
    )  # fmt: skip
    thread.subject = name
    thread.direction = claim.direction if claim.mode == "delta" else ""
    thread.said.append((part.piece.span, _base_unit(claim.quantity), name))
    return mention


def _whole(thread: _Thread, name: str, quantity: Quantity, phrase: Phrase, at: int) -> Span | None:
    """What 其中 is a part of: the last target before it with the same unit and noun, else the unit
    or else the noun; else the last one."""
    word = phrase.folded.text.rfind("其中", phrase.start, at)
    if word < 0:
        return None
    before = phrase.folded.span(word, word + 1)[0]
    unit, noun = _base_unit(quantity), name[-_NOUN:]
    wholes = [said for said in thread.said if said[0][1] <= before]
    ranked = sorted(
        wholes,
        key=lambda said: 2 * (said[1] == unit) + (said[2].endswith(noun) or said[2] in name),
    )
    return ranked[-1][0] if ranked else None


def _base_unit(quantity: Quantity) -> str:
    return standard(quantity.value, quantity.unit)[1]


_NOUN = 2
"""Characters at a name's end by which a part and its whole are known as of one kind."""
_PERIODS = frozenset(("年", "季度", "半年", "月", "周"))


def _per(phrase: Phrase, at: int) -> str:
    """年 of 每年, 省（自治区、直辖市） of 每个省（自治区、直辖市）; nothing for 每万人拥有…."""
    folded = phrase.folded
    match = _PER.search(folded.text, phrase.start, at)
    if match is None:
        return ""
    group = "unit_of" if match["unit_of"] else "place"
    if not match[group]:
        return (match["unit"] or "年").replace("年度", "年")
    start, end = match.span(group)
    place = folded.words(start, end + 1)  # a bracket that was dropped, and what follows it
    bracket = _BRACKET.match(place, end - start)
    return place[: bracket.end() if bracket else end - start]


_PER = compile_verbose(
    r"""
    每 (?P<unit> 年度? | 季度 | 半年 | 月 | 周 )
  | (?: 年均 | 每年平均 ) (?= 新增 | 培训 | 培养 | 引进 | 完成 | 建设 | 开展 | 组织 )
  | {EACH} (?= [^，]* (?: 建 | 培 | 设 | 配 | 有 | 打 | 至 | 不 | 完 | 创 ) | [要均都应]? $ )
  | 每 (?: 个 | 家 | 座 ) (?P<unit_of> [^，、每至]{2,10}? )
      (?= 至少 | 要 | 都 | 均 | 建 | 培育 | 配 | 打造 | 不少于 )
    """,
    EACH=EACH,
)
_BRACKET = re.compile("（[^（）]*）")
