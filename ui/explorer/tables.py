"""The table in step with the canvas: the same nodes and edges, for reading, sorting and copying."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graph.elements import Edge, Node, Subgraph
from ui.explorer.captions import caption, edge_name, label_name
from ui.explorer.desk import Desk
from ui.explorer.downloads import by_column, table_menu
from ui.explorer.index import Index
from ui.explorer.wording import Words

_HEIGHT = 300
_KEY = "tables"


def node_rows(nodes: tuple[Node, ...], t: Words) -> list[dict[str, Any]]:
    """One row a node: type, name, the first quote."""
    return [
        {
            t("column.label"): label_name(node.label, t.language),
            t("column.name"): caption(node),
            t("column.quote"): node.evidence[0].quote if node.evidence else "",
        }
        for node in nodes
    ]


def edge_rows(index: Index, edges: tuple[Edge, ...], t: Words) -> list[dict[str, Any]]:
    """One row an edge: from, relation, to, the first quote."""
    return [
        {
            t("column.source"): caption(index.nodes[edge.source]),
            t("column.type"): edge_name(edge.type, t.language),
            t("column.target"): caption(index.nodes[edge.target]),
            t("column.quote"): edge.evidence[0].quote if edge.evidence else "",
        }
        for edge in edges
    ]


def is_open() -> bool:
    """True when the reader has opened the tables; until then they are not even made."""
    return bool(st.session_state.get(_KEY))


def show(index: Index, shown: Subgraph, desk: Desk, t: Words) -> None:
    """Two tables below the canvas; a chosen row chooses on the canvas as well."""
    place = st.expander(t("graph.as_table"), on_change="rerun", key=_KEY)
    if not place.open:
        return
    nodes = tuple(sorted(shown.nodes, key=lambda n: (n.label, caption(n))))
    # without their numbers, which stand above: a tab of another name would not stay open
    first, second = place.tabs([t("graph.table_nodes"), t("graph.table_edges")])
    with first:
        _table(index, "node", nodes, node_rows(nodes, t), desk, t)
    with second:
        edges = shown.edges
        _table(index, "edge", edges, edge_rows(index, edges, t), desk, t)


def _table(
    index: Index,
    kind: str,
    elements: tuple[Node, ...] | tuple[Edge, ...],
    rows: list[dict[str, Any]],
    desk: Desk,
    t: Words,
) -> None:
    key = f"table_{kind}"
    table_menu(by_column(rows), f"{kind}s", t, key=key)

    def chosen() -> None:
        picked = st.session_state[key].selection.rows
        if picked and picked[0] < len(elements):
            desk.choose(index, kind, elements[picked[0]].id)

    st.dataframe(
        rows,
        key=key,
        height=_HEIGHT,
        hide_index=True,
        on_select=chosen,
        selection_mode="single-row",
    )
