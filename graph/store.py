"""The store: one class over the official driver, whichever engine is behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
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

from graph.connection import Connection, connect
from graph.ddl import STORE_LABEL, statements
from graph.elements import Subgraph
from graph.errors import SchemaError
from graph.faults import query_error, store_error
from graph.schema import EDGE_TYPES, NODE_TYPES, SCHEMA_VERSION
from graph.stored import read_edge, read_node
from graph.values import plain

T = TypeVar("T")

_CLEARED_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document that was loaded."""

    id: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class Status:
    """What the store is and holds; `counts` per label and edge type, without the empty ones."""

    engine: str
    version: str
    where: str
    schema_version: int
    documents: tuple[StoredDocument, ...]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer of the database; iterating gives a dict a row.

    `complete` is False when the row limit cut it off. The embedded engine does not name the
    columns of an answer without rows.
    """

    columns: tuple[str, ...]
    values: tuple[tuple[Any, ...], ...]
    complete: bool = True

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.values)

    def __len__(self) -> int:
        return len(self.values)


def open_store(home: Path | None = None) -> Store:
    """The server of NEO4J_URI, else the embedded engine in `home` (default: `default_home()`).

    Raises StoreError when it cannot be reached, SchemaError when a newer plangraph wrote it.
    """
    return Store(lambda: connect(home))


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
        counts = [
            *(
                f"MATCH (n:{label}) RETURN '{label}' AS name, count(n) AS number"
                for label in NODE_TYPES
            ),
            *(f"MATCH ()-[r:{t}]->() RETURN '{t}' AS name, count(r) AS number" for t in EDGE_TYPES),
        ]
        counted = self.rows("\nUNION ALL\n".join(counts))
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
            counts={name: number for name, number in counted.values if number},
        )

    def revision(self) -> int:
        """How often the store was changed: whoever keeps answers can see that they are old."""
        return self._record()[1]

    def read(self) -> Subgraph:
        """All nodes and edges, equal to what was written."""
        return self._run(lambda session: session.execute_read(_read_all), READ_ACCESS)

    def rows(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float = 10.0,
        limit: int | None = None,
    ) -> Rows:
        """The answer to read-only Cypher, in plain values (see `values.plain`).

        Stops after `timeout` seconds (the embedded engine after at most ten) and after `limit`
        rows. Raises QueryError when the Cypher is wrong, would write, or takes too long.
        """
        query = Query(cypher, timeout=timeout)

        def ask(session: Session) -> Rows:
            result = session.run(query, dict(parameters or {}))
            records = list(islice(result, limit))
            complete = limit is None or len(records) < limit or result.peek() is None
            values = tuple(tuple(map(plain, record.values())) for record in records)
            return Rows(tuple(result.keys()), values, complete)

        return self._run(ask, READ_ACCESS, reader=True)

    def change(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Do `work` in one transaction, while no other writer does; all of it or nothing.

        Transient errors are retried, so `work` may run more than once.
        """
        self._prepare()

        def locked(transaction: ManagedTransaction) -> T:
            self._refuse_newer(_record_change(transaction))
            return work(transaction)

        with self._connection.turn():
            return self._run(lambda session: session.execute_write(locked), WRITE_ACCESS)

    def clear(self) -> None:
        """Remove every node and edge of ours."""
        for label in NODE_TYPES:
            while self.change(partial(_clear_some, label)):
                pass

    def _run(self, work: Callable[[Session], T], access: str, *, reader: bool = False) -> T:
        """Run in a session; when the embedded engine's host is gone, attach once more."""
        connection = self._connection
        try:
            try:
                return _run_once(connection, work, access, reader)
            except (DriverError, Neo4jError):
                if not connection.is_lost():
                    raise
                return _run_once(self._attach_again(connection), work, access, reader)
        except Neo4jError as error:
            raise query_error(error) if reader else store_error(error, self.where) from error
        except DriverError as error:
            raise store_error(error, self.where) from error

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
            with self._connection.turn():
                self._run(_apply_schema, WRITE_ACCESS)
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


def _run_once(connection: Connection, work: Callable[[Session], T], access: str, reader: bool) -> T:
    driver = connection.reader if reader else connection.writer
    with driver.session(database=connection.database, default_access_mode=access) as session:
        return work(session)


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
    nodes = [
        read_node(label, kept)
        for label in NODE_TYPES
        for (kept,) in transaction.run(
            f"MATCH (n:{label}) WHERE n.id IS NOT NULL RETURN properties(n)"
        )
    ]
    edges = [
        read_edge(type, kept)
        for type in EDGE_TYPES
        for (kept,) in transaction.run(
            f"MATCH ()-[r:{type}]->() WHERE r.document_id IS NOT NULL RETURN properties(r)"
        )
    ]
    return Subgraph.of(nodes, edges)


def _clear_some(label: str, transaction: ManagedTransaction) -> int:
    found = transaction.run(
        f"MATCH (n:{label}) WITH n LIMIT {_CLEARED_AT_ONCE} DETACH DELETE n "
        "RETURN count(*) AS number"
    )
    return int(found.single(strict=True)["number"])
