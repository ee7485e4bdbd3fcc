"""PDF with a text layer: reading order, tables, no running headers, hard-broken lines joined."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import pdfplumber
import pypdfium2

from graph.errors import SourceError
from loaders.archive import damaged
from loaders.issues import Code, Issue, Level
from loaders.readers.assembly import Assembly
from loaders.readers.pdf_page import Box, PdfPage, read_page
from loaders.readers.pdf_text import paragraphs, without_furniture
from loaders.readers.tables import add_table
from loaders.source import Source

MOST_PAGES = 1_000
"""Pages that are read; an Issue says when there are more."""
MOST_RULED_PAGES = 200
"""Pages whose rulings are searched for tables, which is slow."""


def read_pdf(data: bytes, source: Source) -> Assembly:
    """Read a PDF file. Raises SourceError when it is damaged, locked, or only pictures."""
    where = source.where
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceError(
                "this PDF is locked with a password", where=where, hint="save it without password"
            ) from error
        raise damaged(where) from error
    try:
        count = len(pdf)
        pages = _pages(pdf, min(count, MOST_PAGES))
    except pypdfium2.PdfiumError as error:
        raise damaged(where) from error
    finally:
        pdf.close()
    scans = [page.number + 1 for page in pages if page.is_scan]
    if scans and len(scans) == len(pages):
        raise SourceError(
            "this PDF holds only pictures of pages, no text",
            where=where,
            hint="run it through OCR, or find the original text",
        )
    assembly = Assembly(issues=list(_scan_issues(scans)))
    if count > MOST_PAGES:
        assembly.say_cut(
            f"only the first {MOST_PAGES} of {count} pages were read", "split the file"
        )
    tables = _tables(data, pages)
    for page in pages:
        page.lay_out(tables.get(page.number, ()))
    _assemble(assembly, pages)
    return assembly


def _pages(pdf: pypdfium2.PdfDocument, count: int) -> list[PdfPage]:
    """Every page; only those that may hold a table keep their single characters."""
    pages = []
    ruled = 0
    for number in range(count):
        page = read_page(pdf[number], number)
        page.is_ruled = page.is_ruled and ruled < MOST_RULED_PAGES
        ruled += page.is_ruled
        if not page.is_ruled:
            page.lay_out()
        pages.append(page)
    return pages


def _assemble(assembly: Assembly, pages: Sequence[PdfPage]) -> None:
    lines = [line for page in pages for line in page.lines]
    heights = [page.height for page in pages]
    for piece in paragraphs(without_furniture(lines, heights), [page.width for page in pages]):
        if isinstance(piece, str):
            assembly.add_paragraph(piece)
        else:
            add_table(assembly, piece)


def _tables(data: bytes, pages: Sequence[PdfPage]) -> dict[int, list[list[Box]]]:
    """The cells of the ruled tables on each page that has rulings."""
    ruled = [page.number for page in pages if page.is_ruled]
    found: dict[int, list[list[Box]]] = {}
    if not ruled:
        return found
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number + 1 for number in ruled]) as pdf:
            for number, page in zip(ruled, pdf.pages, strict=True):
                found[number] = [list(_cells(table)) for table in page.find_tables()]
                page.close()
    except Exception:  # pdfminer reads less than PDFium and fails in many ways: lines do as well
        return found
    return found


def _cells(table: Any) -> Iterator[Box]:
    for left, top, right, bottom in table.cells:
        yield float(left), float(top), float(right), float(bottom)


def _scan_issues(scans: Sequence[int]) -> Iterator[Issue]:
    if scans:
        numbers = ", ".join(map(str, scans[:20])) + (" …" if len(scans) > 20 else "")
        yield Issue(
            Level.ERROR,
            Code.SCANNED_PAGE,
            f"{len(scans)} pages are pictures without text: {numbers}",
            fix="run the file through OCR",
        )
