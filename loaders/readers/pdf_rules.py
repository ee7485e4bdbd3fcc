"""The lines drawn on a PDF page, and the tables that they rule.

A cell is what lies between lines; where a line is missing between two fields of the grid they
are one merged cell. The outer sides of a table need not be drawn.
"""

from __future__ import annotations

import ctypes
import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

_THIN = 3.0
"""Points: a box no thicker than this is a line; two lines no farther apart are one."""
_SHORTEST = 6.0
_MOST_RULES = 1_500
"""Lines of one page beyond which it is a drawing, not a table."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points, counted down from the page's upper edge."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: `at` is its place across its direction, `start`–`end` along it."""

    is_level: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell of a ruled table on its grid."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


def drawn_rules(page_object: Any, height: float) -> Iterator[Rule]:
    """The level and upright lines of a path."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(page_object.raw, ctypes.byref(fill), ctypes.byref(stroke))
    left, bottom, right, top = page_object.get_bounds()
    if right - left <= _THIN or top - bottom <= _THIN:
        yield from _rules_between([(left, height - top), (right, height - bottom)], thin=True)
    elif stroke.value:
        yield from _rules_between(list(_points(page_object, height)), thin=False)


def ruled_tables(rules: Sequence[Rule]) -> list[list[RuledCell]]:
    """The tables that the lines of a page make, each as its cells."""
    if not 4 <= len(rules) <= _MOST_RULES:
        return []
    levels = _joined([rule for rule in rules if rule.is_level])
    uprights = _joined([rule for rule in rules if not rule.is_level])
    tables = [_cells(group_levels, group_uprights)
              for group_levels, group_uprights in _groups(levels, uprights)]  # fmt: skip
    return [cells for cells in tables if len(cells) > 1]


def _points(page_object: Any, height: float) -> Iterator[tuple[float, float]]:
    """The corners of a path, on the page; a closed path ends where it began."""
    matrix = page_object.get_matrix()
    across, down = ctypes.c_float(), ctypes.c_float()
    first: tuple[float, float] | None = None
    for index in range(min(pdfium.FPDFPath_CountSegments(page_object.raw), 4 * _MOST_RULES)):
        segment = pdfium.FPDFPath_GetPathSegment(page_object.raw, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(across), ctypes.byref(down))
        x, y = matrix.on_point(across.value, down.value)
        point = (x, height - y)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
            yield (float("nan"), 0.0)  # no line leads here
        yield point
        if first is not None and pdfium.FPDFPathSegment_GetClose(segment):
            yield first


def _rules_between(points: Sequence[tuple[float, float]], *, thin: bool) -> Iterator[Rule]:
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        wide, tall = abs(x1 - x0), abs(y1 - y0)
        limit = _THIN if thin else 0.5
        if tall <= limit and wide >= _SHORTEST:
            yield Rule(True, (y0 + y1) / 2, min(x0, x1), max(x0, x1))
        elif wide <= limit and tall >= _SHORTEST:
            yield Rule(False, (x0 + x1) / 2, min(y0, y1), max(y0, y1))


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines at one place made one place, pieces of one line made one line."""
    found: list[Rule] = []
    at = 0.0
    by_place: dict[float, list[Rule]] = {}
    for rule in sorted(rules, key=lambda rule: rule.at):
        if not by_place or rule.at - at > _THIN:
            at = rule.at
        by_place.setdefault(at, []).append(rule)
    for place, pieces in by_place.items():
        pieces.sort(key=lambda rule: rule.start)
        start, end = pieces[0].start, pieces[0].end
        for piece in pieces[1:]:
            if piece.start > end + _THIN:
                found.append(Rule(piece.is_level, place, start, end))
                start = piece.start
            end = max(end, piece.end)
        found.append(Rule(pieces[0].is_level, place, start, end))
    return found


def _groups(
    levels: Sequence[Rule], uprights: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Lines that cross or touch, directly or by others: each group is one table."""
    left = set(range(len(uprights)))
    unused = set(range(len(levels)))
    while unused:
        group_levels, group_uprights = {unused.pop()}, set[int]()
        fresh = set(group_levels)
        while fresh:
            touched = {u for u in left if any(_touch(levels[n], uprights[u]) for n in fresh)}
            left -= touched
            group_uprights |= touched
            fresh = {n for n in unused if any(_touch(levels[n], uprights[u]) for u in touched)}
            unused -= fresh
            group_levels |= fresh
        if len(group_levels) > 1 and group_uprights:
            yield [levels[n] for n in group_levels], [uprights[u] for u in group_uprights]


def _touch(level: Rule, upright: Rule) -> bool:
    return (
        level.start - _THIN <= upright.at <= level.end + _THIN
        and upright.start - _THIN <= level.at <= upright.end + _THIN
    )


def _cells(levels: Sequence[Rule], uprights: Sequence[Rule]) -> list[RuledCell]:
    """The fields of the grid, those without a line between them taken together."""
    tops = sorted({rule.at for rule in levels})
    lefts = sorted({rule.at for rule in uprights})
    first, last = min(rule.start for rule in levels), max(rule.end for rule in levels)
    lefts = ([first] if first < lefts[0] - _SHORTEST else []) + lefts
    lefts += [last] if last > lefts[-1] + _SHORTEST else []
    below = _walls(levels, tops, lefts)
    beside = _walls(uprights, lefts, tops)
    cells = []
    done: set[tuple[int, int]] = set()
    for row in range(len(tops) - 1):
        for column in range(len(lefts) - 1):
            if (row, column) in done:
                continue
            right = column + 1
            while right < len(lefts) - 1 and (right, row) not in beside:
                right += 1
            bottom = row + 1
            fields = range(column, right)
            while bottom < len(tops) - 1 and not any((bottom, field) in below for field in fields):
                bottom += 1
            done |= {(r, c) for r in range(row, bottom) for c in range(column, right)}
            box = (lefts[column], tops[row], lefts[right], tops[bottom])
            cells.append(RuledCell(row, column, bottom - row, right - column, box))
    return cells


def _walls(
    rules: Sequence[Rule], places: Sequence[float], stations: Sequence[float]
) -> set[tuple[int, int]]:
    """(place, field) where a line is drawn along the field between two stations."""
    walls = set()
    for rule in rules:
        place = bisect_left(places, rule.at)
        for field in range(len(stations) - 1):
            middle = (stations[field] + stations[field + 1]) / 2
            if rule.start <= middle <= rule.end:
                walls.add((place, field))
    return walls
