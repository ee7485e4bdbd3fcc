"""The schema table, what validate() holds, and the Cypher that is made of it."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import pytest

from graph.ddl import SCHEMA_FILE, schema_cypher, statements
from graph.elements import Edge, Node, Subgraph
from graph.schema import (
    EDGE_PROPERTIES,
    EDGE_TYPES,
    EVIDENCE_PROPERTIES,
    FRAME_EDGES,
    NODE_TYPES,
    ROLES,
    Property,
    Strings,
    validate,
)  # fmt: skip
from tests.graph.small_plans import BUREAU, PASTURES, PORTS

STORED_BESIDE = {
    "id", "source", "target", "evidence", "documents", "contributions", "abridged",
}  # fmt: skip
STATED = {"origin": "stated", "basis": "explicit"}


def test_every_type_is_named_in_both_languages_and_explained() -> None:
    for type in (*NODE_TYPES.values(), *EDGE_TYPES.values()):
        assert re.search("[\u4e00-\u9fff]", type.zh)
        assert type.en == type.en.lower()
        assert type.means
        assert all(declared.means for declared in type.properties)


def test_labels_are_camel_case_and_edge_types_upper_snake() -> None:
    assert all(re.fullmatch("([A-Z][a-z]+)+", label) for label in NODE_TYPES)
    assert all(re.fullmatch("[A-Z]+(_[A-Z]+)*", type) for type in EDGE_TYPES)
    names = [p.name for type in NODE_TYPES.values() for p in type.properties]
    assert all(re.fullmatch("[a-z0-9]+(_[a-z0-9]+)*", name) for name in names)


def test_no_label_is_spelled_like_an_edge_type() -> None:
    def folded(name: str) -> str:
        return name.replace("_", "").lower()

    assert {folded(label) for label in NODE_TYPES} & {folded(type) for type in EDGE_TYPES} == set()


def test_edges_join_labels_that_there_are() -> None:
    for type in EDGE_TYPES.values():
        assert {*type.source, *type.target} <= NODE_TYPES.keys()
    assert {*ROLES.values(), *FRAME_EDGES} <= EDGE_TYPES.keys()


def test_every_node_has_a_caption() -> None:
    captions = {label: type.caption for label, type in NODE_TYPES.items()}
    assert captions == {
        **dict.fromkeys(NODE_TYPES, "name"),
        "Document": "title", "Section": "title", "Clause": "text", "Observation": "value",
    }  # fmt: skip


def test_no_property_bears_a_name_that_the_store_needs() -> None:
    beside_an_edge = STORED_BESIDE | {p.name for p in EVIDENCE_PROPERTIES}
    for type in EDGE_TYPES.values():
        assert beside_an_edge.isdisjoint(p.name for p in (*EDGE_PROPERTIES, *type.properties))
    beside_a_node = {"id", "evidence", "documents", "contributions", "abridged"}
    for node_type in NODE_TYPES.values():
        names = [p.name for p in node_type.properties]
        assert beside_a_node.isdisjoint(names)
        assert len(set(names)) == len(names)


def test_a_node_is_shared_or_belongs_to_a_document() -> None:
    owned = {
        label for label, type in NODE_TYPES.items()
        if any(p.name == "document_id" and p.required for p in type.properties)
    }  # fmt: skip
    assert owned == {label for label, type in NODE_TYPES.items() if not type.shared}


@pytest.mark.parametrize(
    ("declared", "good", "bad"),
    [
        (Property("p", str, ""), ["", "农业", "😀"], [1, None, ["a"], "\ud800", b"a"]),
        (Property("p", str, "", values=("a", "b")), ["a"], ["c", ""]),
        (Property("p", int, ""), [0, -5, 2**63 - 1, -(2**63)], [1.0, True, "1", 2**63]),
        (Property("p", float, ""), [0, 1.5, -1e300], [True, "1", math.nan, math.inf, 2**63]),
        (Property("p", bool, ""), [True, False], [0, 1, "true", None]),
        (Property("p", Strings, ""), [[], ["a"]], ["a", [1], ("a",), ["\udfff"], None]),
    ],
    ids=["text", "values", "whole", "real", "bool", "list"],
)
def test_a_property_allows_what_both_engines_keep(
    declared: Property, good: list[object], bad: list[object]
) -> None:
    assert [value for value in good if not declared.allows(value)] == []
    assert [value for value in bad if declared.allows(value)] == []


def test_what_is_right_has_no_problems() -> None:
    assert validate(PORTS) == validate(PASTURES) == validate(Subgraph()) == []


def test_every_breach_is_named() -> None:
    good = Node("sector-1", "Sector", {"name": "农业"})
    led, *_ = PORTS.edges_of("LED_BY")
    broken = Subgraph.of(
        [
            *PORTS.nodes,
            good,
            Node("sector-2", "Sector", {"aliases": "农"}),
            Node("sector-3", "Sector", {"name": "农业", "colour": "green"}),
            Node("thing-1", "Thing"),
        ],
        [
            replace(led, id="e1", evidence=()),
            replace(led, id="e2", source=BUREAU),
            replace(led, id="e3", target="nobody"),
            replace(led, id="e4", properties={"origin": "guessed"}),
            Edge("e5", "LIKES", "sector-1", "sector-1"),
            Edge("e6", "NEXT", "sector-1", "sector-1", STATED),
        ],
    )
    assert validate(broken) == [
        "sector-2: aliases = '农' is not other names for the same thing",
        "sector-2: lacks name",
        "sector-3: unknown property colour",
        "thing-1: unknown label Thing",
        "e1: LED_BY without evidence",
        "e2: LED_BY has source Organization, not Measure|Target|Milestone",
        "e3: LED_BY has target no such node, not Organization",
        "e4: origin = 'guessed' is not in the text, by a rule from it, or by a person",
        "e4: lacks basis",
        "e5: unknown edge type LIKES",
        "e6: NEXT has source Sector, not Clause",
        "e6: NEXT has target Sector, not Clause",
    ]


def test_the_committed_schema_is_fresh() -> None:
    """`plangraph schema --write` makes it anew."""
    assert SCHEMA_FILE.read_text("utf-8") == schema_cypher()


def test_the_schema_file_explains_every_type_and_property() -> None:
    text = schema_cypher()
    for label, type in NODE_TYPES.items():
        part = text.split(f"// {type.zh} {type.en}: {type.means}\n")[1]
        comments = part.split("CREATE CONSTRAINT")[0]
        assert [line.split(":")[0].strip("/ ") for line in comments.splitlines()] == [
            p.name for p in type.properties
        ]
        assert f"FOR (n:{label}) REQUIRE n.id IS UNIQUE;" in part
    for name, edge_type in EDGE_TYPES.items():
        arrow = f"//   (:{'|'.join(edge_type.source)})-[:{name}]->(:{'|'.join(edge_type.target)})"
        assert f"// {edge_type.zh} {edge_type.en}: {edge_type.means}\n{arrow}\n" in text


def test_every_statement_has_a_name_of_its_own() -> None:
    names = [statement.split()[2] for statement in statements()]
    assert len(set(names)) == len(names)
    assert all(" IF NOT EXISTS " in statement for statement in statements())
