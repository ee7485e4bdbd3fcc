"""Whatever the schema allows comes back from both engines as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.elements import Edge, Evidence, Node, Subgraph, Value, make_id
from graph.schema import EDGE_PROPERTIES, EDGE_TYPES, NODE_TYPES, Property, Strings, validate
from graph.store import Store
from graph.writer import Written, write

DOCUMENT = make_id("Document", "any")
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
reals = st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.integers(-9, 9))
wholes = st.one_of(st.integers(-(2**63), 2**63 - 1), st.integers(0, 9))
KINDS: dict[Any, st.SearchStrategy[Value]] = {
    str: texts, float: reals, int: wholes, bool: st.booleans(),
    Strings: st.lists(texts, max_size=3),
}  # fmt: skip


def held(declared: tuple[Property, ...]) -> st.SearchStrategy[dict[str, Value]]:
    """Properties as the schema allows them, with and without those that may be missing."""
    values = {p.name: st.sampled_from(p.values) if p.values else KINDS[p.kind] for p in declared}
    values |= {"document_id": st.just(DOCUMENT)} if "document_id" in values else {}
    required = {p.name for p in declared if p.required}
    return st.fixed_dictionaries(
        {name: values[name] for name in values if name in required},
        optional={name: values[name] for name in values if name not in required},
    )


places = st.lists(
    st.builds(
        Evidence, document=st.just(DOCUMENT), clause=st.sampled_from(["clause-1", ""]),
        start=st.integers(0, 5), end=st.integers(5, 9), quote=texts, rule=st.sampled_from("rs"),
        raw_start=st.integers(0, 5), raw_end=st.integers(5, 9),
    ),
    max_size=3, unique=True,
).map(tuple)  # fmt: skip


@st.composite
def subgraphs(draw: st.DrawFn) -> Subgraph:
    """A loaded document, some nodes of any label, and an edge of some of the types."""
    titled = {**draw(held(NODE_TYPES["Document"].properties)), "status": "loaded"}
    nodes = [Node(DOCUMENT, "Document", titled, draw(places))]
    for label in draw(st.lists(st.sampled_from(list(NODE_TYPES)), max_size=6)):
        id = make_id(label, len(nodes))
        properties = draw(held(NODE_TYPES[label].properties))
        properties |= {"status": "cited"} if label == "Document" else {}
        nodes.append(Node(id, label, properties, draw(places)))
    edges = []
    for type, edge_type in EDGE_TYPES.items():
        sources = [node.id for node in nodes if node.label in edge_type.source]
        targets = [node.id for node in nodes if node.label in edge_type.target]
        if sources and targets and draw(st.booleans()):
            properties = draw(held((*EDGE_PROPERTIES, *edge_type.properties)))
            found = draw(places.filter(bool))
            edges.append(Edge(make_id(type, 1), type, sources[0], targets[-1], properties, found))
    return Subgraph.of(nodes, edges)


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def any_store(request: pytest.FixtureRequest) -> Iterator[Store]:
    yield request.getfixturevalue(f"{request.param}_store")


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(subgraph=subgraphs())
def test_what_the_schema_allows_comes_back(any_store: Store, subgraph: Subgraph) -> None:
    assert validate(subgraph) == []
    any_store.clear()
    first = write(any_store, subgraph)
    assert any_store.read().to_json() == subgraph.to_json()
    assert write(any_store, subgraph) == Written(unchanged=first.created)
