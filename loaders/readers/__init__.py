"""Readers: from a file to a Document of paragraphs, headings and table rows, one per format."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from graph.errors import SourceError
from loaders.document import Document
from loaders.readers.assembly import Assembly
from loaders.readers.docx import read_docx
from loaders.readers.formats import find_format
from loaders.readers.html import read_html
from loaders.readers.txt import read_txt
from loaders.source import Source, read_bytes

Reader = Callable[[bytes, Source], Assembly]


def _when_needed(module: str, name: str) -> Reader:
    """A reader whose library is slow to import: it waits until such a file is met."""

    def read(data: bytes, source: Source) -> Assembly:
        reader: Reader = getattr(import_module(f"loaders.readers.{module}"), name)
        return reader(data, source)

    return read


READERS: dict[str, Reader] = {
    ".txt": read_txt,
    ".html": read_html,
    ".docx": read_docx,
    ".pdf": _when_needed("pdf", "read_pdf"),
    ".xlsx": _when_needed("sheet", "read_xlsx"),
    ".csv": _when_needed("sheet", "read_csv"),
}
"""One reader a format; the content says which it is, the file's ending only helps."""


def read_document(source: Source) -> Document:
    """Read a source's file. Raises SourceError when it is no document that can be read."""
    data = read_bytes(source)
    document = READERS[find_format(data, source)](data, source).document(source)
    if not document.blocks:
        raise SourceError(
            "there is no text in this file", where=source.where, hint="is it the right file?"
        )
    return document
