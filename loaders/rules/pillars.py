"""Pillars: what the place is to become, and the task areas of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import Value
from loaders.document import Document, Section, Span
from loaders.lexicon import Lexicon
from loaders.mentions import Link, Mention
from loaders.rules.plans import NUMBERED_ACTION
from loaders.rules.rule import Rule, compile_verbose

_VERB = "建设成为|打造成为|建设|构筑|构建|培育|打造|创建|建成|争创|推进|发展|营造|做强|成为"
_PLACE_WORD = (
    "区|地|枢纽|中心|高地|基地|样板|样板间|城市|门户|港|湿地|示范市|示范|标杆|名城|强市|强省|强区|先导区|引擎|策源地|桥头堡"
    "|典范|窗口|之都|之城|之区|支点|走廊|集聚区|集散地|新城|极|市"
)

POSITIONING_TAKEN_UP = Rule(
    name="positioning_taken_up",
    means="a positioning taken up by itself: 在建设氢能制造高地上，将…",
    pattern=compile_verbose(
        r"""
        (?m: ^ ) 在 (?: {verb} )? (?P<name> [^，。；、\n]{3,24}? ) 上 (?= [，,] )
        """,
        verb=_VERB,
    ),
    make=lambda match: match["name"],
    yes=(
        ("在建设氢能制造高地上，将着力建链。", ("氢能制造高地",)),
        ("在氢能应用样板上，要先行先试。", ("氢能应用样板",)),
    ),
    no=("在此基础上开展试点", "建设氢能制造高地，在产业链上发力"),
)

TASK_AREA = Rule(
    name="task_area",
    means="a paragraph about one area of tasks: 海洋牧场扩容方面，将…",
    pattern=compile_verbose(
        r"""
        (?m: ^ ) (?: 在 )? (?P<name> [^，。；：、\n]{4,28}? ) (?: 等 )? 方面
        (?= [，,] \s* (?: 将 | 要 | 着力 | 重点 | 坚持 | 力争 | 加快 | 进一步 | 提出 ) )
        """
    ),
    make=lambda match: match["name"],
    yes=(
        ("海洋牧场扩容方面，将支持渔民转产。", ("海洋牧场扩容",)),
        ("打造滨海文旅品牌方面，要办好节会。", ("打造滨海文旅品牌",)),
    ),
    no=("在产业方面取得进展。", "涵盖海洋牧场、滨海文旅等方面。"),
)

FOCUS_FIELDS = Rule(
    name="focus_fields",
    means="the fields that a pillar is about: 以海洋药物、船舶修造为重点",
    pattern=compile_verbose(
        r"以 (?P<list> [^，。；\n“”]{2,60}? ) (?: 等 )? 为 (?: 重点 | 主攻方向 | 主导 )"
    ),
    make=lambda match: tuple(re.split(r"[、和及与]", match["list"])),
    yes=(
        ("培育以海洋药物、船舶修造为重点的产业", (("海洋药物", "船舶修造"),)),
        ("以冷链物流为重点，补齐短板", (("冷链物流",),)),
    ),
    no=("以渔民增收为目标", "以港兴市"),
)

POSITIONING_BULLET = Rule(
    name="positioning_bullet",
    means="a positioning that a section 发展定位 lists: ——沿海智能制造先行区。",
    pattern=compile_verbose(
        r"""
        (?m: ^ )
        (?: —— | — | [-●■◆] | [一二三四五]是 | \d{1,2}[.．、] | [（(][一二三四五\d][）)] ) \s*
        (?: {verb} )? (?P<name> [^，。；：:\n]{4,26}? (?: {place} ) ) (?= [。：:\n] | \Z )
        """,
        verb=_VERB,
        place=_PLACE_WORD,
    ),
    make=lambda match: match["name"],
    yes=(
        ("——沿海氢能应用先行区。率先示范。", ("沿海氢能应用先行区",)),
        ("（一）建设区域冷链枢纽。畅通通道。", ("区域冷链枢纽",)),
    ),
    no=("——坚持陆海统筹。", "沿海氢能应用先行区。"),
)


def find_pillars(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """Positionings and task areas, in the order of the text."""
    text = document.text
    ordinal = 0
    for rule, kind in ((POSITIONING_TAKEN_UP, "positioning"), (TASK_AREA, "task_area")):
        found = list(rule.find(text))
        if len(found) >= 2 and not _is_numbered(document):
            for span, name in found:
                ordinal += 1
                spans = [span, *_announced(name, text, span[0])]
                yield _pillar(name, kind, rule.name, spans, ordinal, document)
    for section in document.sections:
        if re.search(r"定位$", section.title):
            for span, name in POSITIONING_BULLET.find(text, section.end, section.body_end):
                ordinal += 1
                yield _pillar(name, "positioning", POSITIONING_BULLET.name, [span], ordinal, None)
    for section in _task_sections(document):
        ordinal += 1
        place = (section.start, section.end)
        yield _pillar(section.title, "task_area", "task_section", [place], ordinal, None)


def _pillar(
    name: str, kind: str, rule: str, spans: list[Span], ordinal: int, document: Document | None
) -> Mention:
    links: tuple[Link, ...] = ()
    if document is not None:
        text = document.text
        end = text.find("\n", spans[0][1])
        stop = len(text) if end < 0 else end
        links = tuple(
            Link("IN_SECTOR", "Sector", field, span, FOCUS_FIELDS.name)
            for span, fields in FOCUS_FIELDS.find(text, spans[0][1], stop)
            for field in fields
        )
    properties: dict[str, Value] = {"name": name, "kind": kind, "ordinal": ordinal}
    return Mention("Pillar", rule, tuple(spans), properties, links)


def _announced(name: str, text: str, before: int) -> list[Span]:
    """The earlier sentence that announces a positioning or an area."""
    start = text.find(name, 0, before)
    return [] if start < 0 else [(start, start + len(name))]


def _is_numbered(document: Document) -> bool:
    """In a numbered document the headings carry the text, not its lead-ins."""
    return sum(bool(section.number) and section.level == 1 for section in document.sections) >= 2


def _task_sections(document: Document) -> Iterator[Section]:
    """Numbered sections whose items are all leaves; 实施…行动 are plans, not areas."""
    sections = document.sections
    children: dict[int, list[int]] = {}
    for index, section in enumerate(sections):
        if section.number and section.parent is not None:
            children.setdefault(section.parent, []).append(index)
    for index, section in enumerate(sections):
        is_area = section.number and section.kind == "tasks" and index in children
        if is_area and not any(child in children for child in children.get(index, [])):
            generic = re.search(r"任务|举措|措施$|分工", section.title)
            if not generic and not tuple(NUMBERED_ACTION.find(section.title)):
                yield section
