"""The strategy house: the strategy as the roof, a column a pillar, the special plans as the base.

Measures begin on one line and targets end on another, so that a reader can compare across.
More than one page can hold in readable type gives a page a group of pillars.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graph.elements import Node
from ui.figures.chips import (
    Setting,
    chip,
    flow,
    height,
    largest_fit,
    moved,
    name,
    set_text,
    settings,
    stack,
)
from ui.figures.columns import filled, widths
from ui.figures.drawing import LEADING, Box, Drawing, Sheet
from ui.figures.frame import Area, Body, Caption, framed, key_of, label, paged
from ui.figures.layouts.lanes import pillar_chip
from ui.figures.look import PANEL, PANEL_EDGE, QUIET
from ui.figures.scope import Column, Scope
from ui.figures.typeset import wrap
from ui.figures.words import as_of, asked, source, target_text, without_common

MOST_OVERALL_TARGETS = 8
"""More of them make a table, not a house; the note says how many are left out."""

_KINDS = {"positioning": "定位", "task_area": "任务领域", "chapter": "其他", "alone": "主要内容"}


def draw_house(scope: Scope, sheet: Sheet, number: int = 1) -> tuple[Drawing, ...]:
    """The whole plan, on as few pages as can be read."""

    def page(columns: Sequence[Column], most: float) -> Drawing | None:
        return _House(scope, columns).page(sheet, number, most)

    return paged(scope.columns, page, _halves)


def _halves(column: Column) -> tuple[Column, Column] | None:
    """A column too high for a page, in two."""
    most = max(len(column.measures), len(column.targets))
    if most < 2:
        return None
    half = (most + 1) // 2
    return (
        replace(column, measures=column.measures[:half], targets=column.targets[:half]),
        replace(
            column, key=f"{column.key}+", name=column.name.removesuffix("（续）") + "（续）",
            measures=column.measures[half:], targets=column.targets[half:],
        ),
    )  # fmt: skip


class _House:
    """One page of it."""

    def __init__(self, scope: Scope, columns: Sequence[Column]) -> None:
        self.scope = scope
        self.columns = columns
        every = scope.columns
        in_columns = {target.id for column in every for target in column.targets}
        own = [target for target in scope.own_targets() if target.id not in in_columns]
        last_year_first = sorted(own, key=lambda t: -int(str(t.properties.get("year", 0))))
        self.overall = last_year_first[:MOST_OVERALL_TARGETS]
        self.left_out = len(own) - len(self.overall)
        self.year = _usual_year([t for column in every for t in column.targets])
        self.bare = [p for p in scope.pillars if p.id not in {column.key for column in every}]

    def page(self, sheet: Sheet, number: int, most: float) -> Drawing | None:
        """The page in the largest type up to `most` that fits."""

        def draw(area: Area) -> Body | None:
            tried = settings(sheet, most=most)
            boxes = largest_fit(tried, lambda setting: self._bands(area, setting))
            return None if boxes is None else (boxes, ())

        return framed(sheet, self._caption(number), draw)

    def _caption(self, number: int) -> Caption:
        in_columns = [fact for c in self.columns for fact in (*c.measures, *c.targets)]
        facts: list[Node] = [self.scope.root, *self.bare, *in_columns, *self.overall]
        facts += self.scope.plans
        labels = {node.label for node in facts} | ({"Pillar"} if self.columns else set())
        words = (
            ("Strategy", "战略"), ("Pillar", self._column_word()), ("Measure", "举措"),
            ("Target", f"目标（◆，未注明年份的为{self.year}年）" if self.year else "目标（◆）"),
            ("ActionPlan", "行动计划（■）"),
        )  # fmt: skip
        return Caption(
            f"{self.scope.title}：战略屋",
            source(self.scope.subgraph, facts, self.scope.documents),
            as_of(self.scope.subgraph, self.scope.documents),
            asked("plan.overview", plan=self.scope.title),
            tuple(key_of(name, word) for name, word in words if name in labels),
            number,
            f"另有{self.left_out}项总体目标，见目标台账" if self.left_out else "",
        )

    def _column_word(self) -> str:
        word = self.scope.column_word
        return f"支柱、{word}" if self.bare and word == "章节" else word

    def _bands(self, area: Area, setting: Setting) -> list[Box] | None:
        """Roof, flows, columns, base from top to bottom; None when they need more room."""
        between = setting.gap + 5
        boxes = [self._roof(area, setting)]
        y = boxes[0].bottom + between
        over = (("战略定位", self.bare), ("总体目标", self.overall))
        under = (("行动计划", self.scope.plans),)
        tops = [_band(word, nodes, area, setting) for word, nodes in over if nodes]
        bases = [_band(word, nodes, area, setting) for word, nodes in under if nodes]
        for band in tops:
            if band is None:
                return None
            boxes += moved(band, 0, y)
            y += height(band) + between
        below = sum(height(band or ()) + between for band in bases)
        room = area.bottom - y - below
        if room < 0 or any(band is None for band in bases):
            return None
        if self.columns:
            middle = self._columns(replace(area, y=y, height=room), setting)
            if middle is None:
                return None
            boxes += middle
            y = height(middle) + between
        for band in bases:
            boxes += moved(band or (), 0, y)
            y += height(band or ()) + between
        return boxes

    def _roof(self, area: Area, setting: Setting) -> Box:
        root = self.scope.root
        vision = str(root.properties.get("vision", ""))
        size = setting.size + 2
        room = area.width * 0.86  # within the slopes
        lines = wrap(self.scope.title, room, size) + wrap(vision, room, size)
        tall = len(lines) * size * LEADING + 2 * setting.padding + 4
        return replace(
            chip(root, text=self.scope.title, align="middle", bold=True, shape="roof"),
            x=area.x, y=area.y, width=area.width, height=tall, lines=lines, size=size,
        )  # fmt: skip

    def _columns(self, area: Area, setting: Setting) -> list[Box] | None:
        """Heads and measures from the top, targets down to a common line, a panel a kind."""
        gap = setting.gap + 3
        kinds = [column.kind for column in self.columns]
        if {column.kind for column in self.scope.columns} == {"chapter"}:
            kinds = ["alone"] * len(kinds)
        turns = sum(one != two for one, two in pairwise(kinds))
        kind_line = setting.size * LEADING + 2
        room = area.width - gap * (len(kinds) + 1 + turns)
        heads = [pillar_chip(column) for column in self.columns]
        measures = [[chip(m, owner=c.key) for m in c.measures] for c in self.columns]
        targets = [[self._target(t, c) for t in c.targets] for c in self.columns]
        whole = [[*m, *t] for m, t in zip(measures, targets, strict=True)]
        shares = widths(whole, room, setting)
        set_heads = [set_text(h, s, setting) for h, s in zip(heads, shares, strict=True)]
        upper = [stack(m, s, setting) for m, s in zip(measures, shares, strict=True)]
        lower = [stack(t, s, setting) for t, s in zip(targets, shares, strict=True)]
        head_tall = max(box.height if box else 0 for box in set_heads)
        talls = [
            height(m or ()) + height(t or ()) + (gap if m and t else 0)
            for m, t in zip(upper, lower, strict=True)
        ]
        need = kind_line + head_tall + max(talls) + 2 * gap
        if None in (*set_heads, *upper, *lower) or need > area.height:
            return None
        inner = min(area.height - need, 0.6 * max(talls)) + max(talls)
        boxes: list[Box] = []
        panels: list[Box] = []
        x, panel_from = area.x + gap, area.x
        top = area.y + kind_line
        for place, share in enumerate(shares):
            boxes.append(replace(set_heads[place] or heads[place], x=x, y=top, height=head_tall))
            y = top + head_tall + gap
            base = lower[place] or []
            free = inner - height(base) - (gap if base else 0)
            boxes += moved(filled(upper[place] or (), free), x, y)
            boxes += moved(base, x, y + inner - height(base))
            x += share + gap
            if place + 1 == len(shares) or kinds[place + 1] != kinds[place]:
                tall = kind_line + head_tall + inner + 2 * gap
                panels += _panel(
                    kinds[place], Area(panel_from, area.y, x - panel_from, tall), setting
                )
                x += gap
                panel_from = x - gap
        return [*panels, *boxes]

    def _target(self, target: Node, column: Column) -> Box:
        words = target_text(target, year=target.properties.get("year") != self.year)
        return chip(target, text=words, owner=column.key)


def _band(word: str, nodes: Sequence[Node], area: Area, setting: Setting) -> list[Box] | None:
    """A panel across the page, its word to the left of the chips."""
    gap = setting.gap + 3
    names, common = without_common([name(node) for node in nodes])
    head = f"{word}\n（{common}）" if common else word
    gutter = setting.size * (8.2 if common else 2.2) + gap
    chips = [
        chip(node, owner=f"{word} ", align="middle", text=alone if common else "")
        for node, alone in zip(nodes, names, strict=True)
    ]
    placed = flow(chips, area.width - gutter - 2 * gap, setting)
    if placed is None:
        return None
    title = label(word, head, area.x + gap, 0, gutter - gap, setting.size, ink=QUIET)
    tall = max(height(placed), title.height) + 2 * gap
    inside = moved(placed, area.x + gap + gutter, (tall - height(placed)) / 2)
    panel = Box(f"panel {word}", area.x, 0, area.width, tall, fill=PANEL, stroke=PANEL_EDGE,
                panel=True, text=word)  # fmt: skip
    return [panel, replace(title, y=(tall - title.height) / 2), *inside]


def _usual_year(targets: Sequence[Node]) -> object:
    """The year that most targets bear, so that it need not stand in every box."""
    years = [t.properties["year"] for t in targets if "year" in t.properties]
    counted = Counter(years).most_common(1)
    return counted[0][0] if counted and len(years) == len(targets) else None


def _panel(kind: str, area: Area, setting: Setting) -> list[Box]:
    word = _KINDS[kind]
    panel = Box(f"panel {word}", area.x, area.y, area.width, area.height, fill=PANEL,
                stroke=PANEL_EDGE, panel=True, text=word)  # fmt: skip
    title = label(word, word, area.x + 4, area.y + 1, area.width - 8, setting.size, align="start",
                  ink=QUIET)  # fmt: skip
    return [panel, title]
