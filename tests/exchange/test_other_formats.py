"""Formats that other tools read: each checked by the tool itself or by its published schema."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import networkx
import openpyxl
import pytest
from lxml import etree
from made_graphs import (
    BUREAU,
    CITY,
    CLAUSE,
    DOCUMENT,
    EVERYONE,
    MEASURE,
    PILLAR,
    PLAN,
    QUOTE,
    STRATEGY,
    TARGET,
    WISH,
    edge,
)  # fmt: skip

from graph.elements import Edge, Node, Subgraph
from graph.errors import ExportError
from graph.exchange import EXPORTERS, export, to_networkx, to_pandas
from graph.exchange.cypher import literal
from graph.exchange.stratml import HELD, HELD_EDGES, part
from graph.exchange.stratml_reader import read_stratml

SCHEMAS = Path(__file__).resolve().parents[2] / ".." / "shared" / "schemas"


def written(format_: str, graph: Subgraph = CITY) -> bytes:
    return EXPORTERS[format_].write(graph)


def unzipped(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


@pytest.mark.parametrize("graph", [CITY, Subgraph()], ids=["city", "empty"])
@pytest.mark.parametrize(
    ("format_", "schema"),
    [
        ("gexf", "gexf-1.3/gexf.xsd"),
        ("stratml", "stratml/PerformancePlanOrReport20160216.xsd"),
    ],
)
def test_it_is_valid_against_the_published_schema(
    format_: str, schema: str, graph: Subgraph
) -> None:
    xsd = etree.XMLSchema(etree.parse(SCHEMAS / schema))
    xsd.assertValid(etree.fromstring(written(format_, graph)))


def test_networkx_reads_our_gexf_and_the_years_are_spells(tmp_path: Path) -> None:
    export(CITY, "gexf", tmp_path / "city.gexf")
    graph = networkx.read_gexf(tmp_path / "city.gexf", version="1.3")
    labels = {id_: graph.nodes[id_]["label"] for id_ in graph}
    assert labels[TARGET.id] == "数据产业规模"
    assert len(graph) == len(CITY.nodes)
    spells = {
        item.getparent().getparent().get("id"): dict(item.attrib)
        for item in etree.parse(tmp_path / "city.gexf").iterfind(".//{*}spell")
    }
    assert spells == {
        STRATEGY.id: {"start": "2026", "end": "2030"},
        TARGET.id: {"start": "2026", "end": "2030"},
        WISH.id: {"start": "2026", "end": "2028"},
    }


def test_stratml_gives_back_the_part_it_can_hold() -> None:
    back = read_stratml(written("stratml"))
    assert back.to_json() == part(CITY).to_json()
    assert part(back) == back


def test_the_part_that_stratml_holds_is_what_the_list_says() -> None:
    bare = {"origin": "stated", "basis": "structure"}
    held = part(CITY)
    assert {node.label for node in held.nodes} == set(HELD)
    assert next(n for n in held.nodes if n.id == TARGET.id).properties == {
        "name": "数据产业规模", "kind": "quantified", "comparator": ">=", "value": 1000.0,
        "unit": "亿元", "year": 2030,
    }  # fmt: skip
    assert {(e.type, e.source, e.target) for e in held.edges} == {
        (e.type, e.source, e.target) for e in CITY.edges
    }
    assert {e.type for e in held.edges} <= set(HELD_EDGES)
    assert all(e.properties == bare and e.evidence == () for e in held.edges)


def test_stratml_holds_what_nobody_owns_and_what_two_own() -> None:
    shared = Subgraph.of(
        [PILLAR, PLAN, MEASURE, TARGET, WISH],
        [edge("HAS_MEASURE", PILLAR, MEASURE), edge("HAS_MEASURE", PLAN, MEASURE)],
    )
    assert read_stratml(written("stratml", shared)) == part(shared)


def test_a_workbook_has_a_sheet_a_label_and_no_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx")))
    assert book.sheetnames == [
        "战略",
        "支柱",
        "行动计划",
        "举措",
        "目标",
        "责任单位",
        "关系",
        "出处",
    ]
    assert [cell.value for cell in book["举措"][1]] == ["id", "name", "text", "number"]
    assert [cell.value for cell in book["举措"][2]] == [
        MEASURE.id, '=1+1 建设"数据港"', "@建设数据港，\n第二行\r第三行", "（一）",
    ]  # fmt: skip
    assert "f" not in {cell.data_type for sheet in book for row in sheet for cell in row}
    led = next(row for row in book["关系"].iter_rows(values_only=True) if row[1] == "LED_BY")
    assert led[2:] == (
        "牵头", MEASURE.id, '=1+1 建设"数据港"', BUREAU.id, "市工信局", "stated", "explicit", QUOTE,
    )  # fmt: skip


def test_the_import_tables_tell_an_empty_text_from_an_absent_property() -> None:
    nodes = [Node("measure-1", "Measure", {"name": "", "text": 'a"b\nc', "strength": 3})]
    nodes.append(Node("measure-2", "Measure", {"name": "x", "text": "y"}))
    graph = Subgraph.of(nodes, [Edge("e-1", "PART_OF", "measure-1", "measure-2")])
    files = unzipped(written("neo4j-admin", graph))
    assert files["nodes-Measure.csv"] == (
        "id:ID,name:string,strength:long,text:string\n"
        '"measure-1","",3,"a""b\nc"\n'
        '"measure-2","x",,"y"\n'
    )
    assert files["edges-PART_OF.csv"] == (
        ":START_ID,:END_ID,document_id:string,id:string,source:string,target:string\n"
        '"measure-1","measure-2","measure-2","e-1","measure-1","measure-2"\n'
    )
    assert files["import.sh"].splitlines()[-4:] == [
        "neo4j-admin database import full neo4j --overwrite-destination \\",
        "  --multiline-fields=true --array-delimiter=U+001F --trim-strings=false \\",
        "  --nodes=Measure=nodes-Measure.csv \\",
        "  --relationships=PART_OF=edges-PART_OF.csv",
    ]
    assert files["constraints.cypher"] == (
        "CREATE CONSTRAINT IF NOT EXISTS FOR (n:Measure) REQUIRE n.id IS UNIQUE;\n"
    )


def test_a_cypher_literal_never_ends_before_its_text() -> None:
    assert literal("it's \\u0027 \\'\n") == r"'it\'s \\\u00750027 \\\'\u000A'"
    assert literal({"b": [True, 1, 1.5], "a": "x"}) == "{a: 'x', b: [true, 1, 1.5]}"


@pytest.mark.parametrize("format_", ["cypher", "neo4j-admin"])
@pytest.mark.parametrize(
    "node",
    [Node("x-1", "Measure) DETACH DELETE (n", {}), Node("x-1", "Measure", {"a, b: $(reboot)": 1})],
    ids=["label", "property"],
)
def test_a_name_that_is_no_name_of_the_schema_stays_out_of_a_script(
    node: Node, format_: str
) -> None:
    with pytest.raises(ExportError, match="is no name of the schema"):
        written(format_, Subgraph.of([node]))


def test_an_edge_without_its_nodes_is_refused(tmp_path: Path) -> None:
    graph = Subgraph.of([MEASURE], [edge("LED_BY", MEASURE, BUREAU)])
    with pytest.raises(ExportError, match=f"ends in {BUREAU.id}, which is not in the graph"):
        export(graph, "json", tmp_path / "city.json")
    assert list(tmp_path.iterdir()) == []


def test_linked_data_names_things_in_public_words() -> None:
    data = json.loads(written("jsonld"))
    items = {item["@id"]: item for item in data["@graph"]}
    bureau = items[f"urn:plangraph:{BUREAU.id}"]
    assert bureau["@type"] == ["plan:Organization", "org:Organization", "prov:Agent"]
    assert bureau["skos:altLabel"] == ["'工信局", "市工业和信息化局"]
    assert items[f"urn:plangraph:{MEASURE.id}"]["LED_BY"] == [f"urn:plangraph:{BUREAU.id}"]
    led = next(e for e in CITY.edges if e.type == "LED_BY")
    statement = items[f"urn:plangraph:{led.id}"]
    assert (statement["source"], statement["type"], statement["target"]) == (
        f"urn:plangraph:{MEASURE.id}", "plan:LED_BY", f"urn:plangraph:{BUREAU.id}",
    )  # fmt: skip
    assert statement["evidence"] == [
        {
            "@type": ["oa:SpecificResource", "prov:Entity"],
            "oa:hasSource": {"@id": f"urn:plangraph:{CLAUSE}"},
            "prov:wasQuotedFrom": {"@id": f"urn:plangraph:{DOCUMENT}"},
            "plan:rule": "reach_value",
            "oa:hasSelector": [
                {"@type": "oa:TextQuoteSelector", "oa:exact": QUOTE},
                {"@type": "oa:TextPositionSelector", "oa:start": 10, "oa:end": 10 + len(QUOTE)},
            ],
        }
    ]
    prefixes = {key.partition(":")[0] for item in items.values() for key in item if ":" in key}
    assert prefixes <= set(data["@context"])


def test_networkx_holds_parallel_edges_and_evidence() -> None:
    graph = to_networkx(CITY)
    led = next(e for e in CITY.edges if e.type == "LED_BY")
    assert graph.nodes[EVERYONE.id]["label"] == "Organization"
    assert graph.edges[MEASURE.id, BUREAU.id, led.id] == {
        "type": "LED_BY", "origin": "stated", "basis": "explicit", "evidence": led.evidence,
    }  # fmt: skip


def test_pandas_holds_a_row_a_node_and_a_row_an_edge() -> None:
    nodes, edges = to_pandas(CITY)
    assert list(nodes.index) == [node.id for node in CITY.nodes]
    assert nodes.loc[TARGET.id, ["label", "value", "unit"]].tolist() == ["Target", 1000.0, "亿元"]
    assert edges["type"].value_counts()["LED_BY"] == 1
    assert to_pandas(Subgraph()).nodes.empty
