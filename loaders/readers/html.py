"""Web pages: the document without the page around it, its headings and tables kept."""

from __future__ import annotations

from loaders.readers.assembly import Assembly
from loaders.readers.chrome import document_lines
from loaders.readers.encoding import decode
from loaders.readers.page import read_page
from loaders.readers.tables import add_table
from loaders.source import Source


def read_html(data: bytes, source: Source) -> Assembly:
    """Read a page or a part of one. Raises SourceError when it is not text."""
    text, issues = decode(data, where=source.where)
    page = read_page(text)
    assembly = Assembly(issues=issues + page.issues)
    for line in document_lines(page):
        if line.rows:
            add_table(assembly, line.rows)
        else:
            assembly.add_paragraph(line.text, level=line.level)
    return assembly
