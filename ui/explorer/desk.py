"""A reader's desk: what is on the canvas, where it lies, what is chosen, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from graph.elements import Edge, Node, Subgraph
from ui.explorer.beside import beside, covers
from ui.explorer.delivery import Delivery
from ui.explorer.index import Index
from ui.explorer.lanes import Board, Lane, Position, size_of
from ui.explorer.layouts import LAYOUTS, neighbours
from ui.explorer.picture import picture
from ui.explorer.view import View, expanded, first_view, hide, more, where_it_stands
from ui.explorer.ways import around, shortest_path

Kind = Literal["node", "edge"]
_PAST = 50  # steps that can be undone


@dataclass(frozen=True)
class _Step:
    """What can be gone back to: what was shown, and where it lay in which layout."""

    view: View
    arrangement: str
    positions: dict[str, Position]
    lanes: tuple[Lane, ...]
    layout: int
    steps: int
    wide: View | None


@dataclass
class Desk:
    """One for each reader and canvas; the graph itself is shared and only read."""

    view: View
    past: list[_Step] = field(default_factory=list)
    positions: dict[str, Position] = field(default_factory=dict)
    lanes: tuple[Lane, ...] = ()
    pinned: set[str] = field(default_factory=set)
    """What keeps its place when all else is laid out anew."""
    layout: int = 0
    selected: tuple[Kind, str] | None = None
    stamp: int = 0
    delivery: Delivery = field(default_factory=Delivery)
    arrangement: str = "lanes"
    start: str = ""
    """Where a path is to begin."""
    steps: int = 0
    """So many steps around one node are shown; 0: whatever the filters let pass."""
    told: object = None
    """What stands around the canvas was last drawn for this."""
    _anew: bool = True
    _wide: View | None = None

    @classmethod
    def of(cls, index: Index) -> Desk:
        """The overview, nothing chosen."""
        return cls(first_view(index))

    def change(self, view: View, *, anew: bool = False) -> None:
        """Show something else; `anew` lays it out from the beginning."""
        if view == self.view:
            return
        self._keep()
        self.view = view
        self.steps, self._wide = 0, None
        if anew:
            self.lay_out_anew()

    def lay_out_anew(self) -> None:
        """Forget where things lie, but for what is pinned."""
        self._anew = True

    def undo(self) -> None:
        """Back to what was shown before, where it lay; what is pinned stays."""
        if not self.past:
            return
        step = self.past.pop()
        self.view, self.arrangement = step.view, step.arrangement
        self.steps, self._wide = step.steps, step.wide
        if step.layout != self.layout:
            pinned = {id: self.positions[id] for id in self.pinned if id in self.positions}
            self.positions, self.lanes = {**step.positions, **pinned}, step.lanes
            self.layout += 1
            self._anew = False

    def expand(self, index: Index, id: str) -> None:
        """Open a node, or fold it again."""
        if id in index.nodes:
            self.change(expanded(index, self.view, id))

    def hide(self, id: str) -> None:
        """Take a node off the canvas."""
        self.change(hide(self.view, id))

    def arrange(self, arrangement: str) -> None:
        """Lay out in another way."""
        if arrangement != self.arrangement and arrangement in LAYOUTS:
            self._keep()
            self.arrangement = arrangement
            self.lay_out_anew()

    def show_only(self, ids: Iterable[str]) -> None:
        """Nothing but these nodes, of whatever document, laid out anew."""
        self.change(View(self.view.labels, only=frozenset(ids)), anew=True)

    def show_around(self, index: Index, id: str, steps: int) -> None:
        """What lies within so many steps of a node; with 0, what was shown before."""
        wide = self._wide or self.view
        near = View(wide.labels, wide.documents, only=around(index, id, steps))
        self.change(near if steps else wide, anew=True)
        self.steps, self._wide = steps, wide if steps else None

    def show_path(self, index: Index, end: str) -> bool:
        """The shortest way from `start` to here; False when there is none."""
        path = shortest_path(index, self.start, end)
        if path:
            self.show_only(path)
            self.start = ""
        return bool(path)

    def choose(self, index: Index, kind: str, id: str) -> None:
        """Choose from outside the canvas: the canvas follows, and shows what it did not."""
        edge = index.edges.get(id) if kind == "edge" else None
        shown = {edge.source, edge.target} if edge else {id}
        self.selected = ("edge" if kind == "edge" else "node", id)
        self.stamp += 1
        element = edge or index.nodes.get(id)
        view = where_it_stands(index, self.view, element) if element else self.view
        if view != self.view:
            self.change(view, anew=True)
        self.view = replace(view, added=view.added | shown, hidden=view.hidden - shown)

    def chosen(self, index: Index) -> Node | Edge | None:
        """What is chosen, as long as the graph still holds it."""
        if self.selected is None:
            return None
        kind, id = self.selected
        return index.nodes.get(id) if kind == "node" else index.edges.get(id)

    def move(self, places: Mapping[str, Sequence[float]]) -> None:
        """The reader has dragged these nodes."""
        self.positions = self.positions | {
            id: (float(x), float(y)) for id, (x, y) in places.items() if id in self.positions
        }

    def pin(self, id: str) -> None:
        """Let a node keep its place, or let it go again."""
        self.pinned = self.pinned ^ {id}

    def place(self, subgraph: Subgraph) -> Board:
        """Where every node lies: known ones stay, new ones come beside their neighbours."""
        labels = {node.id: node.label for node in subgraph.nodes}
        if self._anew or not self.positions.keys() & labels.keys():
            self._lay_out(subgraph, labels)
        new = labels.keys() - self.positions.keys()
        if new:
            near = neighbours(subgraph)
            for centre in sorted(self.positions.keys() & near.keys()):
                joining = near[centre] & new
                self._put(self.positions[centre], sorted(joining), labels)
                new -= joining
            self._put((0.0, 0.0), sorted(new), labels)
        return Board(self.positions, self.lanes)

    def canvas(self, index: Index, subgraph: Subgraph, language: str) -> dict[str, Any]:
        """What the component needs; of the picture only what the browser has not got."""
        board = self.place(subgraph)
        made_of = (subgraph, board, self.pinned, language)
        kind, id = self.selected or ("", "")
        return {
            **self.delivery.of(
                made_of,
                lambda: picture(subgraph, board, language, more(index, subgraph), self.pinned),
            ),
            "layout": self.layout,
            "selected": {"kind": kind, "id": id} if id else None,
            "stamp": self.stamp,
        }

    def _keep(self) -> None:
        step = _Step(
            self.view, self.arrangement, self.positions, self.lanes, self.layout,
            self.steps, self._wide,
        )  # fmt: skip
        self.past = [*self.past, step][-_PAST:]

    def _lay_out(self, subgraph: Subgraph, labels: Mapping[str, str]) -> None:
        board = LAYOUTS[self.arrangement](subgraph)
        pinned = {id: self.positions[id] for id in self.pinned if id in self.positions}
        boxes = [(*place, *size_of(labels[id])) for id, place in pinned.items() if id in labels]
        wanted = {id: place for id, place in board.positions.items() if id not in pinned}
        free = {
            id: place
            for id, place in wanted.items()
            if not any(covers(box, (*place, *size_of(labels[id]))) for box in boxes)
        }
        self.positions, self.lanes = {**free, **pinned}, board.lanes
        for id in sorted(wanted.keys() - free.keys()):
            self._put(wanted[id], [id], labels)
        self.layout += 1
        self._anew = False

    def _put(self, centre: Position, ids: list[str], labels: Mapping[str, str]) -> None:
        if ids:
            boxes = [(*at, *size_of(labels.get(id, ""))) for id, at in self.positions.items()]
            self.positions = self.positions | beside(boxes, centre, ids)
