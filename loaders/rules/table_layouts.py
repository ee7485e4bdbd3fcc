"""How an indicator table is laid out: indicators, places or years down its side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from loaders.cell_values import read_cell
from loaders.deadlines import find_moments
from loaders.document import Document
from loaders.plan_period import YEAR, Calendar
from loaders.rules.tables import Column, Table, cell_text


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column of an indicator table says what; `rows` tells what its rows are.

    Where rows are places, `subject` is what the caption says is counted; `year` is the year of
    values whose head names none.
    """

    rows: Literal["indicators", "places", "years"]
    label: Column
    values: tuple[Column, ...]
    unit: Column | None = None
    nature: Column | None = None
    base: Column | None = None
    subject: str = ""
    year: int | None = None
    now: int = 0
    unit_above: str = ""

    def named(self, label: str, column: Column) -> tuple[str, str]:
        """The indicator of a value and the unit that the column's head gives."""
        head, unit = name_and_unit(column.head)
        unit = unit or self.unit_above
        if self.rows == "indicators":
            return label, unit
        own = _HEAD_NOISE.sub("", head)
        return own or self.subject, unit

    def year_of(self, label: str, column: Column) -> int | None:
        """The year of a value; None for a row of a year that is not to come."""
        if self.rows == "years":
            match = re.search(YEAR, label)
            return int(match.group()) if match and int(match.group()) >= self.now else None
        return column.year or self.year


def layout_of(table: Table, document: Document, calendar: Calendar) -> Layout | None:
    """The layout of an indicator table; None for every other table."""
    return (
        _by_year(table, document, calendar)
        or _by_indicator(table, document)
        or _by_place(table, document, calendar)
    )


def name_and_unit(label: str) -> tuple[str, str]:
    """国家级绿色工厂（家） -> the name and the unit in its bracket."""
    name = _PART.sub("", _NUMBER.sub("", label.replace("\n", "")))
    match = _UNIT_BRACKET.search(name)
    if match is None:
        return name.strip(), ""
    return name[: match.start()].strip(), match[1].strip()


_INDICATOR = re.compile(
    r"^(?!.*(?:类别|属性|单位|编号|分类|值$)).*(?:指标|名称|项目)|^(?:内容|类目)$"
)
_PLACE = re.compile(
    r"^(?:各?(?:省|地市|区|县|市|区县|市县|县区|市区|州市|地区|园区|片区|乡镇|街道|镇街|县市区|单位|企业"
    r"|部门|基地|领域|行业|城市|区域)+(?:名称)?|[省县市区]（.*）)$"
)
_YEARS = re.compile("^(?:年份|年度|时间|时期|阶段)$")
_UNIT = re.compile(r"^(?:计量)?单位$")
_NATURE = re.compile(r"属性|性质|类型$")
_CHANGE = re.compile(r"年均|增速|增长率|累计|〔|\[")
_NO_VALUE = re.compile(r"序号|责任|牵头|配合|备注|单位|时限|说明|来源|依据|属性|部门|任务$|措施")
_PLANNED = re.compile(r"任务|目标|分解|计划|指标|分工")
_CAPTION_NOISE = re.compile(
    r"^附?[表件]\s*[\d一二三四五六七八九十]*[:：]?\s*|各?[区县市地乡镇街道]{1,3}(?=.{2})"
    r"|[（(][^（()）]*[)）]|\d{4}年|\s"
    r"|(?:建设|工作|发展|主要|年度)*(?:目标|任务|指标|计划)*(?:分解|分配|一览|安排|汇总|情况)*表?$"
)
_HEAD_NOISE = re.compile(
    rf"(?:{YEAR}年?)|目标值?|分年度|任务(?:数|量)?|计划数?|规划|[“”]|十[一二三四五六]五|期?末|底"
)
_NUMBER = re.compile(r"^\s*[（(]?(?:\d+|[一二三四五六七八九十]+)[）)、.．]\s*(?!\d)")
_UNIT_BRACKET = re.compile(r"[（(]([^（()）]*)[)）]\s*\d?$")
_PART = re.compile(r"^其中[:：]?\s*")
_EMPTY = re.compile(r"^[—\-–/~]+$")


def _by_indicator(table: Table, document: Document) -> Layout | None:
    """指标 | 单位 | 2030年 | 2033年; with places for indicators, the caption names what counts."""
    values = tuple(c for c in table.columns if _has_values_to_come(c))
    label = table.column(_INDICATOR)
    place = None if label else table.column(_PLACE)
    if label is None and place is None:
        label = next((c for c in table.columns if "序号" not in c.head and c not in values), None)
    side = label or place
    if side is None or not values or not _mostly_numbers(table, values, document):
        return None
    base = [column for column in table.columns if column.base]
    return Layout(
        "indicators" if label else "places",
        side,
        values,
        table.column(_UNIT),
        table.column(_NATURE),
        base[-1] if base else None,
        "" if label else _CAPTION_NOISE.sub("", table.caption),
        max((column.year for column in values if column.year), default=None),
        unit_above=table.unit,
    )


def _by_place(table: Table, document: Document, calendar: Calendar) -> Layout | None:
    """县区 | 绿色工厂（家） | 技改投资（亿元）, under a caption that speaks of tasks."""
    place = table.column(_PLACE)
    if place is None or not _PLANNED.search(table.caption):
        return None
    values = tuple(
        column
        for column in table.columns
        if column != place
        and not (column.base or _NO_VALUE.search(column.head))
        and _mostly_numbers(table, (column,), document)
    )
    if not values:
        return None
    moments = [m.year for m in find_moments(table.caption, calendar) if m.sense == "deadline"]
    year = moments[-1] if moments else calendar.last
    return Layout("places", place, values, year=year, unit_above=table.unit)


def _by_year(table: Table, document: Document, calendar: Calendar) -> Layout | None:
    """年份 | 用水总量（亿立方米）: the rows are years."""
    side = table.column(_YEARS)
    if side is None:
        return None
    labels = [cell_text(document, row, side.index) for row in table.rows]
    if not all(re.search(YEAR, label) for label in labels):
        return None
    values = tuple(
        column
        for column in table.columns
        if column != side
        and not _NO_VALUE.search(column.head)
        and _mostly_numbers(table, (column,), document)
    )
    if not values:
        return None
    return Layout("years", side, values, now=calendar.now, unit_above=table.unit)


def _has_values_to_come(column: Column) -> bool:
    if column.base or _NO_VALUE.search(column.head):
        return False
    return column.year is not None or _CHANGE.search(column.head) is not None


def _mostly_numbers(table: Table, columns: tuple[Column, ...], document: Document) -> bool:
    cells = [cell_text(document, row, c.index) for row in table.rows for c in columns]
    filled = [cell for cell in cells if cell]
    numbers = [cell for cell in filled if _EMPTY.match(cell) or read_cell(cell, "")]
    return bool(filled) and 2 * len(numbers) >= len(filled)
