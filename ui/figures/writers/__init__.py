"""A drawing as a file: one module a family of formats, each a pure function to bytes.

WRITERS makes one file of all pages; a format that holds one page a file is in SINGLE.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ui.figures.drawing import PAGE, SLIDE, Drawing, Sheet
from ui.figures.writers.diagrams import write_drawio, write_mermaid
from ui.figures.writers.page import write_html
from ui.figures.writers.raster import write_pdf, write_png
from ui.figures.writers.report import write_docx
from ui.figures.writers.slides import write_pptx
from ui.figures.writers.svg import write_svg

SINGLE: dict[str, Callable[[Drawing], bytes]] = {
    "svg": write_svg,
    "png": write_png,
}
"""Formats of one page a file."""

WRITERS: dict[str, Callable[[Sequence[Drawing]], bytes]] = {
    "pdf": write_pdf,
    "pptx": write_pptx,
    "docx": write_docx,
    "html": write_html,
    "drawio": write_drawio,
    "mmd": write_mermaid,
}
"""Formats that hold all pages in one file."""

FORMATS = (*SINGLE, *WRITERS)


def sheet_for(format: str) -> Sheet:
    """An official document's page for DOCX, a slide for everything else."""
    return PAGE if format == "docx" else SLIDE
