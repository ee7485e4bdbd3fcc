"""Indicator tables: one target for each value under a year to come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.document import Clause, Document
from loaders.issues import Issue
from loaders.lexicon import Lexicon
from loaders.mentions import Mention
from loaders.plan_period import Calendar, read_calendar
from loaders.quantities import Quantity, read_cell
from loaders.rules.claims import Claim
from loaders.rules.passages import Horizon
from loaders.rules.tables import Column, Table, cell_text, read_tables
from loaders.rules.target_facts import target_mention
from loaders.rules.task_rows import task_row_mentions


def find_table_targets(document: Document, lexicon: Lexicon) -> Iterable[Mention | Issue]:
    """The targets of indicator tables, and the targets and milestones of task tables."""
    calendar = read_calendar(document)
    for table in read_tables(document, calendar):
        layout = _layout(table, document, calendar)
        if layout is not None:
            for row in table.rows:
                yield from _row_targets(row, layout, document)
        else:
            yield from task_row_mentions(table, document)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which column of an indicator table says what."""

    name: Column
    values: tuple[Column, ...]
    unit: Column | None
    nature: Column | None
    base: Column | None
    subject: str = ""
    """What all values measure, where the rows name places."""


_NAME = re.compile(r"^(?!.*(?:类别|属性|单位|编号|分类|值$)).*(?:指标|名称|项目)|^(?:内容|类目)$")
_PLACE = re.compile(
    r"^(?:各?(?:区|县|市|区县|市县|县区|市区|州市|地区|园区|片区|乡镇|街道|镇街|县市区|单位|企业"
    r"|部门|基地|领域|行业|城市|区域)+(?:名称)?|[县市区]（.*）)$"
)
_UNIT = re.compile(r"^(?:计量)?单位$")
_NATURE = re.compile(r"属性|性质|类型$")
_RATE = re.compile(r"年均|增速|增长率")
_SUM = re.compile(r"累计|合计|总计|〔|\[")
_NO_VALUE = re.compile(r"序号|责任|牵头|配合|备注|单位|时限|说明|来源|依据|属性|部门|任务|措施")
_CAPTION_NOISE = re.compile(
    r"^附?[表件]\s*[\d一二三四五六七八九十]*[:：]?\s*|各?[区县市地乡镇街道]{1,3}(?=.{2})"
    r"|[（(][^（()）]*[)）]"
    r"|(?:建设|工作|发展|主要|年度)*(?:目标|任务|指标|计划)*(?:分解|分配|一览|安排|汇总"
    r"|情况)*表?$|\d{4}年|\s"
)
_NUMBER = re.compile(r"^\s*[（(]?(?:\d+|[一二三四五六七八九十]+)[）)、.．]\s*(?!\d)")
_UNIT_BRACKET = re.compile(r"[（(]([^（()）]*)[)）]\s*\d?$")
_PART = re.compile(r"^其中[:：]?\s*")


def _layout(table: Table, document: Document, calendar: Calendar) -> _Layout | None:
    dated = tuple(c for c in table.columns if _is_value_column(c))
    name = table.column(_NAME)
    place = table.column(_PLACE)
    if name is None and place is None:
        name = next((c for c in table.columns if "序号" not in c.head and c not in dated), None)
    label = name or place
    if label is None or not dated or not _mostly_numbers(table, dated, document):
        return None
    base = [c for c in table.columns if c.base]
    subject = ""
    if name is None and place is not None:
        subject = _CAPTION_NOISE.sub("", table.caption)
    return _Layout(
        label,
        dated,
        table.column(_UNIT),
        table.column(_NATURE),
        base[-1] if base else None,
        subject,
    )


def _is_value_column(column: Column) -> bool:
    if column.base or _NO_VALUE.search(column.head):
        return False
    return column.year is not None or bool(_RATE.search(column.head) or _SUM.search(column.head))


def _mostly_numbers(table: Table, columns: tuple[Column, ...], document: Document) -> bool:
    cells = [cell_text(document, row, c.index) for row in table.rows for c in columns]
    filled = [cell for cell in cells if cell]
    numbers = [cell for cell in filled if read_cell(cell, "") is not None or _EMPTY.match(cell)]
    return bool(filled) and 2 * len(numbers) >= len(filled)


_EMPTY = re.compile(r"^[—\-–/~]+$")


def _row_targets(row: Clause, layout: _Layout, document: Document) -> Iterator[Mention]:
    label = cell_text(document, row, layout.name.index)
    name, unit = _name_and_unit(label)
    if not name:
        return
    unit = (cell_text(document, row, layout.unit.index) if layout.unit else "") or unit
    nature = cell_text(document, row, layout.nature.index) if layout.nature else ""
    scope = ""
    if layout.subject:
        scope = "" if name in ("合计", "总计", "全市", "全省", "小计") else name
        name = layout.subject
    last = max((c.year for c in layout.values if c.year), default=None)
    for column in layout.values:
        column_unit = unit or _name_and_unit(column.head)[1]
        quantity = read_cell(cell_text(document, row, column.index), column_unit)
        if quantity is None:
            continue
        year = column.year or last
        yield target_mention(
            "indicator_table",
            name,
            _claim(name, quantity, column),
            (row.start, row.end),
            Horizon((year,), "table") if year else Horizon(),
            scope=scope,
            base=_base(row, layout, document),
            bindingness=_bindingness(nature),
        )


def _name_and_unit(label: str) -> tuple[str, str]:
    """国家级绿色工厂（家） -> the name and the unit in its bracket."""
    name = _PART.sub("", _NUMBER.sub("", label.replace("\n", "")))
    match = _UNIT_BRACKET.search(name)
    if match is None:
        return name.strip(), ""
    return name[: match.start()].strip(), match[1].strip()


_FALL = re.compile(r"(?:降低|下降|减少|降幅|削减|压减|减排)(?:率|量|比例|幅度)?$")
_RISE = re.compile(r"(?:增长|提高|增加|增幅|提升)(?:率|量|比例|幅度)?$")
_SPEED = re.compile(r"增速$|年均增长|增长率$|增长$")


def _claim(name: str, quantity: Quantity, column: Column) -> Claim:
    """A rise or fall is a change, or a rate where head or name say so; all else a level."""
    fall, rise = _FALL.search(name), _RISE.search(name)
    cumulative = quantity.written == "word"
    if _RATE.search(column.head) and column.year is None:
        return Claim(name, quantity, "growth_rate", "down" if fall else "up")
    if cumulative or _SUM.search(column.head):
        if fall or rise:
            return Claim(name, quantity, "delta", "down" if fall else "up")
        return Claim(name, quantity)
    if _SPEED.search(name) and quantity.kind == "share":
        return Claim(name, quantity, "growth_rate", "up")
    if (fall or rise) and quantity.kind == "share":
        return Claim(name, quantity, "delta", "down" if fall else "up")
    return Claim(name, quantity)


def _base(row: Clause, layout: _Layout, document: Document) -> tuple[int | None, float | None]:
    if layout.base is None:
        return None, None
    value = read_cell(cell_text(document, row, layout.base.index), "")
    return (layout.base.year, value.value) if value else (None, None)


def _bindingness(nature: str) -> str:
    if "约束" in nature:
        return "binding"
    return "anticipatory" if "预期" in nature else "unknown"
