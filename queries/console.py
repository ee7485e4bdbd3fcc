"""Free Cypher for analysts: reading only, bounded in time and rows, on both engines.

Two fences: the store's reading user (embedded) or read access mode (Neo4j), and, before anything
is sent, the allow-list of reading.py. Three clocks: the server's, the embedded engine's, and one
here, because neither engine stops in the midst of a single expression.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from graph.errors import QueryError
from queries.notes import cut_off
from queries.reading import allowed
from queries.run import Answer, answer

if TYPE_CHECKING:
    from graph.store import Rows, Store

TIME_LIMIT = 10.0
"""Seconds; the embedded engine stops after at most ten, whatever is asked."""
ROW_LIMIT = 1_000
_GRACE = 1.0


def ask_freely(
    store: Store,
    cypher: str,
    parameters: Mapping[str, Any] | None = None,
    *,
    timeout: float = TIME_LIMIT,
    limit: int = ROW_LIMIT,
) -> Answer:
    """The answer to Cypher that a person typed, in at most `timeout` and a little more seconds.

    Raises QueryError for all that is not reading, takes too long, or is no Cypher.
    """
    allowed(cypher)
    statement = cypher.strip().removesuffix(";")
    found = _within(
        timeout + _GRACE,
        lambda: store.rows(statement, parameters or {}, timeout=timeout, limit=limit),
    )
    notes = () if found.complete else (cut_off(limit),)
    return answer(found.columns, found.values, notes)


def _within(seconds: float, ask: Callable[[], Rows]) -> Rows:
    """Wait for an answer; who does not give it in time is left to the engine's own clock."""
    found: list[Rows] = []
    failed: list[Exception] = []

    def work() -> None:
        try:
            found.append(ask())
        except Exception as error:
            failed.append(error)

    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    worker.join(seconds)
    if failed:
        raise failed[0]
    if not found:
        raise QueryError("the query took too long and was left", hint="narrow it, or add LIMIT")
    return found[0]
