"""What a question answers on a store, in the shape of what plain Python computes."""

from __future__ import annotations

from typing import Any

from graph.elements import Edge, Node
from graph.store import Store
from queries import Query, Result, run


def askings(query: Query) -> list[dict[str, Any]]:
    """With the examples of what is required alone, and with each other example added."""
    required = {p.name: p.example for p in query.params if p.required}
    return [required, *({**required, p.name: p.example} for p in query.params if not p.required)]


def answer(store: Store, query: Query, asked: dict[str, Any]) -> tuple[list[Any], int | None]:
    """Its rows and its denominator, as tests.oracle.answers.expected gives them."""
    result = run(store, query, **asked)
    return rows(result), result.denominator


def rows(result: Result) -> list[tuple[Any, ...]]:
    """Nodes and edges by their ids."""
    return [
        tuple(cell.id if isinstance(cell, Node | Edge) else cell for cell in row)
        for row in result.rows
    ]
