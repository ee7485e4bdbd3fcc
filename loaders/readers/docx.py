"""Word documents: paragraphs, heading levels, the numbers that Word makes, tables, text boxes.

Headers, footers, footnotes, deleted revisions and hidden text are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from loaders.archive import damaged
from loaders.readers.assembly import Assembly
from loaders.readers.docx_numbers import Numbers
from loaders.readers.docx_styles import Styles
from loaders.readers.package import Package
from loaders.readers.tables import MOST_ROWS, GridCell, add_table, is_box
from loaders.source import Source
from loaders.spacing import join_lines, tidy

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN_PART = re.compile(r"word/document\d*\.xml")
_TEXT_BOX = f"{W}txbxContent"
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = frozenset(
    f"{W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "instrText", "delText", "fldChar")
)


def read_docx(data: bytes, source: Source) -> Assembly:
    """Read a DOCX file. Raises SourceError when it is damaged, encrypted or none."""
    where = source.where
    package = Package(data, where)
    main = next((name for name in package.names if MAIN_PART.fullmatch(name)), "")
    root = package.read_xml(main)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise damaged(where)
    styles = Styles(package.read_xml("word/styles.xml"))
    numbers = Numbers(package.read_xml("word/numbering.xml"))
    reader = _Reader(Assembly(), styles, numbers)
    reader.read_blocks(body)
    return reader.assembly


class _Reader:
    def __init__(self, assembly: Assembly, styles: Styles, numbers: Numbers) -> None:
        self.assembly = assembly
        self.styles = styles
        self.numbers = numbers

    def read_blocks(self, parent: etree._Element) -> None:
        """Paragraphs and tables of a body, a content control or a text box."""
        for element in _blocks(parent):
            if element.tag == f"{W}p":
                self._paragraph(element)
            else:
                self._table(element)

    def _paragraph(self, paragraph: etree._Element) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = self.styles.of(properties)
        lines = list(_lines(paragraph))
        if any(lines):
            number = self.numbers.next(style.numbering_of(properties))
            level = style.level_of(properties)
            for count, line in enumerate(line for line in lines if line):
                self.assembly.add_paragraph(number + line if count == 0 else line, level)
        for box in _text_boxes(paragraph):
            self.read_blocks(box)

    def _table(self, table: etree._Element) -> None:
        rows = _grid(table)
        if is_box(rows):
            for row in _rows(table):
                for cell in _cells(row):
                    self.read_blocks(cell)
        else:
            add_table(self.assembly, rows)
            for inner in _inner_tables(table):
                self._table(inner)


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag in (f"{W}p", f"{W}tbl"):
            yield element
        elif element.tag == f"{W}sdt":
            if not _is_contents(element):
                content = element.find(f"{W}sdtContent")
                yield from () if content is None else _blocks(content)
        elif element.tag in (f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"):
            yield from _blocks(element)


def _is_contents(element: etree._Element) -> bool:
    """A content control that holds a generated table of contents."""
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "Contents" in gallery.get(f"{W}val", "")


def _lines(paragraph: etree._Element) -> Iterator[str]:
    """The visible lines of a paragraph: a manual line break ends one."""
    words: list[str] = []
    for element in _visible(paragraph):
        name = element.tag.removeprefix(W) if isinstance(element.tag, str) else ""
        if name == "t":
            words.append(element.text or "")
        elif name in ("tab", "ptab"):
            words.append(" ")
        elif name == "noBreakHyphen":
            words.append("-")
        elif name in ("br", "cr") and element.get(f"{W}type") in (None, "textWrapping"):
            yield tidy("".join(words))
            words.clear()
    yield tidy("".join(words))


def _visible(parent: etree._Element) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag in _SKIPPED or element.tag == _TEXT_BOX:
            continue
        if element.tag == f"{W}r" and _is_hidden(element):
            continue
        if element.tag == f"{_CHOICES}AlternateContent":
            continue  # drawings; their text boxes are read on their own
        yield element
        yield from _visible(element)


def _is_hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val") not in ("0", "false")


def _text_boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The text boxes anchored here; Word writes each twice, for new readers and for old ones."""
    for box in paragraph.iter(_TEXT_BOX):
        parents = {parent.tag for parent in box.iterancestors()}
        if f"{_CHOICES}Fallback" not in parents:
            yield box


def _grid(table: etree._Element) -> list[list[GridCell]]:
    """The rows with merged cells counted: a cell that continues one above is not written again."""
    rows: list[list[GridCell]] = []
    open_: dict[int, tuple[int, int]] = {}  # column -> (row, place in row) of the cell above
    for row in _rows(table):
        is_head = row.find(f"{W}trPr/{W}tblHeader") is not None
        before = row.find(f"{W}trPr/{W}gridBefore")
        column = 0 if before is None else _number(before.get(f"{W}val"), 0)
        cells: list[GridCell] = [GridCell("", column_span=column)] if column else []
        for cell in _cells(row):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            width = 1 if span is None else _number(span.get(f"{W}val"), 1)
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None and merge.get(f"{W}val") != "restart" and column in open_:
                at_row, at_cell = open_[column]
                above = rows[at_row][at_cell]
                rows[at_row][at_cell] = GridCell(
                    above.text, len(rows) - at_row + 1, above.column_span, above.head
                )
            else:
                if merge is None:
                    open_.pop(column, None)
                else:
                    open_[column] = (len(rows), len(cells))
                cells.append(GridCell(_cell_text(cell), 1, width, is_head))
            column += width
        rows.append(cells)
    return rows


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The table's own rows, not those of tables in its cells; one more than are read."""
    own = (row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table)
    return islice(own, MOST_ROWS + 1)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for cell in row.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr")) is row:
            yield cell


def _cell_text(cell: etree._Element) -> str:
    """The words of a cell without those of tables in it, which are read as tables."""
    return join_lines(line for paragraph in _paragraphs(cell) for line in _lines(paragraph))


def _paragraphs(parent: etree._Element) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag == f"{W}p":
            yield from element.iter(f"{W}p")
        elif not _is_table(element):
            yield from _paragraphs(element)


def _inner_tables(parent: etree._Element) -> Iterator[etree._Element]:
    """The tables that stand in the cells of a table, not those in their cells in turn."""
    for element in parent:
        if _is_table(element):
            yield element
        elif element.tag != f"{W}p":
            yield from _inner_tables(element)


def _is_table(element: etree._Element) -> bool:
    """More than a frame drawn around text: some row has two cells."""
    return element.tag == f"{W}tbl" and any(
        len(list(islice(_cells(row), 2))) > 1 for row in _rows(element)
    )


def _number(value: str | None, default: int) -> int:
    return min(int(value), 1000) if value and value.isdecimal() else default
