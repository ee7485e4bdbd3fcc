"""Free Cypher: what reads is answered, everything else is refused, on both engines."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import QueryError
from graph.store import Store
from queries import Query, all_queries
from queries.console import ask_freely
from queries.reading import allowed
from tests.oracle.loading import filled
from tests.oracle.truth_graph import truth_parts

LIMIT = 1.0

REFUSED = {
    "create": "CREATE (n:Target {id: 'x'})",
    "merge": "MERGE (n:Target {id: 'x'})",
    "set": "MATCH (n:Target) SET n.name = 'x'",
    "set in small letters": "match (n:Target) set n.name = 'x'",
    "set at once": "MATCH (n:Target)SET n.name='x'",
    "set labels": "MATCH (n:Target) SET n:Measure",
    "remove": "MATCH (n:Target) REMOVE n.name",
    "delete": "MATCH (n:Target) DELETE n",
    "detach delete": "MATCH (n) DETACH DELETE n",
    "nodetach delete": "MATCH (n) NODETACH DELETE n",
    "insert": "INSERT (n:Target {id: 'x'})",
    "after with": "MATCH (n) WITH n DELETE n",
    "after with star": "MATCH (n) WITH * DELETE n",
    "after return": "MATCH (n) RETURN n DELETE n",
    "after null": "MATCH (n) WHERE n.x IS NULL DELETE n",
    "after desc": "MATCH (n) WITH n ORDER BY n.id DESC DELETE n",
    "after a number": "MATCH (n) WITH n LIMIT 1 DELETE n",
    "glued to a number": "MATCH (n) WITH n LIMIT 1DELETE n",
    "glued to a backtick": "MATCH (n) WITH n AS `m`DELETE `m`",
    "after a pattern with a plus": "MATCH ((a)-->(b))+ DELETE [a][0]",
    "after a parameter": "MATCH (n) WHERE n.id = $id DELETE n",
    "after union": "MATCH (n) RETURN n.id AS id UNION CREATE (n:Target) RETURN n.id AS id",
    "call subquery": "CALL { CREATE (n:Target {id: 'x'}) RETURN n } RETURN n",
    "call with scope": "MATCH (n:Target) CALL (n) { SET n.name = 'x' } RETURN n",
    "call in transactions": "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10 ROWS",
    "foreach": "FOREACH (x IN [1, 2] | CREATE (:Target {id: toString(x)}))",
    "foreach after match": "MATCH (n) FOREACH (x IN [n] | SET x.name = 'x')",
    "block comment": "MATCH (n) /* nothing */ DELETE /**/ n",
    "line comment": "MATCH (n) // nothing\nDELETE n",
    "comment ended by a return": "MATCH (n) // nothing \r DELETE n",
    "unclosed comment": "MATCH (n) RETURN n /* DELETE n",
    "unicode escape": "MATCH (n) \\u0044ELETE n",
    "unicode escape of a quote": "RETURN 'a\\u0027 DELETE n",
    "invisible space": "MATCH (n)\u200bDELETE\u200bn",
    "no-break space": "MATCH (n)\u00a0DELETE\u00a0n",
    "full-width letters": "MATCH (n) ＤＥＬＥＴＥ n",
    "load csv of a file": "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "load csv of an address": "LOAD CSV FROM 'http://127.0.0.1:1/x' AS row RETURN row",
    "load csv inside": "MATCH (n) CALL (n) { LOAD CSV FROM 'file:///x' AS r RETURN r } RETURN r",
    "procedure that writes": "CALL db.createLabel('x')",
    "procedure of apoc": "CALL apoc.load.json('file:///etc/passwd') YIELD value RETURN value",
    "function of apoc": "RETURN apoc.cypher.runFirstColumnSingle('CREATE (n) RETURN n', {}) AS x",
    "procedure of the server": "CALL dbms.killQueries(['x'])",
    "two statements": "RETURN 1 AS x; MATCH (n) DETACH DELETE n",
    "drop": "DROP CONSTRAINT target_id",
    "create index": "CREATE INDEX x FOR (n:Target) ON (n.name)",
    "create user": "CREATE USER x SET PASSWORD 'y'",
    "alter": "ALTER CURRENT USER SET PASSWORD FROM 'x' TO 'y'",
    "show": "SHOW USERS",
    "terminate": "TERMINATE TRANSACTIONS 'x'",
    "use": "USE system MATCH (n) RETURN n",
    "prefix": "CYPHER 25 MATCH (n) DELETE n",
    "explain": "EXPLAIN MATCH (n) RETURN n",
    "sql": "DELETE VERTEX FROM Target",
    "ten million rows": "UNWIND range(1, 10000000) AS x RETURN x",
    "a range of unknown size": "WITH 1000000000 AS n RETURN range(1, n) AS x",
    "ranges within ranges": "RETURN [x IN range(1, 9999) | [y IN range(1, 9999) | y]] AS x",
    "too long": "RETURN '" + "x" * 30_000 + "' AS x",
    "nothing": "  // nothing\n",
}
SLOW = {
    "cross product": "MATCH (a), (b), (c), (d) WHERE a.name = b.name + c.name + d.name RETURN a",
    "sum of a cross product": "MATCH (a), (b), (c) RETURN sum(size(a.id + b.id + c.id)) AS n",
    "all paths": "MATCH p = (a)-[*1..30]-(b) RETURN count(p) AS n",
    "one long expression": "RETURN size(reduce(x = '', i IN range(1, 900000) | x + 'a')) AS n",
    "a million rows": "UNWIND range(1, 1000000) AS x RETURN x",
}
READS = {
    "RETURN 1 AS x": [(1,)],
    "return 1 as x;": [(1,)],
    "MATCH (t:Target {year: 2029}) RETURN t.value AS v": [(95,)],
    "MATCH (t:Target) WHERE t.year = 2029 RETURN {create: t.year, delete: 'SET'} AS set":
        [({"create": 2029, "delete": "SET"},)],
    "MATCH (o:Organization) WHERE o.name STARTS WITH '市数' RETURN o.name AS n": [("市数据局",)],
    "UNWIND [3, 1, 2] AS x WITH x ORDER BY x DESC LIMIT 2 RETURN collect(x) AS l": [([3, 2],)],
    "RETURN CASE WHEN 1 > 2 THEN 'a' ELSE 'b' END AS x": [("b",)],
    "RETURN 1 AS x UNION ALL RETURN 2 AS x": [(1,), (2,)],
    "RETURN [x IN range(1, 3) WHERE x <> 2 | x * 2] AS l": [([2, 6],)],
    "MATCH (t:Target) WHERE t.year = 2029 RETURN EXISTS { (t)-[:MEASURED_BY]->() } AS x": [(True,)],
    "MATCH (d:Document) WITH count(*) AS n RETURN n /* all */ + 1 AS m // and one": [(7,)],
    "RETURN date('2026-03-18').year AS y": [(2026,)],
}  # fmt: skip


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def city(request: pytest.FixtureRequest) -> Store:
    return filled(request.getfixturevalue(f"{request.param}_store"), truth_parts())


@pytest.mark.parametrize("cypher", READS, ids=range(len(READS)))
def test_what_reads_is_answered(city: Store, cypher: str) -> None:
    assert list(ask_freely(city, cypher).rows) == READS[cypher]


@pytest.mark.parametrize("name", REFUSED)
def test_everything_else_is_refused_before_it_is_sent(name: str) -> None:
    with pytest.raises(QueryError) as caught:
        allowed(REFUSED[name])
    assert caught.value.hint or caught.value.where


def test_hostile_queries_change_nothing_and_come_back(city: Store) -> None:
    """How soon they come back is measured in benchmarks/queries.py."""
    assert len(REFUSED) + len(SLOW) >= 50
    before = (city.revision(), city.read())
    for cypher in (*REFUSED.values(), *SLOW.values()):
        try:
            ask_freely(city, cypher, {"id": "x"}, timeout=LIMIT, limit=10)
        except QueryError as error:
            assert error.title
    assert (city.revision(), city.read()) == before


@pytest.mark.parametrize("name", ["create", "delete", "create index", "drop", "merge"])
def test_the_engine_refuses_too_should_the_first_fence_fall(city: Store, name: str) -> None:
    before = city.read()
    with pytest.raises(QueryError):
        city.rows(REFUSED[name])
    assert city.read() == before


def test_no_file_is_read_even_without_the_first_fence(city: Store, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("secret\n", encoding="utf-8")
    with pytest.raises(QueryError):
        ask_freely(city, f"LOAD CSV FROM 'file://{secret}' AS row RETURN row")


def test_rows_are_cut_with_a_note(city: Store) -> None:
    answer = ask_freely(city, "MATCH (c:Clause) RETURN c.id AS id ORDER BY id", limit=3)
    assert len(answer.rows) == 3
    assert [note.en for note in answer.notes] == ["only the first 3 rows are shown"]


def test_nodes_and_edges_become_a_subgraph_and_a_frame(city: Store) -> None:
    cypher = "MATCH (m:Measure {name: '建设智慧医院'})-[r:LED_BY]->(o) RETURN m, r, o"
    answer = ask_freely(city, cypher)
    assert [edge.type for edge in answer.subgraph.edges] == ["LED_BY"]
    assert answer.to_pandas().to_dict("records") == [
        {"m": "建设智慧医院", "r": "LED_BY", "o": "市卫生健康委"}
    ]
    assert answer.to_networkx().number_of_nodes() == 2


def test_wrong_cypher_is_said_with_its_place(city: Store) -> None:
    with pytest.raises(QueryError):
        ask_freely(city, "MATCH (t:Target RETURN t")


@pytest.mark.parametrize("query", all_queries(), ids=lambda query: query.name)
def test_every_canned_question_may_be_pasted(query: Query) -> None:
    allowed(query.cypher)
