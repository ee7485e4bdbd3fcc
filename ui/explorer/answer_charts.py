"""An answer as a chart: which columns of a question say what, by the hint in its header."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from queries.run import Result
from ui.explorer.captions import edge_name, label_name
from ui.explorer.wording import Words

MOST = 25
"""Places that a chart of bars shows, those of the first rows; the table has them all."""

_PLACES = ("organization", "indicator", "name", "document", "year")
_SERIES = (
    ("must", "plain", "strive", "support", "explore"),
    ("targets", "milestones"),
    ("leads", "other_roles"),
    ("total", "sum"),
    ("documents",),
    ("measures",),
)
"""What is counted, the first that a question has; more than one is stacked, all but totals."""

_CELLS = (
    ("plan", "pillar", ("measures", "targets")),
    ("sector", "plan", ("targets",)),
    ("document", "other_document", ("similarity",)),
)
_YEAR = re.compile(r"(?:19|20)\d\d")

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Point:
    """A number at a place (a bar, a row, a year), of a kind (a part of the bar, a column)."""

    place: str
    kind: str
    number: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Points in the order of the answer; `unit` is what the numbers of `points` are in."""

    shape: Literal["bars", "beside", "years", "points", "cells"]
    points: tuple[Point, ...]
    unit: str = ""
    left_out: int = 0


def chart_of(result: Result, t: Words) -> Chart | None:
    """The chart of an answer; None when its question has none, or the answer nothing to draw."""
    make = _MAKERS.get(result.query.chart)
    facts = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
    chart = make(facts, t) if make and facts else None
    return chart if chart and chart.points else None


def _bars(facts: Sequence[Facts], t: Words) -> Chart | None:
    series = next((names for names in _SERIES if facts[0].keys() >= set(names)), None)
    place = next((name for name in _PLACES if name in facts[0]), None)
    if series is None or place is None:
        return None
    kept = facts if place == "year" else facts[:MOST]
    points = tuple(
        Point(_placed(row, place), t.of("column", name), float(row[name] or 0))
        for row in kept for name in series
    )  # fmt: skip
    shape: Literal["bars", "beside", "years"] = "beside" if "total" in series else "bars"
    return Chart("years" if place == "year" else shape, points, left_out=len(facts) - len(kept))


def _placed(row: Facts, place: str) -> str:
    """An indicator stands once for each year."""
    year = f"（{row['year']}）" if place == "indicator" and row.get("year") else ""
    return f"{row[place]}{year}"


def _stacked(facts: Sequence[Facts], t: Words) -> Chart | None:
    if "lacks" not in facts[0]:
        return _bars(facts, t)
    counted = Counter((row["item"], lack) for row in facts for lack in row["lacks"])
    return Chart(
        "bars",
        tuple(
            Point(label_name(item, t.language), t.of("value", lack), number)
            for (item, lack), number in counted.items()
        ),
    )


def _cells(facts: Sequence[Facts], t: Words) -> Chart | None:
    for row, column, numbers in _CELLS:
        if facts[0].keys() >= {row, column, *numbers}:
            return Chart(
                "cells",
                tuple(
                    Point(str(f[row]), str(f[column]), float(sum(f[n] or 0 for n in numbers)))
                    for f in facts
                ),
            )
    return None


def _timeline(facts: Sequence[Facts], t: Words) -> Chart | None:
    return _counted_by_year(facts, t) if "item" in facts[0] else _values_by_year(facts)


def _counted_by_year(facts: Sequence[Facts], t: Words) -> Chart:
    """How many of each kind are due in a year."""
    counted: Counter[tuple[str, str]] = Counter()
    for row in facts:
        due = row.get("year") or row.get("deadline") or ()
        for year in sorted(set(_YEAR.findall(str(due)))):
            role = row.get("role")
            kind = edge_name(role, t.language) if role else label_name(row["item"], t.language)
            counted[year, kind] += 1
    points = (Point(year, kind, number) for (year, kind), number in counted.items())
    return Chart("years", tuple(sorted(points, key=lambda p: p.place)))


def _values_by_year(facts: Sequence[Facts]) -> Chart | None:
    """The values of one indicator; only those in the unit that most of them have."""
    valued = [row for row in facts if row.get("value") is not None and row.get("year")]
    if not valued:
        return None
    unit = Counter(str(row["unit"] or "") for row in valued).most_common(1)[0][0]
    kept = [row for row in valued if str(row["unit"] or "") == unit]
    points = (Point(str(r["year"]), str(r["document"]), float(r["value"])) for r in kept)
    return Chart("points", tuple(points), unit=unit, left_out=len(facts) - len(kept))


_MAKERS: dict[str, Callable[[Sequence[Facts], Words], Chart | None]] = {
    "bar": _bars,
    "stacked": _stacked,
    "matrix": _cells,
    "timeline": _timeline,
}
