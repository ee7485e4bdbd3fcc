"""Charts of the pages: heat map and bars by year; a click says which cell or year."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas
import streamlit as st

from ui.explorer.matrix import Matrix
from ui.explorer.wording import Words
from ui.explorer.wrapping import wrap

_FONT = "Plangraph Sans"
_CELL, _AXIS = 32, 130  # pixels
_SCHEME = ["#DCE9F3", "#08519C"]
_EMPTY = "#FDE3D3"


def heat_map(matrix: Matrix, t: Words, key: str) -> tuple[str, str] | None:
    """Counts as colour and as a number; empty cells stand out. The cell that was clicked."""
    rows = {id: _short(name) for id, name in matrix.rows}
    columns = {id: _short(name) for id, name in matrix.columns}
    values = [
        {
            "r": r, "c": c, "row": name, "column": columns[c], "count": len(matrix.cells[r, c]),
        }
        for r, name in rows.items() for c in columns
    ]  # fmt: skip
    most = max([1, *map(len, matrix.cells.values())])
    cell = alt.selection_point(name="cell", fields=["r", "c"], on="click", empty=False)
    axis = alt.Axis(labelLimit=260, labelFontSize=12, title=None, domain=False, ticks=False)
    base = alt.Chart(pandas.DataFrame(values)).encode(
        x=alt.X("c:N", sort=list(columns), axis=_named(axis, columns, -40)),
        y=alt.Y("r:N", sort=list(rows), axis=_named(axis, rows, 0)),
    )
    colour = alt.condition(
        "datum.count == 0",
        alt.value(_EMPTY),
        alt.Color("count:Q", legend=None, scale=alt.Scale(range=_SCHEME, domain=[0, most])),
    )
    rects = base.mark_rect(cornerRadius=3, stroke="#8893A0", strokeWidth=0.4).encode(
        color=colour,
        strokeWidth=alt.condition(cell, alt.value(3), alt.value(0.4)),
        tooltip=[
            alt.Tooltip("row:N", title=t("coverage.row")),
            alt.Tooltip("column:N", title=t("coverage.column")),
            alt.Tooltip("count:Q", title=t("coverage.count")),
        ],
    )
    ink = alt.condition(f"datum.count > {most * 0.55}", alt.value("#fff"), alt.value("#111"))
    texts = base.mark_text(fontSize=12, font=_FONT).encode(text="count:Q", color=ink)
    chart = (rects + texts).add_params(cell).properties(
        height=len(rows) * _CELL + _AXIS, padding={"left": 5, "right": 60, "top": 5, "bottom": 5}
    ).configure(font=_FONT).configure_view(stroke=None)  # fmt: skip
    event = st.altair_chart(chart, on_select="rerun", selection_mode="cell", key=key)
    picked = event["selection"].get("cell") or []
    return (picked[0]["r"], picked[0]["c"]) if picked else None


def bars_by_year(values: Sequence[dict[str, Any]], colours: dict[str, str], key: str) -> str | None:
    """Stacked bars: `year`, `kind`, `count`. The year that was clicked."""
    year = alt.selection_point(name="year", fields=["year"], on="click", empty=False)
    bars = (
        alt.Chart(pandas.DataFrame(values))
        .mark_bar(cornerRadius=2, stroke="#8893A0", strokeWidth=0.5)
        .encode(
            x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, labelFontSize=13)),
            y=alt.Y("sum(count):Q", title=None, axis=alt.Axis(tickMinStep=1)),
            color=alt.Color(
                "kind:N",
                title=None,
                scale=alt.Scale(domain=list(colours), range=list(colours.values())),
                legend=alt.Legend(orient="top", labelFontSize=13),
            ),
            tooltip=["year:O", "kind:N", "sum(count):Q"],
        )
        .add_params(year)
        .properties(height=220)
        .configure(font=_FONT)
        .configure_view(stroke=None)
    )
    event = st.altair_chart(bars, on_select="rerun", selection_mode="year", key=key)
    picked = event["selection"].get("year") or []
    return str(picked[0]["year"]) if picked else None


def _named(axis: alt.Axis, names: dict[str, str], angle: int) -> alt.Axis:
    """Ids on the axis, names on the page: two things may bear one name."""
    labels = axis.copy()
    labels["labelExpr"] = f"({json.dumps(names, ensure_ascii=False)})[datum.value]"
    labels["labelAngle"] = angle
    labels["labelOverlap"] = False
    return labels


def _short(name: str) -> str:
    return " ".join(wrap(name, 18, 1))
