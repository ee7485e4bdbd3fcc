"""Small files of every format, written on the spot."""

from __future__ import annotations

import ctypes
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from loaders.document import Document
from loaders.readers import read_document
from loaders.source import read_source

ROOT = Path(__file__).resolve().parents[2]
FONT = ROOT / "ui" / "fonts" / "PlangraphSans-Regular.otf"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

Text = tuple[float, float, float, str]
"""Left, top, size, words."""
Frame = tuple[float, float, float, float]
"""Left, top, width, height of a drawn cell."""


def read(folder: Path, name: str, content: bytes | str) -> Document:
    """Write a file of a name and read it."""
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return read_document(read_source(path))


def lines(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def cells(document: Document) -> list[list[tuple[int, str]]]:
    return [
        [(cell.column, document.text[cell.start : cell.end]) for cell in block.cells]
        for block in document.blocks
        if block.kind == "row"
    ]


def zipped(parts: dict[str, bytes | str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def docx(body: str, numbering: str = "", styles: str = "") -> bytes:
    """A Word file around the XML of its body."""
    parts: dict[str, bytes | str] = {
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    }
    if numbering:
        parts["word/numbering.xml"] = f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'
    if styles:
        parts["word/styles.xml"] = f'<w:styles xmlns:w="{W}">{styles}</w:styles>'
    return zipped(parts)


def paragraph(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def pdf(pages: Sequence[Sequence[Text | Frame] | str]) -> bytes:
    """A PDF of A4 pages: words at their places, and frames; SCAN for a page that is a picture."""
    document = pypdfium2.PdfDocument.new()
    data = FONT.read_bytes()
    buffer = (ctypes.c_ubyte * len(data)).from_buffer_copy(data)
    font = pdfium.FPDFText_LoadFont(
        document.raw, buffer, len(data), pdfium.FPDF_FONT_TRUETYPE, True
    )
    for items in pages:
        page = document.new_page(595, 842)
        if items == SCAN:
            scanned(document, page)
            items = ()
        for item in items:
            pdfium.FPDFPage_InsertObject(page.raw, _drawn(document, font, item))
        pdfium.FPDFPage_GenerateContent(page.raw)
    target = io.BytesIO()
    document.save(target)
    document.close()
    return target.getvalue()


SCAN = "a picture that fills the page"


def scanned(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> None:
    picture = pypdfium2.PdfImage.new(document)
    picture.set_bitmap(pypdfium2.PdfBitmap.new_native(20, 20, pdfium.FPDFBitmap_BGR))
    picture.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
    page.insert_obj(picture)


def _drawn(document: pypdfium2.PdfDocument, font: object, item: Text | Frame) -> object:
    left, top, third, fourth = item
    if isinstance(fourth, str):
        drawn = pdfium.FPDFPageObj_CreateTextObj(document.raw, font, third)
        encoded = (fourth + "\0").encode("utf-16-le")
        words = (ctypes.c_ushort * (len(encoded) // 2)).from_buffer_copy(encoded)
        pdfium.FPDFText_SetText(drawn, words)
        pdfium.FPDFPageObj_Transform(drawn, 1, 0, 0, 1, left, 842 - top - third)
        return drawn
    frame = pdfium.FPDFPageObj_CreateNewRect(left, 842 - top - fourth, third, fourth)
    pdfium.FPDFPath_SetDrawMode(frame, 0, True)
    pdfium.FPDFPageObj_SetStrokeColor(frame, 0, 0, 0, 255)
    return frame
