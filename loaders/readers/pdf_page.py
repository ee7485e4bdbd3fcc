"""One PDF page as lines with their places, and its ruled tables as grids."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from loaders.readers.tables import GridCell
from loaders.spacing import tidy

_FEW_CHARACTERS = 10
_SCAN_SHARE = 0.4
_SAME = 2.5
"""Points by which two rulings of a table may differ and still be one."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points, counted down from the page's upper edge."""


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
    """What is on a page; `is_scan`: it is a picture of text, `is_ruled`: lines are drawn."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    is_scan: bool
    is_ruled: bool
    lines: list[PageLine] = field(default_factory=list)

    def lay_out(self, tables: Sequence[Sequence[Box]] = ()) -> None:
        """Make lines of the characters, from top to bottom, and let these go.

        `tables` are the cells of each ruled table.
        """
        found: list[PageLine] = []
        rest = self.glyphs
        for cells in tables:
            box = _around(cells)
            inside = [glyph for glyph in rest if _holds(box, glyph)]
            rows = _grid(cells, inside)
            if len(rows) > 1 and max(len(row) for row in rows) > 1:
                rest = [glyph for glyph in rest if not _holds(box, glyph)]
                found.append(PageLine("", self.number, box, 0, rows))
        for line in _lines(rest):
            text = _words(line)
            if text:
                size = sorted(glyph.size for glyph in line)[len(line) // 2]
                box = _around((g.left, g.top, g.right, g.bottom) for g in line)
                found.append(PageLine(text, self.number, box, size))
        self.lines += sorted(found, key=lambda line: (line.box[1], line.box[0]))
        self.glyphs.clear()


def read_page(page: Any, number: int) -> PdfPage:
    """The characters of a page, and what else is drawn on it."""
    width, height = page.get_size()
    glyphs = list(_glyphs(page, height))
    images = ruled = 0.0
    for drawn in page.get_objects(max_depth=3):
        if drawn.type == pdfium.FPDF_PAGEOBJ_PATH:
            ruled += 1
        elif drawn.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = drawn.get_bounds()
            images += abs((right - left) * (top - bottom))
    page.close()
    is_scan = len(glyphs) < _FEW_CHARACTERS and images > _SCAN_SHARE * width * height
    return PdfPage(number, width, height, glyphs, is_scan, ruled >= 4)


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


def _grid(cells: Sequence[Box], glyphs: Sequence[Glyph]) -> list[list[GridCell]]:
    """The cells of a ruled table as rows; a hole in the rulings becomes an empty cell."""
    lefts = _rulings([cell[0] for cell in cells] + [cell[2] for cell in cells])
    tops = _rulings([cell[1] for cell in cells] + [cell[3] for cell in cells])
    starts: dict[tuple[int, int], GridCell] = {}
    covered: set[tuple[int, int]] = set()
    for cell in cells:
        column, right = _nearest(lefts, cell[0]), _nearest(lefts, cell[2])
        row, bottom = _nearest(tops, cell[1]), _nearest(tops, cell[3])
        inside = [glyph for glyph in glyphs if _holds(cell, glyph)]
        words = "".join(_words(line) for line in _lines(inside))
        starts[row, column] = GridCell(words, max(1, bottom - row), max(1, right - column))
        covered |= {(r, c) for r in range(row, bottom) for c in range(column, right)}
    rows = [
        [
            starts.get((row, column), GridCell(""))
            for column in range(len(lefts) - 1)
            if (row, column) in starts or (row, column) not in covered
        ]
        for row in range(len(tops) - 1)
    ]
    return [row for row in rows if row]


def _rulings(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SAME:
            found.append(place)
    return found


def _nearest(rulings: Sequence[float], place: float) -> int:
    return min(range(len(rulings)), key=lambda index: abs(rulings[index] - place))


def _holds(box: Box, glyph: Glyph) -> bool:
    across, down = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]


def _around(boxes: Iterable[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
