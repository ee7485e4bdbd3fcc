"""What a canvas shows as files: pages of a figure, and the graph itself for other tools."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from graph.elements import Edge, Node, Subgraph
from graph.exchange import EXPORTERS
from ui.explorer.downloads import Make
from ui.explorer.figures_shown import choices_of, figure_choices
from ui.explorer.index import FRAME_LABELS, Index
from ui.figures.drawing import Drawing, Sheet
from ui.figures.layouts.lanes import draw_lanes
from ui.figures.layouts.neighbourhood import draw_neighbourhood
from ui.figures.layouts.relations import draw_relations
from ui.figures.scope import Scope, plans

GRAPH_FORMATS = ("graphml", "gexf", "json")


def graph_choices(index: Index, shown: Subgraph, chosen: Node | Edge | None) -> dict[str, Make]:
    """Of a chosen node its neighbourhood as a figure, else all that is shown; then the graph."""
    if isinstance(chosen, Node):
        figures = figure_choices(index, "neighbourhood", {"node": chosen.id})
    else:
        figures = choices_of(lambda sheet: view_pages(index, shown, sheet), "graph")
    return {**figures, **{name: partial(_exported, shown, name) for name in GRAPH_FORMATS}}


def view_pages(index: Index, shown: Subgraph, sheet: Sheet) -> tuple[Drawing, ...]:
    """Lane boards of the plans that are shown, a figure a plan; then the relations no board has.

    These are the neighbourhood of a thing that has them all, else a board of the busiest things.
    """
    framed = _with_text(index, shown)
    roots = plans(framed)
    pages: list[Drawing] = []
    number = 1
    for root in roots:
        drawn = [page for page in draw_lanes(Scope(framed, root), sheet, number) if _drawn(page)]
        pages += drawn
        number += bool(drawn)
    told = {root.id for root in roots}.union(*map(_drawn, pages))
    left = [edge for edge in shown.edges if not {edge.source, edge.target} <= told]
    hubs = hubs_of(left) or ([] if pages else [node.id for node in shown.nodes[:1]])
    if len(hubs) == 1:
        pages += draw_neighbourhood(framed, hubs[0], sheet, number)
    elif hubs:
        pages += draw_relations(framed, left, hubs, sheet, number)
    return tuple(pages)


def hubs_of(edges: Sequence[Edge]) -> list[str]:
    """So few nodes that every edge begins or ends at one of them; the busiest first."""
    whole = Counter(end for edge in edges for end in {edge.source, edge.target})
    left = list(edges)
    hubs: list[str] = []
    while left:
        count = Counter(end for edge in left for end in {edge.source, edge.target})
        hubs.append(min(count, key=lambda id: (-count[id], -whole[id], id)))
        left = [edge for edge in left if hubs[-1] not in (edge.source, edge.target)]
    return hubs


def _drawn(page: Drawing) -> set[str]:
    return {box.node for box in page.boxes if box.node}


def _with_text(index: Index, shown: Subgraph) -> Subgraph:
    """What is shown with the text it came from: figures name clauses, and read their order."""
    text = {n.id: n for n in index.graph.nodes if n.label in FRAME_LABELS}
    documents = {n.id: n for n in index.graph.nodes_of("Document")}
    kept = {**text, **documents, **{node.id: node for node in shown.nodes}}
    edges = (
        edge
        for edge in index.graph.edges
        if edge.source in kept and edge.target in kept and {edge.source, edge.target} & text.keys()
    )
    return Subgraph.of(kept.values(), (*shown.edges, *edges))


def _exported(shown: Subgraph, name: str) -> tuple[str, bytes]:
    exporter = EXPORTERS[name]
    return f"graph{exporter.suffix}", exporter.write(shown)
