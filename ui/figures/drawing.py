"""The one drawing model: boxes with lines of text, and connectors that join them. Points, y down.

Layouts make it, every writer draws it, and tests measure it: nothing a reader sees is anywhere
else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from ui.figures.font import width

LEADING = 1.25
"""Line pitch, in font sizes."""

Shape = Literal["rectangle", "round", "roof", "diamond", "ellipse"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn upon: size in points, and the smallest label that may stand on it."""

    width: float
    height: float
    smallest: float
    margin: float


SLIDE = Sheet(960, 540, 9, 28)
"""A 16:9 slide, 13.33 in wide."""

PAGE = Sheet(442.2, 640, 7.5, 4)
"""The text area of an official document on A4: 156 mm wide (GB/T 9704)."""


@dataclass(frozen=True, slots=True)
class Box:
    """A shape with its text. An empty `fill` or `stroke` is none.

    `text` is the whole text of which `lines` is the setting, `quote` the sentence behind it,
    `node` the id it stands for. A `panel` may hold other boxes.
    """

    key: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...] = ()
    size: float = 0
    fill: str = ""
    stroke: str = ""
    ink: str = "#111111"
    shape: Shape = "rectangle"
    align: Literal["start", "middle", "end"] = "middle"
    bold: bool = False
    padding: float = 4
    panel: bool = False
    text: str = ""
    quote: str = ""
    node: str = ""

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """Its middle."""
        return (self.x + self.width / 2, self.y + self.height / 2)


@dataclass(frozen=True, slots=True)
class Connector:
    """A line of straight pieces from one box to another; an arrow at its end if `arrow`."""

    key: str
    source: str
    target: str
    points: tuple[Point, ...]
    ink: str = "#555555"
    weight: float = 1.0
    dashed: bool = False
    arrow: bool = True
    text: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One page. `title` and `about` go into the metadata of files, `quotes` into the notes."""

    sheet: Sheet
    boxes: tuple[Box, ...]
    connectors: tuple[Connector, ...] = ()
    title: str = ""
    about: dict[str, str] = field(default_factory=dict)

    def texts(self) -> list[str]:
        """Every line that is drawn."""
        return [line for box in self.boxes for line in box.lines]

    def quotes(self) -> list[str]:
        """The sentences behind it, each once, in the order of the boxes."""
        return list(dict.fromkeys(box.quote for box in self.boxes if box.quote))


def smallest_label(drawing: Drawing) -> float:
    """The smallest font size that is used."""
    return min((box.size for box in drawing.boxes if box.lines), default=drawing.sheet.smallest)


def overlaps(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of boxes that cover each other in part; a box wholly in a panel does not count."""
    boxes = sorted(drawing.boxes, key=lambda box: box.y)
    found = []
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if other.y >= one.bottom - 0.01:
                break
            if _meet(one, other) and not (_holds(one, other) or _holds(other, one)):
                found.append((one.key, other.key))
    return found


def overflows(drawing: Drawing) -> list[str]:
    """Boxes whose text does not fit, and boxes that leave the sheet."""
    sheet = drawing.sheet
    found = []
    for box in drawing.boxes:
        widest = max((width(line, box.size) for line in box.lines), default=0)
        tall = len(box.lines) * box.size * LEADING
        off = box.x < 0 or box.y < 0 or box.right > sheet.width or box.bottom > sheet.height
        if off or widest > box.width + 0.01 or tall > box.height + 0.01:
            found.append(box.key)
    return found


def crossings(drawing: Drawing) -> list[tuple[str, str]]:
    """Connectors that run over a box they do not join."""
    boxes = [box for box in drawing.boxes if not box.panel]
    return [
        (connector.key, box.key)
        for connector in drawing.connectors
        for box in boxes
        if box.key not in (connector.source, connector.target)
        and any(_runs_over(a, b, box) for a, b in pairwise(connector.points))
    ]


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x < other.right - 0.01
        and other.x < one.right - 0.01
        and one.y < other.bottom - 0.01
        and other.y < one.bottom - 0.01
    )


def _holds(panel: Box, box: Box) -> bool:
    return (
        panel.panel
        and panel.x <= box.x + 0.01
        and panel.y <= box.y + 0.01
        and panel.right >= box.right - 0.01
        and panel.bottom >= box.bottom - 0.01
    )


def _runs_over(start: Point, end: Point, box: Box) -> bool:
    """Liang and Barsky: does the piece enter the box, shrunk by half a point?"""
    low, high = 0.0, 1.0
    inside = ((0, box.x + 0.5, box.right - 0.5), (1, box.y + 0.5, box.bottom - 0.5))
    for axis, least, most in inside:
        step = end[axis] - start[axis]
        if abs(step) < 1e-9:
            if not least < start[axis] < most:
                return False
            continue
        near, far = sorted(((least - start[axis]) / step, (most - start[axis]) / step))
        low, high = max(low, near), min(high, far)
    return low < high
