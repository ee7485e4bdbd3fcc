"""Indicator tables: one target for each value under a year to come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.cell_values import read_cell
from loaders.document import Clause, Document
from loaders.issues import Issue
from loaders.lexicon import Lexicon
from loaders.mentions import Mention
from loaders.plan_period import read_calendar
from loaders.quantities import Quantity
from loaders.rules.claims import Claim
from loaders.rules.passages import Horizon
from loaders.rules.survey import survey
from loaders.rules.table_layouts import Layout, layout_of, name_and_unit
from loaders.rules.tables import Column, cell_text, read_tables
from loaders.rules.target_facts import target_mention
from loaders.rules.task_rows import task_row_mentions


def find_table_targets(document: Document, lexicon: Lexicon) -> Iterable[Mention | Issue]:
    """The targets of indicator tables, and the targets and milestones of task tables."""
    calendar, found = read_calendar(document), survey(document)
    for table in read_tables(document, calendar):
        layout = layout_of(table, document, calendar)
        if layout is None:
            yield from task_row_mentions(table, document, found)
            continue
        for row in table.rows:
            for column in layout.values:
                yield from _target(row, column, layout, document)


def _target(row: Clause, column: Column, layout: Layout, document: Document) -> Iterator[Mention]:
    label, unit = name_and_unit(cell_text(document, row, layout.label.index))
    column_unit = cell_text(document, row, layout.unit.index) if layout.unit else ""
    if column_unit and not _BODY.search(column_unit):
        unit = column_unit
    name, head_unit = layout.named(label, column)
    quantity = read_cell(cell_text(document, row, column.index), unit or head_unit)
    if quantity is None or not name:
        return
    year = layout.year_of(label, column)
    if year is None and layout.rows == "years":
        return
    nature = cell_text(document, row, layout.nature.index) if layout.nature else ""
    yield target_mention(
        "indicator_table",
        name,
        _claim(name, quantity, column),
        (row.start, row.end),
        Horizon((year,), "table") if year else Horizon(),
        scope=label if layout.rows == "places" and not _TOTAL.fullmatch(label) else "",
        base=_base(row, layout, document),
        bindingness=_bindingness(nature),
    )


_BODY = re.compile("局|委|办|政府|部门|公司|中心|学校|银行")
"""A column headed 单位 may name bodies, not units."""
_TOTAL = re.compile("合计|总计|小计|全[市省国区县]")
_FALL = re.compile(r"(?:降低|下降|减少|降幅|削减|压减|减排)(?:率|量|比例|幅度)?$")
_RISE = re.compile(r"(?:增长|提高|增加|增幅|提升)(?:率|量|比例|幅度)?$")
_SPEED = re.compile(r"增速$|年均增长|增长率$|增长$")
_RATE = re.compile(r"年均|增速|增长率")
_SUM = re.compile(r"累计|合计|总计|〔|\[")


def _claim(name: str, quantity: Quantity, column: Column) -> Claim:
    """A rise or fall is a change, or a rate where head or name say so; all else a level."""
    fall, rise = _FALL.search(name), _RISE.search(name)
    down_or_up = "down" if fall else "up"
    yearly = column.year is None and _RATE.search(column.head)
    cumulative = quantity.written == "word" or (not yearly and _SUM.search(column.head))
    if yearly and not cumulative:
        return Claim(name, quantity, "growth_rate", down_or_up)
    if quantity.kind == "share" and not cumulative and _SPEED.search(name):
        return Claim(name, quantity, "growth_rate", "up")
    if (fall or rise) and (cumulative or quantity.kind == "share"):
        return Claim(name, quantity, "delta", down_or_up)
    return Claim(name, quantity)


def _base(row: Clause, layout: Layout, document: Document) -> tuple[int | None, float | None]:
    if layout.base is None:
        return None, None
    value = read_cell(cell_text(document, row, layout.base.index), "")
    return (layout.base.year, value.value) if value else (None, None)


def _bindingness(nature: str) -> str:
    if "约束" in nature:
        return "binding"
    return "anticipatory" if "预期" in nature else "unknown"
