"""The lane board: a lane a pillar, from left to right what it does and what it is to reach.

A column in which nothing stands is left out.
"""

from __future__ import annotations

from dataclasses import replace

from graph.elements import Node
from ui.figures.boards import Board, Row, draw_board
from ui.figures.chips import chip
from ui.figures.drawing import Box, Drawing, Sheet
from ui.figures.frame import Caption, key_of
from ui.figures.scope import Column, Scope, in_order
from ui.figures.words import as_of, asked, source

LEADERS = ("LED_BY", "ASSIGNED_TO")

_COLUMNS = (
    ("举措", 3.4, "Measure", "举措"),
    ("目标", 2.6, "Target", "目标（◆）"),
    ("牵头、负责单位", 1.8, "Organization", "责任单位（●）"),
)
"""Head, share of the width, label and entry of the legend."""


def draw_lanes(scope: Scope, sheet: Sheet, number: int = 1) -> tuple[Drawing, ...]:
    """All lanes on as few pages as can be read."""
    columns = scope.columns
    facts = [fact for c in columns for fact in (*c.measures, *c.targets)]
    cells = [_cells(scope, column) for column in columns]
    told = [at for at in range(len(_COLUMNS)) if any(cell[at] for cell in cells)]
    rows = [
        Row(
            pillar_chip(column),
            tuple(tuple(chip(n, owner=f"{column.key} ") for n in cell[at]) for at in told),
        )
        for column, cell in zip(columns, cells, strict=True)
    ]
    found = [_COLUMNS[at] for at in told]
    word = scope.column_word
    caption = Caption(
        f"{scope.title}：泳道图",
        source(scope.subgraph, facts, scope.documents),
        as_of(scope.subgraph, scope.documents),
        asked("coverage.plan_pillar", plan=scope.title),
        (key_of("Pillar", word), *(key_of(label, key) for _, _, label, key in found)),
        number,
    )
    heads = (word, *(head for head, _, _, _ in found))
    shares = tuple(share for _, share, _, _ in found)
    board = Board(heads, shares, tuple(rows), arrows=True)
    return draw_board(board, sheet, lambda _: caption)


def pillar_chip(column: Column) -> Box:
    """The head of a column or lane, be it a pillar or a chapter that stands in for one."""
    quoted = column.node.evidence if column.node else ()
    node = Node(column.key or "rest", "Pillar", {"name": column.name}, quoted)
    own = column.node.id if column.node and column.node.label == "Pillar" else ""
    return replace(chip(node, owner="head ", align="middle", bold=True), node=own)


def _cells(scope: Scope, column: Column) -> tuple[tuple[Node, ...], ...]:
    edges = [edge for m in column.measures for edge in scope.edges(m, *LEADERS)]
    leaders = in_order({e.target: scope.nodes[e.target] for e in edges}.values())
    return (column.measures, column.targets, leaders)
