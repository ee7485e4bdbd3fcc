"""A list of measures, targets and milestones; the one that is chosen opens its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st

from ui.explorer.captions import caption, headline, label_name
from ui.explorer.columns import column_widths
from ui.explorer.downloads import by_column, table_menu
from ui.explorer.index import Index
from ui.explorer.panel import show_panel
from ui.explorer.reach import due_years, owners_of
from ui.explorer.wording import Words

ROW, _MOST = 35, 460  # pixels


def table_height(rows: int, most: int = _MOST) -> int:
    """Pixels of a table with its head: all rows, or as many as there is room for."""
    return min(most, ROW * (rows + 1) + 3)


def rows_of(
    index: Index, ids: Iterable[str], t: Words, roles: Mapping[str, str] | None = None
) -> list[dict[str, Any]]:
    """One row an item: the role that is asked about, type, what it says, year, owners, document."""
    return [
        {
            **({t("column.role"): roles.get(id, "")} if roles is not None else {}),
            t("column.label"): label_name(index.nodes[id].label, t.language),
            t("column.name"): headline(index.nodes[id], t.language),
            t("column.year"): t.listed(due_years(index, id)),
            t("column.owners"): t.listed(caption(index.nodes[o]) for o in owners_of(index, id)),
            t("column.document"): _document(index, id),
        }
        for id in ids
    ]


def show_items(
    index: Index, ids: Iterable[str], t: Words, key: str, *,
    roles: Mapping[str, str] | None = None, by_year: bool = False,
) -> None:  # fmt: skip
    """The table at the left, the sentence of the chosen row at the right; else of the first."""

    def order(id: str) -> tuple[object, ...]:
        return due_years(index, id) if by_year else [], _place(index, id), id

    ordered = sorted(ids, key=order)
    if not ordered:
        st.info(t("items.none"))
        return
    left, right = st.columns([0.62, 0.38], gap="medium")
    with left:
        rows = rows_of(index, ordered, t, roles)
        table = by_column(rows)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(t("items.count", count=len(ordered)), width="content")
            table_menu(table, "items", t, key=key)
        event = st.dataframe(
            rows,
            hide_index=True,
            height=table_height(len(ordered)),
            on_select="rerun",
            selection_mode="single-row",
            column_config=column_widths(table),
            key=key,
        )
    picked = [n for n in event["selection"]["rows"] if n < len(ordered)]
    with right:
        st.caption(t("items.chosen") if picked else t("items.first"))
        show_panel(index, index.nodes[ordered[picked[0] if picked else 0]], t, None, key=key)


def _place(index: Index, id: str) -> tuple[str, int]:
    first = min(index.nodes[id].evidence, default=None)
    return (first.document, first.start) if first else ("", 0)


def _document(index: Index, id: str) -> str:
    document = index.nodes.get(str(index.nodes[id].properties.get("document_id", "")))
    return caption(document) if document else ""
