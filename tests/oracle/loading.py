"""A store with a graph in it, in place of what was there."""

from __future__ import annotations

from collections.abc import Iterable

from graph.elements import Subgraph
from graph.store import Store
from graph.writer import write


def filled(store: Store, parts: Iterable[Subgraph]) -> Store:
    store.clear()
    for part in parts:
        write(store, part)
    return store
