"""Every question gives the rows that plain Python computes, on both engines.

For the newest Neo4j see test_newest_neo4j.py.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.elements import Node
from queries import Query, all_queries, run
from tests.oracle.answers import ANSWERS, expected
from tests.queries.golden_rows import answer, askings, rows


@pytest.mark.parametrize("query", all_queries(), ids=lambda query: query.name)
def test_rows_and_denominator_are_those_of_plain_python(read_graph: Any, query: Query) -> None:
    for asked in askings(query):
        wanted = expected(read_graph.index, query.name, **asked)
        assert answer(read_graph.store, query, asked) == wanted, asked


def test_every_question_has_an_answer_in_plain_python() -> None:
    assert {query.name for query in all_queries()} == {*ANSWERS}


def test_a_graph_question_gives_its_nodes_and_edges_as_a_subgraph(read_graph: Any) -> None:
    result = run(read_graph.store, "organization.overview", organization="市数据局")
    wanted, _ = expected(read_graph.index, "organization.overview", organization="市数据局")
    ids = {id for source, _, target in wanted for id in (source, target)}
    assert {node.id for node in result.subgraph.nodes} == ids
    assert {edge.id for edge in result.subgraph.edges} == {edge for _, edge, _ in wanted}
    assert list(result.subgraph.nodes) == [_first_places(read_graph, id) for id in sorted(ids)]


def _first_places(read_graph: Any, id: str) -> Node:
    """What many sentences state comes with its first place in each document."""
    node: Node = read_graph.index.node[id]
    first = {place.document: place for place in reversed(node.evidence)}
    return replace(node, evidence=tuple(sorted(first.values())))


def test_an_edge_is_traced_by_its_id(read_graph: Any) -> None:
    edge = next(e for e in read_graph.index.edges if e.type == "LED_BY")
    result = run(read_graph.store, "trace.evidence", thing=edge.id)
    wanted, _ = expected(read_graph.index, "trace.evidence", thing=edge.id)
    assert rows(result) == wanted
    assert result.column("what") == ("LED_BY",)
