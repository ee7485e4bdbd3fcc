"""A chart as a file: what the page shows, framed like a figure with title, source and date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from html import unescape

import altair as alt

from graph.elements import Node, Subgraph
from ui.explorer.charts import styled
from ui.explorer.downloads import Make
from ui.figures import font
from ui.figures.drawing import SLIDE, Box, Drawing, Sheet
from ui.figures.frame import Area, Body, Caption, framed
from ui.figures.words import as_of, source
from ui.figures.writers.metadata import about, with_pdf_info, with_png_text
from ui.figures.writers.raster import DOTS_PER_INCH, bring_font
from ui.figures.writers.svg import number, svg

_ROOM = SLIDE.width - 2 * SLIDE.margin
_TALL = 4_000.0  # points: a sheet on which any head and foot have room
_PLACE = "chart"
_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')
_TAG = re.compile("<[^>]*>")
_COUNTED = re.compile(r"""((?:id="|url\(#))([a-z]+\d+)(?=["')])""")

Draw = Callable[[], alt.LayerChart]


def chart_choices(draw: Draw, caption: Callable[[], Caption], name: str) -> dict[str, Make]:
    """A chart as PDF, SVG and PNG; chart and caption are made when a file is asked for."""

    def make(ending: str, write: Callable[[alt.LayerChart, Caption], bytes]) -> tuple[str, bytes]:
        return f"{name}.{ending}", write(draw(), caption())

    return {
        "chart_pdf": partial(make, "pdf", chart_pdf),
        "chart_svg": partial(make, "svg", chart_svg),
        "chart_png": partial(make, "png", chart_png),
    }


def caption_of(graph: Subgraph, nodes: Iterable[Node], title: str, question: str) -> Caption:
    """What a figure of these facts says below: their documents, clauses and date."""
    facts = list(nodes)
    documents = {evidence.document for node in facts for evidence in node.evidence}
    return Caption(title, source(graph, facts), as_of(graph, documents), question)


def chart_svg(chart: alt.LayerChart, caption: Caption) -> bytes:
    """With live text."""
    page, inner = _page(chart, caption)
    return _joined(svg(page), page, inner).encode("utf-8")


def chart_pdf(chart: alt.LayerChart, caption: Caption) -> bytes:
    """Text searchable, font embedded."""
    import vl_convert

    page, whole = _whole(chart, caption, bold=False)
    return with_pdf_info(vl_convert.svg_to_pdf(whole), page.title, about(page))


def chart_png(chart: alt.LayerChart, caption: Caption) -> bytes:
    """At 300 dots per inch."""
    import vl_convert

    page, whole = _whole(chart, caption, bold=True)
    png = vl_convert.svg_to_png(whole, ppi=DOTS_PER_INCH)
    return with_png_text(png, {"Title": page.title, "Description": about(page)})


def _whole(chart: alt.LayerChart, caption: Caption, *, bold: bool) -> tuple[Drawing, str]:
    """The page as the converter takes it."""
    page, inner = _page(chart, caption)
    outer = svg(page, families=f"'{font.FAMILY}'", unit="", bold=bold)
    return page, _joined(outer, page, inner)


def _page(chart: alt.LayerChart, caption: Caption) -> tuple[Drawing, str]:
    """The frame with an empty place in it, and the chart that goes there."""
    inner = _converted(chart)
    high = _size(inner)[1]

    def place(area: Area) -> Body:
        return [Box(_PLACE, area.x, area.y, area.width, area.height, panel=True)], []

    def sheet(height: float) -> Drawing:
        page = framed(Sheet(SLIDE.width, height, SLIDE.smallest, SLIDE.margin), caption, place)
        assert page is not None  # an empty place always fits
        return page

    spare = _place_in(sheet(_TALL)).height - high
    page = sheet(_TALL - spare)
    font.check((*page.texts(), unescape(_TAG.sub("", inner))))
    return page, inner


def _converted(chart: alt.LayerChart) -> str:
    import vl_convert

    bring_font()
    sized = styled(chart, "light").properties(
        width=_ROOM, autosize=alt.AutoSizeParams(type="fit-x", contains="padding")
    )
    return _COUNTED.sub(_in_place(), vl_convert.vegalite_to_svg(sized.to_dict()))


def _in_place() -> Callable[[re.Match[str]], str]:
    """Ids from 1 on: the converter counts them over all charts that it has drawn."""
    known: dict[str, str] = {}
    return lambda found: found[1] + known.setdefault(found[2], f"chart{len(known) + 1}")


def _size(inner: str) -> tuple[float, float]:
    """Width and height on the page: never wider than there is room."""
    found = _SIZE.search(inner)
    assert found is not None  # the converter writes both
    wide, high = float(found[1]), float(found[2])
    scale = min(1.0, _ROOM / wide)
    return wide * scale, high * scale


def _place_in(page: Drawing) -> Box:
    return next(box for box in page.boxes if box.key == _PLACE)


def _joined(outer: str, page: Drawing, inner: str) -> str:
    place = _place_in(page)
    wide, high = _size(inner)
    put = (
        f'x="{number(place.x)}" y="{number(place.y)}" '
        f'width="{number(wide)}" height="{number(high)}"'
    )
    return outer.removesuffix("</svg>\n") + _SIZE.sub(put, inner, count=1) + "\n</svg>\n"
