"""What of the graph is on the canvas: an overview first, then what the reader opened or hid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.elements import Edge, Node, Subgraph
from graph.schema import NODE_TYPES
from graph.stored import loaded_documents
from ui.explorer.index import FRAME_LABELS, Index

OVERVIEW = ("Strategy", "Pillar", "ActionPlan", "Target", "Milestone", "Measure")
"""The order in which types join the overview, as long as there is room."""

GLANCE, ROOM = 120, 300
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
    """The overview of all when it can be read at a glance, else of the document that says most."""
    if _count(index, frozenset(OVERVIEW), frozenset()) <= GLANCE:
        return _fitting(index, frozenset())
    says = Counter(
        document
        for label in OVERVIEW
        for node in index.labelled.get(label, ())
        for document in {evidence.document for evidence in node.evidence}
    )
    fullest = max(loaded(index), key=lambda document: says[document.id], default=None)
    known = frozenset({fullest.id}) if fullest is not None and says[fullest.id] else frozenset()
    return _fitting(index, known)


def loaded(index: Index) -> list[Node]:
    """The documents that were read, by title."""
    found = loaded_documents(index.graph)
    return sorted(found, key=lambda node: (str(node.properties.get("title")), node.id))


def visible(index: Index, view: View) -> Subgraph:
    """The nodes that pass and the facts among them."""
    if view.only is not None:
        return index.among((view.only | view.added) - view.hidden)
    passed = {node.id for node in _passing(index, view)}
    return index.among((passed | view.added) - view.hidden)


def where_it_stands(index: Index, view: View, element: Node | Edge) -> View:
    """The same view; of what none of its documents states, the overview of one that does."""
    stated = [evidence.document for evidence in element.evidence]
    if view.only is not None or not stated or not view.documents.isdisjoint(stated):
        return view
    return _fitting(index, frozenset(stated[:1])) if view.documents else view


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


def _passing(index: Index, view: View) -> Iterator[Node]:
    for label in view.labels:
        for node in index.labelled.get(label, ()):
            if not view.documents or any(e.document in view.documents for e in node.evidence):
                yield node


def counts(index: Index, documents: frozenset[str]) -> dict[str, int]:
    """How many nodes of each label these documents state; without the frame's."""
    labels = (label for label in NODE_TYPES if label not in FRAME_LABELS)
    found = {label: _count(index, frozenset({label}), documents) for label in labels}
    return {label: count for label, count in found.items() if count}


def _fitting(index: Index, documents: frozenset[str]) -> View:
    """As many types of the overview as there is room for."""
    labels: set[str] = set()
    for label in OVERVIEW:
        wider = frozenset(labels | {label})
        if labels and _count(index, wider, documents) > ROOM:
            break
        if _count(index, frozenset({label}), documents):
            labels.add(label)
    return View(frozenset(labels), documents)


def _count(index: Index, labels: frozenset[str], documents: frozenset[str]) -> int:
    return sum(1 for _ in _passing(index, View(labels, documents)))
