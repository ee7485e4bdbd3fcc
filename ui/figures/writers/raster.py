"""PNG and PDF out of the SVG, with our font in them and no browser.

The converter counts in points when no unit is named.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from functools import cache

from ui.figures.drawing import Drawing
from ui.figures.font import FAMILY, FOLDER
from ui.figures.writers.metadata import about, with_pdf_info, with_png_text
from ui.figures.writers.outlines import outlined
from ui.figures.writers.svg import svg

DOTS_PER_INCH = 300

_RANDOM_ID = re.compile(rb"/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]")
_CLOCK = re.compile(rb"\(D:\d{14}\+00'00'\)")


def write_png(drawing: Drawing) -> bytes:
    """One page at 300 dots per inch."""
    import vl_convert

    png = vl_convert.svg_to_png(outlined(drawing), ppi=DOTS_PER_INCH)
    return with_png_text(png, {"Title": drawing.title, "Description": about(drawing)})


def write_pdf(pages: Sequence[Drawing]) -> bytes:
    """All pages; text searchable, font embedded."""
    import vl_convert

    bring_font()
    made = [
        vl_convert.svg_to_pdf(svg(page, families=f"'{FAMILY}'", unit="", bold=False))
        for page in pages
    ]
    whole = made[0] if len(made) == 1 else _joined(made)
    return with_pdf_info(whole, pages[0].title, about(pages[0]))


def _joined(parts: Sequence[bytes]) -> bytes:
    from pypdfium2 import PdfDocument

    whole = PdfDocument.new()
    for part in parts:
        whole.import_pages(PdfDocument(part))
    file = io.BytesIO()
    whole.save(file)
    pdf = _RANDOM_ID.sub(lambda found: b" " * len(found[0]), file.getvalue())
    return _CLOCK.sub(rb"(D:20000101000000+00'00')", pdf)


@cache
def bring_font() -> None:
    """Let the converter know our font."""
    import vl_convert

    vl_convert.register_font_directory(str(FOLDER))
