"""The lane board: a lane a pillar, from left to right what it does and what it is to reach.

Who leads stands in a column of its own when the plan says so.
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


def draw_lanes(scope: Scope, sheet: Sheet, number: int = 1) -> tuple[Drawing, ...]:
    """All lanes on as few pages as can be read."""
    columns = scope.columns
    led = any(scope.edges(m, *LEADERS) for m in scope.measures)
    rows = [_row(scope, column, led) for column in columns]
    facts = [fact for c in columns for fact in (*c.measures, *c.targets)]
    keys = [key_of("Pillar", "支柱"), key_of("Measure", "举措"), key_of("Target", "目标（◆）")]
    if led:
        keys.append(key_of("Organization", "责任单位（●）"))
    caption = Caption(
        f"{scope.title}：泳道图",
        source(scope.subgraph, facts, scope.documents),
        as_of(scope.subgraph, scope.documents),
        asked("coverage.plan_pillar", plan=scope.title),
        tuple(keys),
        number,
    )
    heads = ("支柱", "举措", "目标", *(("牵头、负责单位",) if led else ()))
    shares = (3.4, 2.6, *((1.8,) if led else ()))
    board = Board(heads, shares, tuple(rows), arrows=True)
    return draw_board(board, sheet, lambda _: caption)


def pillar_chip(column: Column) -> Box:
    """The head of a column or lane, be it a pillar or a chapter that stands in for one."""
    quoted = column.node.evidence if column.node else ()
    node = Node(column.key or "rest", "Pillar", {"name": column.name}, quoted)
    own = column.node.id if column.node and column.node.label == "Pillar" else ""
    return replace(chip(node, owner="head ", align="middle", bold=True), node=own)


def _row(scope: Scope, column: Column, led: bool) -> Row:
    edges = [edge for m in column.measures for edge in scope.edges(m, *LEADERS)]
    leaders = in_order({e.target: scope.nodes[e.target] for e in edges}.values())
    cells = (column.measures, column.targets, *((leaders,) if led else ()))
    return Row(
        pillar_chip(column),
        tuple(tuple(chip(node, owner=f"{column.key} ") for node in cell) for cell in cells),
    )
