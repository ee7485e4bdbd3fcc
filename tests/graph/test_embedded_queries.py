"""Queries that take too long, are broken off or are many at a time, in the embedded engine."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable

from graph import embedded
from graph.errors import QueryError
from graph.store import open_store
from graph.writer import write
from tests.graph.small_plans import PORTS

PATIENT = 120.0  # seconds that a busy machine may take


@pytest.mark.parametrize(
    ("engine_stops_after", "we_wait", "cause"),
    [(0.3, PATIENT, Neo4jError), (PATIENT, 0.3, DriverError)],
    ids=["the engine", "we"],
)
def test_a_query_without_end_is_stopped(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    engine_stops_after: float,
    we_wait: float,
    cause: type[Exception],
) -> None:
    monkeypatch.setattr(embedded, "COMMAND_TIMEOUT", engine_stops_after)
    with open_store(home) as store:
        write(store, PORTS)
        with pytest.raises(QueryError, match="took too long") as caught:
            store.rows(
                "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN count(*)",
                timeout=we_wait,
            )
        assert isinstance(caught.value.__cause__, cause)
        assert store.read() == PORTS


def test_a_query_that_the_engine_breaks_off(home: Path) -> None:
    """As it does with one that wants more memory than there is."""
    with open_store(home) as store:
        write(store, PORTS)
        with (
            pytest.raises(QueryError, match="broke off the query"),
            store._connection.reading(PATIENT),
        ):
            raise ServiceUnavailable("the socket was closed")
        assert len(store.rows("MATCH (m:Measure) RETURN m")) == 2


def test_threads_read_while_one_query_is_cut_short(home: Path) -> None:
    with open_store(home) as store, ThreadPoolExecutor(4) as threads:
        write(store, PORTS)
        endless = threads.submit(
            store.rows,
            "UNWIND range(1, 10000000) AS x UNWIND range(1, 1000) AS y RETURN x",
            limit=5,
        )
        counts = threads.map(
            lambda _: len(store.rows("MATCH (m:Measure) RETURN m.name")), range(20)
        )
        assert set(counts) == {2}
        assert endless.result().complete is False
