"""Task tables: a row is a measure, its columns say who and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from graph.elements import Value
from loaders.document import Block, Cell, Document, Span
from loaders.lexicon import Lexicon
from loaders.mentions import Link, Mention
from loaders.rules.owners import owner_links
from loaders.rules.roles import first_leads, first_of_list_leads, read_assignments
from loaders.rules.wording import modality

_ROLE_HEADS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("", re.compile(r"领导|责任人|联系人|负责人|电话|人员$")),
    ("guide", re.compile(r"指导")),
    ("supervise", re.compile(r"督[查办导]|监督")),
    ("participate", re.compile(r"配合|参与|协[办同助作]|参加|会同")),
    ("lead", re.compile(r"牵头|主办|主责|第一责任")),
    (
        "responsible",
        re.compile(
            r"(?:责任|负责|落实|承[办担]|实施|承建|主管)(?:主体|单位|部门|机构|处室|科室)"
            r"|责任分工|职责分工"
        ),
    ),
)
_TASK_HEAD = re.compile(
    r"任务|举措|措施|事项|项目|工作内容|主要内容|重点工作|具体内容|工作要点|改革内容|名称|内容"
)
_REQUIREMENT_HEAD = re.compile(r"目标|要求|成效|成果|标志|具体|内容|措施|举措")
_NUMBER_HEAD = re.compile(r"序号|编号|^号$")
_NOTE = re.compile(r"[（(][^（）()]*[）)]")
_TOTAL = re.compile(r"^(?:合\s*计|总\s*计|小\s*计)")
_NOTHING = re.compile(r"^[—－\-–/\s无]*$|^待(?:定|明确)$")


@dataclass(slots=True)
class Columns:
    """Which column of a table says what."""

    task: int | None = None
    requirement: list[int] = field(default_factory=list)
    roles: dict[int, str] = field(default_factory=dict)
    first_leads: bool = False


def find_task_rows(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """A measure per row of every table that has a column for bodies."""
    rows = [block for block in document.blocks if block.kind == "row"]
    for _, group in groupby(rows, key=lambda block: block.table):
        table = list(group)
        count, columns = _read_heads(table, document.text)
        if not columns.roles:
            continue
        seen: set[tuple[Span, ...]] = set()
        for row in table[count:]:
            yield from _row(row, columns, document, lexicon, seen)


def _read_heads(table: Sequence[Block], text: str) -> tuple[int, Columns]:
    """How many rows are head, and what the columns say; up to three rows may be head."""
    marked = sum(row.head for row in table)
    for count in range(1, min(len(table), max(marked, 3)) + 1):
        columns = _columns(table, table[:count], text)
        if columns.roles and count >= marked:
            return count, columns
    return 0, Columns()


def _columns(table: Sequence[Block], heads: Sequence[Block], text: str) -> Columns:
    words: dict[int, str] = {cell.column: "" for row in table[:40] for cell in row.cells}
    for row in heads:
        for cell in row.cells:
            words[cell.column] = words.get(cell.column, "") + _cell_words(cell, text)
    columns = Columns()
    for number, head in sorted(words.items()):
        bare = _NOTE.sub("", head)
        role = next((role for role, pattern in _ROLE_HEADS if pattern.search(bare)), None)
        if role is not None and len(head) <= 30:
            if role:
                columns.roles[number] = role
                columns.first_leads = columns.first_leads or first_leads(head)
        elif _NUMBER_HEAD.search(head):
            continue
        elif columns.task is None and _TASK_HEAD.search(head):
            columns.task = number
        elif columns.task == number - 1 and head in ("", words[number - 1]):
            columns.requirement.append(number)  # one head above two columns
        elif _REQUIREMENT_HEAD.search(head) and not re.search("时限|时间|20\\d\\d年", head):
            columns.requirement.append(number)
    if columns.task is None:
        rest = [n for n, head in sorted(words.items()) if n not in columns.roles
                and not _NUMBER_HEAD.search(head)]  # fmt: skip
        columns.task = rest[0] if rest else None
    return columns


def _row(
    row: Block,
    columns: Columns,
    document: Document,
    lexicon: Lexicon,
    seen: set[tuple[Span, ...]],
) -> Iterator[Mention]:
    text = document.text
    cells = {cell.column: cell for cell in row.cells}
    task = cells.get(columns.task) if columns.task is not None else None
    if task is None or len(cells) < 2 or _TOTAL.match(_cell_words(task, text)):
        return
    required = [cells[number] for number in columns.requirement if number in cells]
    spans = tuple((cell.start, cell.end) for cell in (task, *required) if cell.start < cell.end)
    links = tuple(
        link
        for number, role in columns.roles.items()
        if number in cells
        for link in _cell_links(cells[number], role, columns, text, lexicon)
    )
    if not spans or spans in seen:
        return
    seen.add(spans)
    words = " | ".join(text[start:end] for start, end in spans)
    name = _cell_words(task, text)
    word, strength = modality(name)
    properties: dict[str, Value] = {"name": name, "text": words, "strength": strength}
    if word:
        properties["modality"] = word
    yield Mention("Measure", "task_row", spans, properties, links)


def _cell_links(
    cell: Cell, role: str, columns: Columns, text: str, lexicon: Lexicon
) -> tuple[Link, ...]:
    words = text[cell.start : cell.end]
    if _NOTHING.match(words):
        return ()
    assignments = read_assignments(words, role, lexicon)
    ordered = first_of_list_leads(assignments) if columns.first_leads else assignments
    span = (cell.start, cell.end)
    return owner_links(ordered, span, "task_table", "table", before_order=assignments)


def _cell_words(cell: Cell, text: str) -> str:
    return re.sub(r"\s+", "", text[cell.start : cell.end])
