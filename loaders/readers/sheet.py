"""Spreadsheets (XLSX, CSV): titles above the table, the head, rows with their cells."""

from __future__ import annotations

import csv
import io
import re
import warnings
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from graph.errors import SourceError
from loaders.archive import BROKEN, damaged
from loaders.readers.assembly import Assembly
from loaders.readers.encoding import decode
from loaders.readers.package import Package
from loaders.readers.tables import MOST_ROWS, GridCell, add_table, head_rows
from loaders.source import Source
from loaders.spacing import join_lines, tidy

_MOST_COLUMNS = 200
_BROKEN_PARTS = (TypeError, AttributeError, IndexError, SyntaxError, InvalidFileException)
"""What openpyxl raises for a part that is no sheet."""
_MERGED = re.compile(rb'<mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_NOTE = re.compile(r"(?:备?注|说明|填表|联系|制表|单位)\s*[：:]")
_DEFAULT_NAME = re.compile(r"(?:Sheet|工作表)\s*\d*", re.IGNORECASE)
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')

Values = list[list[GridCell]]


def read_csv(data: bytes, source: Source) -> Assembly:
    """Read a CSV file. Raises SourceError when it is not text."""
    text, issues = decode(data, where=source.where)
    assembly = Assembly(issues=issues)
    first = text[: text.find("\n")] if "\n" in text else text
    delimiter = max(",\t;，|", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    rows: Values = []
    try:
        for row in reader:
            if len(rows) > MOST_ROWS:
                break
            rows.append([GridCell(_joined(cell)) for cell in row[:_MOST_COLUMNS]])
    except csv.Error as error:
        raise SourceError(
            f"this CSV file cannot be read: {error}",
            where=f"{source.where}:{reader.line_num}",
            hint="save it again as CSV in UTF-8",
        ) from error
    _add_sheet(assembly, rows)
    return assembly


def read_xlsx(data: bytes, source: Source) -> Assembly:
    """Read the visible sheets of a workbook. Raises SourceError when it is damaged or encrypted."""
    where = source.where
    package = Package(data, where)
    assembly = Assembly()
    try:
        with warnings.catch_warnings(action="ignore"):  # openpyxl warns of what it leaves out
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            for sheet in sheets:
                rows = _sheet_rows(sheet, package, assembly)
                if len(sheets) > 1 and rows and not _DEFAULT_NAME.fullmatch(sheet.title):
                    assembly.add_paragraph(tidy(sheet.title), level=1)
                _add_sheet(assembly, rows)
    except (*BROKEN, *_BROKEN_PARTS) as error:
        raise damaged(where) from error
    return assembly


def _sheet_rows(sheet: Any, package: Package, assembly: Assembly) -> Values:
    sheet.reset_dimensions()  # some programs write a wrong size
    rows: Values = []
    for row in sheet.iter_rows():
        if len(rows) > MOST_ROWS:
            break
        cells = row[:_MOST_COLUMNS]
        rows.append([GridCell(_shown(cell.value, cell.number_format)) for cell in cells])
    return _merge(rows, package.read(sheet._worksheet_path))


def _merge(rows: Values, sheet_xml: bytes) -> Values:
    """Put each merged area into its first cell, and take the others out."""
    covered: set[tuple[int, int]] = set()
    for match in _MERGED.finditer(sheet_xml):
        left, right = _column(match[1]), _column(match[3])
        top, bottom = int(match[2]) - 1, int(match[4]) - 1
        if top >= len(rows) or left >= len(rows[top]) or bottom < top or right < left:
            continue
        bottom, right = min(bottom, len(rows) - 1), min(right, _MOST_COLUMNS - 1)
        rows[top][left] = GridCell(rows[top][left].text, bottom - top + 1, right - left + 1)
        for row in range(top, bottom + 1):
            covered |= {(row, column) for column in range(left, right + 1)}
        covered.discard((top, left))
    return [
        [cell for column, cell in enumerate(row) if (number, column) not in covered]
        for number, row in enumerate(rows)
    ]


def _add_sheet(assembly: Assembly, rows: Sequence[Sequence[GridCell]]) -> None:
    """Single cells above the head are titles, notes below the table are paragraphs."""
    filled = [row for row in rows if any(cell.text for cell in row) or _holds_place(row)]
    heads = head_rows(filled)
    first = heads.start if heads else 0
    last = len(filled)
    while last > first and _is_note(filled[last - 1]):
        last -= 1
    for row in filled[:first]:
        assembly.add_paragraph(" ".join(cell.text for cell in row if cell.text))
    add_table(assembly, filled[first:last])
    for row in filled[last:]:
        assembly.add_paragraph(" ".join(cell.text for cell in row if cell.text))


def _holds_place(row: Sequence[GridCell]) -> bool:
    """A row all of whose cells are merged into the ones above still counts as one."""
    return not row


def _is_note(row: Sequence[GridCell]) -> bool:
    words = [cell.text for cell in row if cell.text]
    return len(words) == 1 and bool(_NOTE.match(words[0]))


def _shown(value: Any, number_format: str) -> str:
    """A value as the sheet shows it: 0.85 as 85%, a date as 2026年3月18日."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime | date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, int | float):
        return _shown_number(value, number_format or "General")
    return _joined(str(value))


def _shown_number(value: float, number_format: str) -> str:
    percent = "%" in _LITERAL.sub("", number_format)
    number = round(value * 100 if percent else value, 10)
    words = str(int(number)) if number == int(number) else repr(number)
    suffix = "".join(a or b for a, b in _LITERAL.findall(number_format.split(";")[0]))
    return words + ("%" if percent else "") + suffix.strip()


def _joined(text: str) -> str:
    return join_lines(tidy(line) for line in text.split("\n"))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
