"""A reader's desk: what is on the canvas, where it lies, what is chosen, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from graph.elements import Edge, Node, Subgraph
from ui.explorer.beside import beside
from ui.explorer.index import Index
from ui.explorer.lanes import Board, Lane, Position, size_of
from ui.explorer.layouts import LAYOUTS
from ui.explorer.picture import picture, version_of
from ui.explorer.view import View, expanded, first_view, hide, more
from ui.explorer.ways import shortest_path

Kind = Literal["node", "edge"]
_PAST = 50  # steps that can be undone


@dataclass
class Desk:
    """One for each reader and canvas; the graph itself is shared and only read."""

    view: View
    past: list[View] = field(default_factory=list)
    positions: dict[str, Position] = field(default_factory=dict)
    lanes: tuple[Lane, ...] = ()
    layout: int = 0
    selected: tuple[Kind, str] | None = None
    stamp: int = 0
    sent: str = ""
    arrangement: str = "lanes"
    start: str = ""
    """Where a path is to begin."""
    filters: int = 0
    """Goes up when the filters must be shown anew: a widget keeps its own state."""

    @classmethod
    def of(cls, index: Index) -> Desk:
        """The overview, nothing chosen."""
        return cls(first_view(index))

    def change(self, view: View, *, anew: bool = False) -> None:
        """Show something else; `anew` lays it out from the beginning."""
        if view == self.view:
            return
        self.past = [*self.past, self.view][-_PAST:]
        self.view = view
        if anew:
            self.lay_out_anew()

    def lay_out_anew(self) -> None:
        """Forget where things lie."""
        self.positions, self.lanes = {}, ()

    def undo(self) -> None:
        """Back to what was shown before."""
        if self.past:
            self.view = self.past.pop()

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
            self.arrangement = arrangement
            self.lay_out_anew()

    def show_only(self, ids: Iterable[str]) -> None:
        """Nothing but these nodes, of whatever document, laid out anew."""
        self.change(View(self.view.labels, only=frozenset(ids)), anew=True)
        self.filters += 1

    def show_path(self, index: Index, end: str) -> bool:
        """The shortest way from `start` to here; False when there is none."""
        path = shortest_path(index, self.start, end)
        if path:
            self.show_only(path)
            self.start = ""
        return bool(path)

    def choose(self, kind: Kind, id: str) -> None:
        """Choose from outside the canvas: the canvas follows, and shows what it did not."""
        self.selected = (kind, id)
        self.stamp += 1
        if kind == "node":
            self.view = View(
                self.view.labels,
                self.view.documents,
                self.view.added | {id},
                self.view.hidden - {id},
                self.view.only,
            )

    def chosen(self, index: Index) -> Node | Edge | None:
        """What is chosen, as long as the graph still holds it."""
        if self.selected is None:
            return None
        kind, id = self.selected
        return index.nodes.get(id) if kind == "node" else index.edges.get(id)

    def send_again(self) -> None:
        """The browser has lost the picture."""
        self.sent = ""

    def place(self, subgraph: Subgraph) -> Board:
        """Where every node lies: known ones stay, new ones come beside their neighbours."""
        if not self.positions.keys() & {node.id for node in subgraph.nodes}:
            board = LAYOUTS[self.arrangement](subgraph)
            self.positions, self.lanes = dict(board.positions), board.lanes
            self.layout += 1
        labels = {node.id: node.label for node in subgraph.nodes}
        new = labels.keys() - self.positions.keys()
        for centre in sorted(
            {e.source for e in subgraph.edges} | {e.target for e in subgraph.edges}
        ):
            if new and centre in self.positions:
                joining = [id for id in _beside(subgraph, centre) if id in new]
                self._put(self.positions[centre], joining, labels)
                new -= set(joining)
        self._put((0.0, 0.0), sorted(new), labels)
        return Board(self.positions, self.lanes)

    def canvas(self, index: Index, subgraph: Subgraph, language: str) -> dict[str, Any]:
        """What the component needs; the picture itself only when the browser has not got it."""
        board = self.place(subgraph)
        drawn = picture(subgraph, board, language, more(index, subgraph))
        version = version_of(drawn)
        known, self.sent = self.sent == version, version
        kind, id = self.selected or ("", "")
        return {
            "version": version,
            "layout": self.layout,
            "picture": None if known else drawn,
            "selected": {"kind": kind, "id": id} if id else None,
            "stamp": self.stamp,
        }

    def _put(self, centre: Position, ids: list[str], labels: dict[str, str]) -> None:
        boxes = [(*place, *size_of(labels.get(id, ""))) for id, place in self.positions.items()]
        self.positions |= beside(boxes, centre, ids)


def _beside(subgraph: Subgraph, id: str) -> list[str]:
    ends = [(e.source, e.target) for e in subgraph.edges if id in (e.source, e.target)]
    return sorted({end for pair in ends for end in pair} - {id})
