"""What leaves the tool comes back unchanged."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import networkx
import pytest
from hypothesis import given, settings
from made_graphs import BUREAU, CITY, MEASURE, STRATEGY, graphs

from graph.elements import Edge, Node, Subgraph
from graph.errors import ExportError, SourceError
from graph.exchange import EXPORTERS, export, read_graph

LOSSLESS = ["json", "graphml", "csv"]


@pytest.mark.parametrize("format_", LOSSLESS)
def test_a_graph_comes_back_as_it_left(format_: str, tmp_path: Path) -> None:
    export(CITY, format_, tmp_path / "city")
    back = read_graph(tmp_path / "city", format_)
    assert back == CITY
    assert back.to_json() == CITY.to_json()


@pytest.mark.parametrize("format_", LOSSLESS)
@settings(max_examples=60, deadline=None)
@given(graph=graphs)
def test_any_graph_comes_back_as_it_left(format_: str, graph: Subgraph) -> None:
    exporter = EXPORTERS[format_]
    assert exporter.read is not None
    assert exporter.read(exporter.write(graph)).to_json() == graph.to_json()


@pytest.mark.parametrize("format_", EXPORTERS)
def test_the_same_graph_gives_the_same_bytes(format_: str) -> None:
    again = Subgraph.of(reversed(CITY.nodes), reversed(CITY.edges))
    assert EXPORTERS[format_].write(CITY) == EXPORTERS[format_].write(again)


@pytest.mark.parametrize("format_", EXPORTERS)
def test_an_empty_graph_can_leave(format_: str, tmp_path: Path) -> None:
    export(Subgraph(), format_, tmp_path / "empty")
    assert (tmp_path / "empty").stat().st_size > 0


def test_networkx_reads_our_graphml(tmp_path: Path) -> None:
    export(CITY, "graphml", tmp_path / "city.graphml")
    graph = networkx.read_graphml(tmp_path / "city.graphml", force_multigraph=True)
    assert sorted(graph) == [node.id for node in CITY.nodes]
    assert {name: graph.nodes[STRATEGY.id][name] for name in ("label", "type", "period_end")} == {
        "label": "智汇江屿", "type": "Strategy", "period_end": 2030,
    }  # fmt: skip
    assert (
        graph[MEASURE.id][BUREAU.id][next(iter(graph[MEASURE.id][BUREAU.id]))]["type"] == "LED_BY"
    )
    assert graph.number_of_edges() == len(CITY.edges)


def test_a_cell_never_begins_like_a_formula() -> None:
    with zipfile.ZipFile(io.BytesIO(EXPORTERS["csv"].write(CITY))) as archive:
        nodes = archive.read("nodes.csv").decode("utf-8-sig")
    assert "'=1+1 建设" in nodes
    assert "'@建设数据港" in nodes
    assert ",=" not in nodes
    assert ',"=' not in nodes
    assert ',"@' not in nodes


def test_values_of_several_kinds_in_one_property_come_back() -> None:
    nodes = [Node("a-1", "Measure", {"x": 1}), Node("a-2", "Measure", {"x": "1"})]
    nodes += [Node("a-3", "Measure", {"x": True}), Node("a-4", "Measure", {"x": ["1"]})]
    graph = Subgraph.of(nodes, [Edge("e-1", "PART_OF", "a-1", "a-2")])
    for format_ in LOSSLESS:
        exporter = EXPORTERS[format_]
        assert exporter.read is not None
        assert exporter.read(exporter.write(graph)).to_json() == graph.to_json()


def test_an_unknown_format_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as error:
        export(CITY, "grapml", tmp_path / "city")
    assert str(error.value) == (
        "error: unknown format “grapml”\n"
        f"hint:  did you mean graphml? known: {', '.join(EXPORTERS)}"
    )


def test_an_existing_file_stays_unless_forced(tmp_path: Path) -> None:
    taken = tmp_path / "city.json"
    taken.write_text("mine", "utf-8")
    with pytest.raises(ExportError, match="the file exists"):
        export(CITY, "json", taken)
    assert taken.read_text("utf-8") == "mine"
    export(CITY, "json", taken, force=True)
    assert read_graph(taken, "json") == CITY
    assert list(tmp_path.iterdir()) == [taken]


def test_a_path_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot write: No such file or directory"):
        export(CITY, "json", tmp_path / "missing" / "city.json")
    with pytest.raises(ExportError, match="this is a folder"):
        export(CITY, "json", tmp_path)


HOSTILE = {
    "entities": b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><graphml>&b;</graphml>',
    "outside file": b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><graphml>&a;</graphml>',
    "cut": b"<graphml><graph>",
    "other": b"<html/>",
    "empty": b"",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("format_", [name for name, e in EXPORTERS.items() if e.read])
def test_a_hostile_or_broken_file_is_refused(format_: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / "bad").write_bytes(data)
    with pytest.raises(SourceError, match=f"this is no {format_} file of plangraph"):
        read_graph(tmp_path / "bad", format_)


def test_a_table_with_a_short_row_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr("nodes.csv", "id,label,evidence\r\na,Measure\r\n")
        archive.writestr("edges.csv", "id,type,source,target,evidence\r\n")
    with pytest.raises(SourceError, match="line 2: 2 cells, not 3"):
        read_graph(tmp_path / "bad.zip", "csv")


def test_what_cannot_be_read_back_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot read: No such file"):
        read_graph(tmp_path / "missing", "json")
