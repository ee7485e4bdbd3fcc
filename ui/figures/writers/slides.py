"""PPTX: a slide a page, every box a native shape, every line a glued connector.

The sentence behind a box is its alternative text; all of a slide's sentences stand in its notes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from graph.errors import ExportError
from graph.exchange.files import without_clock
from ui.figures.drawing import LEADING, Box, Connector, Drawing
from ui.figures.writers.metadata import about, for_office

FONT = "微软雅黑"
"""On the machines where slides are shown; every ideograph is one em wide in any font."""

LATIN = "Arial"
"""Letters and numbers: as wide as those of our own font, and on every machine."""

_BLANK = 6  # the layout without placeholders in python-pptx's own template
_EMU = 12700  # in a point
_SITES = {"top": 0, "left": 1, "bottom": 2, "right": 3}


def write_pptx(pages: Sequence[Drawing], template: Path | None = None) -> bytes:
    """All pages as slides; `template` gives master, theme and logo."""
    deck = open_deck(template, pages[0] if pages else None)
    for page in pages:
        add_slide(deck, page)
    return deck_bytes(deck)


def open_deck(template: Path | None, first: Drawing | None) -> Any:
    """A presentation without new slides, large enough for pages like the first.

    Raises ExportError for a template that is none.
    """
    from pptx import Presentation
    from pptx.util import Emu

    try:
        deck = Presentation(str(template) if template else None)
    except Exception as error:  # whatever a broken file makes the library raise
        raise ExportError(
            f"this template cannot be used: {error}", where=str(template),
            hint="it must be a .pptx that PowerPoint opens",
        ) from error  # fmt: skip
    if first is not None:
        wide, high = (Emu(round(side * _EMU)) for side in (first.sheet.width, first.sheet.height))
        if (deck.slide_width or 0) < wide or (deck.slide_height or 0) < high:
            deck.slide_width, deck.slide_height = wide, high
        deck.core_properties.title = for_office(first.title)
        deck.core_properties.subject = for_office(about(first))
        deck.core_properties.author = "plangraph"
        deck.core_properties.last_modified_by = "plangraph"
    return deck


def add_slide(deck: Any, page: Drawing, notes: str = "") -> Any:
    """One page at the end of the deck."""
    slide = deck.slides.add_slide(_blank(deck))
    shapes: dict[str, Any] = {}
    for box in sorted(page.boxes, key=_reading_order):
        shapes[box.key] = _add_box(slide, box)
    for connector in page.connectors:
        _add_connector(slide, connector, shapes)
    origin = "\n".join(f"{name}：{value}" for name, value in page.about.items())
    quotes = "\n".join(f"“{quote}”" for quote in page.quotes())
    parts = (page.title, origin, notes, f"原文：\n{quotes}" if quotes else "")
    slide.notes_slide.notes_text_frame.text = "\n\n".join(part for part in parts if part)
    return slide


def deck_bytes(deck: Any) -> bytes:
    """The file, the same for the same slides."""
    file = io.BytesIO()
    deck.save(file)
    return without_clock(file.getvalue())


def _reading_order(box: Box) -> tuple[bool, bool]:
    """The title is read first; panels lie under what stands in them."""
    return (box.key != "title", not box.panel)


def _blank(deck: Any) -> Any:
    layouts = deck.slide_layouts
    empty = [layout for layout in layouts if not len(layout.placeholders)]
    return empty[0] if empty else layouts[min(_BLANK, len(layouts) - 1)]


def _add_box(slide: Any, box: Box) -> Any:
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.util import Emu

    place = [Emu(round(v * _EMU)) for v in (box.x, box.y, box.width, box.height)]
    if box.fill or box.stroke:
        kinds = {
            "rectangle": MSO_SHAPE.RECTANGLE, "round": MSO_SHAPE.ROUNDED_RECTANGLE,
            "roof": MSO_SHAPE.TRAPEZOID, "diamond": MSO_SHAPE.DIAMOND, "ellipse": MSO_SHAPE.OVAL,
        }  # fmt: skip
        shape = slide.shapes.add_shape(kinds[box.shape], *place)
        _paint(shape, box)
    else:
        shape = slide.shapes.add_textbox(*place)
    shape.name = (box.text or box.key)[:80]
    if box.quote:
        shape._element._nvXxPr.cNvPr.set("descr", box.quote)
    if box.lines:
        _set_text(shape.text_frame, box)
    return shape


def _plain(shape: Any) -> None:
    """Without the theme's shadow and outline."""
    for style in shape._element.findall(_tag("p:style")):
        shape._element.remove(style)


def _paint(shape: Any, box: Box) -> None:
    from pptx.util import Pt

    _plain(shape)
    if box.shape == "round":
        shape.adjustments[0] = min(0.5, 5 / max(min(box.width, box.height), 1))
    if box.shape == "roof":
        shape.adjustments[0] = min(box.width * 0.1, box.height) / min(box.width, box.height)
    if box.fill:
        shape.fill.solid()
        shape.fill.fore_color.rgb = _colour(box.fill)
    else:
        shape.fill.background()
    if box.stroke:
        shape.line.color.rgb = _colour(box.stroke)
        shape.line.width = Pt(0.75)
    else:
        shape.line.fill.background()


def _set_text(frame: Any, box: Box) -> None:
    from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
    from pptx.util import Pt

    aligns = {"start": PP_ALIGN.LEFT, "middle": PP_ALIGN.CENTER, "end": PP_ALIGN.RIGHT}
    flowing = not box.stroke or box.key.startswith("row ")  # a text; in a chip the lines are set
    frame.word_wrap = flowing
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_top = frame.margin_bottom = 0
    frame.margin_left = frame.margin_right = Pt(box.padding)
    paragraph = frame.paragraphs[0]
    paragraph.alignment = aligns[box.align]
    paragraph.line_spacing = Pt(box.size * LEADING)
    for place, line in enumerate(box.text.split("\n") if flowing and box.text else box.lines):
        if place:
            paragraph.add_line_break()
        run = paragraph.add_run()
        run.text = line
        run.font.size = Pt(box.size)
        run.font.bold = box.bold
        run.font.color.rgb = _colour(box.ink)
        properties = run._r.get_or_add_rPr()
        properties.set("lang", "zh-CN")  # quotation marks are Chinese ones then, one em wide
        properties.set("altLang", "en-US")
        _set_fonts(properties)


def _set_fonts(properties: Any) -> None:
    """Latin, East Asian and complex script: `font.name` alone sets only the first."""
    from pptx.oxml.ns import qn

    for tag, family in (("a:latin", LATIN), ("a:ea", FONT), ("a:cs", LATIN)):
        element = properties.find(qn(tag))
        if element is None:
            element = properties.makeelement(qn(tag), {})
            properties.append(element)
        element.set("typeface", family)


def _add_connector(slide: Any, connector: Connector, shapes: dict[str, Any]) -> None:
    from pptx.enum.dml import MSO_LINE
    from pptx.enum.shapes import MSO_CONNECTOR
    from pptx.util import Emu, Pt

    start, end = connector.points[0], connector.points[-1]
    kind = MSO_CONNECTOR.ELBOW if len(connector.points) > 2 else MSO_CONNECTOR.STRAIGHT
    ends = (Emu(round(value * _EMU)) for value in (*start, *end))
    line = slide.shapes.add_connector(kind, *ends)
    _plain(line)
    line.name = connector.text or connector.key
    line.line.color.rgb = _colour(connector.ink)
    line.line.width = Pt(connector.weight)
    if connector.dashed:
        line.line.dash_style = MSO_LINE.DASH
    if connector.arrow:
        outline = line.line._get_or_add_ln()
        outline.append(outline.makeelement(_tag("a:tailEnd"), {"type": "triangle"}))
    for element, key, point in (
        ("a:stCxn", connector.source, start),
        ("a:endCxn", connector.target, end),
    ):
        _glue(line, element, shapes[key], point)


def _glue(line: Any, element: str, shape: Any, point: tuple[float, float]) -> None:
    """Tie an end to a side of a shape without moving it from where it was drawn."""
    x, y = (value * _EMU for value in point)
    left, top = shape.left, shape.top
    middle = (left + shape.width / 2, top + shape.height / 2)
    places = {
        "top": (middle[0], top), "left": (left, middle[1]),
        "bottom": (middle[0], top + shape.height), "right": (left + shape.width, middle[1]),
    }  # fmt: skip
    side = min(places, key=lambda s: (places[s][0] - x) ** 2 + (places[s][1] - y) ** 2)
    properties = line._element.nvCxnSpPr.cNvCxnSpPr
    tie = {"id": str(shape.shape_id), "idx": str(_SITES[side])}
    properties.append(properties.makeelement(_tag(element), tie))


def _colour(colour: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor(*bytes.fromhex(colour.removeprefix("#")))  # type: ignore[no-untyped-call]


def _tag(name: str) -> str:
    from pptx.oxml.ns import qn

    tag: str = qn(name)
    return tag
