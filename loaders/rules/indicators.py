"""What a target measures: the indicator's name, and the name that plans share."""

from __future__ import annotations

import re

from loaders.rules.folding import SIGNS
from loaders.rules.target_words import LEAD, TAIL, WORDS


def indicator_name(text: str) -> str:
    """The indicator as written, without adverbs, dates and connecting words; it may be empty."""
    name = _BASELINE.sub("", _DATES.sub("", text))
    return _TAIL.sub("", _LEAD.sub("", name))


def counted_name(text: str) -> str:
    """The noun of what is counted: as `indicator_name`, and without the verb that delivers it."""
    name = indicator_name(_EACH.sub("", indicator_name(text)))
    while True:
        match = _DELIVER.match(name)
        if match is None or _KEPT.fullmatch(match.group()):
            return name
        rest = indicator_name(name[match.end() :])
        if len(rest) < 2 or (_GENERIC.fullmatch(rest) and _KEPT_BEFORE.fullmatch(match.group())):
            return name if rest or _KEPT_BEFORE.fullmatch(match.group()) else ""
        name = rest


def delivered_name(text: str) -> str:
    """As `counted_name`, also where a subject stands before the verb: 市财政安排资金1亿元."""
    name = counted_name(text)
    if _DELIVER.match(indicator_name(text)):
        return name
    for match in _DELIVER.finditer(name):
        if match.start() >= 2 and not _KEPT.fullmatch(match.group()):
            rest = counted_name(name[match.end() :])
            return rest if len(rest) >= 2 else indicator_name(name[: match.start()])
    return name


def split_qualifier(name: str) -> tuple[str, str]:
    """The restricting words with a number, and the rest: 年产值超30亿元的船企."""
    match = _QUALIFIER.match(name)
    if match is None:
        return "", name
    qualifier = match["phrase"] or match["level"] or match["limit"]
    return qualifier, name[match.end() :]


def canonical_name(name: str) -> str:
    """The name under which plans meet: free of region, qualifier and counting words."""
    whole = _BRACKETED.sub("", name).strip()
    bare = split_qualifier(whole)[1]
    if len(bare) < 3:
        bare = whole  # 占比 alone says nothing
    bare = _REGION.sub("", bare)
    flow = _FLOW.match(bare)
    if flow:
        bare = counted_name(bare[flow.end() :]) or bare  # 累计开放数据集 and 开放数据集3000个
    return _COUNT_TAIL.sub("", bare).strip("、，的 ") or name


EACH = (
    r"每(?:个|一个|一|条|家|所)?(?P<place>[\u4e00-\u9fff]{0,4}?(?:设区的?市|市县|县区|区县|乡镇|镇街|园区|街道|社区|学校|家庭|企业"
    r"|产业链|[区县乡镇村市省州户]))"
)
"""每个乡镇, 每条产业链: what a target is repeated for."""
_EACH = re.compile(
    rf"^(?:{EACH}|每(?:个|家|座)[^，、每至]{{2,10}}?(?=至少|要|都|均|建|培育|配|打造|不少于))"
)
_LEAD = re.compile(
    rf"^(?:(?:[（(]?[一二三四五六七八九十\d]{{1,3}}[）)、.．])(?!\d)|[一二三四五六七八九十]是|[、，,;；:：\s—-]|{LEAD})+"
)
_TAIL = re.compile(rf"(?:[、，,：:\s]|{TAIL})+$")
_DELIVER = re.compile(rf"新?(?:{WORDS['deliver']})")
_KEPT = re.compile(WORDS["kept"])
_KEPT_BEFORE = re.compile(WORDS["kept_before"])
_GENERIC = re.compile(WORDS["generic"])
_BASELINE = re.compile(r"(?:由|从)[^由从]{0,14}[\d一二三四五六七八九十][^由从]{0,10}$")
"""由20个工作日, before what it is brought to."""
_DATES = re.compile(
    rf"(?:由|从|较|比|与|同|在|到|至|自|以|于)?{SIGNS['DATE']}(?:底|末|前)?"
    r"(?:的(?:约|近)?[\d.]+[^\s，]{1,4}(?=$)|的?基础上|水平|相比|实际|的)?"
)
_NUMERAL = "[\\d一二三四五六七八九十百千万亿]"
_QUALIFIER = re.compile(
    rf"""
    (?P<phrase> .{{0,30}}? {_NUMERAL} .{{0,14}}? ) 的 (?=..)
  | (?P<level> [^，、的]{{0,8}}? {_NUMERAL}* [百千万亿] [^，、的\d]{{0,4}}? 级 )
    (?![和、别以及医]) (?=..)
  | (?P<limit> [^，、的]{{0,12}}? \d [^，、的]{{0,8}}? (?:以上|以下) ) (?=[\u4e00-\u9fff].)
    """,
    re.VERBOSE,
)
_REGION = re.compile(r"^(?:全[市省国区县州]|我[市省国区县州]|本[市省区县])(?=.{2,})")
_COUNT_TAIL = re.compile(
    r"(?<=.{2})(?:累计)?(?:总数量|数量|总数|(?<![人参指系基次户倍岁分天])数|个数)$"
)
_FLOW = re.compile(r"^(?:累计|新增|年新增|新培育|建成|累计建成|新认定)+(?=.{2,})")
_BRACKETED = re.compile(r"（[^（）]*）|\([^()]*\)|\[[^\[\]]*\]|〔[^〔〕]*〕")
