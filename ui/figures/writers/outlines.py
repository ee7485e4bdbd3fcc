"""Text as the shapes of its signs: each sign's outline once, and wherever it stands a use of it.

A picture of dots needs no live text, and the converter draws shapes twice as fast: for every sign
of a text it opens the font anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from ui.figures.drawing import Box, Drawing
from ui.figures.font import FILE, width
from ui.figures.writers.svg import baselines, left, number, svg


def outlined(drawing: Drawing) -> str:
    """The page as SVG without text. Its signs must be in the font (see font.check)."""
    signs = sorted(set().union(*drawing.texts()))
    outlines = ((sign, _outline(sign)) for sign in signs)
    shapes = "".join(f'<path id="{_id(sign)}" d="{path}"/>' for sign, path in outlines if path)
    return svg(drawing, unit="", set_lines=_lines, shapes=shapes)


def _lines(box: Box, stroked: bool) -> Iterator[str]:
    per_em = _font()[2]
    scale = box.size / per_em
    heavy = f' stroke="{box.ink}" stroke-width="{per_em * 0.03:g}"' if stroked else ""
    for line, y in zip(box.lines, baselines(box), strict=True):
        x = left(box, width(line, box.size))
        yield (
            f'<g transform="translate({number(x)} {number(y)}) scale({scale:.6f} {-scale:.6f})" '
            f'fill="{box.ink}"{heavy}>'
        )
        at = 0.0
        for sign in line:
            if _outline(sign):
                yield f'<use href="#{_id(sign)}" x="{number(at)}"/>'
            at += width(sign, per_em)
        yield "</g>"


def _id(sign: str) -> str:
    return f"g{ord(sign)}"


@cache
def _outline(sign: str) -> str:
    """The path of a sign in units of the font, y up; empty for a space."""
    from fontTools.pens.svgPathPen import SVGPathPen

    glyphs, names, _ = _font()
    pen = SVGPathPen(glyphs, ntos=number)
    glyphs[names[ord(sign)]].draw(pen)
    path: str = pen.getCommands()
    return path


@cache
def _font() -> tuple[Any, dict[int, str], int]:
    from fontTools.ttLib import TTFont

    font = TTFont(FILE, lazy=True)  # stays open: glyphs are read as they are asked for
    return font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm
