"""Rows of task tables: numbers in the cells are targets, a deadline without one is a milestone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.deadlines import Moment
from loaders.document import Clause, Document
from loaders.mentions import Mention
from loaders.rules.folding import fold
from loaders.rules.indicators import canonical_name, counted_name
from loaders.rules.passages import NO_HORIZON, Horizon, cell_phrases
from loaders.rules.survey import Survey
from loaders.rules.tables import Column, Table, cell_of, cell_text
from loaders.rules.targets import targets_of


def task_row_mentions(table: Table, document: Document, found: Survey) -> Iterator[Mention]:
    """The targets and milestones of every row of a task table."""
    deadline = table.column(_DEADLINE)
    texts = [column for column in table.columns if _TEXT.search(column.head) and column != deadline]
    if not texts or not (deadline or table.column(_OWNER)):
        return
    for row in table.rows:
        moment = _moment(row, deadline, found)
        targets = list(_targets(row, texts, moment, document, found))
        yield from targets
        if moment is not None and (
            not targets or ("-" in moment.day and not moment.day.endswith("-12"))
        ):
            name = cell_text(document, row, texts[0].index)
            if name and moment.day:
                properties = {"name": name, "date": moment.day}
                yield Mention("Milestone", "dated_row", ((row.start, row.end),), properties)


_DEADLINE = re.compile(r"时限|时间|期限|进度|完成日期|节点")
_TEXT = re.compile(r"任务|目标|要求|内容|举措|措施|成果|指标|事项|项目|工作|标志|名称")
_OWNER = re.compile(r"责任|牵头|配合|负责|单位|部门")


def _moment(row: Clause, column: Column | None, found: Survey) -> Moment | None:
    cell = cell_of(row, column.index) if column else None
    if cell is None:
        return None
    moments = found.moments_within(cell.start, cell.end)
    return next((moment for moment in reversed(moments) if moment.year is not None), None)


def _targets(
    row: Clause, columns: list[Column], moment: Moment | None, document: Document, found: Survey
) -> Iterator[Mention]:
    horizon = Horizon((moment.year,), "table", moment.day) if moment and moment.year else NO_HORIZON
    task = counted_name(cell_text(document, row, columns[0].index))
    seen: set[tuple[int, int]] = set()
    for column in columns:
        cell = cell_of(row, column.index)
        if cell is None or (cell.start, cell.end) in seen:
            continue
        seen.add((cell.start, cell.end))
        folded = fold(found, cell.start, cell.end)
        for mention in targets_of(cell_phrases(folded, horizon)):
            yield _named(mention, task, document)


def _named(mention: Mention, task: str, document: Document) -> Mention:
    """建成4个 beside 建设零碳园区: what the cell counts is named by the task."""
    start, end = mention.spans[0]
    if not task or mention.properties["name"] != document.text[start:end].strip():
        return mention
    links = tuple(
        replace(link, name=canonical_name(task)) if link.type == "MEASURED_BY" else link
        for link in mention.links
    )
    return replace(mention, properties={**mention.properties, "name": task}, links=links)
