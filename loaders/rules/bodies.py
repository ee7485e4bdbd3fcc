"""Names of bodies in a list: where one ends and the next begins, and what is no body at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.lexicon import Lexicon

_LEVEL = (
    "自治区|直辖市|[新地]区|功能区|开发区|园区|乡镇|街道|[县区]市|[市区]县|县区"
    "|[省市州盟县区旗乡镇]"
)
_NOTE = r"[（(][^（）()]{1,12}[）)]"
_ORGAN = "人民政府|党委和政府|党委、政府|党委政府|党委|政府|管委会"
_JOINT = re.compile(
    rf"""
    各 (?:设区)? (?:{_LEVEL}) (?:{_NOTE})?            # 各省
    (?: [、和及] (?:{_LEVEL}) (?:{_NOTE})?           # 、自治区、直辖市
        (?= [、和及，,；;] | {_ORGAN} | $ ) )*
    (?: {_ORGAN} )?                                  # 人民政府
    (?= [、，,；;和及] | 等 | $ )
    """,
    re.VERBOSE,
)
_PART = re.compile(r"(?:[（(][^（）()]*[）)]|[^、，,；;：:。\s（）()|])+")
_AND = re.compile(r"以及|及其|和|及|与")
_AND_OTHERS = re.compile(  # 商务部等和各省级人民政府
    r"(?<![高中初平均])等(?:有关|相关|各)?(?:部门|单位|方面|地方|企业)?(?:以及|和|及|与)"
    r"(?!有关|相关|单位|部门|地方|地区|企业|方面|机构)(?=..)"
)
_LEAD = re.compile(  # but 和平区, 商州区, 联合执法队, 在京单位, 对外合作局 begin so by themselves
    r"^(?:并?由|请|以及|及(?!时)|和(?![平县田硕林顺政龙])|与(?!会)|会同|商(?![务会业标贸州城河水丘洛])"
    r"|联合(?![会国社体办大创执采实研])|其中|其他|在(?![线京岗校建]|.(?:单位|高校|企业))|对(?![外口]))(?=.{2})"
)
_TAIL = re.compile(
    r"""
    (?<![高中初平均]) 等 (?! 学校|院校|教育 ) .* $         # 等有关部门
    | 按 (?:照|各自)? .* $                           # 按职责分工
    | (?: 分别 | 共同 | 联合 | 具体 | 各自 | 依法 | 总 | 分头 | 分工 | 协同 | 要 | 应 | 将
        | 负责同志 | 根据.* | 结合.* | 依据.* ) $
    """,
    re.VERBOSE,
)
_GOVERNMENTS = re.compile(r"..(?:政府|管委会|委|局|厅)$")
_LETTERS = re.compile(r"^[\u4e00-\u9fffA-Za-z0-9（）()“”·—、+-]{2,40}$")
_NO_BODY = re.compile(
    r"""
    ^ (?: 单位 | 部门 | 地方 | 企业 | 机构 | 组织 | 学校 | 地区 | 社区 | 中心 | 公司
        | 有关方面 | 相关方面 | 各方面? | 下同 | 以下同 | 全[市省区县] | 无 | 待定 | 待明确
        | .*[的了] .* | 上述.* | 同上 | .*[控参持入]股 | .*农村
        | .*(?: [学专] | (?<!安) 全 | (?<!管) 理 | (?<![施职化]) 工 | (?<!招) 商 ) 科
        | .*(?:工作|任务|事项|项目|意见|办法|方案|规划|计划) ) $
    """,
    re.VERBOSE,
)
_COLLECTIVE = re.compile(
    r"""
    ^ (?: 各 | 有关 | 相关 | 其他 | 试点 | 所在 | 属地 | 地方 | 县级以上 | [市省]级有关
        | 乡镇 | 基层 | 全[市省区县国] (?:各|有关) )
    | (?: 有关 | 相关 | 责任 | 成员 ) (?: 部门 | 单位 | 企业 | 地区 | 机构 | 地方 )
    | ^[省市区县]?(?:直|级)(?:有关|相关|各)? (?:部门|单位)
    """,
    re.VERBOSE,
)


def split_names(words: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The bodies that a list names, without 等 and the words around them; only what is a body."""
    found = []
    for part in _parts(_AND_OTHERS.sub("、", words)):
        for piece in _pieces(part, lexicon):
            name = bare_name(piece)
            if is_body(name, lexicon):
                found.append(name)
    return tuple(dict.fromkeys(found))


def bare_name(words: str) -> str:
    """A name without 由, 会同, 等部门, 按职责分工 and the like around it."""
    name = words.strip(" 　“”。.*※△▲★☆")
    while (shorter := _TAIL.sub("", _LEAD.sub("", name))) != name:
        name = shorter
    return name


def is_body(name: str, lexicon: Lexicon) -> bool:
    """True when a name is in the lexicon or ends as bodies end."""
    if name in lexicon.organization_names:
        return True
    ends_as_body = lexicon.body_ending.search(name)
    return bool(ends_as_body and _LETTERS.match(name) and not _NO_BODY.match(name))


def all_bodies(words: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The bodies of words that hold nothing but names of bodies; () otherwise."""
    names = split_names(words, lexicon)
    rest = words
    for name in sorted(names, key=len, reverse=True):
        rest = rest.replace(name, "", 1)
    return () if re.sub(r"等|和|及|[\W_]", "", rest) else names


def is_collective(name: str) -> bool:
    """True for 各区, 有关部门和单位 and the like, which name nobody in particular."""
    return bool(_COLLECTIVE.search(name))


def _parts(words: str) -> Iterator[str]:
    at = 0
    while at < len(words):
        match = _JOINT.match(words, at) or _PART.match(words, at)
        if match is None:
            at += 1
            continue
        yield match.group()
        at = max(match.end(), at + 1)


def _pieces(part: str, lexicon: Lexicon) -> Iterator[str]:
    """市财政局和市水务局 are two, 市自然资源和规划局 is one: both sides must be bodies."""
    if part not in lexicon.organization_names:
        for match in _AND.finditer(part):
            left, right = bare_name(part[: match.start()]), bare_name(part[match.end() :])
            if is_collective(part) and not _GOVERNMENTS.search(right):
                continue  # 有关部门和单位 is one
            if len(left) > 2 and is_body(left, lexicon) and is_body(right, lexicon):
                yield left
                yield from _pieces(part[match.end() :], lexicon)
                return
    yield part
