"""The contract of a store, the same on both engines: what it answers, refuses and reports."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from graph.ddl import STORE_LABEL, schema_cypher, statements
from graph.elements import Node, Subgraph
from graph.errors import QueryError, SchemaError
from graph.schema import SCHEMA_VERSION
from graph.store import Rows, Store, StoredDocument
from graph.writer import write
from tests.graph.small_plans import BUREAU, PASTURES, PASTURES_ID, PORTS, PORTS_ID

ENDLESS = "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN count(*)"


@pytest.fixture
def filled(store: Store) -> Store:
    write(store, PORTS)
    write(store, PASTURES)
    return store


def node(subgraph: Subgraph, id: str) -> Node:
    return next(node for node in subgraph.nodes if node.id == id)


def test_status_tells_what_is_there(filled: Store) -> None:
    status = filled.status()
    assert status.engine in {"Neo4j", "ArcadeDB"}
    assert status.version.split(".")[0].isdigit()
    assert status.where == filled.where
    assert status.schema_version == SCHEMA_VERSION
    assert status.documents == (
        StoredDocument(PASTURES_ID, "海洋牧场行动计划", "official"),
        StoredDocument(PORTS_ID, "渔港行动计划", "official"),
    )
    assert status.counts == {
        "Document": 2, "Clause": 2, "Strategy": 1, "Measure": 2, "Target": 1, "Organization": 1,
        "HAS_MEASURE": 2, "SETS_TARGET": 1, "LED_BY": 1, "ASSIGNED_TO": 1, "CITES": 1,
        "STATED_IN": 7, "IN_DOCUMENT": 2,
    }  # fmt: skip


def test_an_empty_store_is_no_error(store: Store) -> None:
    assert store.status().documents == ()
    assert store.status().counts == {}
    assert store.read() == Subgraph()
    assert list(store.rows("MATCH (m:Measure) RETURN m")) == []


def test_clear_removes_every_fact(filled: Store) -> None:
    filled.clear()
    assert filled.read() == Subgraph()
    assert filled.status().counts == {}


def test_the_revision_rises_with_every_write(filled: Store) -> None:
    before = filled.revision()
    write(filled, PORTS)
    assert filled.revision() == before + 1


def test_the_last_load_is_remembered(filled: Store) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    write(filled, PORTS)
    load = filled.last_load()
    assert load is not None
    assert before <= load.at <= datetime.now(UTC)
    assert load.title == "渔港行动计划"


def test_rows_hold_elements_of_the_graph(filled: Store) -> None:
    city = PORTS.merge(PASTURES)
    (led,) = city.edges_of("LED_BY")
    bureau, measure = node(city, BUREAU), node(city, led.source)
    rows = filled.rows(
        "MATCH path = (m:Measure)-[r:LED_BY]->(o:Organization) "
        "RETURN o, r, path, collect(m) AS measures, {body: o} AS named"
    )
    assert list(rows) == [
        {"o": bureau, "r": led, "path": [measure, led, bureau], "measures": [measure],
         "named": {"body": bureau}}
    ]  # fmt: skip


def test_rows_hold_plain_values(store: Store) -> None:
    rows = store.rows(
        "RETURN 1 AS one, 2.5 AS real, 'x' AS text, true AS yes, null AS none, [1, [2]] AS list, "
        "{a: [1]} AS map, date('2026-11-24') AS date, datetime('2026-11-24T08:00:00Z') AS moment, "
        "time('08:00:00Z') AS time, duration('P1DT2S') AS span, point({x: 1.5, y: 2.0}) AS point"
    )
    expected: dict[str, Any] = {
        "one": 1, "real": 2.5, "text": "x", "yes": True, "none": None, "list": [1, [2]],
        "map": {"a": [1]}, "date": "2026-11-24", "moment": "2026-11-24T08:00:00.000000000+00:00",
        "time": "08:00:00.000000000+00:00", "span": "P1DT2S", "point": [1.5, 2.0],
    }  # fmt: skip
    assert list(rows) == [expected]


def test_rows_take_parameters_that_are_no_cypher(store: Store) -> None:
    hostile = "'}) DETACH DELETE n //"
    assert list(
        store.rows("RETURN $text AS text, $list AS list", {"text": hostile, "list": []})
    ) == [{"text": hostile, "list": []}]


@pytest.mark.parametrize(
    ("limit", "values", "complete"),
    [(2, (1, 2), False), (3, (1, 2, 3), True), (None, (1, 2, 3), True), (0, (), False)],
)
def test_rows_stop_at_the_limit(
    store: Store, limit: int | None, values: tuple[int, ...], complete: bool
) -> None:
    rows = store.rows("UNWIND [1, 2, 3] AS x RETURN x", limit=limit)
    assert rows == Rows(("x",), tuple((value,) for value in values), complete)


def test_a_million_rows_are_not_fetched_for_five(store: Store) -> None:
    rows = store.rows("UNWIND range(1, 1000000) AS x RETURN x", limit=5)
    assert rows == Rows(("x",), ((1,), (2,), (3,), (4,), (5,)), False)


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (:Measure {id: 'x'})",
        "CREATE (:Unheard {id: 'x'})",
        "MATCH (m:Measure) SET m.name = 'x'",
        "MATCH (m:Measure) REMOVE m.name",
        "MATCH (m:Measure) DETACH DELETE m",
        "MATCH ()-[r:LED_BY]->() DELETE r",
        "MERGE (:Measure {id: 'x'})",
        "MATCH (m:Measure) FOREACH (x IN [1] | SET m.name = 'x')",
        "MATCH (m:Measure) FOREACH (x IN [m] | DETACH DELETE x)",
        "MATCH (s:PlangraphStore) FOREACH (x IN [s] | DELETE x)",
        "MATCH (m:Measure) CALL (m) { SET m.name = 'x' } RETURN m",
        "CREATE CONSTRAINT x FOR (n:X) REQUIRE n.id IS UNIQUE",
        "DROP CONSTRAINT measure_id",
        "CREATE INDEX x FOR (n:X) ON (n.name)",
        "CREATE USER x SET PASSWORD 'long-enough-1'",
        "MATCH (m:Measure) RETURN m; MATCH (m:Measure) DETACH DELETE m",
    ],
)
def test_rows_never_write(filled: Store, cypher: str) -> None:
    with pytest.raises(QueryError):
        filled.rows(cypher)
    assert filled.read() == PORTS.merge(PASTURES)
    assert list(filled.rows("SHOW CONSTRAINTS YIELD name WHERE name = 'measure_id' RETURN name"))


def test_wrong_cypher_says_where(store: Store) -> None:
    with pytest.raises(QueryError, match="the query cannot be run") as caught:
        store.rows("MATCH (m:Measure)\nRETRUN m")
    assert caught.value.where.startswith("line 2, column ")
    assert caught.value.hint == "Neo.ClientError.Statement.SyntaxError"


def test_a_parameter_that_is_missing_is_said(store: Store) -> None:
    with pytest.raises(QueryError, match=r"Expected parameter\(s\): plan"):
        store.rows("RETURN $plan")


def test_a_query_without_end_is_stopped(neo4j_store: Store) -> None:
    """On the server; the embedded engine has a limit of its own, see test_embedded_queries.py."""
    with pytest.raises(QueryError, match="took too long"):
        neo4j_store.rows(ENDLESS, timeout=1.0)


def test_the_store_of_a_newer_version_is_left_alone(filled: Store) -> None:
    set_version = f"MATCH (s:{STORE_LABEL}) SET s.schema_version = $version"

    def write_version(version: int) -> None:
        filled.change(lambda tx: tx.run(set_version, version=version).consume())

    write_version(SCHEMA_VERSION + 1)
    try:
        with pytest.raises(SchemaError, match="written by a newer plangraph"):
            Store(filled._open)
        with pytest.raises(SchemaError, match="written by a newer plangraph"):
            filled.clear()
        assert filled.read() == PORTS.merge(PASTURES)
    finally:
        with filled._connection.session("WRITE") as session:
            session.run(set_version, version=SCHEMA_VERSION).consume()


def test_the_schema_file_runs_as_it_stands(store: Store) -> None:
    """As in Neo4j Browser: with its comments, twice."""
    with store._connection.session("WRITE") as session:
        for statement in schema_cypher().split(";\n")[:-1]:
            session.run(statement).consume()
    names = [row["name"] for row in store.rows("SHOW CONSTRAINTS YIELD name RETURN name")]
    assert sorted(names) == sorted(
        statement.split()[2] for statement in statements() if "CONSTRAINT" in statement
    )
