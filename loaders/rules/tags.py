"""Owner tags: （A牵头，B配合）after a sentence, 责任单位：… on a line, 该项工作由A牵头。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.document import Span
from loaders.lexicon import DEFAULT_LEXICON, Lexicon
from loaders.rules.bodies import all_bodies, is_collective, split_names
from loaders.rules.roles import Assignment, first_leads, has_fields, only_names, read_assignments
from loaders.rules.rule import Rule, compile_verbose

_DEPARTMENT = re.compile(
    r"^[省市区县州].*[局厅委办部]$|[省市区县州]人民政府$|^[省市区县]政府|管委会$"
)
_ROLE_WORD = re.compile(
    r"牵头|负责|责任|配合|参与|落实|指导|督|主办|协[办助同]|承[办担]|参加|会同|实施"
)
_INSIDE = r"(?: [^（）()［］\[\]【】〔〕\n] | [（(][^（）()\n]{1,14}[）)] ){3,500}"


def _bracket_pattern(name: str) -> str:
    return rf"[（(［\[【〔] (?P<{name}> {_INSIDE} ) [）)］\]】〕]"


@dataclass(frozen=True, slots=True)
class Tag:
    """Bodies and roles as one tag states them.

    `first_leads`: the tag says that from here on the first of a list leads. `all_below`: the
    bodies that it says carry out every later item, too.
    """

    assignments: tuple[Assignment, ...]
    first_leads: bool = False
    all_below: tuple[str, ...] = ()


_PACE = re.compile(r"[；;，,]\s*(?:持续|长期|常态化|稳步|有序)(?:推进|坚持|开展|实施)$")
"""（市海洋局，各有关单位；持续推进）: how fast, beside who."""
_BELOW = re.compile(
    r"""
    (?: ^ | (?<=[，,；;。（(［]) ) \s*
    (?: (?P<before> [^，,；;。（）()]{2,20} ) (?: 为 | 负责 | 对 | 参与 ) 以下
          [^，,；;。]{0,14}
      | 以下 [^，,；;。由需]{0,12} (?:均|都|需|须|应|要)? (?:由|需|须)
          (?P<after> [^，,；;。]{2,24}? ) (?:按职责|分别|共同|结合实际)?
          (?: 落实 | 负责 | 组织实施 | 实施 | 贯彻落实 | 参与 | 配合 )
      | (?P<plain> [^，,；;。（）()]{2,20}? ) (?:均|都) (?:需|须|要|应|按职责)?
          (?: 落实 | 负责 | 参与 | 配合 )
    )
    [^，,；;。]{0,8} [，,；;。、] \s* (?:以下|下文|后文|各项)? [^，,；;。]{0,4}
    (?: 不再 (?:一一|逐一|逐项|单独|重复|另行)?
        (?: 列出 | 列明 | 注明 | 列示 | 标注 | 重复 ) | 下同 )
    """,
    re.VERBOSE,
)


def read_tag(words: str, lexicon: Lexicon = DEFAULT_LEXICON) -> Tag | None:
    """The bodies and roles in a tag's words; None where the words are no tag."""
    below: list[str] = []
    for match in _BELOW.finditer(words):
        below += split_names(next(filter(None, match.groups())), lexicon)
    rest = _BELOW.sub("", words) if below else words
    assignments = read_assignments(rest, lexicon=lexicon)
    says_order = first_leads(words)
    if not (assignments or below):
        return _names_only(words, lexicon)
    if _explains(rest) and not (says_order or has_fields(rest)):
        return None
    return Tag(assignments, says_order, tuple(dict.fromkeys(below)))


def _names_only(words: str, lexicon: Lexicon) -> Tag | None:
    """（市教育局、市卫生健康委） without a role word: all of them answer for it."""
    names = all_bodies(_PACE.sub("", words), lexicon)
    known = [
        n
        for n in names
        if is_collective(n) or _DEPARTMENT.search(n) or n in lexicon.organization_names
    ]
    if not names or len(known) < len(names):
        return None
    return Tag(tuple(Assignment(name, "responsible") for name in names))


def _explains(words: str) -> bool:
    """由村委会负责张贴的公开栏 tells what a thing is, not who does it."""
    return bool(re.search(r"[的是了](?!.{0,3}(?:单位|部门))", words)) or words.count("。") > 2


def _bracket(match: re.Match[str]) -> Tag | None:
    tag = read_tag(match["after"] or match["before"])
    if tag and not match["after"] and not _ROLE_WORD.search(match["before"]):
        return None  # names alone make a tag only after the end of a sentence
    return tag


def _whole(match: re.Match[str]) -> Tag | None:
    return read_tag(match["words"])


def _sentence(match: re.Match[str]) -> Tag | None:
    assignments = read_assignments(match["words"])
    return Tag(assignments) if assignments and only_names(match["words"], assignments) else None


BRACKET = Rule(
    name="owner_bracket",
    means="a bracket that closes a sentence and holds bodies with a role word",
    pattern=compile_verbose(
        rf"""
        (?: (?<= [。；;！\n] ) | \A ) [\ \u3000]? {_bracket_pattern("after")}  # 码头。（A负责）
        | {_bracket_pattern("before")} (?= \s* (?: [。；;\n|] | \Z ) )  # 码头（A负责）。
        """
    ),
    make=_bracket,
    yes=(
        (
            "修复码头。（市海洋局牵头，市水务局配合）",
            (Tag((Assignment("市海洋局", "lead"), Assignment("市水务局", "participate"))),),
        ),
        ("完善冷链［市商务局负责］。", (Tag((Assignment("市商务局", "responsible"),)),)),
        (
            "修复码头。（市海洋局、市财政局负责。列首位者牵头，下同）",
            (
                Tag(
                    (Assignment("市海洋局", "responsible"), Assignment("市财政局", "responsible")),
                    first_leads=True,
                ),
            ),
        ),
        (
            "办好渔港。（市海洋局牵头；以下各项均由各试点县落实，不再列出）",
            (Tag((Assignment("市海洋局", "lead"),), all_below=("各试点县",)),),
        ),
    ),
    no=(
        "实行“三公开”（由村委会负责张贴的公开栏）。",
        "新建渔港（含扩建）。",
        "依托江屿大学（市教育局负责）建设实验室",
    ),
)

LINE = Rule(
    name="owner_line",
    means="a line, or the end of one, that names the bodies: 责任单位：市海洋局、市财政局",
    pattern=compile_verbose(
        r"""
        (?: (?m: ^ ) | (?<= [。；;] ) ) [ \t　]* (?P<words>
            (?: 牵头 | 责任 | 主办 | 主责 | 配合 | 参与 | 落实 | 承办 | 实施 | 负责 | 协办 | 指导
              | 督办 | 督查 | 监督 | 督导 )
            [^\n：:∶。，,；;]{0,8} [：:∶] [^\n]{2,500} )
        (?= \n | \Z )
        """
    ),
    make=_whole,
    yes=(
        (
            "责任单位：市海洋局、市财政局",
            (Tag((Assignment("市海洋局", "responsible"), Assignment("市财政局", "responsible"))),),
        ),
        ("牵头单位：市海洋局\n", (Tag((Assignment("市海洋局", "lead"),)),)),
        ("修复码头。牵头单位：市海洋局。", (Tag((Assignment("市海洋局", "lead"),)),)),
    ),
    no=("责任重大：要压实到人。", "市海洋局负责：修复码头"),
)

SENTENCE = Rule(
    name="owner_sentence",
    means="a sentence or clause that says who does what stands before it: 该项工作由A牵头",
    pattern=compile_verbose(
        r"""
        (?: (?: (?<= [。；;，,\n] ) | \A )
            (?: (?:该|此|上述|这|具体|日常)项? (?:工作|任务|行动|事项|项目)? )? 由
          | (?<= [。；;\n] )
            (?! [^。；;\n]* 由 | 支持 | 鼓励 | 引导 | 推动 | 加强 | 发挥 | 动员 | 组织 | 促进 ) )
        (?P<words> [^。；;\n“”《》]{2,60}? (?: 牵头 | 负责 | 督查 | 督办 | 组织实施 | 落实 | 承担 )
            (?: 抓总 | 组织实施 | 落实 )?
            (?: [，,、] [^。；;\n“”《》]{2,60}? (?: 配合 | 参与 | 协助 | 参加 | 负责 | 落实 ) )? )
        (?= (?: [，,] (?:力争|确保)? (?:于|在)? \d{4}年 [^。；;，,\n]{0,8} 前  # ，2026年9月底前完成
                (?:全部)? (?: 完成 | 建成 | 上线 | 投用 | 启用 | 到位 | 落实 ) )?
            (?: [。；;\n] | \Z ) )
        """
    ),
    make=_sentence,
    yes=(
        (
            "完善冷链。该项工作由市商务局牵头，各区配合。",
            (Tag((Assignment("市商务局", "lead"), Assignment("各区", "participate"))),),
        ),
        ("建立清单制度，由市海洋局负责；", (Tag((Assignment("市海洋局", "responsible"),)),)),
        (
            "完善冷链。市商务局牵头，各区配合。",
            (Tag((Assignment("市商务局", "lead"), Assignment("各区", "participate"))),),
        ),
        (
            "完善冷链。由市商务局牵头，各区配合，2026年9月底前完成。",
            (Tag((Assignment("市商务局", "lead"), Assignment("各区", "participate"))),),
        ),
    ),
    no=(
        "由市水务局牵头的协调机制",
        "由企业自主决定。",
        "修路。支持龙头企业牵头。",
        "修路。市交通局负责，2026年底前建成码头。",  # of the harbour, not of the road
    ),
)


def tags_in(document_text: str, start: int, end: int) -> Iterator[tuple[Span, Tag, str, str]]:
    """The tags of a passage in the order of the text: span, tag, rule, basis."""
    found = [
        (span, tag, rule.name, basis)
        for rule, basis in ((BRACKET, "explicit"), (LINE, "explicit"), (SENTENCE, "narrative"))
        for span, tag in rule.find(document_text, start, end)
    ]
    at = start
    for (first, last), tag, name, basis in sorted(found, key=lambda it: (it[0][0], -it[0][1])):
        if first >= at:
            words = document_text[first:last]
            yield (last - len(words.lstrip(" \u3000")), last), tag, name, basis
            at = last
