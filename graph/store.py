"""The store: one class over the official driver, whichever engine is behind it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, TypeVar

from neo4j import READ_ACCESS, WRITE_ACCESS, ManagedTransaction, Query, Session
from neo4j.exceptions import (
    DriverError,
    Neo4jError,
)

from graph.answers import LastLoad, Rows, Status, StoredDocument
from graph.connection import Connection, connect_to_server
from graph.ddl import STORE_LABEL, statements
from graph.elements import Subgraph
from graph.embedded import default_home
from graph.engine_connection import connect_to_engine
from graph.errors import SchemaError
from graph.faults import query_error, store_error
from graph.schema import EDGE_TYPES, NODE_TYPES, SCHEMA_VERSION
from graph.stored import read_edge, read_whole, stated_places
from graph.values import PlainValues

__all__ = ["LastLoad", "Rows", "Status", "Store", "StoredDocument", "open_store"]

T = TypeVar("T")

_CLEARED_AT_ONCE = 5_000


def open_store(home: Path | None = None) -> Store:
    """The server of NEO4J_URI, else the embedded engine in `home` (default: `default_home()`).

    Raises StoreError when it cannot be reached, SchemaError when a newer plangraph wrote it.
    """
    return Store(partial(_connect, home))


class Store:
    """A graph database that holds subgraphs; a context manager."""

    def __init__(self, open_connection: Callable[[], Connection]) -> None:
        self._open = open_connection
        self._connection = open_connection()
        self._attaching = Lock()
        self._prepared = False
        try:
            self._refuse_newer(self._record()[0])
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database; the embedded engine stops if this process runs it."""
        self._connection.close()

    @property
    def where(self) -> str:
        """The folder of the embedded engine, or the server's address."""
        return self._connection.where

    def status(self) -> Status:
        """Engine and version, place, documents and counts."""
        engine, version = self._connection.engine()
        counted = self.rows(
            f"MATCH (n:{'|'.join(NODE_TYPES)}) RETURN labels(n)[0] AS name, count(n) AS number "
            "UNION ALL "
            f"MATCH ()-[r:{'|'.join(EDGE_TYPES)}]->() RETURN type(r) AS name, count(r) AS number"
        )
        numbers = dict(counted.values)
        documents = self.rows(
            "MATCH (d:Document) WHERE d.status = 'loaded' "
            "RETURN d.id, d.title, coalesce(d.kind, '') ORDER BY d.title, d.id"
        )
        return Status(
            engine=engine,
            version=version,
            where=self.where,
            schema_version=self._record()[0] or SCHEMA_VERSION,
            documents=tuple(StoredDocument(*row) for row in documents.values),
            counts={n: numbers[n] for n in (*NODE_TYPES, *EDGE_TYPES) if n in numbers},
        )

    def revision(self) -> int:
        """How often the store was changed: whoever keeps answers can see that they are old."""
        return self._record()[1]

    def last_load(self) -> LastLoad | None:
        """When something was last loaded, and what; None when nothing ever was."""
        found = self.rows(
            f"MATCH (s:{STORE_LABEL} {{id: 'store'}}) RETURN s.loaded_at, s.loaded_title"
        )
        at, title = found.values[0] if found.values else (None, None)
        return LastLoad(datetime.fromisoformat(at), title) if at else None

    def read(self) -> Subgraph:
        """All nodes and edges, equal to what was written."""
        return self._in_session(READ_ACCESS, lambda session: session.execute_read(_read_all))

    def rows(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float = 10.0,
        limit: int | None = None,
    ) -> Rows:
        """The answer to read-only Cypher, in plain values (see `values.PlainValues`).

        Stops after `timeout` seconds (on the embedded engine ten at most) and after `limit` rows.
        Raises QueryError when the Cypher is wrong, would write, or takes too long.
        """
        query = Query(cypher, timeout=timeout)

        def ask(connection: Connection) -> Rows:
            with connection.reading(timeout) as reading:
                result = reading.session.run(query, dict(parameters or {}))
                records = list(islice(result, limit))
                complete = limit is None or len(records) < limit or result.peek() is None
                columns = tuple(result.keys())
                if not complete:
                    reading.abandon()
            plain = PlainValues()
            values = tuple(tuple(map(plain.of, record.values())) for record in records)
            return Rows(columns, values, complete)

        try:
            return self._run(ask)
        except Neo4jError as error:
            raise query_error(error) from error
        except DriverError as error:
            raise store_error(error, self.where) from error

    def change(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Do `work` in one transaction, while no other writer does; all of it or nothing.

        Transient errors are retried, so `work` may run more than once.
        """
        self._prepare()

        def locked(transaction: ManagedTransaction) -> T:
            self._refuse_newer(_record_change(transaction))
            return work(transaction)

        with self._connection.turn_to_write():
            return self._in_session(WRITE_ACCESS, lambda session: session.execute_write(locked))

    def clear(self) -> None:
        """Remove every node and edge of ours."""
        for label in NODE_TYPES:
            while self.change(partial(_clear_some, label)):
                pass

    def _in_session(self, access: str, work: Callable[[Session], T]) -> T:
        def within(connection: Connection) -> T:
            with connection.session(access) as session:
                return work(session)

        try:
            return self._run(within)
        except (DriverError, Neo4jError) as error:
            raise store_error(error, self.where) from error

    def _run(self, work: Callable[[Connection], T]) -> T:
        """Do the work; when the embedded engine's host is gone, attach and do it once more."""
        connection = self._connection
        try:
            return work(connection)
        except (DriverError, Neo4jError):
            if not connection.is_lost():
                raise
        return work(self._attach_again(connection))

    def _attach_again(self, lost: Connection) -> Connection:
        with self._attaching:  # threads of a web page share a store
            if self._connection is lost:
                lost.close()
                self._connection = self._open()
            return self._connection

    def _prepare(self) -> None:
        """Constraints and indexes, before the first write."""
        if self._prepared:
            return
        if self._record()[0] != SCHEMA_VERSION:
            with self._connection.turn_to_write():
                self._in_session(WRITE_ACCESS, _apply_schema)
        self._prepared = True

    def _record(self) -> tuple[int | None, int]:
        """Schema version (None: nothing was ever written) and number of changes."""
        found = self.rows(
            f"MATCH (s:{STORE_LABEL} {{id: 'store'}}) RETURN s.schema_version, s.revision"
        )
        version, revision = found.values[0] if found.values else (None, 0)
        return version, revision

    def _refuse_newer(self, version: int | None) -> None:
        if version is not None and version > SCHEMA_VERSION:
            raise SchemaError(
                f"this store was written by a newer plangraph (schema {version}, "
                f"this one knows {SCHEMA_VERSION})",
                where=self.where,
                hint="install the newer plangraph, or name another store",
            )


def _connect(home: Path | None) -> Connection:
    if os.environ.get("NEO4J_URI"):
        return connect_to_server(os.environ)
    return connect_to_engine(home or default_home())


def _apply_schema(session: Session) -> None:
    for statement in statements():
        session.run(statement).consume()
    session.run(
        f"MERGE (s:{STORE_LABEL} {{id: 'store'}}) "
        "ON CREATE SET s.revision = 0 SET s.schema_version = $version",
        version=SCHEMA_VERSION,
    ).consume()


def _record_change(transaction: ManagedTransaction) -> int:
    """Count the change; writing to this one node also keeps two writers apart."""
    (version,) = transaction.run(
        f"MATCH (s:{STORE_LABEL} {{id: 'store'}}) SET s.revision = s.revision + 1 "
        "RETURN s.schema_version"
    ).single(strict=True)
    return int(version)


def _read_all(transaction: ManagedTransaction) -> Subgraph:
    edges = [
        read_edge(type, kept)
        for type in EDGE_TYPES
        for (kept,) in transaction.run(
            f"MATCH ()-[r:{type}]->() WHERE r.document_id IS NOT NULL RETURN properties(r)"
        )
    ]
    places = stated_places(edges)
    nodes = [
        read_whole(label, kept, places)
        for label in NODE_TYPES
        for (kept,) in transaction.run(
            f"MATCH (n:{label}) WHERE n.id IS NOT NULL RETURN properties(n)"
        )
    ]
    return Subgraph.of(nodes, edges)


def _clear_some(label: str, transaction: ManagedTransaction) -> int:
    found = transaction.run(
        f"MATCH (n:{label}) WITH n LIMIT {_CLEARED_AT_ONCE} DETACH DELETE n "
        "RETURN count(*) AS number"
    )
    return int(found.single(strict=True)["number"])
