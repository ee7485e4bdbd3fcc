"""The neighbourhood: one thing in the middle, and a panel for each relation it has.

What points to it stands at the left, what it points to at the right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from graph.elements import Edge, Node, Subgraph
from graph.errors import ExportError, NotFound
from graph.schema import EDGE_TYPES, FRAME_EDGES, NODE_TYPES
from ui.figures.chips import (
    Setting,
    chip,
    flow,
    height,
    largest_fit,
    moved,
    name,
    set_text,
    settings,
)
from ui.figures.drawing import LEADING, Box, Connector, Drawing, Sheet
from ui.figures.frame import Area, Body, Caption, framed, label, type_key
from ui.figures.layouts.relations import relation
from ui.figures.look import PANEL, PANEL_EDGE, QUIET
from ui.figures.scope import in_order
from ui.figures.words import as_of, source

Groups = dict[str, list[Node]]

MOST_A_RELATION = 24
"""Neighbours shown of one relation; the panel's head says how many there are."""


def draw_neighbourhood(
    subgraph: Subgraph, wanted: str, sheet: Sheet, number: int = 1
) -> tuple[Drawing, ...]:
    """One page. Raises NotFound when no node has that id or name."""
    centre = find(subgraph, wanted)
    nodes = {node.id: node for node in subgraph.nodes}
    edges = [e for e in subgraph.edges if centre.id in (e.source, e.target)]
    edges = [edge for edge in edges if edge.type not in FRAME_EDGES]
    before = _groups([e for e in edges if e.target == centre.id], nodes, "source")
    after = _groups([e for e in edges if e.source == centre.id], nodes, "target")
    shown = [node for group in (*before.values(), *after.values()) for node in group]
    labels = sorted({centre.label, *(node.label for node in shown)}, key=list(NODE_TYPES).index)
    caption = Caption(
        f"{name(centre)}：关联图",
        source(subgraph, [centre, *shown]),
        as_of(subgraph, {e.document for node in (centre, *shown) for e in node.evidence}),
        f"与它直接相连的内容（node={name(centre)}）",
        tuple(map(type_key, labels)),
        number,
        "" if shown else "没有与它相连的内容",
    )

    for most in (MOST_A_RELATION, 12, 8, 5, 3, 1):

        def draw(area: Area, most: int = most) -> Body | None:
            return largest_fit(
                settings(sheet), lambda s: _placed(centre, (before, after), most, area, s)
            )

        page = framed(sheet, caption, draw)
        if page is not None:
            return (page,)
    raise ExportError("this neighbourhood does not fit on a page in type that can be read")


def find(subgraph: Subgraph, wanted: str) -> Node:
    """By id, else by caption; frame nodes last."""
    named = [n for n in subgraph.nodes if wanted in (n.id, name(n))]
    if not named:
        raise NotFound(f"nothing is called “{wanted}”", hint="give an id, or a name in full")
    return min(named, key=lambda node: (list(NODE_TYPES).index(node.label) < 3, node.id))


def _groups(edges: Sequence[Edge], nodes: dict[str, Node], end: str) -> Groups:
    found: dict[str, dict[str, Node]] = defaultdict(dict)
    for edge in edges:
        node = nodes[getattr(edge, end)]
        found[edge.type][node.id] = node
    return {type_: list(in_order(found[type_].values())) for type_ in EDGE_TYPES if type_ in found}


def _placed(
    centre: Node, sides: tuple[Groups, Groups], most: int, area: Area, setting: Setting
) -> Body | None:
    used = [bool(side) for side in sides]
    gap = setting.size * 4.5
    middle_room = area.width * 0.2
    room = (area.width - middle_room - gap * 2) / 2
    middle = set_text(
        chip(centre, owner="centre ", align="middle", bold=True), middle_room, setting
    )
    if middle is None:
        return None
    x = area.x + room + gap if all(used) or not any(used) else area.x
    if used == [True, False]:
        x = area.x + area.width - middle_room
    if sum(used) == 1:
        room = area.width - middle_room - gap
    tall = max(middle.height, 3 * setting.size * LEADING)
    middle = replace(middle, x=x, y=area.y + (area.height - tall) / 2, height=tall)
    boxes: list[Box] = [middle]
    lines: list[Connector] = []
    for side, groups in enumerate(sides):
        if not groups:
            continue
        left = area.x if side == 0 else middle.right + gap
        panels = _side(groups, side == 0, most, Area(left, area.y, room, area.height), setting)
        if panels is None:
            return None
        boxes += panels
        lines += _lines(middle, [box for box in panels if box.panel], side)
    return boxes, lines


def _side(
    groups: Groups, incoming: bool, most: int, area: Area, setting: Setting
) -> list[Box] | None:
    gap = setting.gap + 3
    key = "in" if incoming else "out"
    x, room = area.x, area.width
    blocks: list[list[Box]] = []
    for type_, nodes in groups.items():
        chips = [chip(node, owner=f"{key} {type_} ") for node in nodes[:most]]
        inside = flow(chips, room - 2 * gap, setting, 3)
        if inside is None:
            return None
        shown = f"{most}/{len(nodes)}" if len(nodes) > most else str(len(nodes))
        word = f"{relation(type_, incoming=incoming)}（{shown}）"
        head = label(f"{key} {type_}", word, x + gap, 2, room - 2 * gap, setting.size,
                     align="start", ink=QUIET)  # fmt: skip
        placed = moved(inside, x + gap, head.bottom + 2)
        panel = Box(f"{key} panel {type_}", x, 0, room, height(placed) + gap, fill=PANEL,
                    stroke=PANEL_EDGE, panel=True, text=word)  # fmt: skip
        blocks.append([panel, head, *placed])
    need = sum(height(block) for block in blocks) + gap * (len(blocks) - 1)
    if need > area.height:
        return None
    free = (area.height - need) / (len(blocks) + 1)
    boxes: list[Box] = []
    y = area.y + free
    for block in blocks:
        boxes += moved(block, 0, y)
        y += height(block) + gap + free
    return boxes


def _lines(middle: Box, panels: Sequence[Box], side: int) -> list[Connector]:
    """Elbows: out of the middle, up or down in the gap, into the panel."""
    found = []
    for panel in panels:
        if side == 0:
            start, end = (panel.right, panel.centre[1]), (middle.x, middle.centre[1])
        else:
            start, end = (middle.right, middle.centre[1]), (panel.x, panel.centre[1])
        turn = (start[0] + end[0]) / 2
        points = (start, (turn, start[1]), (turn, end[1]), end)
        ends = (panel.key, middle.key) if side == 0 else (middle.key, panel.key)
        found.append(Connector(f"line {panel.key}", *ends, points, text=panel.text))
    return found
