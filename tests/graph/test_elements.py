"""Ids, the join that no order changes, and graph JSON."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.elements import Edge, Evidence, Node, Subgraph, make_id
from tests.graph.small_plans import PASTURES, PORTS

scalars = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
    st.integers(-3, 3),
    st.floats(-3, 3).map(lambda x: round(x, 1)),
    st.booleans(),
)
lists = st.lists(st.sampled_from("abc"), max_size=3)
properties = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from("甲乙"),
        "ordinal": st.integers(1, 12),
        "value": st.sampled_from([1, 1.0, 2.5, -0.5]),
        "collective": st.booleans(),
        "status": st.sampled_from(["cited", "loaded"]),
        "aliases": lists,
    },
)
evidence = st.builds(
    Evidence,
    document=st.sampled_from(["document-1", "document-2"]),
    clause=st.sampled_from(["clause-1", "clause-2"]),
    start=st.integers(0, 2), end=st.integers(3, 4), quote=st.just("言"), rule=st.just("r"),
    raw_start=st.just(0), raw_end=st.just(1),
)  # fmt: skip
places = st.lists(evidence, max_size=3, unique=True).map(tuple)
nodes = st.builds(
    Node, id=st.sampled_from("nm"), label=st.just("Sector"), properties=properties, evidence=places
)
edges = st.builds(
    Edge, id=st.sampled_from("ef"), type=st.just("CITES"), source=st.just("n"),
    target=st.just("m"), properties=properties, evidence=places,
)  # fmt: skip
subgraphs = st.builds(Subgraph.of, st.lists(nodes, max_size=3), st.lists(edges, max_size=3))


@given(subgraphs, subgraphs)
def test_merge_does_not_know_an_order(one: Subgraph, other: Subgraph) -> None:
    assert one.merge(other).to_json() == other.merge(one).to_json()


@given(subgraphs, subgraphs, subgraphs)
def test_merge_does_not_know_a_grouping(one: Subgraph, two: Subgraph, three: Subgraph) -> None:
    assert one.merge(two).merge(three).to_json() == one.merge(two.merge(three)).to_json()


@given(subgraphs)
def test_merge_with_itself_or_nothing_changes_nothing(subgraph: Subgraph) -> None:
    assert subgraph.merge(subgraph).to_json() == subgraph.to_json()
    assert subgraph.merge(Subgraph()) == subgraph


@given(subgraphs, subgraphs)
def test_merge_keeps_every_place(one: Subgraph, other: Subgraph) -> None:
    def found(*subgraphs: Subgraph) -> set[tuple[str, Evidence]]:
        elements = [e for s in subgraphs for e in (*s.nodes, *s.edges)]
        return {(element.id, place) for element in elements for place in element.evidence}

    assert found(one.merge(other)) == found(one, other)


@given(st.dictionaries(st.text(max_size=3).filter(str.isalpha), st.one_of(scalars, lists)), places)
def test_graph_json_comes_back(properties: dict[str, object], places: tuple[Evidence]) -> None:
    subgraph = Subgraph.of([Node("n", "Sector", properties, places)])  # type: ignore[arg-type]
    assert Subgraph.from_json(subgraph.to_json()) == subgraph


def test_graph_json_of_plans_comes_back() -> None:
    city = PORTS.merge(PASTURES)
    assert Subgraph.from_json(city.to_json()) == city
    assert Subgraph.from_json(city.to_json()).to_json() == city.to_json()


def test_graph_json_reads_like_this() -> None:
    place = Evidence("document-1", "clause-1", 2, 4, "农业", "sector", 3, 5)
    subgraph = Subgraph.of(
        [Node("sector-1", "Sector", {"name": "农业", "aliases": ["农"]}, (place,))],
        [Edge("cites-1", "CITES", "a", "b", {"origin": "stated"})],
    )
    assert json.loads(subgraph.to_json()) == {
        "nodes": [
            {"id": "sector-1", "label": "Sector", "properties": {"aliases": ["农"], "name": "农业"},
             "evidence": [{"document": "document-1", "clause": "clause-1", "start": 2, "end": 4,
                           "quote": "农业", "rule": "sector", "raw_start": 3, "raw_end": 5}]},
        ],
        "edges": [
            {"id": "cites-1", "type": "CITES", "source": "a", "target": "b",
             "properties": {"origin": "stated"}, "evidence": []},
        ],
    }  # fmt: skip
    text = subgraph.to_json()
    assert text.endswith("}\n")
    assert "\r" not in text
    assert "农业" in text


@pytest.mark.parametrize("text", ["", "{", "{}", '{"nodes": [{}], "edges": []}', "[]"])
def test_what_is_no_graph_json_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        Subgraph.from_json(text)


def test_elements_stand_in_the_order_of_their_ids() -> None:
    found = Subgraph.of([Node(id, "Sector") for id in "bca"])
    assert [node.id for node in found.nodes] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ({"status": "cited"}, {"status": "loaded"}, {"status": "loaded"}),
        ({"ordinal": 10}, {"ordinal": 9}, {"ordinal": 9}),
        ({"aliases": ["乙", "甲"]}, {"aliases": ["丙"]}, {"aliases": ["丙", "乙", "甲"]}),
        ({"name": "甲"}, {"vision": "乙"}, {"name": "甲", "vision": "乙"}),
    ],
)
def test_what_two_documents_say_of_one_thing(
    one: dict[str, str], other: dict[str, str], joined: dict[str, str]
) -> None:
    (node,) = Subgraph.of([Node("n", "Sector", one), Node("n", "Sector", other)]).nodes
    assert node.properties == joined


def test_an_id_is_a_label_and_twelve_plain_characters() -> None:
    assert re.fullmatch("actionplan-[0-9a-hjkmnp-tv-z]{12}", make_id("ActionPlan", "智慧港口", 3))


def test_an_id_depends_on_its_key_alone() -> None:
    assert make_id("Sector", "农业") == make_id("Sector", "农业")
    keys = [("Sector", "a", "b"), ("Sector", "ab"), ("Sector", "b", "a"), ("Target", "a", "b")]
    assert len({make_id(*key) for key in keys}) == len(keys)


def test_ids_stay_what_they_are() -> None:
    """Links into a graph, and graphs in files, outlive a version of plangraph."""
    assert make_id("Sector", "农业") == "sector-24nacgct0ncz"
