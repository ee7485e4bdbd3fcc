"""What of the graph is on the canvas: an overview first, then what the reader opened or hid."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.elements import Node, Subgraph
from ui.explorer.index import FRAME_LABELS, Index

OVERVIEW = ("Strategy", "Pillar", "ActionPlan", "Target", "Milestone", "Measure")
"""The order in which types join the overview, as long as there is room."""

ROOM = 300
MOST = 2000
"""Above this many nodes the canvas gives way to the table."""


@dataclass(frozen=True, slots=True)
class View:
    """Which labels and documents pass, which nodes were added and which were hidden."""

    labels: frozenset[str]
    documents: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    only: frozenset[str] | None = None
    """When set, exactly these nodes are shown: a path, an impact cone, the answer to a question."""


def first_view(index: Index) -> View:
    """The types of the overview that fit into the room."""
    labels: set[str] = set()
    count = 0
    for label in OVERVIEW:
        found = len(index.graph.nodes_of(label))
        count += found
        if labels and count > ROOM:
            break
        if found:
            labels.add(label)
    return View(frozenset(labels))


def visible(index: Index, view: View) -> Subgraph:
    """The nodes that pass and the facts among them."""
    if view.only is not None:
        return index.among((view.only | view.added) - view.hidden)
    passed = {node.id for node in index.graph.nodes if _passes(node, view)}
    return index.among((passed | view.added) - view.hidden)


def expanded(index: Index, view: View, id: str) -> View:
    """The same with all neighbours of a node; with none of those that only it opened if it had all.

    A second time on the same node takes them away again.
    """
    near = {n for n in index.neighbours(id) if index.nodes[n].label not in FRAME_LABELS}
    shown = {node.id for node in visible(index, view).nodes}
    if near <= shown:
        return replace(view, added=view.added - (near - _held(index, view, id)))
    return replace(view, added=view.added | (near - shown), hidden=view.hidden - near)


def hide(view: View, id: str) -> View:
    """The same without a node."""
    return replace(view, hidden=view.hidden | {id}, added=view.added - {id})


def more(index: Index, subgraph: Subgraph) -> dict[str, int]:
    """How many neighbours of each shown node are not shown."""
    shown = {node.id for node in subgraph.nodes}
    counts = {
        id: len(
            {n for n in index.neighbours(id) if index.nodes[n].label not in FRAME_LABELS} - shown
        )
        for id in shown
    }
    return {id: count for id, count in counts.items() if count}


def _held(index: Index, view: View, id: str) -> set[str]:
    """Added nodes that stand beside another shown node as well."""
    shown = {node.id for node in visible(index, view).nodes} - {id}
    return {n for n in view.added if any(m in shown for m in index.neighbours(n)) or n == id}


def _passes(node: Node, view: View) -> bool:
    if node.label not in view.labels:
        return False
    if not view.documents:
        return True
    return any(evidence.document in view.documents for evidence in node.evidence)
