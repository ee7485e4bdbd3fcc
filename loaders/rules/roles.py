"""Who does what, in the words of a tag or a table cell: 牵头, 负责, 配合, 指导, 督查."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.lexicon import DEFAULT_LEXICON, Lexicon
from loaders.rules.bodies import is_collective, split_names


@dataclass(frozen=True, slots=True)
class Assignment:
    """A body and its role: lead, responsible, participate, guide or supervise.

    `led` tells that the words themselves say who leads, so no order rule may.
    """

    name: str
    role: str


_SUFFIX = re.compile(
    r"""
    (?P<guide> 负责指导 | 业务指导 | 指导(?!中心|委员会|组|站|司|处|意见|办) )
    | (?P<supervise> (?:负责)? (?: 督查督办(?![科处室]) | 监督检查 | 督促检查 | 督促落实
        | 监督(?!管理|局|所|站|总队|检测) | 督查(?!室|办|局|组|处|专员|督办[科处室])
        | 督办(?![室局科处]) | 督导(?!组|室|办|局|处|委员会|评估|专班) ) )
    | (?P<lead> (?:负责)?总?牵头(?!单位|部门|人|领导)
          (?: 负责 | 落实 | 抓总 | 组织实施 | 组织 | 推进 | 实施 )?
        | 主办(?!单位) | 主责(?!单位) | 统筹负责 | 统筹协调(?!组|办) | 抓总 | 负总责 )
    | (?P<participate> 协助配合 | 参与配合 | 协同配合 | 支持配合 | 配合(?!单位|部门)
        | 参与(?!单位|部门) | 参加(?!单位|部门) | 协办(?!单位)
        | 协助 | 协同(?!办|创新|发展|推进|中心) )
    | (?P<responsible> 负责(?!人|单位|部门) | 组织实施
        | (?:抓好|具体|推进|推动|贯彻)? 落实(?!单位) | 承办(?!单位) | 承担
        | 办理 | 具体实施 | 分头实施 )
    """,
    re.VERBOSE,
)
_FIELD = re.compile(
    r"""
    (?: (?P<lead> 牵头 [^:：；;，,。、]{0,6} | 主办(?:单位|部门)? | 主责(?:单位|部门)
          | 第一责任单位 )
      | (?P<participate> (?:共同)? (?:配合|参与|参加|协办|协同|协作|协助)
          (?:责任)? (?:单位|部门)? )
      | (?P<guide> (?:业务)? 指导 (?:单位|部门)? )
      | (?P<supervise> (?:监督|督查|督办|督导) (?:单位|部门)? )
      | (?P<responsible> (?:主要|其他|其它)?
          (?:责任|负责|落实|承办|实施|承担) (?:单位|部门|主体|处室|科室) )
      | (?: (?<= [，,；;。] ) | ^ ) \s* (?P<other> [\u4e00-\u9fff]{2,8} ) )  # 适用范围：
    \s* [:：∶]
    """,
    re.VERBOSE,
)
_FIRST_LEADS = re.compile(
    r"""
    [，,；;。、]? \s* (?:责任单位中?)?
    (?: (?:排|列|排列|排名|位列|名列) (?:在|于)?
          (?: 首位 | 第一位? | 首个 | 最前 | 前面 | 首 | 前列 )
      | 首位 | 第一个? (?=单位|部门|位) | 首个 (?=单位|部门) | 首家 (?=单位|部门) )
    [^，,；;。、）)］\]]{0,10} (?: 牵头 | 负总责 | 主办 ) [^，,；;。）)］\]]{0,8}
    """,
    re.VERBOSE,
)
_SAME_BELOW = re.compile(r"[，,；;。、]?\s*(?:以)?下同")
_TOGETHER = re.compile(r"会同|商(?![务会业联贸标])|联合(?!会|国|社|体|办|公司)")
_ROLE_IN_BRACKETS = re.compile(r"[（(](牵头|主办|配合|协办|参与)(?:单位|部门)?[）)]")
_VAGUE = re.compile(r"(?:有关|相关)(?:部门|单位|地方|方面)$")
_OBJECT = re.compile(r"[^，,；;。、\s）)]*")


def first_leads(words: str) -> bool:
    """True when the words say that in a list the first body leads: 列首位者牵头."""
    return bool(_FIRST_LEADS.search(words))


def has_fields(words: str) -> bool:
    """True when the words name a field: 责任单位：…"""
    return any(field.lastgroup != "other" for field in _FIELD.finditer(words))


def only_names(words: str, assignments: tuple[Assignment, ...]) -> bool:
    """True when hardly a word is left beside the names, the roles and what joins them."""
    rest = _SUFFIX.sub("", words)
    for one in sorted(assignments, key=lambda one: -len(one.name)):
        rest = rest.replace(one.name, "", 1)
    return (
        len(re.sub(r"按职责(?:分工)?|等|有关|相关|部门|分别|共同|会同|和|及|[\W_]", "", rest)) <= 4
    )


def read_assignments(
    words: str, default: str = "", lexicon: Lexicon = DEFAULT_LEXICON
) -> tuple[Assignment, ...]:
    """The bodies and roles of a tag's or a cell's words.

    `default` is the role of names without a role word (a table's column, 责任单位：);
    without one such names are nobody's.
    """
    words = _SAME_BELOW.sub("", _FIRST_LEADS.sub("", words))
    words = _ROLE_IN_BRACKETS.sub(r"\1，", words)
    fields = list(_FIELD.finditer(words))
    if not fields:
        return _once(_by_suffix(words, default, lexicon))
    found = _by_suffix(words[: fields[0].start()], default, lexicon)
    ends = [field.start() for field in fields[1:]] + [len(words)]
    for field, end in zip(fields, ends, strict=True):
        role = field.lastgroup or ""
        if role != "other":
            found += _by_suffix(words[field.end() : end], role, lexicon)
    return _once(found)


def first_of_list_leads(assignments: tuple[Assignment, ...]) -> tuple[Assignment, ...]:
    """The order rule: the first body leads, the others participate.

    Not where the words name a lead themselves, nor where they name collective bodies only.
    """
    owners = [one for one in assignments if one.role == "responsible"]
    has_lead = any(one.role == "lead" for one in assignments)
    if has_lead or not owners or all(is_collective(one.name) for one in owners):
        return assignments
    roles = {one.name: "participate" for one in owners[1:]} | {owners[0].name: "lead"}
    return tuple(
        Assignment(one.name, roles[one.name]) if one.role == "responsible" else one
        for one in assignments
    )


def _by_suffix(words: str, default: str, lexicon: Lexicon) -> list[Assignment]:
    """A牵头，B、C配合: a role word governs the names before it, back to the last role word."""
    found: list[Assignment] = []
    at = 0
    for match in _SUFFIX.finditer(words):
        if match.start() < at:
            continue
        found += _with_role(words[at : match.start()], match.lastgroup or "", lexicon)
        at = match.end()
        thing = _OBJECT.match(words, at)
        if thing and not split_names(thing.group(), lexicon):
            at = thing.end()
    rest = words[at:]
    if found and not default:
        default = "participate" if found[-1].role == "lead" else ""
    if default:
        found += _with_role(rest, default, lexicon)
    return found


def _with_role(words: str, role: str, lexicon: Lexicon) -> list[Assignment]:
    """The names of one role; A会同B、C负责 is led by A."""
    for together in _TOGETHER.finditer(words):
        left = words[: together.start()]
        before = split_names(left, lexicon)
        if together.group() == "会同" or (before and left.endswith(before[-1])):
            break  # 财政局商水利局, not 招商局, 营商环境局 or 联合执法队
    else:
        return [Assignment(name, role) for name in split_names(words, lexicon)]
    after = (n for n in split_names(words[together.end() :], lexicon) if not _VAGUE.match(n))
    lead = "lead" if role == "responsible" else role
    return [Assignment(name, lead) for name in before] + [
        Assignment(name, "participate") for name in after
    ]


def _once(found: list[Assignment]) -> tuple[Assignment, ...]:
    return tuple(dict.fromkeys(found))
