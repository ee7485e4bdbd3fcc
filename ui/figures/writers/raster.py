"""PNG and PDF out of the SVG, with our font in them and no browser."""

from __future__ import annotations

from functools import cache

from ui.figures.drawing import Drawing
from ui.figures.font import FAMILY, FOLDER
from ui.figures.writers.svg import svg

DOTS_PER_INCH = 300


def write_png(drawing: Drawing) -> bytes:
    """One page at 300 dots per inch."""
    import vl_convert

    _bring_font()
    return vl_convert.svg_to_png(_own_font(drawing), ppi=DOTS_PER_INCH)


def write_pdf(drawing: Drawing) -> bytes:
    """One page, its text searchable, its font embedded."""
    import vl_convert

    _bring_font()
    return vl_convert.svg_to_pdf(_own_font(drawing))


def _own_font(drawing: Drawing) -> str:
    """For the converter, which counts in points when no unit is named."""
    return svg(drawing, families=f"'{FAMILY}'", unit="")


@cache
def _bring_font() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(FOLDER))
