"""What a target measures: the indicator's name, and the name that plans share."""

from __future__ import annotations

import re

from loaders.rules.folding import SIGNS
from loaders.rules.target_words import WORDS

_LEAD = re.compile(
    r"(?:[、，,;；:：\s—\-]|其中|同时|并且|以及|另外|此外|最终|和|与|及(?!格|时)|并(?!网|购"
    r"|联)|将(?!军)|把|使|让|要|应(?!急|用|收|届|对|税)|须|需(?!求)|力争|争取|努力|确保|保证"
    r"|必须|原则上|一般|总体上|总体|基本|逐步|进一步|稳步|持续|加快|加强|大力|着力|高水平"
    r"|高标准|高质量|全面|平均每年|平均(?=每)|每年|每个?(?:季度|月|县|乡镇|省|市|区县)|累计"
    r"|共计|共|总计|合计|至少|实现|推动|推进|促进|引导|支持|鼓励|探索|使得|全市|全省|全区"
    r"|全县|全国|全州|我市|我省|我国|我区|我县|本市|本省|全行业|全社会(?=[^研用零固消])"
    r"|各区县|各市县|各地区?|各县区?|各省区市|分别|均|到|在|对|于|年内|届时|期间|其|逐年"
    r"|三年|两年|五年|重点)+"
)
_TAIL = re.compile(
    r"(?:[、，,：:\s]|总体|分别|均|都|要|应当?|将|须|必须|力争|争取|努力|原则上|一般|至少"
    r"|平均达?|数量|总数|总数量|的?累计数?|稳定|稳步|持续|逐步|普遍|全部|预计|大约|约|各|再"
    r"|也|不断|并|由|从|比|较|与|同|在|以|的|达|占)+$"
)
_DELIVER = re.compile(rf"(?:{WORDS['deliver']})+")
_DATES = re.compile(
    rf"(?:由|从|较|比|与|同|在|到|自|以)?{SIGNS['DATE']}(?:底|末)?(?:的(?:约"
    rf"|近)?[\d.]+[^\s，]{{1,4}}(?=$)|的?基础上|水平|相比|实际|的)?"
)
_KEPT = re.compile(WORDS["kept"])
_QUALIFIER = re.compile(
    r"^(?P<qualifier>.{0,30}?[\d百千万亿].{0,14}?)的(?P<rest>.{2,})$"
    r"|^(?P<level>[^，、的]{0,8}?[\d一二三四五六七八九十百千万亿]+[^，、的]{0,4}?级)(?P<rest2>[^和、别以].+)$"
    r"|^(?P<class>[^，、的]*?(?:以上|以下))(?P<rest3>[\u4e00-\u9fff].+)$"
)
_REGION = re.compile(r"^(?:全[市省国区县州社]会?|我[市省国区县州]|本[市省区县]|我们)(?=.{2,})")
_COUNT_TAIL = re.compile(
    r"(?<=.{2})(?:累计)?(?:总数量|数量|总数|(?<![人参指系基次户倍岁分天])数|个数)$"
)
_FLOW = re.compile(r"^(?:累计|新增|新建|年新增|新培育|建成|累计建成|新认定)+(?=.{2,})")
_BRACKETED = re.compile(r"（[^（）]*）|\([^()]*\)|\[[^\[\]]*\]|〔[^〔〕]*〕")


def indicator_name(text: str) -> str:
    """The indicator as written, without verb, adverbs, dates and connecting words."""
    name = _DATES.sub("", text)
    while True:
        shorter = _TAIL.sub(
            "", _without_verb(_LEAD.sub("", name, count=1) if _LEAD.match(name) else name)
        )
        if shorter == name or len(shorter) < 2:
            return shorter if len(shorter) >= 2 else name.strip("、，的")
        name = shorter


def _without_verb(name: str) -> str:
    match = _DELIVER.match(name)
    if match is None or _KEPT.fullmatch(match.group()) or len(name) - match.end() < 2:
        return name
    return name[match.end() :]


def split_qualifier(name: str) -> tuple[str, str]:
    """The restricting words with a number, and the rest: 年产值超30亿元的船企."""
    match = _QUALIFIER.match(name)
    if match is None:
        return "", name
    qualifier = match["qualifier"] or match["level"] or match["class"]
    return qualifier.lstrip("个家项名 "), match["rest"] or match["rest2"] or match["rest3"]


def canonical_name(name: str) -> str:
    """The name under which plans meet: free of region, qualifier and counting words."""
    bare = _BRACKETED.sub("", name).strip()
    bare = split_qualifier(bare)[1]
    for pattern in (_REGION, _FLOW, _COUNT_TAIL):
        bare = pattern.sub("", bare)
    return bare.strip("“”、，的 ") or name
