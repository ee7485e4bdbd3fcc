"""The roadmap: years from left to right, what is to be reached in each, a lane a pillar."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from graph.elements import Node
from graph.errors import ExportError
from ui.figures.boards import Board, Row, draw_board
from ui.figures.chips import chip, name
from ui.figures.drawing import Drawing, Sheet
from ui.figures.frame import Caption, evened, key_of
from ui.figures.layouts.lanes import pillar_chip
from ui.figures.scope import Column, Scope, in_order
from ui.figures.words import as_of, asked, short, source, target_text

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?")
Lanes = list[tuple[Column, dict[int, list[Node]]]]
"""Pillars with what each is to reach, by year; the year 0 is none."""

NO_YEAR = "每年或未注明"


def draw_roadmap(scope: Scope, sheet: Sheet, number: int = 1) -> tuple[Drawing, ...]:
    """Targets and milestones by year; those without a year in a last column.

    More years than stand side by side in readable type are parted into as few spans as can be.
    """
    lanes = _lanes(scope)
    found = {year for _, dated in lanes for year in dated}
    columns = sorted(found, key=lambda year: (year == 0, year))
    for parts in range(1, len(columns)):
        spans = evened(columns, parts)
        try:
            return tuple(p for span in spans for p in _span(scope, lanes, span, sheet, number))
        except ExportError:  # too many columns: they are parted once more
            continue
    return tuple(p for year in columns or [0] for p in _span(scope, lanes, [year], sheet, number))


def _span(
    scope: Scope, every: Lanes, columns: Sequence[int], sheet: Sheet, number: int
) -> tuple[Drawing, ...]:
    """Some of the years, and the lanes in which there is anything in these years."""
    lanes = [(column, dated) for column, dated in every if dated.keys() & set(columns)]
    rows = [
        Row(
            pillar_chip(column),
            tuple(
                tuple(chip(n, text=_words(n), owner=f"{column.key} ") for n in dated.get(y, ()))
                for y in columns
            ),
        )
        for column, dated in lanes
    ]
    shown = [node for _, dated in lanes for y in columns for node in dated.get(y, ())]
    labels = {node.label for node in shown}
    words = {"Pillar": scope.column_word, "Target": "目标（◆）", "Milestone": "节点（▲）"}
    caption = Caption(
        f"{scope.title}：路线图{_named(columns, every)}",
        source(scope.subgraph, shown, scope.documents),
        as_of(scope.subgraph, scope.documents),
        asked("targets.roadmap", plan=scope.title),
        tuple(key_of(key, word) for key, word in words.items() if key in labels | {"Pillar"}),
        number,
        "" if shown else "没有目标和节点",
    )
    heads = (scope.column_word, *(f"{year}年" if year else NO_YEAR for year in columns))
    weights = [sum(len(dated.get(y, ())) for _, dated in lanes) for y in columns]
    shares = tuple(max(weight, 1) ** 0.5 for weight in weights)
    board = Board(heads, shares, tuple(rows), head_share=0.12)
    return draw_board(board, sheet, lambda _: caption)


def _named(columns: Sequence[int], every: Lanes) -> str:
    """The years shown, where there are others too: （2026—2030年）."""
    if all(dated.keys() <= set(columns) for _, dated in every):
        return ""
    years = [str(year) for year in columns if year]
    words = [f"{'—'.join(dict.fromkeys((years[0], years[-1])))}年"] if years else []
    return f"（{'、'.join([*words, *([NO_YEAR] if 0 in columns else [])])}）"


def _lanes(scope: Scope) -> Lanes:
    """First what the whole plan is to reach, then pillar by pillar."""
    columns = scope.columns
    taken = {t.id for column in columns for t in column.targets}
    own = [t for t in scope.own_targets() if t.id not in taken]
    own += [m for carrier in scope.carriers for m in scope.owned(carrier, "HAS_MILESTONE")]
    whole = Column("whole", "全局", "whole", None, (), in_order(own))
    found = []
    for column in (whole, *columns):
        marks = [m for measure in column.measures for m in scope.owned(measure, "HAS_MILESTONE")]
        dated: dict[int, list[Node]] = defaultdict(list)
        for node in (*column.targets, *in_order(marks)):
            dated[_year(node)].append(node)
        if dated:
            found.append((column, dict(dated)))
    return found


def _year(node: Node) -> int:
    if node.label == "Milestone":
        dated = _DATE.match(str(node.properties["date"]))
        return int(dated[1]) if dated else 0
    return int(str(node.properties.get("year", 0)))


def _words(node: Node) -> str:
    """No year in the words, it stands above; the month of a milestone does."""
    if node.label == "Target":
        return target_text(node, year=False)
    dated = _DATE.match(str(node.properties["date"]))
    month = f"（{int(dated[2])}月）" if dated and dated[2] else ""
    return short(name(node)) + month
