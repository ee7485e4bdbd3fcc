"""From a Subgraph and its layout to what the canvas draws, by way of pyvis."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import lru_cache
from typing import Any

from pyvis.network import Network

from graph.elements import Node, Subgraph
from graph.schema import FRAME_EDGES, NODE_TYPES
from ui.explorer.captions import edge_name, headline, label_name
from ui.explorer.lanes import HEADS, Board, size_of
from ui.explorer.wrapping import wrap

_HEAD_LABELS = ("Strategy", *HEADS)
_LETTER = 13.0  # pixels, as graph.js sets them
_LINE = 17.0
_MARGIN = {True: 14.0, False: 32.0}  # beside the text; a card that is no head has a coloured end
_LONGEST_NAME = 300
_WHITE_INK = ("Strategy",)  # every other colour of the schema carries black


def picture(
    subgraph: Subgraph,
    board: Board,
    language: str,
    more: Mapping[str, int] | None = None,
    pinned: Container[str] = (),
) -> dict[str, Any]:
    """Nodes with place, size and lines; edges with names; bands; the look of each type.

    No `label` and no `title`: vis-network would measure the one and show the other as HTML.
    `more` counts the neighbours of a node that are not drawn. Frame edges are left out.
    """
    network = Network(directed=True, notebook=False)
    for node in subgraph.nodes:
        card = _card(node, board, language)
        network.add_node(
            node.id, **card, more=(more or {}).get(node.id, 0), pinned=node.id in pinned
        )
    known = {node.id for node in subgraph.nodes}
    for edge in subgraph.edges:
        if edge.type not in FRAME_EDGES and {edge.source, edge.target} <= known:
            network.add_edge(
                edge.source, edge.target, id=edge.id, name=edge_name(edge.type, language)
            )
    nodes, edges, *_ = network.get_network_data()
    return {
        "nodes": [_without(node, "label", "color", "shape") for node in nodes],
        "edges": [_without(edge, "arrows", "width") for edge in edges],
        "lanes": [[lane.left, lane.top, lane.width, lane.height] for lane in board.lanes],
        "types": {label: _look(label, language) for label in NODE_TYPES},
    }


def _card(node: Node, board: Board, language: str) -> dict[str, Any]:
    head = node.label in _HEAD_LABELS
    width, height = size_of(node.label)
    x, y = board.positions[node.id]
    name = headline(node, language)
    return {
        "name": name[:_LONGEST_NAME],
        "lines": list(_lines(name, (width - _MARGIN[head]) / _LETTER, int(height // _LINE))),
        "kind": node.label,
        "head": head,
        "x": round(x, 1),
        "y": round(y, 1),
        "w": width,
        "h": height,
    }


@lru_cache(maxsize=20_000)
def _lines(name: str, room: float, most: int) -> tuple[str, ...]:
    return tuple(wrap(name, room, most))


def _look(label: str, language: str) -> dict[str, str]:
    node_type = NODE_TYPES[label]
    return {
        "name": label_name(label, language),
        "colour": node_type.colour,
        "ink": "#FFFFFF" if label in _WHITE_INK else "#000000",
        "glyph": node_type.shape,
    }


def _without(item: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key not in names}
