"""One way to the database: the official driver, to a Neo4j server or to the embedded engine."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from neo4j import READ_ACCESS, Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from graph import embedded
from graph.errors import StoreError
from graph.faults import store_error

_CONNECT = 5.0  # seconds
_SETTINGS: dict[str, Any] = {
    "connection_timeout": _CONNECT,
    "connection_acquisition_timeout": 2 * _CONNECT,
    "notifications_min_severity": "OFF",  # a label that is not used yet is nothing to warn of
    "user_agent": "plangraph",
}


@dataclass(slots=True)
class Connection:
    """Drivers to write and to read with (one and the same on a server), and how to let go."""

    writer: Driver
    reader: Driver
    database: str | None
    where: str
    embedded: bool
    release: Callable[[], object]

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
    try:
        driver = GraphDatabase.driver(uri, auth=auth, **_SETTINGS)
    except (DriverError, ValueError) as error:
        raise StoreError(
            f"NEO4J_URI is no address of a Neo4j server: {error}",
            where=uri,
            hint="write bolt://host:7687, neo4j://host:7687 or neo4j+s://host",
        ) from error
    try:
        _greet(driver, database)
    except (DriverError, Neo4jError, ValueError, OSError) as error:
        driver.close()
        raise store_error(error, where) from error
    return Connection(driver, driver, database, where, False, lambda: None)


def connect_to_engine(home: Path) -> Connection:
    """The embedded engine of a home, started here or attached to."""
    attachment = embedded.attach(home, _answers)
    endpoint = attachment.endpoint
    writer = _engine_driver(endpoint, endpoint.writer, endpoint.writer_password)
    reader = _engine_driver(endpoint, endpoint.reader, endpoint.reader_password)
    return Connection(
        writer, reader, embedded.DATABASE, str(home.absolute()), True, attachment.release
    )


def _answers(endpoint: embedded.Endpoint) -> bool:
    with _engine_driver(endpoint, endpoint.writer, endpoint.writer_password) as driver:
        try:
            _greet(driver, embedded.DATABASE)
        except (DriverError, Neo4jError, OSError):
            return False
    return True


def _engine_driver(endpoint: embedded.Endpoint, user: str, password: str) -> Driver:
    return GraphDatabase.driver(endpoint.uri, auth=(user, password), **_SETTINGS)


def _greet(driver: Driver, database: str | None) -> None:
    """Raise what the driver raises when nobody answers, or has no such user or database."""
    with driver.session(database=database, default_access_mode=READ_ACCESS) as session:
        session.run("RETURN 1").consume()
