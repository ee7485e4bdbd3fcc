"""One PDF page as lines with their places, and its ruled tables as grids."""

from __future__ import annotations

import ctypes
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from loaders.readers.pdf_rules import Box, Rule, RuledCell, drawn_rules, ruled_tables
from loaders.readers.tables import GridCell
from loaders.spacing import tidy

_FEW_CHARACTERS = 10
_SCAN_SHARE = 0.4


@dataclass(slots=True)
class Glyph:
    """A character and its place."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


@dataclass(slots=True)
class PageLine:
    """A line of text, or a table in its place (`rows`)."""

    text: str
    page: int
    box: Box
    size: float
    rows: list[list[GridCell]] = field(default_factory=list)


@dataclass(slots=True)
class PdfPage:
    """What is on a page; `is_scan` when it is a picture of text."""

    number: int
    width: float
    height: float
    lines: list[PageLine]
    is_scan: bool


def read_page(page: Any, number: int) -> PdfPage:
    """The lines and ruled tables of a page, from top to bottom."""
    width, height = page.get_size()
    glyphs = list(_glyphs(page, height))
    pictures = 0.0
    rules: list[Rule] = []
    for drawn in page.get_objects(max_depth=1):
        if drawn.type == pdfium.FPDF_PAGEOBJ_PATH:
            rules += drawn_rules(drawn, height)
        elif drawn.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = drawn.get_bounds()
            pictures += abs((right - left) * (top - bottom))
    page.close()
    is_scan = len(glyphs) < _FEW_CHARACTERS and pictures > _SCAN_SHARE * width * height
    lines = _lay_out(glyphs, ruled_tables(rules), number)
    return PdfPage(number, width, height, lines, is_scan)


def _lay_out(
    glyphs: Sequence[Glyph], tables: Sequence[Sequence[RuledCell]], number: int
) -> list[PageLine]:
    found: list[PageLine] = []
    rest = glyphs
    for cells in tables:
        box = _around(cell.box for cell in cells)
        rows = _rows(cells, [glyph for glyph in rest if _holds(box, glyph)])
        if len(rows) > 1 and max(len(row) for row in rows) > 1:
            rest = [glyph for glyph in rest if not _holds(box, glyph)]
            found.append(PageLine("", number, box, 0, rows))
    for line in _lines(rest):
        text = _words(line)
        if text:
            size = sorted(glyph.size for glyph in line)[len(line) // 2]
            box = _around((g.left, g.top, g.right, g.bottom) for g in line)
            found.append(PageLine(text, number, box, size))
    return sorted(found, key=lambda line: (line.box[1], line.box[0]))


def _glyphs(page: Any, height: float) -> Iterator[Glyph]:
    text_page = page.get_textpage()
    box = pdfium.FS_RECTF()
    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text_page.raw, index)
        if code <= 0x20 or code in (0x3000, 0xA0) or 0xD800 <= code < 0xE000:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text_page.raw, index, ctypes.byref(box)):
            continue
        size = pdfium.FPDFText_GetFontSize(text_page.raw, index)
        tall = abs(box.top - box.bottom)
        yield Glyph(
            _plain(chr(code)),
            box.left,
            height - box.top,
            box.right,
            height - box.bottom,
            tall if size <= 1 else min(size, tall or size),
        )
    text_page.close()


def _plain(character: str) -> str:
    """Fonts of PDF files often stand ⼤ (a radical) for 大 (the character)."""
    if "\u2e80" <= character <= "\u2fdf" or "\uf900" <= character <= "\ufaff":
        return unicodedata.normalize("NFKC", character)
    return character


def _lines(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Characters whose middles are at one height, from left to right."""
    line: list[Glyph] = []
    middle = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: glyph.top + glyph.bottom):
        at = (glyph.top + glyph.bottom) / 2
        if line and at - middle > 0.5 * min(glyph.size, line[0].size):
            yield sorted(line, key=lambda glyph: glyph.left)
            line = []
        if not line:
            middle = at
        line.append(glyph)
    if line:
        yield sorted(line, key=lambda glyph: glyph.left)


def _words(line: Sequence[Glyph]) -> str:
    """The line's text, with a space where the gap between two characters shows one."""
    text = line[0].text if line else ""
    for before, glyph in pairwise(line):
        latin = before.text.isascii() and glyph.text.isascii()
        if glyph.left - before.right > (0.18 if latin else 0.9) * glyph.size:
            text += " "
        text += glyph.text
    return tidy(text)


def _rows(cells: Sequence[RuledCell], glyphs: Sequence[Glyph]) -> list[list[GridCell]]:
    """The cells of a ruled table with their words, row by row."""
    rows: list[list[GridCell]] = [[] for _ in range(max(cell.row for cell in cells) + 1)]
    sorted_glyphs = sorted(glyphs, key=_middle)
    middles = [_middle(glyph) for glyph in sorted_glyphs]
    for cell in cells:
        first, last = bisect_left(middles, cell.box[1]), bisect_right(middles, cell.box[3])
        inside = [glyph for glyph in sorted_glyphs[first:last] if _holds(cell.box, glyph)]
        words = "".join(_words(line) for line in _lines(inside))
        rows[cell.row].append(GridCell(words, cell.row_span, cell.column_span))
    return rows


def _middle(glyph: Glyph) -> float:
    return (glyph.top + glyph.bottom) / 2


def _holds(box: Box, glyph: Glyph) -> bool:
    across, down = (glyph.left + glyph.right) / 2, _middle(glyph)
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]


def _around(boxes: Iterable[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
