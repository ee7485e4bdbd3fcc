"""Owners that a sentence names: 市海洋局会同市财政局制定办法, 支持江屿大学牵头组建研究院."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Span
from loaders.lexicon import DEFAULT_LEXICON
from loaders.rules.bodies import bare_name, split_names
from loaders.rules.roles import Assignment
from loaders.rules.rule import Rule, compile_verbose
from loaders.rules.tags import Tag

_NAME = r"[\u4e00-\u9fffA-Za-z]{2,24}?"
_DONE = re.compile(r"研究提出|提出了|拟[订定]的|已(?:经)?(?:研究|制定|印发|出台)|[订定]了")
_REST = r"[^。；;\n]{0,200}"


def _together(match: re.Match[str]) -> Tag | None:
    leads = split_names(match["lead"], DEFAULT_LEXICON)
    if len(leads) != 1 or len(match["lead"]) - len(leads[0]) > 2:
        return None
    if _DONE.search(match.group()):
        return None
    others = split_names(match["others"], DEFAULT_LEXICON)
    return Tag(
        (
            Assignment(leads[0], "lead"),
            *(Assignment(name, "participate") for name in others if "有关" not in name),
        )
    )


def _supported(match: re.Match[str]) -> Tag | None:
    names = split_names(match["lead"], DEFAULT_LEXICON)
    return Tag(tuple(Assignment(name, "lead") for name in names)) if names else None


def _answers(match: re.Match[str]) -> Tag:
    return Tag((Assignment(bare_name(match["body"]), "responsible"),))


TOGETHER = Rule(
    name="body_together_with",
    means="a body that does something together with others: 市海洋局会同市财政局制定办法",
    pattern=compile_verbose(
        r"""
        (?: (?<= [。；;，,：\n] ) | \A ) (?: \s | 由 | 请 )*
        (?P<lead> {name}
            (?: 局 | 部 | 委 | 厅 | 办 | 署 | 会 | 行 | 总局 | 部门 | 政府 | 办公室 | 院 | 中心 ) )
        (?: 要 | 应 | 负责 | 牵头 | 须 | 应当 )* (?: 尽快 | 抓紧 | 及时 )? 会同
        (?P<others> [^。；;\n，,]{2,80}? )
        (?= 等? (?:有关|相关|各)? (?: 部门 | 方面 | 单位 | 地方 | 地区 ) | [，,] | 研究 | 制[定订]
          | 建立 | 做好 | 开展 | 加强 | 组织 | 抓好 | 推进 | 完善 | 出台 | 编制 | 对 | 根据 | 按照
          | 进一步 | 负责 | 尽快 | 共同 )
        {rest}
        """,
        name=_NAME,
        rest=_REST,
    ),
    make=_together,
    yes=(
        (
            "市海洋局会同市财政局、市水务局等部门制定办法。",
            (
                Tag(
                    (
                        Assignment("市海洋局", "lead"),
                        Assignment("市财政局", "participate"),
                        Assignment("市水务局", "participate"),
                    )
                ),
            ),
        ),
        ("财政部要会同有关方面做好总结工作。", (Tag((Assignment("财政部", "lead"),)),)),
    ),
    no=(
        "要加强部门会同，形成合力。",
        "各方会同研究",
        "市海洋局会同市财政局研究提出了办理意见。",  # a report of what was done
    ),
)

SUPPORTED_LEAD = Rule(
    name="body_supported_to_lead",
    means="a body that is to lead by the plan's support: 支持江屿大学牵头组建研究院",
    pattern=compile_verbose(
        r"""
        (?: 支持 | 鼓励 | 推动 | 由 ) (?P<lead> [\u4e00-\u9fff]{2,14}
            (?: 大学 | 学院 | 研究院 | 研究所 | 集团 | 公司 | 局 | 委 | 厅 | 银行 | 医院 ) )
        牵头 (?: 的 | 组建 | 建设 | 成立 | 开展 | 制定 | 承担 | 联合 | 设立 | 筹建 | 实施 ) {rest}
        """,
        rest=_REST,
    ),
    make=_supported,
    yes=(
        ("支持江屿大学牵头组建研究院。", (Tag((Assignment("江屿大学", "lead"),)),)),
        ("建立由市水务局牵头的协调机制", (Tag((Assignment("市水务局", "lead"),)),)),
    ),
    no=("支持龙头企业牵头组建创新联合体", "支持其牵头组建创新团队"),
)

ANSWERS = Rule(
    name="government_answers",
    means="a government that is to carry the responsibility: 各区县人民政府要落实主体责任",
    pattern=compile_verbose(
        r"""
        (?: (?<= [。；;，,\n] ) | \A )
        (?P<body> (?: 各 | 县级以上 | 地方各级 | 省级 ) [\u4e00-\u9fff、（）]{0,16}?
            (?: 政府 | 管委会 ) )
        (?: 要 | 应 | 应当 | 须 | 必须 ) (?: 切实 | 严格 | 认真 )?
        (?: 落实 | 履行 | 承担 | 负起 | 压实 ) [^。；;，,\n]{0,30}? (?: 责任 | 职责 ) {rest}
        """,
        rest=_REST,
    ),
    make=_answers,
    yes=(
        ("各区县人民政府要落实主体责任。", (Tag((Assignment("各区县人民政府", "responsible"),)),)),
        (
            "县级以上地方人民政府要切实履行属地管理职责，加强监管。",
            (Tag((Assignment("县级以上地方人民政府", "responsible"),)),),
        ),
    ),
    no=("各区县人民政府要高度重视。", "企业要落实主体责任。"),
)


def narrated_in(text: str, start: int, end: int) -> Iterator[tuple[Span, Tag, str]]:
    """The sentences of a passage that name an owner, in the order of the text."""
    found = [
        (span, tag, rule.name)
        for rule in (TOGETHER, SUPPORTED_LEAD, ANSWERS)
        for span, tag in rule.find(text, start, end)
    ]
    yield from sorted(found, key=lambda item: item[0])
