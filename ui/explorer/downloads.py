"""The one download menu: a small button beside a picture or a table, and the formats in it.

A file is made when it is asked for, never before; what cannot be made is said in words.
"""

from __future__ import annotations

import csv
import io
import secrets
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from graph.errors import StrategyError
from graph.exchange.csv_pair import as_text
from graph.exchange.workbook import workbook
from ui.component.pressing import press
from ui.explorer import session
from ui.explorer.wording import Words

Make = Callable[[], tuple[str, bytes]]
"""Makes a file: its name and its contents."""

Columns = Mapping[str, Sequence[Any]]


@st.fragment
@session.three_lines()
def download_menu(choices: Mapping[str, Make], t: Words, *, key: str) -> None:
    """A button that opens the list of formats; the chosen one is made, and saved by the browser.

    `choices` are in the order of the list, by names of formats. It stands at the left: at the
    right Streamlit's own buttons come up over what lies above a table or a chart.
    """
    with st.container(horizontal=True, vertical_alignment="center", width="content"):
        chosen = st.menu_button(
            t("download.menu"), list(choices), format_func=lambda name: t.of("format", name),
            icon=":material/download:", key=f"menu-{key}", type="tertiary",
        )  # fmt: skip
        if chosen is not None:
            deliver(choices[chosen], t)


def deliver(make: Make, t: Words) -> None:
    """Make a file and have the browser save it; else say why it cannot be made.

    A button that saves it is left, for browsers that save nothing without a click.
    """
    try:
        with st.spinner(t("download.making")):
            name, data = make()
    except StrategyError as error:
        session.show_error(error, retry=False)
        return
    stamp = secrets.token_hex(6)
    st.download_button(
        t("download.save", name=name), data, file_name=name, key=f"save-{stamp}",
        on_click="ignore", type="tertiary",
    )  # fmt: skip
    press(f"save-{stamp}", key=f"press-{stamp}")


def table_menu(table: Columns, name: str, t: Words, *, key: str) -> None:
    """The menu of a table: as it is shown, for a spreadsheet. An empty one has none."""
    if any(table.values()):
        download_menu(table_choices(table, name), t, key=key)


def table_choices(table: Columns, name: str) -> dict[str, Make]:
    """A table as files; no cell of them is a formula, whatever a document says."""

    def make(ending: str, write: Callable[[Columns], bytes]) -> tuple[str, bytes]:
        return f"{name}.{ending}", write(table)

    return {"xlsx": partial(make, "xlsx", to_workbook), "csv": partial(make, "csv", to_csv)}


def to_csv(table: Columns) -> bytes:
    """UTF-8 with the mark by which spreadsheets know it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for line in _lines(table):
        writer.writerow(
            [as_text(cell) if isinstance(cell, str) and cell else cell for cell in line]
        )
    return text.getvalue().encode("utf-8-sig")


def to_workbook(table: Columns) -> bytes:
    """One sheet; numbers as numbers."""
    return workbook([("Sheet1", _lines(table))])


def by_column(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Rows that have the same columns, column by column."""
    return {name: [row[name] for row in rows] for name in rows[0]} if rows else {}


def _lines(table: Columns) -> list[list[Any]]:
    lines = zip(*table.values(), strict=True)
    return [list(table), *([_plain(cell) for cell in line] for line in lines)]


def _plain(cell: Any) -> Any:
    return cell if cell is None or isinstance(cell, bool | int | float) else str(cell)
