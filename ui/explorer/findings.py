"""All checks of the catalog, asked at once."""

from __future__ import annotations

from graph.store import Store
from queries.catalog import all_queries
from queries.run import Result, run

SEVERITIES = ("error", "warning", "info")
SIGNS = {"error": "■", "warning": "▲", "info": "●"}
"""Beside the word, so that it is not the colour that tells."""


def all_findings(store: Store) -> list[Result]:
    """The answer of every check, the worst and fullest first."""
    checks = [query for query in all_queries() if query.severity is not None]
    results = [run(store, query) for query in checks]
    return sorted(
        results,
        key=lambda r: (SEVERITIES.index(str(r.query.severity)), -len(r.rows), r.query.name),
    )
