"""A briefing as slides: a title, then for each section its words, its figures, its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ui.briefing.contents import Briefing, Rows, figure_pages
from ui.briefing.template import Template
from ui.figures import font
from ui.figures.drawing import LEADING, SLIDE, Box, Drawing
from ui.figures.frame import Caption, label
from ui.figures.layouts import load
from ui.figures.layouts.tables import Line, Table, draw_table
from ui.figures.look import INK, PANEL, PANEL_EDGE, QUIET
from ui.figures.scope import Scope
from ui.figures.words import as_of, asked, source
from ui.figures.writers import slides

_MARGIN = 60.0
_TEXT = 18.0
_SIZES = (28.0, 24.0, 20.0)  # of a slide's words, where they fit; else _TEXT
_CARD = 150.0
_HEAD = 26.0
_ACCENT = "#0072B2"


def write_deck(briefing: Briefing, template: Template) -> bytes:
    """PPTX, every shape native; what a section says stands in the notes of its figures too."""
    pages = list(_pages(briefing))
    font.check(text for page, _ in pages for text in page.texts())
    deck = slides.open_deck(template.base("pptx"), pages[0][0])
    for at, (page, notes) in enumerate(pages, 1):
        slides.add_slide(deck, _counted(page, at) if at > 1 else page, notes)
    return slides.deck_bytes(deck)


def _pages(briefing: Briefing) -> Iterator[tuple[Drawing, str]]:
    yield _title(briefing), ""
    figures = tables = 0
    for section in briefing.sections:
        said = "\n".join(section.paragraphs)
        for page in _words(section.heading, section.paragraphs):
            yield page, ""
        for name in section.figures:
            pages = figure_pages(briefing.scope, name, SLIDE, figures + 1)
            figures += bool(pages)
            for page in pages:
                yield page, said
        for table in section.tables:
            tables += 1
            for page in _table(briefing, table, tables):
                yield page, ""


def _title(briefing: Briefing) -> Drawing:
    room = SLIDE.width - 2 * _MARGIN
    title = label("title", briefing.title, _MARGIN, 190, room, 36, align="start", bold=True)
    rule = Box("rule", _MARGIN, title.bottom + 12, 160, 4, fill=_ACCENT)
    about = label("about", briefing.about, _MARGIN, rule.bottom + 14, room, _TEXT, align="start",
                  ink=QUIET)  # fmt: skip
    cards = _cards(briefing.scope, about.bottom + 40)
    return Drawing(SLIDE, (title, rule, about, *cards), title=briefing.title)


def _cards(scope: Scope, y: float) -> Iterator[Box]:
    """How large the plan is, in a few numbers."""
    targets = scope.targets()
    counted = (
        ("支柱", len(scope.pillars)),
        ("举措", len(scope.measures)),
        ("目标", len(targets)),
        ("定量目标", sum(target.properties["kind"] == "quantified" for target in targets)),
        ("责任单位", len(load.counted(scope))),
    )
    for at, (word, number) in enumerate((word, number) for word, number in counted if number):
        x = _MARGIN + at * (_CARD + 12)
        yield Box(f"card {word}", x, y, _CARD, 84, fill=PANEL, stroke=PANEL_EDGE, panel=True,
                  text=f"{word}{number}")  # fmt: skip
        yield label(f"number {word}", str(number), x, y + 8, _CARD, 32, ink=_ACCENT, bold=True)
        yield label(f"word {word}", word, x, y + 56, _CARD, 14, ink=QUIET)


def _counted(page: Drawing, at: int) -> Drawing:
    """With the number of the slide in the corner below."""
    size = SLIDE.smallest
    number = label("page", str(at), SLIDE.width - 88, SLIDE.height - 12, 60, size, align="end",
                   ink=QUIET)  # fmt: skip
    return replace(page, boxes=(*page.boxes, number))


def _words(heading: str, paragraphs: tuple[str, ...]) -> Iterator[Drawing]:
    """Paragraphs on as many slides as they need."""
    room = SLIDE.width - 2 * _MARGIN
    head = label("title", heading, _MARGIN, 36, room, _HEAD, align="start", bold=True)
    rule = Box("rule", _MARGIN, head.bottom + 6, 90, 3, fill=_ACCENT)
    top = rule.bottom + 24
    tried = (list(_set(paragraphs, top, room, size)) for size in _SIZES)
    chosen = next((slides for slides in tried if len(slides) == 1), None)
    for boxes in chosen or _set(paragraphs, top, room, _TEXT):
        yield Drawing(SLIDE, (head, rule, *boxes), title=heading)


def _set(
    paragraphs: Sequence[str], top: float, room: float, size: float
) -> Iterator[tuple[Box, ...]]:
    """Paragraphs under each other, as many to a slide as it holds."""
    boxes: list[Box] = []
    y = top
    for at, paragraph in enumerate(paragraphs):
        box = label(f"paragraph {at}", paragraph, _MARGIN, y, room, size, align="start", ink=INK)
        if boxes and box.bottom > SLIDE.height - 40:
            yield tuple(boxes)
            box = replace(box, y=top)
            boxes = []
        boxes.append(box)
        y = box.bottom + size * LEADING
    if boxes:
        yield tuple(boxes)


def _table(briefing: Briefing, rows: Rows, number: int) -> tuple[Drawing, ...]:
    scope = briefing.scope
    caption = Caption(
        f"{scope.title}：{rows.title}",
        source(scope.subgraph, scope.everything(), scope.documents),
        as_of(scope.subgraph, scope.documents),
        asked(*(name for name in [rows.question] if name), plan=scope.title),
        number=number,
        note=f"共{len(rows.rows)}项",
        sign="表",
    )
    aligns = tuple("start" for _ in rows.heads)
    table = Table(rows.heads, rows.shares, aligns, tuple(Line(row) for row in rows.rows))
    return draw_table(table, SLIDE, lambda _: caption)
