"""Charts of the pages in our font, readable in both themes; a click says which cell or year."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Literal

import altair as alt
import pandas
import streamlit as st

from ui.explorer.answer_charts import Chart
from ui.explorer.matrix import Matrix
from ui.explorer.wording import Words
from ui.explorer.wrapping import wrap

_FONT = "Plangraph Sans"
_CELL, _BAR, _AXIS = 32, 26, 130  # pixels
SCHEME = ["#DCE9F3", "#08519C"]
DEEP = 0.74
"""The share of the highest count above which a cell is so dark that white reads better."""

_EMPTY = "#FDE3D3"
_KINDS = ["#56B4E9", "#E69F00", "#009E73", "#CC79A7", "#F0E442", "#D55E00", "#999999"]
"""Okabe–Ito without its dark blue: black figures can be read on all of them."""

_LEGEND = 60  # letters that fit into one line of a legend
_INK = {"light": "#3C4956", "dark": "#C3CED8"}
_THIN = alt.value(0.4)
_GRID = {"light": "#DDE3E9", "dark": "#33424F"}


Theme = Literal["light", "dark"]


def heat_map(matrix: Matrix, t: Words, key: str) -> tuple[str, str] | None:
    """Counts as colour and as a number; empty cells stand out. The cell that was clicked."""
    cell = alt.selection_point(name="cell", fields=["r", "c"], on="click", empty=False)
    chart = heat_cells(matrix, t, alt.condition(cell, alt.value(3), alt.value(0.4)))
    event = st.altair_chart(
        styled(chart.add_params(cell), _theme()), theme=None, on_select="rerun",
        selection_mode="cell", key=key,
    )  # fmt: skip
    picked = event["selection"].get("cell") or []
    return (picked[0]["r"], picked[0]["c"]) if picked else None


def heat_cells(matrix: Matrix, t: Words, stroke: Any = _THIN) -> alt.LayerChart:
    """The marks of a heat map; `stroke` is the width of the lines around its cells."""
    rows, columns = dict(matrix.rows), dict(matrix.columns)
    values = [
        {"r": r, "c": c, "row": name, "column": columns[c], "count": len(matrix.cells[r, c])}
        for r, name in rows.items() for c in columns
    ]  # fmt: skip
    return _cells(values, rows, columns, t, stroke)


def bars_by_year(values: Sequence[dict[str, Any]], colours: dict[str, str], key: str) -> str | None:
    """Stacked bars: `place` (the year), `kind`, `number`, `order`. The year that was clicked."""
    year = alt.selection_point(name="year", fields=["place"], on="click", empty=False)
    chart = year_bars(values, colours).add_params(year)
    event = st.altair_chart(
        styled(chart, _theme()), theme=None, on_select="rerun", selection_mode="year", key=key
    )
    picked = event["selection"].get("year") or []
    return str(picked[0]["place"]) if picked else None


def year_bars(values: Sequence[dict[str, Any]], colours: dict[str, str]) -> alt.LayerChart:
    """The marks of bars by year."""
    return _upright(pandas.DataFrame(values), colours)


def show_chart(chart: Chart, t: Words, key: str) -> None:
    """The chart of an answer."""
    theme = _theme()
    st.altair_chart(styled(drawing(chart, t, theme), theme), theme=None, key=key)
    if chart.left_out:
        st.caption(t("question.left_out", count=chart.left_out))


def drawing(chart: Chart, t: Words, theme: Theme = "light") -> alt.LayerChart:
    """The marks of a chart, without font and ground."""
    kinds = list(dict.fromkeys(point.kind for point in chart.points))
    values = [
        {"place": p.place, "kind": p.kind, "number": p.number, "order": kinds.index(p.kind)}
        for p in chart.points
    ]
    colours = {kind: _KINDS[n % len(_KINDS)] for n, kind in enumerate(kinds)}
    if chart.shape == "cells":
        return _answer_cells(values, t)
    if chart.shape == "points":
        return _points(pandas.DataFrame(values), colours, chart.unit, theme)
    if chart.shape == "years":
        return _upright(pandas.DataFrame(values), colours)
    return _lying(pandas.DataFrame(values), colours, beside=chart.shape == "beside")


def _answer_cells(values: list[dict[str, Any]], t: Words) -> alt.LayerChart:
    named = [
        {"r": v["place"], "c": v["kind"], "row": v["place"], "column": v["kind"],
         "count": v["number"]} for v in values
    ]  # fmt: skip
    rows, columns = ({v[k]: v[k] for v in named} for k in ("r", "c"))
    return _cells(named, rows, columns, t, _THIN)


def _cells(
    values: list[dict[str, Any]], rows: dict[str, str], columns: dict[str, str], t: Words,
    stroke: Any,
) -> alt.LayerChart:  # fmt: skip
    most = max([1e-9, *(value["count"] for value in values)])
    axis = alt.Axis(
        labelLimit=260, labelFontSize=12, title=None, domain=False, ticks=False, orient="top"
    )
    angle = 0 if all(len(name) <= 6 for name in columns.values()) else -40
    base = alt.Chart(pandas.DataFrame(values)).encode(
        x=alt.X("c:N", sort=list(columns), axis=_named(axis, columns, angle)),
        y=alt.Y("r:N", sort=list(rows), axis=_named(_left(axis), rows, 0)),
    )
    colour = alt.condition(
        "datum.count == 0",
        alt.value(_EMPTY),
        alt.Color("count:Q", legend=None, scale=alt.Scale(range=SCHEME, domain=[0, most])),
    )
    rects = base.mark_rect(cornerRadius=3, stroke="#8893A0", strokeWidth=0.4).encode(
        color=colour,
        strokeWidth=stroke,
        tooltip=[
            alt.Tooltip("row:N", title=t("coverage.row")),
            alt.Tooltip("column:N", title=t("coverage.column")),
            alt.Tooltip("count:Q", title=t("coverage.count")),
        ],
    )
    ink = alt.condition(f"datum.count > {most * DEEP}", alt.value("#fff"), alt.value("#000"))
    texts = base.mark_text(fontSize=12, font=_FONT).encode(text="count:Q", color=ink)
    return alt.LayerChart(layer=[rects, texts]).properties(
        height=len(rows) * _CELL + (_AXIS if angle else 30),
        padding={"left": 5, "right": 60, "top": 5, "bottom": 5},
    )


def _upright(values: pandas.DataFrame, colours: dict[str, str]) -> alt.LayerChart:
    """A bar a year, its kinds one above the other, each with its number."""
    base = alt.Chart(values).encode(
        x=alt.X("place:O", title=None, axis=alt.Axis(labelAngle=0, labelFontSize=13)),
        y=alt.Y("number:Q", stack="zero", title=None, axis=alt.Axis(tickMinStep=1)),
        order="order:Q",
    )
    return _barred(
        base, colours, alt.Y("number:Q", stack="zero", bandPosition=0.5), room=0.06
    ).properties(height=260)


def _lying(values: pandas.DataFrame, colours: dict[str, str], *, beside: bool) -> alt.LayerChart:
    """A bar a name, in the order of the answer."""
    places = list(dict.fromkeys(values["place"]))
    names = {place: _short(place) for place in places}
    axis = alt.Axis(labelLimit=300, labelFontSize=13, title=None, domain=False, ticks=False)
    stack: Literal["zero", False] = False if beside else "zero"
    base = alt.Chart(values).encode(
        y=alt.Y("place:N", sort=places, axis=_named(axis, names, 0)),
        x=alt.X("number:Q", stack=stack, title=None, axis=alt.Axis(tickMinStep=1, tickCount=8)),
        **(
            {"yOffset": alt.YOffset("kind:N", sort=list(colours))}
            if beside
            else {"order": "order:Q"}
        ),
    )
    middle = alt.X("number:Q", stack=stack, bandPosition=0.5)
    return _barred(base, colours, middle, beside=beside).properties(height=alt.Step(_BAR))


def _barred(
    base: alt.Chart, colours: dict[str, str], middle: alt.X | alt.Y, *,
    beside: bool = False, room: float = 0.03,
) -> alt.LayerChart:  # fmt: skip
    """`room` is the share of the longest bar in which a number can be read."""
    sums = base.data.groupby("place")["number"].sum()
    least = 0 if beside else float(sums.max()) * room
    bars = base.mark_bar(cornerRadius=2, stroke="#5B6672", strokeWidth=0.6).encode(
        color=_coloured(colours),
        tooltip=[alt.Tooltip(f"{name}", title="") for name in ("place:N", "kind:N", "number:Q")],
    )
    align = {"align": "right", "dx": -4} if beside else {"align": "center"}
    texts = base.mark_text(
        fontSize=12, font=_FONT, color="#111", baseline="middle", **align
    ).encode(middle, text=alt.condition(f"datum.number > {least}", "number:Q", alt.value("")))
    return alt.LayerChart(layer=[bars, texts])


def _points(
    values: pandas.DataFrame, colours: dict[str, str], unit: str, theme: Theme
) -> alt.LayerChart:
    """Values by year; who says so is told by shape and colour."""
    base = alt.Chart(values).encode(
        x=alt.X("place:O", title=None, axis=alt.Axis(labelAngle=0, labelFontSize=13)),
        y=alt.Y("number:Q", title=unit or None),
    )
    marks = base.mark_point(filled=True, size=140, stroke="#5B6672", strokeWidth=0.6).encode(
        color=_coloured(colours),
        shape=alt.Shape("kind:N", title=None, scale=alt.Scale(domain=list(colours))),
        tooltip=[alt.Tooltip(f"{name}", title="") for name in ("place:N", "kind:N", "number:Q")],
    )
    numbers = base.mark_text(
        dy=-14, fontSize=13, font=_FONT, color=_INK[theme]
    ).encode(text="number:Q")  # fmt: skip
    return alt.LayerChart(layer=[marks, numbers]).properties(height=280)


def _coloured(colours: dict[str, str]) -> alt.Color:
    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    columns = len(colours) if len("".join(colours)) <= _LEGEND else 3
    legend = alt.Legend(orient="top", labelFontSize=13, labelLimit=420, columns=columns)
    return alt.Color("kind:N", title=None, scale=scale, legend=legend)


def styled(chart: alt.LayerChart, theme: Theme = "light") -> alt.LayerChart:
    """Our font, no box, and letters that can be read on the theme's ground."""
    ink, grid = _INK[theme], _GRID[theme]
    styled: alt.LayerChart = (
        chart.configure(font=_FONT, background="transparent")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=ink, titleColor=ink, gridColor=grid, domainColor=grid, tickColor=grid
        )
        .configure_legend(labelColor=ink, titleColor=ink)
    )
    return styled


def _theme() -> Theme:
    return "dark" if st.context.theme.type == "dark" else "light"


def _named(axis: alt.Axis, names: dict[str, str], angle: int) -> alt.Axis:
    """Ids on the axis, names on the page: two things may bear one name."""
    short = {id: _short(name) for id, name in names.items()}
    labels = axis.copy()
    labels["labelExpr"] = f"({json.dumps(short, ensure_ascii=False)})[datum.value]"
    labels["labelAngle"] = angle
    labels["labelOverlap"] = False
    return labels


def _left(axis: alt.Axis) -> alt.Axis:
    left = axis.copy()
    left["orient"] = "left"
    return left


def _short(name: str) -> str:
    return " ".join(wrap(name, 18, 1))
