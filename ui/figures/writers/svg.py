"""SVG with live text: it can be searched, selected and edited, and it is the same every time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape, quoteattr

from ui.figures.drawing import LEADING, Box, Connector, Drawing
from ui.figures.font import FALLBACKS, FAMILY
from ui.figures.writers.metadata import about

SetLines = Callable[[Box, bool], Iterator[str]]
"""Draws the lines of a box; the second word asks for heavy type."""

_ASCENT = 0.88  # of the em, where the ideographs' box begins above the baseline
_ROUND = 5
_ANCHORS = {"start": "start", "middle": "middle", "end": "end"}


def write_svg(drawing: Drawing) -> bytes:
    """One page."""
    return svg(drawing).encode("utf-8")


def svg(
    drawing: Drawing, *, families: str = "", unit: str = "pt", bold: bool = True,
    set_lines: SetLines | None = None, shapes: str = "",
) -> str:  # fmt: skip
    """The page as text; `families` replaces the list of fonts.

    Our font has one weight, so bold is drawn by a thin stroke; in a PDF that would write the
    text twice, and a search would find neither. `set_lines` draws a box's lines in another way,
    with the help of `shapes` to be used.
    """
    set_lines = set_lines or _lines
    sheet = drawing.sheet
    fonts = families or ", ".join(f"'{name}'" for name in (FAMILY, *FALLBACKS))
    wide, high = number(sheet.width), number(sheet.height)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}{unit}" height="{high}{unit}" '
        f'viewBox="0 0 {wide} {high}" '
        f'font-family="{fonts}" role="img">',
        f"<title>{escape(drawing.title)}</title>",
        f"<desc>{escape(about(drawing))}</desc>",
        '<defs><marker id="arrow" viewBox="0 0 6 6" refX="5.5" refY="3" markerWidth="6" '
        'markerHeight="6" orient="auto"><path d="M0,0.4 L6,3 L0,5.6 z" fill="#555555"/></marker>'
        f"{shapes}</defs>",
        f'<rect width="{wide}" height="{high}" fill="#FFFFFF"/>',
    ]
    for box in drawing.boxes:
        if box.panel:
            parts += _box(box, bold, set_lines)
    for connector in drawing.connectors:
        parts.append(_connector(connector))
    for box in drawing.boxes:
        if not box.panel:
            parts += _box(box, bold, set_lines)
    return "\n".join((*parts, "</svg>", ""))


def _box(box: Box, bold: bool, set_lines: SetLines) -> Iterator[str]:
    if box.node or box.quote:
        yield f"<g data-node={quoteattr(box.node)}><title>{escape(_tip(box))}</title>"
    if box.fill or box.stroke:
        yield _shape(box)
    if box.lines:
        yield from set_lines(box, bold and box.bold)
    if box.node or box.quote:
        yield "</g>"


def _tip(box: Box) -> str:
    return "\n".join(text for text in (box.text, f"“{box.quote}”" if box.quote else "") if text)


def _shape(box: Box) -> str:
    paint = f'fill="{box.fill or "none"}" stroke="{box.stroke or "none"}" stroke-width="0.8"'
    if box.shape == "roof":
        points = " ".join(f"{number(x)},{number(y)}" for x, y in roof(box))
        return f'<polygon points="{points}" {paint}/>'
    if box.shape == "diamond":
        x, y = box.centre
        corners = ((x, box.y), (box.right, y), (x, box.bottom), (box.x, y))
        points = " ".join(f"{number(a)},{number(b)}" for a, b in corners)
        return f'<polygon points="{points}" {paint}/>'
    if box.shape == "ellipse":
        x, y = box.centre
        radii = f'rx="{number(box.width / 2)}" ry="{number(box.height / 2)}"'
        return f'<ellipse cx="{number(x)}" cy="{number(y)}" {radii} {paint}/>'
    corner = f' rx="{_ROUND}"' if box.shape == "round" else ""
    return (
        f'<rect x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}" '
        f'height="{number(box.height)}"{corner} {paint}/>'
    )


def roof(box: Box) -> list[tuple[float, float]]:
    """The corners of a roof: a trapezoid, a tenth narrower at the top on either side."""
    inset = min(box.width * 0.1, box.height)
    return [
        (box.x, box.bottom),
        (box.x + inset, box.y),
        (box.right - inset, box.y),
        (box.right, box.bottom),
    ]


def _lines(box: Box, stroked: bool) -> Iterator[str]:
    x = left(box, 0)
    heavy = f' stroke="{box.ink}" stroke-width="{number(box.size * 0.03)}"' if stroked else ""
    yield (
        f'<text text-anchor="{_ANCHORS[box.align]}" font-size="{number(box.size)}" '
        f'fill="{box.ink}"{heavy}>'
    )
    for line, y in zip(box.lines, baselines(box), strict=True):
        yield f'<tspan x="{number(x)}" y="{number(y)}">{escape(line)}</tspan>'
    yield "</text>"


def left(box: Box, wide: float) -> float:
    """Where a line of that width begins."""
    return {
        "start": box.x + box.padding,
        "middle": box.x + (box.width - wide) / 2,
        "end": box.right - box.padding - wide,
    }[box.align]


def baselines(box: Box) -> list[float]:
    """Where the lines of a box stand: as a block in its middle."""
    pitch = box.size * LEADING
    top = box.y + (box.height - len(box.lines) * pitch) / 2
    first = top + (pitch - box.size) / 2 + box.size * _ASCENT
    return [first + pitch * place for place in range(len(box.lines))]


def _connector(connector: Connector) -> str:
    points = " ".join(f"{number(x)},{number(y)}" for x, y in connector.points)
    dash = ' stroke-dasharray="4 3"' if connector.dashed else ""
    arrow = ' marker-end="url(#arrow)"' if connector.arrow else ""
    return (
        f'<polyline points="{points}" fill="none" stroke="{connector.ink}" '
        f'stroke-width="{number(connector.weight)}"{dash}{arrow}/>'
    )


def number(value: float) -> str:
    """A length with two decimals at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
