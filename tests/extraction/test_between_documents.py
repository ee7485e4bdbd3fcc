"""Citations, dependencies, and how the things that two documents name become one node."""

from __future__ import annotations

from pathlib import Path

import pytest

from extraction.reading import HEAD, edges, read
from graph.elements import Subgraph
from loaders import build

LOCAL = (
    "江屿市人民政府关于印发《江屿市渔港建设行动方案》的通知\n各区人民政府：\n现印发给你们。\n"
    "江屿市人民政府\n2031年5月6日\n"
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "为贯彻落实《江屿市海域使用规定》，加强管理。",
            ("IMPLEMENTS", "江屿市海域使用规定", None),
        ),
        (
            "根据《关于渔港的意见》（江政发〔2029〕3号）精神，建设渔港。",
            ("IMPLEMENTS", "关于渔港的意见", "江政发〔2029〕3号"),
        ),
        ("《江屿市海域使用规定》印发以来，成效明显。", ("CITES", "江屿市海域使用规定", None)),
        ("原《江屿市渔港管理办法》同时废止。", ("SUPERSEDES", "江屿市渔港管理办法", None)),
    ],
)
def test_a_named_document_is_cited_carried_out_or_put_out_of_force(
    tmp_path: Path, sentence: str, expected: tuple[str, str, str | None]
) -> None:
    built = read(tmp_path, f"{HEAD}1.建设渔港。{sentence}\n")
    type, title, number = expected
    assert edges(built, "CITES", "IMPLEMENTS", "SUPERSEDES") == [
        ("江屿市渔港建设行动方案", type, title)
    ]
    (cited,) = (n for n in built.subgraph.nodes_of("Document") if n.properties["status"] == "cited")
    assert cited.properties.get("doc_number") == number


@pytest.mark.parametrize(
    "sentence",
    [
        "本《行动方案》自印发之日起施行。",
        "《江屿市渔港建设行动方案》（以下简称《方案》）已经同意。",
        "《江屿日报》刊发评论。",
    ],
)
def test_an_alias_or_a_newspaper_is_no_second_document(tmp_path: Path, sentence: str) -> None:
    built = read(tmp_path, f"{HEAD}1.建设渔港。{sentence}\n")
    assert len(built.subgraph.nodes_of("Document")) == 1


def test_a_short_name_means_the_document_it_was_given_to(tmp_path: Path) -> None:
    item = "1.建设渔港。依据《江屿市海域使用规定》（以下简称《规定》）确权。\n"
    text = f"{HEAD}{item}2.巡查。按照《规定》执法。\n"
    assert edges(read(tmp_path, text), "IMPLEMENTS") == [
        ("江屿市渔港建设行动方案", "IMPLEMENTS", "江屿市海域使用规定")
    ]


def test_a_dependency_on_a_thing_of_the_same_plan_joins_its_measure(tmp_path: Path) -> None:
    text = (
        HEAD + "1.建设江屿渔港监测系统。布设站点。\n2.开展预警。依托江屿渔港监测系统，发布信息。\n"
    )
    assert edges(read(tmp_path, text), "DEPENDS_ON") == [
        ("开展预警", "DEPENDS_ON", "建设江屿渔港监测系统")
    ]


def test_a_thing_of_another_plan_is_known_by_its_name_only(tmp_path: Path) -> None:
    built = read(tmp_path, HEAD + "1.开展预警。在全市算力平台建成基础上，发布信息。\n")
    assert edges(built, "DEPENDS_ON") == [("开展预警", "DEPENDS_ON", "全市算力平台")]
    known = next(
        n for n in built.subgraph.nodes_of("Measure") if n.properties["name"] == "全市算力平台"
    )
    assert {e.type for e in built.subgraph.edges if known.id in (e.source, e.target)} == {
        "DEPENDS_ON"
    }


@pytest.mark.parametrize("words", ["依托现有平台，扩建泊位。", "在充分调研基础上，制定办法。"])
def test_what_is_not_to_be_built_is_no_dependency(tmp_path: Path, words: str) -> None:
    assert edges(read(tmp_path, f"{HEAD}1.建设渔港。{words}\n"), "DEPENDS_ON") == []


def bodies(tmp_path: Path, *tags: str) -> list[tuple[str, bool]]:
    """(name, collective) of the bodies of documents that differ in a tag, merged."""
    graphs = []
    for number, tag in enumerate(tags):
        text = (
            f"{LOCAL}江屿市渔港建设行动方案\n一、重点任务\n"
            f"（一）任务{number}。修复码头{tag}。\n二、保障措施\n"
        )
        text = text.replace("渔港建设", f"渔港建设{'一二三'[number]}期")
        graphs.append(read(tmp_path, text, f"{number}.txt").subgraph)
    merged = graphs[0]
    for graph in graphs[1:]:
        merged = merged.merge(graph)
    return sorted(
        (str(n.properties["name"]), bool(n.properties["collective"]))
        for n in merged.nodes_of("Organization")
    )


def test_names_of_one_body_are_one_node(tmp_path: Path) -> None:
    tags = ("（市发展改革委负责）", "（江屿市发展和改革委员会负责）", "（市发改委负责）")
    assert len(bodies(tmp_path, *tags)) == 1


def test_a_ministry_is_the_same_under_all_its_names(tmp_path: Path) -> None:
    assert len(bodies(tmp_path, "（工业和信息化部负责）", "（工信部负责）")) == 1


def test_collective_bodies_of_two_documents_stay_two(tmp_path: Path) -> None:
    assert bodies(tmp_path, "（各区负责）", "（各区负责）") == [("各区", True), ("各区", True)]


def test_the_department_of_another_city_is_another_body(tmp_path: Path) -> None:
    text = (
        "{0}市渔港建设行动方案\n一、重点任务\n（一）建设渔港。修复码头。（市财政局负责）\n"
        "二、保障措施\n"
    )
    graphs = [
        read(tmp_path, text.format(city), f"{city}.txt").subgraph for city in ("江屿", "云岚")
    ]
    assert len(graphs[0].merge(graphs[1]).nodes_of("Organization")) == 2


def test_a_plan_known_by_its_title_and_loaded_later_is_one_node(tmp_path: Path) -> None:
    overall = (
        "江屿市打造“海上粮仓”总体行动计划\n《江屿市海水淡化专项行动计划》同时印发。\n"
        "一、重点任务\n（一）建设渔港。修复码头。\n二、保障措施\n"
    )
    special = "江屿市海水淡化专项行动计划\n一、重点任务\n（一）建设泵站。铺设管线。\n二、保障措施\n"
    one = read(tmp_path, overall, "overall.txt").subgraph
    other = read(tmp_path, special, "special.txt").subgraph
    merged = one.merge(other)
    assert merged == other.merge(one)
    titles = [p.properties["name"] for p in merged.nodes_of("ActionPlan")]
    assert sorted(titles) == ["江屿市打造“海上粮仓”总体行动计划", "江屿市海水淡化专项行动计划"]
    (document,) = (
        d for d in merged.nodes_of("Document") if "海水淡化" in str(d.properties["title"])
    )
    assert document.properties["status"] in ("loaded", "cited")


def test_every_plan_of_the_sample_city_has_one_node_however_it_is_loaded(tmp_path: Path) -> None:
    folder = Path(__file__).resolve().parents[2] / "data" / "sample-city"
    graphs = [build(path).subgraph for path in sorted(folder.iterdir())]
    forward, backward = Subgraph(), Subgraph()
    for graph in graphs:
        forward = forward.merge(graph)
    for graph in reversed(graphs):
        backward = backward.merge(graph)
    assert forward == backward
    plans = [str(p.properties["name"]) for p in forward.nodes_of("ActionPlan")]
    assert len([name for name in plans if name.startswith("江屿市")]) == 5
    assert names_of_strategies(forward) == ["“智慧江屿”"]


def names_of_strategies(graph: Subgraph) -> list[str]:
    return [str(node.properties["name"]) for node in graph.nodes_of("Strategy")]
