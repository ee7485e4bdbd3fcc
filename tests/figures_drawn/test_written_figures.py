"""Figures as files, opened again by the libraries of their formats."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pdfplumber
import pptx
import pytest
from lxml import etree
from PIL import Image
from plans_to_draw import city, large, seed
from pptx.util import Pt

from graph.elements import Node, Subgraph
from graph.errors import ExportError, StrategyError
from graph.exchange import EXPORTERS
from ui.figures.catalog import draw_figure, render, write_figure
from ui.figures.drawing import PAGE, SLIDE, Drawing
from ui.figures.writers import FORMATS
from ui.figures.writers.outlines import outlined
from ui.figures.writers.svg import svg

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def house() -> tuple[Drawing, ...]:
    return draw_figure(seed(), "house")


def only(pages: tuple[Drawing, ...], format_: str) -> bytes:
    (data,) = render(pages, format_).values()
    return data


def chips(page: Drawing) -> list[str]:
    return [box.text for box in page.boxes if box.node]


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_figure_gives_the_same_bytes(format_: str) -> None:
    sheet = PAGE if format_ == "docx" else SLIDE
    one, two = (render(draw_figure(city(), "roadmap", {}, sheet), format_) for _ in range(2))
    assert one == two


@pytest.mark.parametrize("format_", ["pptx", "docx", "xlsx"])
def test_no_clock_shows_in_an_office_file(format_: str) -> None:
    if format_ == "xlsx":
        data = EXPORTERS["xlsx"].write(seed())
    else:
        data = only(draw_figure(seed(), "coverage"), format_)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        core = package.read("docProps/core.xml").decode("utf-8")
        packed = {entry.date_time for entry in package.infolist()}
    assert set(re.findall(r"<dcterms:[^>]*>([^<]*)<", core)) == {"2000-01-01T00:00:00Z"}
    assert packed == {(1980, 1, 1, 0, 0, 0)}


def test_svg_is_live_text(house: tuple[Drawing, ...]) -> None:
    root = etree.fromstring(only(house, "svg"))
    assert root.get("viewBox") == "0 0 960 540"
    assert root.get("width") == "960pt"
    lines = [span.text for span in root.iter(f"{SVG}tspan")]
    assert sorted(lines) == sorted(house[0].texts())
    assert "数据来源" in root.findtext(f"{SVG}desc")
    assert {found.tag for found in root.iter()} & {f"{SVG}script", f"{SVG}image"} == set()


def test_png_has_three_hundred_dots_an_inch(house: tuple[Drawing, ...]) -> None:
    with Image.open(io.BytesIO(only(house, "png"))) as image:
        assert image.size in ((3999, 2250), (4000, 2250))
        assert {round(dots) for dots in image.info["dpi"]} == {300}
        darkest, lightest = image.convert("L").getextrema()
        assert (darkest < 60, lightest) == (True, 255)


def test_a_picture_of_dots_has_a_shape_for_every_sign_where_the_text_has_it(
    house: tuple[Drawing, ...],
) -> None:
    root = etree.fromstring(outlined(house[0]))
    assert list(root.iter(f"{SVG}text")) == []
    shapes = {item.get("id") for item in root.iter(f"{SVG}path") if item.get("id")}
    uses = [item.get("href") for item in root.iter(f"{SVG}use")]
    signs = [sign for text in house[0].texts() for sign in text if not sign.isspace()]
    assert sorted(uses) == sorted(f"#g{ord(sign)}" for sign in signs)
    assert shapes == {f"g{ord(sign)}" for sign in signs}
    live = etree.fromstring(svg(house[0]))
    baselines = [round(float(span.get("y")), 2) for span in live.iter(f"{SVG}tspan")]
    moved = [re.match(r"translate\(\S+ (\S+)\)", item.get("transform", ""))
             for item in root.iter(f"{SVG}g")]  # fmt: skip
    assert [float(found[1]) for found in moved if found] == baselines


def test_pdf_can_be_searched_and_brings_its_font() -> None:
    pages = draw_figure(city(), "ledger")
    with pdfplumber.open(io.BytesIO(only(pages, "pdf"))) as pdf:
        assert len(pdf.pages) == len(pages) > 1
        assert {(round(p.width), round(p.height)) for p in pdf.pages} == {(960, 540)}
        assert "目标台账" in pdf.pages[0].extract_text()
        fonts = {char["fontname"] for page in pdf.pages for char in page.chars}
        assert all(re.fullmatch(r"[A-Z]{6}\+PlangraphSans.*", name) for name in fonts)


def test_slides_hold_native_shapes_with_their_sentences(house: tuple[Drawing, ...]) -> None:
    deck = pptx.Presentation(io.BytesIO(only(house, "pptx")))
    assert (deck.slide_width, deck.slide_height) == (Pt(960), Pt(540))
    (slide,) = deck.slides
    described = {
        shape.name: shape._element._nvXxPr.cNvPr.get("descr")
        for shape in slide.shapes
        if shape._element._nvXxPr.cNvPr.get("descr")
    }
    quotes = {box.text[:80]: box.quote for box in house[0].boxes if box.quote}
    assert described == quotes
    assert not [shape for shape in slide.shapes if shape.shape_type == 13]  # no picture
    notes = slide.notes_slide.notes_text_frame.text
    assert notes.startswith("图1　“大智能”战略：战略屋\n\n数据来源：")
    assert all(f"“{quote}”" in notes for quote in quotes.values())
    sizes = [r.font.size.pt for s in slide.shapes if s.has_text_frame
             for p in s.text_frame.paragraphs for r in p.runs]  # fmt: skip
    assert min(sizes) >= 9
    assert b'<a:ea typeface="' in etree.tostring(slide._element)


def test_lines_on_slides_are_glued_to_what_they_join() -> None:
    pages = draw_figure(city(), "lanes")
    deck = pptx.Presentation(io.BytesIO(only(pages, "pptx")))
    slide = deck.slides[0]
    ids = {shape.shape_id for shape in slide.shapes}
    lines = [shape for shape in slide.shapes if shape.shape_type == 9]
    ends = [
        int(tie.get("id"))
        for line in lines
        for tie in line._element.nvCxnSpPr.cNvCxnSpPr.iter()
        if tie.tag.endswith(("stCxn", "endCxn"))
    ]
    assert len(lines) == len(pages[0].connectors) > 5
    assert len(ends) == 2 * len(lines)
    assert set(ends) <= ids


def test_a_report_page_is_a4_with_the_picture_as_wide_as_the_text() -> None:
    pages = draw_figure(seed(), "house", {}, PAGE)
    document = docx.Document(io.BytesIO(only(pages, "docx")))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    (picture,) = document.inline_shapes
    assert round(picture.width.mm) == 156
    assert picture._inline.docPr.get("descr").startswith("图1　“大智能”战略：战略屋；")


def test_drawio_keeps_every_box_and_line() -> None:
    pages = draw_figure(city(), "roadmap")
    root = etree.fromstring(only(pages, "drawio"))
    assert [d.get("name") for d in root.iter("diagram")] == [page.title for page in pages]
    first = next(root.iter("diagram"))
    assert len(list(first.iter("UserObject"))) == len(pages[0].boxes)
    tips = {item.get("tooltip") for item in first.iter("UserObject")} - {None}
    assert tips == {box.quote for box in pages[0].boxes if box.quote}


def test_mermaid_nests_boxes_in_their_panels(house: tuple[Drawing, ...]) -> None:
    text = only(house, "mmd").decode("utf-8")
    lines = text.splitlines()
    assert lines[:4] == ["---", "title: 图1　“大智能”战略：战略屋", "---", "flowchart LR"]
    assert lines.count("  end") == sum(line.startswith("  subgraph") for line in lines) > 2
    assert all(f'"{word}"' in text for word in chips(house[0]))
    with pytest.raises(ExportError, match="a table cannot be written as Mermaid"):
        render(draw_figure(seed(), "ledger"), "mmd")


def test_the_page_asks_for_nothing_and_shows_every_sentence(house: tuple[Drawing, ...]) -> None:
    text = only(house, "html").decode("utf-8")
    outside = set(re.findall(r"https?://[^\"'\s<]+", text)) - {"http://www.w3.org/2000/svg"}
    assert outside == set()
    assert "default-src 'none'" in text
    assert all(box.quote in text for box in house[0].boxes)
    assert "@font-face" in text
    assert len(text) < 400_000


def test_what_a_document_says_is_never_markup() -> None:
    """In every format that is made of text."""
    graph = large(6)
    evil = '</text></svg><script>alert("x")</script>&amp;'
    nodes = [
        Node(n.id, n.label, {**n.properties, "name": evil}, n.evidence)
        if n.label == "Measure"
        else n
        for n in graph.nodes
    ]
    pages = draw_figure(Subgraph.of(nodes, graph.edges), "house")
    for format_ in ("svg", "html", "drawio", "mmd"):
        text = only(pages, format_).decode("utf-8")
        assert "<script>alert" not in text
    assert etree.fromstring(only(pages, "svg")).findall(f".//{SVG}script") == []
    etree.fromstring(only(pages, "drawio"))


def test_a_missing_glyph_stops_the_figure_or_is_replaced(tmp_path: Path) -> None:
    graph = large(6)
    nodes = [
        Node(n.id, n.label, {**n.properties, "name": "建设\U0002a6d6工程"}, n.evidence)
        if n.label == "Measure"
        else n
        for n in graph.nodes
    ]
    lacking = Subgraph.of(nodes, graph.edges)
    with pytest.raises(ExportError, match="U\\+2A6D6"):
        write_figure(lacking, "house", {}, tmp_path / "house.svg")
    assert list(tmp_path.iterdir()) == []
    write_figure(lacking, "house", {}, tmp_path / "house.svg", missing="〓")
    assert "建设〓工程" in (tmp_path / "house.svg").read_text("utf-8")


def test_pages_of_a_picture_format_are_numbered_files(tmp_path: Path) -> None:
    written = write_figure(city(), "ledger", {}, tmp_path / "ledger.svg")
    assert [path.name for path in written] == [
        f"ledger-{at}.svg" for at in range(1, len(written) + 1)
    ]
    assert sorted(tmp_path.iterdir()) == written


@pytest.mark.parametrize(
    ("name", "message"),
    [("house.gif", "unknown format “gif”"), ("house", "unknown format “”")],
)
def test_an_unknown_ending_names_the_known_ones(name: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(StrategyError, match=message) as error:
        write_figure(seed(), "house", {}, tmp_path / name)
    assert error.value.hint == (
        "end the name in .svg, .png, .pdf, .pptx, .docx, .html, .drawio, .mmd"
    )


def test_an_existing_figure_stays_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "house.svg"
    path.write_text("mine", "utf-8")
    with pytest.raises(ExportError, match="the file exists"):
        write_figure(seed(), "house", {}, path)
    assert path.read_text("utf-8") == "mine"
    write_figure(seed(), "house", {}, path, force=True)
    assert path.read_text("utf-8").startswith("<svg")
