"""What stands around every figure: number and title above, legend, source, date, question below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from typing import TypeVar

from graph.errors import ExportError
from graph.schema import NODE_TYPES
from ui.figures.chips import TIGHT
from ui.figures.drawing import LEADING, Box, Connector, Drawing, Sheet
from ui.figures.font import width
from ui.figures.look import INK, QUIET, SIGNS, style
from ui.figures.typeset import wrap


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of the legend: the word, and a box or a dashed line that looks like it."""

    word: str
    fill: str
    stroke: str


@dataclass(frozen=True, slots=True)
class Caption:
    """All that a reader must know of a figure besides the figure.

    `source` names documents and clauses, `as_of` the date of the youngest document, `question`
    the canned question and its filters.
    """

    title: str
    source: str
    as_of: str
    question: str
    legend: tuple[Key, ...] = ()
    number: int = 1
    note: str = ""
    sign: str = "图"

    @property
    def headline(self) -> str:
        """图3　…：战略屋."""
        return f"{self.sign}{self.number}　{self.title}"


@dataclass(frozen=True, slots=True)
class Area:
    """The room left for the figure itself."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


_LOOSE = 0.91
"""Of a width, for a text full of numbers: some programs put a space between them and ideographs."""

NOTHING = "nothing"
"""The key of the words that stand where there is nothing to draw."""

Item = TypeVar("Item")
Body = tuple[Sequence[Box], Sequence[Connector]]


def key_of(label: str, word: str) -> Key:
    """The legend entry of a label of the schema."""
    look = style(label)
    return Key(word, look.fill, look.stroke)


def type_key(label: str) -> Key:
    """The same in the schema's own term, with the sign that its boxes bear: 目标（◆）."""
    sign = f"（{SIGNS[label]}）" if label in SIGNS else ""
    return key_of(label, NODE_TYPES[label].zh + sign)


def framed(sheet: Sheet, caption: Caption, draw: Callable[[Area], Body | None]) -> Drawing | None:
    """The whole page; None when `draw` finds no way to fit its figure into the room."""
    head = _head(sheet, caption)
    foot = _foot(sheet, caption)
    top = max(box.bottom for box in head) + 8
    low = min(box.y for box in foot) - 8
    area = Area(sheet.margin, top, sheet.width - 2 * sheet.margin, low - top)
    body = draw(area)
    if body is None:
        return None
    boxes, connectors = body
    if not boxes:
        head, boxes, foot = head[:1], [_nothing(area, caption.note or "没有内容", sheet)], foot[:1]
    if sheet.width < 600:  # a picture in a text is no higher than it need be
        spare = low - max(box.bottom for box in boxes)
        foot = [replace(box, y=box.y - spare) for box in foot]
        sheet = replace(sheet, height=sheet.height - spare)
    return Drawing(
        sheet, (*head, *boxes, *foot), tuple(connectors), caption.headline,
        {
            "数据来源": caption.source,
            "截至日期": caption.as_of,
            "问题与筛选": caption.question,
        },
    )  # fmt: skip


def paged(
    items: Iterable[Item],
    page: Callable[[Sequence[Item], float], Drawing | None],
    halves: Callable[[Item], tuple[Item, Item] | None] = lambda item: None,
) -> tuple[Drawing, ...]:
    """As few pages as hold all items in their order; at least one, be it empty.

    `page(items, most)` draws some of them in type of at most that size, and gives None when they
    do not fit. An item that does not fit alone is halved while `halves` can. All pages are set
    in type of one size. Raises ExportError rather than leave an item out.
    """
    parts = [part for item in items for part in _parts(item, page, halves)]
    runs: list[list[Item]] = []
    done = 0

    def fits(count: int) -> bool:
        return page(parts[done : done + count], TIGHT) is not None

    while done < len(parts):
        count = _most(len(parts) - done, len(runs[-1]) if runs else 1, fits)
        runs.append(parts[done : done + count])
        done += count
    runs = runs or [[]]
    for tried in (evened(parts, len(runs)), runs):
        pages = [page(run, inf) for run in tried]
        if all(pages):
            break
    sizes = {_type_size(found) for found in pages if found is not None}
    if len(sizes) > 1:
        pages = [page(run, min(sizes)) for run in tried]
    if not all(pages):
        raise ExportError(
            "a part of this figure does not fit on a page in type that can be read",
            hint="choose a smaller plan, or take the ledger or the exported tables",
        )
    return _numbered(found for found in pages if found is not None)


def _numbered(pages: Iterable[Drawing]) -> tuple[Drawing, ...]:
    """Pages of one figure, told apart in their titles when there are several."""
    pages = tuple(pages)
    if len(pages) == 1:
        return pages
    return tuple(
        _titled(page, f"{page.title}（{place}/{len(pages)}）")
        for place, page in enumerate(pages, 1)
    )


def _titled(page: Drawing, title: str) -> Drawing:
    def again(box: Box) -> Box:
        lines = wrap(title, box.width, box.size, balanced=False)
        return replace(box, text=title, lines=lines[: len(box.lines)])

    boxes = tuple(again(box) if box.key == "title" else box for box in page.boxes)
    return replace(page, boxes=boxes, title=title)


def _type_size(page: Drawing) -> float:
    return min((box.size for box in page.boxes if box.lines and box.fill), default=inf)


def _parts(
    item: Item,
    page: Callable[[Sequence[Item], float], Drawing | None],
    halves: Callable[[Item], tuple[Item, Item] | None],
) -> list[Item]:
    two = None if page([item], TIGHT) else halves(item)
    return [part for half in two for part in _parts(half, page, halves)] if two else [item]


def _most(limit: int, guess: int, fits: Callable[[int], bool]) -> int:
    """The largest number up to `limit` that fits, sought from a guess; one is taken as it is."""
    low, high = 1, limit
    while low < high:
        guess = min(max(guess, low + 1), high)
        if fits(guess):
            low, guess = guess, 2 * guess
        else:
            high, guess = guess - 1, (low + guess) // 2
    return low


def evened(items: Sequence[Item], count: int) -> list[Sequence[Item]]:
    """In so many runs of about equal length."""
    each, more = divmod(len(items), count)
    ends = [each * place + min(place, more) for place in range(count + 1)]
    return [items[a:b] for a, b in pairwise(ends)]


def label(key: str, text: str, x: float, y: float, room: float, size: float, **look: object) -> Box:
    """A text without a shape, as high as its lines."""
    lines = wrap(text, room, size, balanced=look.get("align") != "start")
    height = len(lines) * size * LEADING
    return Box(key, x, y, room, height, lines, size, text=text, padding=0, **look)  # type: ignore[arg-type]


def _nothing(area: Area, note: str, sheet: Sheet) -> Box:
    size = 14.0 if sheet.width > 600 else 10.0
    return label(NOTHING, note, area.x, area.y + size * 3, area.width, size, ink=QUIET)


def _head(sheet: Sheet, caption: Caption) -> list[Box]:
    room = sheet.width - 2 * sheet.margin
    slide = sheet.width > 600
    title = label(
        "title", caption.headline, sheet.margin, 16 if slide else 4, room,
        18 if slide else 11, align="start", bold=True, ink=INK,
    )  # fmt: skip
    if not caption.note:
        return [title]
    size = max(sheet.smallest, 10.5 if slide else 8)
    note = label("note", caption.note, sheet.margin, title.bottom + 1, room, size, align="start",
                 ink=QUIET)  # fmt: skip
    return [title, note]


def _foot(sheet: Sheet, caption: Caption) -> list[Box]:
    """Legend, then source, date and question; measured from the bottom up."""
    size = sheet.smallest
    room = sheet.width - 2 * sheet.margin
    parts = (
        f"数据来源：{caption.source}",
        f"截至日期：{caption.as_of}",
        f"问题：{caption.question}",
    )
    words = _joined(parts, room * _LOOSE, size)
    text = label("about", words, sheet.margin, 0, room * _LOOSE, size, align="start", ink=QUIET)
    text = replace(text, width=room)
    text = replace(text, y=sheet.height - text.height - (12 if sheet.width > 600 else 4))
    return [text, *_legend(sheet, caption.legend, text.y - size * LEADING - 4)]


def _joined(parts: Sequence[str], room: float, size: float) -> str:
    """In one line what fits into one, else a line for the next part."""
    lines = [parts[0]]
    for part in parts[1:]:
        longer = f"{lines[-1]} ｜ {part}"
        if width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(part)
    return "\n".join(lines)


def _legend(sheet: Sheet, keys: Sequence[Key], y: float) -> list[Box]:
    size = sheet.smallest
    side = size * 1.05
    x = sheet.margin
    boxes = []
    for key in keys:
        swatch = Box(f"legend {key.word}", x, y + (size * LEADING - side) / 2, side * 1.6, side,
                     fill=key.fill, stroke=key.stroke)  # fmt: skip
        room = width(key.word, size) + 1
        word = label(f"legend word {key.word}", key.word, swatch.right + 4, y, room, size,
                     align="start", ink=QUIET)  # fmt: skip
        boxes += [swatch, word]
        x = word.right + 14
    return boxes
