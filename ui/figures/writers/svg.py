"""SVG with live text: it can be searched, selected and edited, and it is the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from ui.figures.drawing import LEADING, Box, Connector, Drawing
from ui.figures.font import FALLBACKS, FAMILY

_ASCENT = 0.88  # of the em, where the ideographs' box begins above the baseline
_ROUND = 5
_ANCHORS = {"start": "start", "middle": "middle", "end": "end"}


def write_svg(drawing: Drawing) -> bytes:
    """One page."""
    return svg(drawing).encode("utf-8")


def svg(drawing: Drawing, *, families: str = "", unit: str = "pt") -> str:
    """The page as text; `families` replaces the list of fonts."""
    sheet = drawing.sheet
    fonts = families or ", ".join(f"'{name}'" for name in (FAMILY, *FALLBACKS))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(sheet.width)}{unit}" '
        f'height="{_n(sheet.height)}{unit}" viewBox="0 0 {_n(sheet.width)} {_n(sheet.height)}" '
        f'font-family="{fonts}" role="img">',
        f"<title>{escape(drawing.title)}</title>",
        f"<desc>{escape('；'.join(f'{k}：{v}' for k, v in drawing.about.items()))}</desc>",
        '<defs><marker id="arrow" viewBox="0 0 6 6" refX="5.5" refY="3" markerWidth="6" '
        'markerHeight="6" orient="auto"><path d="M0,0.4 L6,3 L0,5.6 z" fill="#555555"/></marker>'
        "</defs>",
        f'<rect width="{_n(sheet.width)}" height="{_n(sheet.height)}" fill="#FFFFFF"/>',
    ]
    for box in drawing.boxes:
        if box.panel:
            parts += _box(box)
    for connector in drawing.connectors:
        parts.append(_connector(connector))
    for box in drawing.boxes:
        if not box.panel:
            parts += _box(box)
    return "\n".join((*parts, "</svg>", ""))


def _box(box: Box) -> Iterator[str]:
    if box.node or box.quote:
        yield f"<g data-node={quoteattr(box.node)}><title>{escape(_tip(box))}</title>"
    if box.fill or box.stroke:
        yield _shape(box)
    if box.lines:
        yield from _lines(box)
    if box.node or box.quote:
        yield "</g>"


def _tip(box: Box) -> str:
    return "\n".join(text for text in (box.text, f"“{box.quote}”" if box.quote else "") if text)


def _shape(box: Box) -> str:
    paint = f'fill="{box.fill or "none"}" stroke="{box.stroke or "none"}" stroke-width="0.8"'
    if box.shape == "roof":
        points = " ".join(f"{_n(x)},{_n(y)}" for x, y in roof(box))
        return f'<polygon points="{points}" {paint}/>'
    if box.shape == "diamond":
        x, y = box.centre
        corners = ((x, box.y), (box.right, y), (x, box.bottom), (box.x, y))
        points = " ".join(f"{_n(a)},{_n(b)}" for a, b in corners)
        return f'<polygon points="{points}" {paint}/>'
    if box.shape == "ellipse":
        x, y = box.centre
        radii = f'rx="{_n(box.width / 2)}" ry="{_n(box.height / 2)}"'
        return f'<ellipse cx="{_n(x)}" cy="{_n(y)}" {radii} {paint}/>'
    corner = f' rx="{_ROUND}"' if box.shape == "round" else ""
    return (
        f'<rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" '
        f'height="{_n(box.height)}"{corner} {paint}/>'
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


def _lines(box: Box) -> Iterator[str]:
    pitch = box.size * LEADING
    top = box.y + (box.height - len(box.lines) * pitch) / 2
    x = {
        "start": box.x + box.padding,
        "middle": box.x + box.width / 2,
        "end": box.right - box.padding,
    }[box.align]
    heavy = f' stroke="{box.ink}" stroke-width="{_n(box.size * 0.03)}"' if box.bold else ""
    yield (
        f'<text text-anchor="{_ANCHORS[box.align]}" font-size="{_n(box.size)}" '
        f'fill="{box.ink}"{heavy}>'
    )
    for place, line in enumerate(box.lines):
        y = top + pitch * place + (pitch - box.size) / 2 + box.size * _ASCENT
        yield f'<tspan x="{_n(x)}" y="{_n(y)}">{escape(line)}</tspan>'
    yield "</text>"


def _connector(connector: Connector) -> str:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in connector.points)
    dash = ' stroke-dasharray="4 3"' if connector.dashed else ""
    arrow = ' marker-end="url(#arrow)"' if connector.arrow else ""
    return (
        f'<polyline points="{points}" fill="none" stroke="{connector.ink}" '
        f'stroke-width="{_n(connector.weight)}"{dash}{arrow}/>'
    )


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
