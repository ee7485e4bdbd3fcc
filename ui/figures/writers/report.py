"""DOCX in the layout of an official document (GB/T 9704): A4, 156 mm of text, 仿宋 and 黑体."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from graph.errors import ExportError
from graph.exchange.files import without_clock
from ui.figures.drawing import Drawing
from ui.figures.writers.metadata import about, for_office
from ui.figures.writers.raster import write_png

BODY = "仿宋"
HEADING = "黑体"
TITLE = "方正小标宋简体"
_BODY_SIZE = 16.0  # 三号
_TITLE_SIZE = 22.0  # 二号
_TABLE_SIZE = 10.5  # 五号


def write_docx(pages: Sequence[Drawing]) -> bytes:
    """Every page as a picture as wide as the text, its sentences as alternative text."""
    document = open_document(None, pages[0].title)
    document.core_properties.subject = for_office(about(pages[0]))
    for page in pages:
        add_figure(document, page)
    return document_bytes(document)


def open_document(template: Path | None, title: str) -> Any:
    """An empty document on A4. Raises ExportError for a template that is none."""
    import docx

    try:
        document = docx.Document(str(template) if template else None)
    except Exception as error:  # whatever a broken file makes the library raise
        raise ExportError(
            f"this template cannot be used: {error}", where=str(template),
            hint="it must be a .docx that Word opens",
        ) from error  # fmt: skip
    if template is None:
        _official_layout(document)
    document.core_properties.title = for_office(title)
    document.core_properties.author = "plangraph"
    document.core_properties.last_modified_by = "plangraph"
    document.core_properties.comments = ""
    return document


def add_title(document: Any, text: str) -> None:
    """The title of the document, centred."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = _points(18)
    _run(paragraph, text, TITLE, _TITLE_SIZE)


def add_subtitle(document: Any, text: str) -> None:
    """What stands under the title, centred and small."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = _points(12)
    _run(paragraph, text, BODY, 12.0)


def add_heading(document: Any, text: str, level: int = 1) -> None:
    """A heading that Word's outline shows."""
    paragraph = document.add_paragraph(style=f"Heading {level}")
    paragraph.paragraph_format.space_before = _points(12)
    paragraph.paragraph_format.keep_with_next = True
    _run(paragraph, text, HEADING if level == 1 else BODY, _BODY_SIZE, black=True)


def add_paragraph(document: Any, text: str, *, quote: bool = False) -> None:
    """A paragraph, its first line indented by two characters; a quote is smaller."""
    paragraph = document.add_paragraph()
    size = 14.0 if quote else _BODY_SIZE
    paragraph.paragraph_format.first_line_indent = _points(2 * size)
    paragraph.paragraph_format.line_spacing = _points(28 if not quote else 22)
    _run(paragraph, text, BODY, size)


def add_caption(document: Any, text: str) -> None:
    """The title of a table, centred above it."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.keep_with_next = True
    _run(paragraph, text, HEADING, 14.0)


def add_figure(document: Any, page: Drawing) -> None:
    """A page as a picture of the width of the text."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    section = document.sections[-1]
    room = section.page_width - section.left_margin - section.right_margin
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    picture = paragraph.add_run().add_picture(io.BytesIO(write_png(page)), width=room)
    properties = picture._inline.docPr
    properties.set("title", page.title)
    properties.set("descr", "；".join((page.title, *page.quotes()))[:4000])


def add_table(
    document: Any, heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]
) -> None:
    """A table as wide as the text; its head is repeated on every page."""
    section = document.sections[-1]
    room = section.page_width - section.left_margin - section.right_margin
    table = document.add_table(rows=0, cols=len(heads), style="Table Grid")
    table.autofit = False
    widths = [int(room * share / sum(shares)) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, row in enumerate((heads, *rows)):
        line = table.add_row()
        properties = line._tr.get_or_add_trPr()
        properties.append(properties.makeelement(_tag("w:cantSplit"), {}))
        if number == 0:
            properties.append(properties.makeelement(_tag("w:tblHeader"), {}))
        for cell, text, width in zip(line.cells, row, widths, strict=True):
            cell.width = width
            family = HEADING if number == 0 else BODY
            _run(cell.paragraphs[0], text, family, _TABLE_SIZE)


def turn(document: Any, *, new: bool = True) -> None:
    """Pages from here on the other way round, for wide tables; the first too unless `new`."""
    from docx.enum.section import WD_ORIENT

    section = document.add_section() if new else document.sections[-1]
    section.page_width, section.page_height = section.page_height, section.page_width
    section.top_margin, section.left_margin = section.left_margin, section.top_margin
    section.bottom_margin, section.right_margin = section.right_margin, section.bottom_margin
    wide = section.page_width > section.page_height
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT


def document_bytes(document: Any) -> bytes:
    """The file, the same for the same contents."""
    file = io.BytesIO()
    document.save(file)
    return without_clock(file.getvalue())


def _official_layout(document: Any) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    style = document.styles["Normal"]
    style.font.size = _points(_BODY_SIZE)
    _set_font(style.element.get_or_add_rPr(), BODY)


def _run(paragraph: Any, text: str, family: str, size: float, *, black: bool = False) -> None:
    from docx.shared import RGBColor

    run = paragraph.add_run(text)
    run.font.size = _points(size)
    if black:
        run.font.color.rgb = RGBColor(0, 0, 0)
        run.font.bold = False
    _set_font(run._r.get_or_add_rPr(), family)


def _set_font(properties: Any, family: str) -> None:
    """All four slots: `font.name` alone leaves Chinese to the default."""
    fonts = properties.find(_tag("w:rFonts"))
    if fonts is None:
        fonts = properties.makeelement(_tag("w:rFonts"), {})
        properties.insert(0, fonts)
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(_tag(f"w:{slot}"), family)


def _points(size: float) -> Any:
    from docx.shared import Pt

    return Pt(size)


def _tag(name: str) -> str:
    from docx.oxml.ns import qn

    tag: str = qn(name)
    return tag
