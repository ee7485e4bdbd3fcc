"""PDF with a text layer: reading order, tables, no running headers, hard-broken lines joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2

from graph.errors import SourceError
from loaders.archive import damaged
from loaders.issues import Code, Issue, Level
from loaders.readers.assembly import Assembly
from loaders.readers.pdf_page import PdfPage, read_page
from loaders.readers.pdf_text import paragraphs, without_furniture
from loaders.readers.tables import add_table
from loaders.source import Source

MOST_PAGES = 1_000
"""Pages that are read; an Issue says when there are more."""


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
        pages = [read_page(pdf[number], number) for number in range(min(count, MOST_PAGES))]
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
    _assemble(assembly, pages)
    return assembly


def _assemble(assembly: Assembly, pages: Sequence[PdfPage]) -> None:
    lines = [line for page in pages for line in page.lines]
    heights = [page.height for page in pages]
    for piece in paragraphs(without_furniture(lines, heights), [page.width for page in pages]):
        if isinstance(piece, str):
            assembly.add_paragraph(piece)
        else:
            add_table(assembly, piece)


def _scan_issues(scans: Sequence[int]) -> Iterator[Issue]:
    if scans:
        numbers = ", ".join(map(str, scans[:20])) + (" …" if len(scans) > 20 else "")
        yield Issue(
            Level.ERROR,
            Code.SCANNED_PAGE,
            f"{len(scans)} pages are pictures without text: {numbers}",
            fix="run the file through OCR",
        )
