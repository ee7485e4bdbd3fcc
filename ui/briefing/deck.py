"""A briefing as slides: a title, then for each section its words, its figures, its tables."""

from __future__ import annotations

from collections.abc import Iterator

from ui.briefing.contents import Briefing, Rows, figure_pages
from ui.briefing.template import Template
from ui.figures import font
from ui.figures.drawing import LEADING, SLIDE, Box, Drawing
from ui.figures.frame import Caption, label
from ui.figures.layouts.tables import Line, Table, draw_table
from ui.figures.look import INK, QUIET
from ui.figures.words import as_of, source
from ui.figures.writers import slides

_MARGIN = 60.0
_TEXT = 18.0
_HEAD = 26.0
_ACCENT = "#0072B2"


def write_deck(briefing: Briefing, template: Template) -> bytes:
    """PPTX, every shape native; what a section says stands in the notes of its figures too."""
    pages = list(_pages(briefing))
    font.check(text for page, _ in pages for text in page.texts())
    deck = slides.open_deck(template.base("pptx"), pages[0][0])
    for page, notes in pages:
        slides.add_slide(deck, page, notes)
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
    return Drawing(SLIDE, (title, rule, about), title=briefing.title)


def _words(heading: str, paragraphs: tuple[str, ...]) -> Iterator[Drawing]:
    """Paragraphs on as many slides as they need."""
    room = SLIDE.width - 2 * _MARGIN
    head = label("title", heading, _MARGIN, 36, room, _HEAD, align="start", bold=True)
    rule = Box("rule", _MARGIN, head.bottom + 6, 90, 3, fill=_ACCENT)
    y = rule.bottom + 24
    boxes: list[Box] = []
    for at, paragraph in enumerate(paragraphs):
        box = label(f"paragraph {at}", paragraph, _MARGIN, y, room, _TEXT, align="start", ink=INK)
        if boxes and box.bottom > SLIDE.height - 40:
            yield Drawing(SLIDE, (head, rule, *boxes), title=heading)
            boxes, y = [], rule.bottom + 24
            box = label(box.key, paragraph, _MARGIN, y, room, _TEXT, align="start", ink=INK)
        boxes.append(box)
        y = box.bottom + _TEXT * LEADING
    if boxes:
        yield Drawing(SLIDE, (head, rule, *boxes), title=heading)


def _table(briefing: Briefing, rows: Rows, number: int) -> tuple[Drawing, ...]:
    scope = briefing.scope
    caption = Caption(
        f"{scope.title}：{rows.title}",
        source(scope.subgraph, scope.everything(), scope.documents),
        as_of(scope.subgraph, scope.documents),
        f"plan={scope.title}",
        number=number,
        note=f"共{len(rows.rows)}行",
        sign="表",
    )
    aligns = tuple("start" for _ in rows.heads)
    table = Table(rows.heads, rows.shares, aligns, tuple(Line(row) for row in rows.rows))
    return draw_table(table, SLIDE, lambda _: caption)
