"""One way to the database: the official driver, to a Neo4j server or to the embedded engine."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from neo4j import READ_ACCESS, Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from graph import embedded
from graph.errors import StoreError
from graph.faults import store_error

_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_SETTINGS: dict[str, Any] = {
    "connection_timeout": 4.0,  # seconds
    "connection_acquisition_timeout": 6.0,
    "notifications_min_severity": "OFF",  # a label that is not used yet is nothing to warn of
    "user_agent": "plangraph",
}


@dataclass(slots=True)
class Connection:
    """Drivers to write and to read with (one and the same on a server), and how to let go.

    `turn` is held while writing, where the engine does not keep two writers apart by itself;
    `is_lost` tells that the process which ran the embedded engine is gone.
    """

    writer: Driver
    reader: Driver
    database: str | None
    where: str
    turn: Callable[[], AbstractContextManager[None]] = nullcontext
    is_lost: Callable[[], bool] = lambda: False
    release: Callable[[], object] = lambda: None

    def close(self) -> None:
        """Let go of the drivers, and stop the engine if this process is its host."""
        for driver in {self.writer, self.reader}:
            with suppress(DriverError, Neo4jError, OSError):
                driver.close()
        self.release()

    def engine(self) -> tuple[str, str]:
        """Name and version: Neo4j or ArcadeDB, as the server says of itself."""
        agent = self.writer.get_server_info().agent  # Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)
        _, inside, name_and_version = agent.partition("(")
        if inside:
            name, _, version = name_and_version.rstrip(")").partition(" ")
        else:
            name, _, version = agent.partition("/")
        return name, version


def connect(home: Path | None) -> Connection:
    """The server of NEO4J_URI when it is set, else the embedded engine of a home.

    Raises StoreError within seconds when it cannot be reached.
    """
    if os.environ.get("NEO4J_URI"):
        return connect_to_server(os.environ)
    return connect_to_engine(home or embedded.default_home())


def connect_to_server(environment: Mapping[str, str]) -> Connection:
    """A Neo4j server by NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE."""
    uri = environment["NEO4J_URI"]
    user, password = environment.get("NEO4J_USER", ""), environment.get("NEO4J_PASSWORD", "")
    database = environment.get("NEO4J_DATABASE") or None
    auth = (user or "neo4j", password) if user or password else None
    where = f"{uri} database {database}" if database else uri
    if not _is_address(uri):
        raise _no_address(uri)
    try:
        driver = GraphDatabase.driver(uri, auth=auth, **_SETTINGS)
    except DriverError as error:  # with a user in it, or ?settings that bolt:// does not have
        raise _no_address(uri) from error
    try:
        _greet(driver, database)
    except (DriverError, Neo4jError, OSError) as error:
        driver.close()
        raise store_error(error, where) from error
    return Connection(driver, driver, database, where)


def connect_to_engine(home: Path) -> Connection:
    """The embedded engine of a home, started here or attached to."""
    home = home.absolute()
    attachment = embedded.attach(home, _answers)
    endpoint = attachment.endpoint
    writer = _engine_driver(endpoint, endpoint.writer, endpoint.writer_password)
    reader = _engine_driver(endpoint, endpoint.reader, endpoint.reader_password)
    return Connection(
        writer, reader, embedded.DATABASE, str(home),
        turn=partial(embedded.turn_to_write, home),
        is_lost=lambda: embedded.current_endpoint(home) != endpoint or not _answers(endpoint),
        release=attachment.release,
    )  # fmt: skip


def _is_address(uri: str) -> bool:
    try:
        parts = urlsplit(uri)
        return parts.scheme in _SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number
        return False


def _no_address(uri: str) -> StoreError:
    return StoreError(
        "NEO4J_URI is no address of a Neo4j server",
        where=uri.rpartition("@")[2],  # never print a password
        hint="write bolt://host:7687, neo4j://host:7687 or neo4j+s://host",
    )


def _answers(endpoint: embedded.Endpoint) -> bool:
    with _engine_driver(endpoint, endpoint.writer, endpoint.writer_password) as driver:
        try:
            _greet(driver, embedded.DATABASE)
        except (DriverError, Neo4jError, OSError):
            return False
    return True


def _engine_driver(endpoint: embedded.Endpoint, user: str, password: str) -> Driver:
    """A driver that does not try again by itself: a host that is gone does not come back."""
    return GraphDatabase.driver(
        endpoint.uri, auth=(user, password), max_transaction_retry_time=0.0, **_SETTINGS
    )


def _greet(driver: Driver, database: str | None) -> None:
    """Raise what the driver raises when nobody answers, or has no such user or database."""
    with driver.session(database=database, default_access_mode=READ_ACCESS) as session:
        session.run("RETURN 1").consume()
