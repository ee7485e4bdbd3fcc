"""Relations on a board: a lane for a thing and one of its relations, what it is tied to beside it.

Every edge stands once, with the first of the things that are named as heads.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graph.elements import Edge, Subgraph
from graph.schema import EDGE_TYPES, NODE_TYPES
from ui.figures.boards import Board, Row, draw_board
from ui.figures.chips import chip
from ui.figures.drawing import Box, Drawing, Sheet
from ui.figures.frame import Caption, type_key
from ui.figures.look import PANEL_EDGE, QUIET
from ui.figures.scope import in_order
from ui.figures.words import as_of, source

_HEADS = ("内容", "关系", "与之相连")
_SHARES = (1.5, 5.0)
_HEAD_SHARE = 0.24


def draw_relations(
    subgraph: Subgraph, edges: Sequence[Edge], heads: Sequence[str], sheet: Sheet, number: int = 1
) -> tuple[Drawing, ...]:
    """Edges that each begin or end at one of `heads` (ids), on as few pages as can be read."""
    nodes = {node.id: node for node in subgraph.nodes}
    place = {id_: at for at, id_ in enumerate(heads)}
    lanes: dict[tuple[int, str, bool], set[str]] = defaultdict(set)
    for edge in edges:
        ends = [end for end in (edge.source, edge.target) if end in place]
        head = min(ends, key=lambda end: place[end])
        incoming = head == edge.target
        lanes[place[head], edge.type, incoming].add(edge.source if incoming else edge.target)
    order = list(EDGE_TYPES)
    rows = []
    for at, type_, incoming in sorted(lanes, key=lambda lane: (lane[0], order.index(lane[1]))):
        others = in_order(nodes[id_] for id_ in lanes[at, type_, incoming])
        key = f"{at} {type_} {incoming} "
        word = Box(f"relation {key}", 0, 0, 0, 0, text=relation(type_, incoming=incoming),
                   fill="#FFFFFF", stroke=PANEL_EDGE, ink=QUIET)  # fmt: skip
        head_chip = chip(nodes[heads[at]], owner=f"head {key}")
        rows.append(Row(head_chip, ((word,), tuple(chip(n, owner=key) for n in others))))

    def caption(shown: Sequence[Row]) -> Caption:
        boxes = (box for row in shown for box in (row.head, *row.cells[1]))
        found = {box.node: nodes[box.node] for box in boxes}.values()
        labels = sorted({node.label for node in found}, key=list(NODE_TYPES).index)
        documents = {evidence.document for node in found for evidence in node.evidence}
        return Caption(
            "所示内容之间的关系",
            source(subgraph, found),
            as_of(subgraph, documents),
            "所示内容之间还有哪些关系",
            tuple(map(type_key, labels)),
            number,
        )

    return draw_board(Board(_HEADS, _SHARES, tuple(rows), head_share=_HEAD_SHARE), sheet, caption)


def relation(type_: str, *, incoming: bool) -> str:
    """The relation as the thing at the head sees it."""
    zh = EDGE_TYPES[type_].zh
    return f"以它为“{zh}”" if incoming else zh
