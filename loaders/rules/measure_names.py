"""What a measure is called: what is done, not for whom, when or by which plan."""

from __future__ import annotations

import re

from loaders.rules.rule import compile_verbose

LONGEST_NAME = 40
"""A name longer than this is cut at its first clause."""


def measure_name(words: str) -> str:
    """The first sentence of a measure without its number; its first clause where that is long.

    What only reports (《…》还明确，) is left out, and of a long one what sets the frame (为…，) and
    for whom it is done (对…的市，).
    """
    words = _REPORTED.sub("", _NUMBER.sub("", words).strip())
    sentence = _END.split(words, maxsplit=1)[0].strip(" \t，,、：:")
    if len(sentence) <= LONGEST_NAME:
        return sentence
    parts = [part.strip() for part in _CLAUSE_END.split(_REMARK.sub("", sentence))]
    framed = _FRAME.search(parts[0]) is not None
    whom = next((n for n, part in enumerate(parts[:4]) if _BENEFICIARY.search(part)), None)
    if parts[0].startswith("对") and whom is not None:
        framed, parts[1:] = True, parts[whom + 1 :]
    acts = (
        part
        for part in parts[framed:]
        if not _FRAME.search(part) and 6 <= len(part) <= LONGEST_NAME
    )
    return next(acts, parts[0]) if framed else parts[0]


_NUMBER = re.compile(
    r"""
    ^\s* (?: \d{1,2} (?: [.．]\d{1,2} )+ (?=\s)
        | [（(]? [一二三四五六七八九十百]+ [）)、.．] | [（(]? \d{1,3} [）)、.．]? | [①-⑳]
        | 第[一二三四五六七八九十百]+[条章节项] | [一二三四五六七八九十]是(?:要)?
        | —— | [-•●◆■] ) \s*
    """,
    re.VERBOSE,
)
_END = re.compile(r"[。；;\n]")
_REMARK = re.compile(r"（[^（），]*，[^（）]*）")
_CLAUSE_END = re.compile(r"[，,。；;：:\n]")
_REPORTED = re.compile(
    r"^(?:为[^，。；]{2,40}，)?《[^》]{2,40}》(?:还|也|同时|并|进一步)*(?:明确|提出|要求|指出|强调)[，：]?"
)
"""How a news text hands on what a plan says: 为…，《…》还明确，."""
_FRAME = re.compile(
    r"^(?:为(?!主|重)|根据|按照|依据)|^在[^，]*下$|^经[^，]*(?:批准|同意)$|(?:[时后]|批准|同意|状态下)$"
)
"""A clause that says why, when or by what, not what is done."""
_BENEFICIARY = compile_verbose(
    r"""
    (?: 的 | ^ 对于? (?! [外口标接照] ) [^，]*? )
    (?: 省 | 市 | 县 | 区 | 州 | 地区 | 地方 | 城市 | 园区 | 企业 | 单位 | 机构 | 学校 | 医院
      | 个人 | 人员 | 家庭 | 农户 | 团队 | 项目 | 产品 | 主体 )
    (?: （[^（）]*） )? (?: 、 [^，]{1,12} )? $
    """
)
"""成效明显的省（区、市）, behind 对: for whom something is done, not what."""
