"""The way to the embedded engine: two users, and a watch over what they ask."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from threading import Event, Timer

from neo4j import READ_ACCESS, Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from graph import embedded
from graph.connection import SETTINGS, Connection, Reading, greet
from graph.embedded import Attachment, Endpoint
from graph.engine_users import READER, WRITER
from graph.errors import QueryError
from graph.faults import too_slow


class EngineConnection(Connection):
    """The engine of a home, in this process or in another.

    Reading is done by a user who may not write. Each query has a driver for itself, kept for the
    next one; a query that is cut short takes its driver with it, because the engine goes on until
    its own limit, and only a closed socket lets us go on without it.
    """

    def __init__(self, home: Path, attachment: Attachment) -> None:
        self._home = home
        self._attachment = attachment
        self._endpoint = endpoint = attachment.endpoint
        self._idle: list[Driver] = []
        writer = _driver(endpoint, WRITER, endpoint.writer_password)
        super().__init__(writer, embedded.DATABASE, str(home))

    @contextmanager
    def reading(self, timeout: float) -> Iterator[Reading]:
        """A session of the read-only user; QueryError when `timeout` has passed."""
        driver = self._idle.pop() if self._idle else self._new_reader()
        cut = Event()

        def cut_short() -> None:
            cut.set()
            driver.close()

        watch = Timer(timeout, cut_short)
        watch.daemon = True
        watch.start()
        try:
            with driver.session(
                database=self._database, default_access_mode=READ_ACCESS
            ) as session:
                yield Reading(session, cut_short)
        except DriverError as error:
            was_slow = cut.is_set()
            cut_short()
            if was_slow:
                raise too_slow() from error
            if not self.is_lost():
                raise _broke_off() from error
            raise
        finally:
            watch.cancel()
            if not cut.is_set():
                self._idle.append(driver)

    def turn_to_write(self) -> AbstractContextManager[None]:
        """Held while writing: the engine fails one of two writers instead of letting it wait."""
        return embedded.turn_to_write(self._home)

    def is_lost(self) -> bool:
        """True when the process that ran the engine is gone."""
        return embedded.current_endpoint(self._home) != self._endpoint or not _answers(
            self._endpoint
        )

    def close(self) -> None:
        """Let go of the engine, and stop it if this process is its host."""
        for driver in self._idle:
            with suppress(DriverError, Neo4jError, OSError):
                driver.close()
        super().close()
        self._attachment.release()

    def _new_reader(self) -> Driver:
        return _driver(self._endpoint, READER, self._endpoint.reader_password)


def connect_to_engine(home: Path) -> EngineConnection:
    """The embedded engine of a home, started here or attached to. Raises StoreError."""
    home = home.absolute()
    return EngineConnection(home, embedded.attach(home, _answers))


def _answers(endpoint: Endpoint) -> bool:
    with _driver(endpoint, WRITER, endpoint.writer_password) as driver:
        try:
            greet(driver, embedded.DATABASE)
        except (DriverError, Neo4jError, OSError):
            return False
    return True


def _driver(endpoint: Endpoint, user: str, password: str) -> Driver:
    """A driver that does not try again by itself: a host that is gone does not come back."""
    return GraphDatabase.driver(
        endpoint.uri, auth=(user, password), max_transaction_retry_time=0.0, **SETTINGS
    )


def _broke_off() -> QueryError:
    return QueryError(
        "the embedded engine broke off the query", hint="it may want too much memory: narrow it"
    )
