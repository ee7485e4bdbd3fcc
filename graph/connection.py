"""The way to a Neo4j server: the official driver, by NEO4J_URI and its companions."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from neo4j import READ_ACCESS, Driver, GraphDatabase, Session
from neo4j.exceptions import DriverError, Neo4jError

from graph.errors import StoreError
from graph.faults import store_error

SETTINGS: dict[str, Any] = {
    "connection_timeout": 4.0,  # seconds
    "connection_acquisition_timeout": 6.0,
    "notifications_min_severity": "OFF",  # a label that is not used yet is nothing to warn of
    "user_agent": "plangraph",
}
_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what matters is raised


@dataclass(frozen=True, slots=True)
class Reading:
    """A session for one query; `abandon` before leaving an answer that is not read to its end."""

    session: Session
    abandon: Callable[[], object]


class Connection:
    """A server: sessions to write and to read with."""

    def __init__(self, driver: Driver, database: str | None, where: str) -> None:
        self.where = where
        self._driver = driver
        self._database = database

    def session(self, access: str) -> Session:
        """A session of the owner of the graph."""
        return self._driver.session(database=self._database, default_access_mode=access)

    @contextmanager
    def reading(self, timeout: float) -> Iterator[Reading]:
        """A session that cannot write. The server itself keeps the `timeout` of a query."""
        with self.session(READ_ACCESS) as session:
            yield Reading(session, lambda: None)

    def turn_to_write(self) -> AbstractContextManager[None]:
        """Held while writing. A server keeps two writers apart by itself."""
        return nullcontext()

    def is_lost(self) -> bool:
        """True when the other end is gone for good and another may be found."""
        return False

    def engine(self) -> tuple[str, str]:
        """Name and version: Neo4j or ArcadeDB, as the server says of itself."""
        agent = self._driver.get_server_info().agent  # Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)
        _, inside, name_and_version = agent.partition("(")
        if inside:
            name, _, version = name_and_version.rstrip(")").partition(" ")
        else:
            name, _, version = agent.partition("/")
        return name, version

    def close(self) -> None:
        """Let go of the server."""
        with suppress(DriverError, Neo4jError, OSError):
            self._driver.close()


def connect_to_server(environment: Mapping[str, str]) -> Connection:
    """A Neo4j server by NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE.

    Raises StoreError within seconds when it cannot be reached or refuses us.
    """
    uri = environment["NEO4J_URI"]
    user, password = environment.get("NEO4J_USER", ""), environment.get("NEO4J_PASSWORD", "")
    database = environment.get("NEO4J_DATABASE") or None
    auth = (user or "neo4j", password) if user or password else None
    where = f"{uri} database {database}" if database else uri
    if not _is_address(uri):
        raise _no_address(uri)
    try:
        driver = GraphDatabase.driver(uri, auth=auth, **SETTINGS)
    except DriverError as error:  # with a user in it, or ?settings that bolt:// does not have
        raise _no_address(uri) from error
    try:
        greet(driver, database)
    except (DriverError, Neo4jError, OSError) as error:
        driver.close()
        raise store_error(error, where) from error
    return Connection(driver, database, where)


def greet(driver: Driver, database: str | None) -> None:
    """Raise what the driver raises when nobody answers, or has no such user or database."""
    with driver.session(database=database, default_access_mode=READ_ACCESS) as session:
        session.run("RETURN 1").consume()


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
