"""What the driver raises, in words of the operator."""

from __future__ import annotations

import re

from neo4j.exceptions import AuthError, Neo4jError

from graph.errors import QueryError, StoreError


def store_error(error: Exception, where: str) -> StoreError:
    """A database that cannot be reached, or refuses what we write."""
    code, message = _code(error), _message(error)
    if isinstance(error, AuthError):
        return StoreError(
            "the Neo4j server refuses this user or password",
            where=where,
            hint="check NEO4J_USER and NEO4J_PASSWORD",
        )
    if "DatabaseNotFound" in code:
        return StoreError(
            "the Neo4j server has no such database", where=where, hint="check NEO4J_DATABASE"
        )
    if isinstance(error, Neo4jError):
        return StoreError(f"the database refuses: {message}", where=where, hint=code)
    return StoreError(
        f"the database cannot be reached: {message}",
        where=where,
        hint="is the server running? check NEO4J_URI; unset it to use the embedded engine",
    )


def query_error(error: Neo4jError) -> QueryError:
    """Cypher that is wrong, would write, or takes too long."""
    code, message = _code(error), _message(error)
    if "TransactionTimedOut" in code:
        return too_slow()
    if "AccessMode" in code or "Forbidden" in code:
        return QueryError("the query would change the graph", hint="only reading is allowed here")
    place = re.search(r"line (\d+)[:,] ?(?:column )?(\d+)", error.message or "")
    where = f"line {place[1]}, column {place[2]}" if place else ""
    return QueryError(f"the query cannot be run: {message}", where=where, hint=code)


def too_slow() -> QueryError:
    """A query that was stopped."""
    return QueryError("the query took too long and was stopped", hint="narrow it, or add LIMIT")


def _code(error: Exception) -> str:
    return getattr(error, "code", None) or ""


def _message(error: Exception) -> str:
    text = getattr(error, "message", None) or str(error) or type(error).__name__
    return str(text).strip().splitlines()[0]
