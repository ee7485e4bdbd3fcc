"""The lane board: strategy | pillars and plans | what each of them holds, in rows.

Positions are computed here and never by physics, so that the same graph is always the same
picture and nothing moves when something is added.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.elements import Edge, Node, Subgraph

Position = tuple[float, float]

HEADS = ("Pillar", "ActionPlan")
CELLS = (("Measure",), ("Target", "Milestone", "Indicator", "Observation"))
"""What stands in the first and in the second cell of a lane; all else stands in the third."""

CARD_WIDTH, CARD_HEIGHT = 176.0, 44.0
HEAD_WIDTH = 150.0
STRATEGY_WIDTH, STRATEGY_HEIGHT = 112.0, 118.0
GAP, LANE_GAP, COLUMN_GAP = 8.0, 10.0, 34.0
ASPECT = 1.25
"""Width to height of the canvas that the board should fill."""

_HOLDS = ("HAS_PLAN", "HAS_MEASURE", "SETS_TARGET", "HAS_MILESTONE")


@dataclass(frozen=True, slots=True)
class Lane:
    """The band behind a head and what it holds: left, top, width, height."""

    head: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Board:
    """The centre of every node, and the bands behind them."""

    positions: Mapping[str, Position]
    lanes: tuple[Lane, ...]


def size_of(label: str) -> tuple[float, float]:
    """Width and height of a node of that label."""
    if label == "Strategy":
        return STRATEGY_WIDTH, STRATEGY_HEIGHT
    return (HEAD_WIDTH if label in HEADS else CARD_WIDTH), CARD_HEIGHT


def lane_board(subgraph: Subgraph) -> Board:
    """Every node has a place; the number of cards side by side suits the canvas."""
    rows = _rows(subgraph)
    boards = (
        _drawn(subgraph, rows, columns)
        for columns in ((2, 1, 1), (2, 2, 1), (3, 2, 1), (3, 2, 2), (4, 3, 3), (6, 4, 4), (9, 6, 6))
    )
    return min(boards, key=_misfit)


@dataclass(frozen=True, slots=True)
class _Row:
    head: Node | None
    cells: tuple[tuple[Node, ...], ...]


def _rows(subgraph: Subgraph) -> list[_Row]:
    """A row a head, in the order of the document; what hangs on none comes last."""
    owners = _owners(subgraph)
    ordered = sorted(subgraph.nodes, key=_order)
    heads = [node for label in HEADS for node in ordered if node.label == label]
    held = {owner for owner in owners.values() if owner}
    rows = []
    loose: list[Node] = []
    for head in heads:
        if head.label == "Pillar" or head.id in held:
            rows.append(_Row(head, _cells(n for n in ordered if owners.get(n.id) == head.id)))
        else:
            loose.append(head)
    bare = [n for n in ordered if n.label not in ("Strategy", *HEADS) and not owners.get(n.id)]
    if loose:
        rows.append(_Row(None, (tuple(loose), (), ())))
    if bare:
        rows.append(_Row(None, _cells(bare)))
    return rows


def _owners(subgraph: Subgraph) -> dict[str, str]:
    """The head that a node hangs on: its own, or that of the measure it belongs to."""
    labels = {node.id: node.label for node in subgraph.nodes}
    above: dict[str, str] = {}
    for edge in sorted(subgraph.edges, key=lambda e: (_rank(e), e.id)):
        child, parent = _child_and_parent(edge, labels)
        if child and labels.get(child) not in ("Strategy", *HEADS):
            above.setdefault(child, parent)
    owners = {}
    for id in above:
        owner, seen = id, set()
        while owner in above and owner not in seen:
            seen.add(owner)
            owner = above[owner]
        owners[id] = owner if labels.get(owner) in HEADS else ""
    return owners


def _rank(edge: Edge) -> int:
    return _HOLDS.index(edge.type) if edge.type in _HOLDS else len(_HOLDS)


def _child_and_parent(edge: Edge, labels: Mapping[str, str]) -> tuple[str, str]:
    if edge.source not in labels or edge.target not in labels:
        return "", ""
    if edge.type in _HOLDS:
        return edge.target, edge.source
    if edge.type == "PART_OF":
        return edge.source, edge.target
    if labels[edge.target] in ("Organization", "Sector", "Indicator"):
        return edge.target, edge.source  # beside the first thing that names it
    return "", ""


def _order(node: Node) -> tuple[str, bool, int, int, str]:
    """By document; positioning before task areas; then as numbered, then as written."""
    first = min(node.evidence, key=lambda e: (e.document, e.start), default=None)
    document, place = (first.document, first.start) if first else ("", 0)
    ordinal = node.properties.get("ordinal")
    number = ordinal if isinstance(ordinal, int) else place
    return document, node.properties.get("kind") == "task_area", number, place, node.id


def _cells(nodes: Iterable[Node]) -> tuple[tuple[Node, ...], ...]:
    cells: tuple[list[Node], ...] = ([], [], [])
    for node in nodes:
        index = next((i for i, labels in enumerate(CELLS) if node.label in labels), len(CELLS))
        cells[index].append(node)
    return tuple(tuple(cell) for cell in cells)


def _drawn(subgraph: Subgraph, rows: Sequence[_Row], columns: Sequence[int]) -> Board:
    """Place rows from top to bottom with so many cards side by side in each cell."""
    headed = [row for row in rows if row.head]
    columned = headed or rows  # without any head too, a measure stands left of its targets
    counts = [
        min(count, max((len(row.cells[i]) for row in columned), default=0))
        for i, count in enumerate(columns)
    ]
    lefts = []
    right = HEAD_WIDTH / 2 + COLUMN_GAP if headed else -HEAD_WIDTH / 2
    for count in counts:
        lefts.append(right)
        right += count * (CARD_WIDTH + GAP) + (COLUMN_GAP if count else 0)
    right -= COLUMN_GAP
    if headed:
        right = max(right, HEAD_WIDTH / 2 + CARD_WIDTH)
    lanes, positions, top = [], {}, 0.0
    for row in rows:
        if row.head or not headed:
            placed = [
                _grid(cell, left, count)
                for cell, left, count in zip(row.cells, lefts, counts, strict=True)
            ]
        else:  # loose cards run over the whole width
            left = -HEAD_WIDTH / 2
            across = max(1, int((right - left) // (CARD_WIDTH + GAP)))
            placed = [_grid([n for cell in row.cells for n in cell], left, across)]
        height = max([CARD_HEIGHT, *(h for _, h in placed)])
        for cards, cell_height in placed:
            shift = top + (height - cell_height) / 2
            positions.update({id: (x, y + shift) for id, (x, y) in cards.items()})
        if row.head:
            positions[row.head.id] = (0.0, top + height / 2)
        lanes.append(
            Lane(
                row.head.id if row.head else "",
                -HEAD_WIDTH / 2 - GAP,
                top - GAP,
                right + HEAD_WIDTH / 2 + GAP,
                height + 2 * GAP,
            )
        )
        top += height + LANE_GAP + GAP
    return Board(positions | _strategies(subgraph, positions), tuple(lanes))


def _strategies(subgraph: Subgraph, positions: Mapping[str, Position]) -> dict[str, Position]:
    """At the left, each at the height of what it holds, none over another."""
    x = -HEAD_WIDTH / 2 - COLUMN_GAP - 2 * GAP - STRATEGY_WIDTH / 2
    placed: dict[str, Position] = {}
    lowest = float("-inf")
    for middle, id in sorted(
        (_middle(node.id, subgraph, positions), node.id) for node in subgraph.nodes_of("Strategy")
    ):
        lowest = max(middle, lowest)
        placed[id] = (x, lowest)
        lowest += STRATEGY_HEIGHT + GAP
    return placed


def _middle(id: str, subgraph: Subgraph, positions: Mapping[str, Position]) -> float:
    held = [e.target for e in subgraph.edges if e.source == id and e.target in positions]
    heights = [positions[target][1] for target in held] or [y for _, y in positions.values()]
    return (min(heights) + max(heights)) / 2 if heights else 0.0


def _grid(nodes: Sequence[Node], left: float, columns: int) -> tuple[dict[str, Position], float]:
    """Cards from left to right in rows; their centres and the height of all."""
    cards = {
        node.id: (
            left + (index % columns) * (CARD_WIDTH + GAP) + CARD_WIDTH / 2,
            (index // columns) * (CARD_HEIGHT + GAP) + CARD_HEIGHT / 2,
        )
        for index, node in enumerate(nodes)
        if columns
    }
    rows = -(-len(nodes) // columns) if columns else 0
    return cards, max(0.0, rows * (CARD_HEIGHT + GAP) - GAP)


def _misfit(board: Board) -> float:
    """How far the board must be zoomed out to fit a canvas of unit height."""
    if not board.positions:
        return 0.0
    xs = [x for x, _ in board.positions.values()]
    ys = [y for _, y in board.positions.values()]
    width, height = max(xs) - min(xs) + CARD_WIDTH, max(ys) - min(ys) + CARD_HEIGHT
    return max(width / ASPECT, height)
