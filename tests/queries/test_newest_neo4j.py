"""On the newest Neo4j as on the others: schema, writer, rows of all questions, free Cypher.

All of it in one module, so that this second server runs no longer than it is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

import pytest

from graph.connection import connect_to_server
from graph.ddl import schema_cypher, statements
from graph.elements import Subgraph
from graph.errors import QueryError
from graph.store import Store
from graph.writer import remove_document, write
from queries import Query, all_queries
from queries.console import ask_freely
from tests.graph.small_plans import PASTURES, PORTS, PORTS_ID, ports
from tests.neo4j_server import NEWEST, neo4j_server
from tests.oracle.answers import expected
from tests.oracle.index import Index
from tests.oracle.loading import filled
from tests.oracle.truth_graph import truth_parts
from tests.queries.conftest import Loaded
from tests.queries.golden_rows import answer, askings
from tests.queries.test_console import LIMIT, READS, REFUSED, SLOW

LANGUAGES = ("CYPHER 5", "CYPHER 25")
"""A database of the newest Neo4j is set to one of them; 5.26 knows the first alone."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    home = tmp_path_factory.mktemp("newest")
    with neo4j_server(home, "sea-and-sky", version=NEWEST) as uri:
        settings = {"NEO4J_URI": uri, "NEO4J_USER": "neo4j", "NEO4J_PASSWORD": "sea-and-sky"}
        with Store(lambda: connect_to_server(settings)) as store:
            yield store


@pytest.fixture(params=LANGUAGES)
def newest(server: Store, request: pytest.FixtureRequest) -> Store:
    with server._connection.session("WRITE") as session:
        session.run(f"ALTER DATABASE neo4j SET DEFAULT LANGUAGE {request.param}").consume()
    return server


@pytest.fixture(scope="module")
def read_graph(server: Store, read_parts: tuple[Subgraph, ...]) -> Loaded:
    """What we read."""
    return Loaded(filled(server, read_parts), Index(reduce(Subgraph.merge, read_parts)))


@pytest.fixture(scope="module")
def city(server: Store) -> Store:
    """The sample city by its labels."""
    return filled(server, truth_parts())


def test_it_is_the_newest(server: Store) -> None:
    status = server.status()
    assert (status.engine, status.version) == ("Neo4j", NEWEST)


@pytest.mark.parametrize("query", all_queries(), ids=lambda query: query.name)
def test_rows_and_denominator_are_those_of_plain_python(
    read_graph: Loaded, newest: Store, query: Query
) -> None:
    for asked in askings(query):
        wanted = expected(read_graph.index, query.name, **asked)
        assert answer(newest, query, asked) == wanted, asked


def test_the_schema_file_runs_as_it_stands(newest: Store) -> None:
    with newest._connection.session("WRITE") as session:
        for statement in schema_cypher().split(";\n")[:-1]:
            session.run(statement).consume()
    constraints = newest.rows("SHOW CONSTRAINTS YIELD name RETURN name")
    indexes = newest.rows(
        "SHOW INDEXES YIELD name, owningConstraint, type "
        "WHERE owningConstraint IS NULL AND type <> 'LOOKUP' RETURN name"
    )
    names = [row["name"] for found in (constraints, indexes) for row in found]
    assert sorted(names) == sorted(statement.split()[2] for statement in statements())


def test_a_document_is_loaded_replaced_and_removed(newest: Store) -> None:
    filled(newest, (PASTURES, PORTS))
    assert newest.read() == PORTS.merge(PASTURES)
    shorter = ports(second_measure=False)
    for removed in ({"Measure": 1, "HAS_MEASURE": 1, "STATED_IN": 1}, {}):
        assert write(newest, shorter).removed == removed
        assert newest.read() == shorter.merge(PASTURES)
    remove_document(newest, PORTS_ID)
    assert newest.read() == PASTURES


@pytest.mark.parametrize("cypher", READS, ids=range(len(READS)))
def test_free_cypher_that_reads_is_answered(city: Store, newest: Store, cypher: str) -> None:
    assert list(ask_freely(newest, cypher).rows) == READS[cypher]


@pytest.mark.parametrize("newest", LANGUAGES[1:], indirect=True)
def test_hostile_queries_change_nothing_and_come_back(city: Store, newest: Store) -> None:
    before = (newest.revision(), newest.read())
    for cypher in (*REFUSED.values(), *SLOW.values()):
        try:
            ask_freely(newest, cypher, {"id": "x"}, timeout=LIMIT, limit=10)
        except QueryError as error:
            assert error.title
    assert (newest.revision(), newest.read()) == before


@pytest.mark.parametrize("name", ["create", "delete", "create index", "drop", "merge"])
def test_the_engine_refuses_too_should_the_first_fence_fall(
    city: Store, newest: Store, name: str
) -> None:
    before = newest.read()
    with pytest.raises(QueryError):
        newest.rows(REFUSED[name])
    assert newest.read() == before
