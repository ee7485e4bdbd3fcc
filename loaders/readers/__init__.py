"""Readers: from a file to a Document of paragraphs, headings and table rows, one per format."""

from __future__ import annotations

from collections.abc import Callable

from graph.errors import SourceError
from loaders.document import Document
from loaders.readers.assembly import Assembly
from loaders.readers.docx import read_docx
from loaders.readers.html import read_html
from loaders.readers.pdf import read_pdf
from loaders.readers.sheet import read_csv, read_xlsx
from loaders.readers.txt import read_txt
from loaders.source import Source

Reader = Callable[[bytes, Source], Assembly]

READERS: dict[str, Reader] = {
    ".txt": read_txt,
    ".docx": read_docx,
    ".pdf": read_pdf,
    ".xlsx": read_xlsx,
    ".csv": read_csv,
    ".html": read_html,
    ".htm": read_html,
}


def read_document(source: Source) -> Document:
    """Read a source's file. Raises SourceError when it is no document that can be read."""
    suffix = source.path.suffix.lower()
    reader = READERS.get(suffix, read_txt)
    data = _read_bytes(source)
    assembly = reader(data, source)
    document = assembly.document(source)
    if not document.blocks:
        raise SourceError(
            "there is no text in this file", where=str(source.path), hint="is it the right file?"
        )
    return document


def _read_bytes(source: Source) -> bytes:
    try:
        return source.path.read_bytes()
    except OSError as error:
        raise SourceError(
            f"this file cannot be opened: {error.strerror}",
            where=str(source.path),
            hint="check path and permissions",
        ) from error
