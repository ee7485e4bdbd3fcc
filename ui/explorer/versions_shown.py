"""Two versions of a document side by side: which two, what differs, and the figure of it."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from graph.errors import StrategyError
from ui.explorer import session
from ui.explorer.downloads import download_menu, table_menu
from ui.explorer.figures_shown import drawn, figure_choices
from ui.explorer.index import Index
from ui.explorer.items import table_height
from ui.explorer.namesakes import told_apart
from ui.explorer.view import loaded
from ui.explorer.wording import Words
from ui.figures.layouts.comparison import comparison_table
from ui.figures.versions import choose_versions, comparable

OLD, NEW = "old", "new"


def show_versions(index: Index, t: Words) -> None:
    """Closed until it is opened, or until the address names two: ?old=…&new=…."""
    key = f"compare-{t.language}"  # `expanded` would make it another one when two are chosen
    if key not in st.session_state:
        st.session_state[key] = OLD in st.query_params and NEW in st.query_params
    place = st.expander(t("documents.compare"), on_change="rerun", key=key)
    if place.open:
        with place, session.three_lines():
            choose_two(index, t)


def choose_two(index: Index, t: Words) -> None:
    """The two boxes; two documents of one title are found without them."""
    documents = comparable(loaded(index))
    if len(documents) < 2:
        st.info(t("documents.one_only"))
        return
    ids = [document.id for document in documents]
    names, first = told_apart(index, ids), found(index)
    columns = st.columns(2)
    chosen: list[str | None] = []
    titles = (t("documents.compare_old"), t("documents.compare_new"))
    for column, name, title, likely in zip(columns, (OLD, NEW), titles, first, strict=True):
        asked = st.query_params.get(name, likely)
        chosen.append(
            column.selectbox(
                title, ids, index=ids.index(asked) if asked in ids else None,
                format_func=names.__getitem__, key=f"compare-{name}",
                placeholder=t("documents.choose_two"),
            )
        )  # fmt: skip
    old, new = chosen
    if old is None or new is None or old == new:
        st.info(t("documents.choose_two"))
        return
    st.query_params[OLD], st.query_params[NEW] = old, new
    compare(index, old, new, t)


def found(index: Index) -> tuple[str, str]:
    """The only two versions of one document, the older first; empty when there are none."""
    try:
        old, new = choose_versions(index.graph, None, None)
    except StrategyError:
        return "", ""
    return old.id, new.id


def compare(index: Index, old: str, new: str, t: Words) -> None:
    """How much differs, the table, the figure."""
    table = index.kept(
        ("compared", old, new),
        lambda: comparison_table(index.graph, index.nodes[old], index.nodes[new]),
    )
    kinds = Counter(table["变化"])
    count = sum(kinds.values())
    told = "，".join(f"{kind} {number}" for kind, number in kinds.items())
    with st.container(horizontal=True, vertical_alignment="center"):
        words = t("documents.changes", count=count, told=told)
        st.caption(words if count else t("documents.unchanged"), width="content")
        table_menu(table, "comparison", t, key="comparison-table")
    if count:
        st.dataframe(table, hide_index=True, height=table_height(count), key="comparison")
    parameters = {OLD: old, NEW: new}
    download_menu(figure_choices(index, "comparison", parameters), t, key="comparison")
    with st.spinner(t("overview.drawing")):
        pictures = drawn(index, "comparison", **parameters).pictures
    for picture in pictures:
        st.image(picture, width="stretch")
