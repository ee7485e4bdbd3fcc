"""Boxes in which every choice reads otherwise, also where things bear one name."""

from __future__ import annotations

from graph.elements import Evidence, Node, Subgraph, Value
from ui.explorer.index import Index
from ui.explorer.lookup import names_to_find
from ui.explorer.namesakes import told_apart


def document(id: str, title: str, **facts: Value) -> Node:
    return Node(id, "Document", {"title": title, "status": "loaded", **facts})


def stated(id: str, label: str, name: str, document: str, **facts: Value) -> Node:
    place = Evidence(document, "clause", 0, len(name), name, "by_hand", 0, len(name))
    return Node(id, label, {"name": name, **facts}, (place,))


INDEX = Index(
    Subgraph.of(
        [
            document("old", "云川水务计划", doc_number="云政发〔2026〕1号", issued="2026-05-01"),
            document("new", "云川水务计划", issued="2027-05-01"),
            document("copy", "云川水务计划", issued="2027-05-01"),
            document("other", "智慧公园行动计划"),
            stated("all-water", "Organization", "各区", "old"),
            stated("all-parks", "Organization", "各区", "other"),
            stated("water", "Organization", "市水务局", "old"),
            stated("rate", "Target", "水质达标率", "old", value=99.0, unit="%", year=2030),
            stated("rate-parks", "Target", "水质达标率", "other", value=95.0, unit="%", year=2030),
            stated("rate-later", "Target", "水质达标率", "new", value=99.0, unit="%", year=2030),
        ],
        [],
    )
)


def test_documents_of_one_title_are_told_apart_by_number_and_date() -> None:
    assert told_apart(INDEX, ["old", "new", "copy", "other"]) == {
        "old": "云川水务计划（云政发〔2026〕1号，2026-05-01）",
        "new": "云川水务计划（2027-05-01）",
        "copy": "云川水务计划（2027-05-01） (2)",
        "other": "智慧公园行动计划",
    }


def test_bodies_of_one_name_are_told_apart_by_their_document() -> None:
    assert told_apart(INDEX, ["all-water", "all-parks", "water"]) == {
        "all-water": "各区《云川水务计划》",
        "all-parks": "各区《智慧公园行动计划》",
        "water": "市水务局",
    }


def test_what_is_looked_for_is_found_alone() -> None:
    found = names_to_find(INDEX, "zh")
    assert {id: found[id] for id in ("rate", "rate-parks", "rate-later", "all-parks", "water")} == {
        "rate": "水质达标率 99%（2030年）（目标）《云川水务计划》szdbl · water quality",
        "rate-parks": "水质达标率 95%（2030年）（目标）szdbl · water quality",
        "rate-later": "水质达标率 99%（2030年）（目标）《云川水务计划》szdbl · water quality (2)",
        "all-parks": "各区（责任单位）《智慧公园行动计划》gq",
        "water": "市水务局（责任单位）sswj · water",
    }
    assert len(set(found.values())) == len(found) == len(INDEX.nodes)
