"""The load chart: how much each body answers for, the most first, with lead and support apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ui.figures.chips import Setting, largest_fit, settings
from ui.figures.drawing import LEADING, Box, Drawing, Sheet
from ui.figures.font import width
from ui.figures.frame import Area, Body, Caption, Key, framed, label, paged
from ui.figures.layouts.cooperation import SUPPORTERS
from ui.figures.layouts.lanes import LEADERS
from ui.figures.look import INK, mix
from ui.figures.scope import Scope
from ui.figures.words import as_of, asked, source

_DARK = "#0072B2"
_LIGHT = mix(_DARK, 0.25)
_LARGEST, _TIGHTEST = 13.0, 2.0
Counts = tuple[str, str, int, int]
"""Id, name, measures led, measures supported."""


def draw_load(scope: Scope, sheet: Sheet, number: int = 1) -> tuple[Drawing, ...]:
    """A bar a body; more than fit go on the next page."""
    bodies = counted(scope)
    facts = [m for m in scope.everything() if scope.edges(m, *LEADERS, *SUPPORTERS)]
    led = sum(bool(scope.edges(m, *LEADERS)) for m in facts)
    caption = Caption(
        f"{scope.title}：责任负荷",
        source(scope.subgraph, facts, scope.documents),
        as_of(scope.subgraph, scope.documents),
        asked("responsibility.load", plan=scope.title),
        (Key("牵头、负责", _DARK, _DARK), Key("配合、指导、督查", _LIGHT, _DARK)),
        number,
        f"{len(bodies)}个单位，{led}项有牵头或负责单位" if bodies else "文中没有写明责任单位",
    )
    longest = max((led + rest for _, _, led, rest in bodies), default=1)

    def page(part: Sequence[Counts], most: float) -> Drawing | None:
        def draw(area: Area) -> Body | None:
            tried = settings(sheet, _LARGEST, most, _TIGHTEST)
            return largest_fit(tried, lambda setting: _bars(part, longest, area, setting))

        return framed(sheet, caption, draw)

    return paged(bodies, page)


def counted(scope: Scope) -> list[Counts]:
    """Bodies with what they lead and what they support, the busiest first."""
    led: Counter[str] = Counter()
    rest: Counter[str] = Counter()
    for fact in scope.everything():
        first = {edge.target for edge in scope.edges(fact, *LEADERS)}
        led.update(first)
        rest.update({edge.target for edge in scope.edges(fact, *SUPPORTERS)} - first)
    found = [
        (id_, str(scope.nodes[id_].properties["name"]), led[id_], rest[id_])
        for id_ in {*led, *rest}
    ]
    return sorted(found, key=lambda body: (-body[2], -body[3], body[1]))


def _bars(bodies: Sequence[Counts], most: int, area: Area, setting: Setting) -> Body | None:
    names = max((width(name, setting.size) for _, name, _, _ in bodies), default=0)
    names = min(names, area.width * 0.35)
    pitch = setting.size * LEADING + 2 * setting.padding
    step = pitch + setting.gap
    if step * len(bodies) > area.height:
        return None
    step = min(area.height / max(len(bodies), 1), step * 1.5)
    start = area.x + names + 8
    unit = (area.width - names - 8 - setting.size * 3) / most
    boxes: list[Box] = []
    for at, (id_, name, led, rest) in enumerate(bodies):
        y = area.y + at * step
        word = label(f"name {id_}", name, area.x, y, names + 1, setting.size, align="end", ink=INK)
        if len(word.lines) > 1:
            return None
        boxes.append(replace(word, y=y + (pitch - word.height) / 2, node=id_))
        x = start
        for key, count, fill, ink in (("led", led, _DARK, "#FFFFFF"), ("rest", rest, _LIGHT, INK)):
            if count:
                lines = (str(count),) if unit * count > setting.size * 1.5 else ()
                boxes.append(
                    Box(f"{key} {id_}", x, y, unit * count, pitch, lines, setting.size, fill=fill,
                        stroke=_DARK, ink=ink, text=str(count), padding=0)
                )  # fmt: skip
                x += unit * count
    return boxes, ()
