"""Files that are well-formed and yet no graph: refused in three lines, before anything is taken."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.errors import SourceError
from graph.exchange import csv_pair, read_graph

EVIDENCE = {
    "document": "d", "clause": "c", "start": 0, "end": 1, "quote": "句", "rule": "r",
    "raw_start": 0, "raw_end": 1,
}  # fmt: skip
NODES = "id,label,evidence\r\n"
EDGES = "id,type,source,target,evidence\r\n"
GRAPHML = b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'


@pytest.fixture(autouse=True)
def the_limit_of_all_csv_readers() -> Iterator[None]:
    """Is one for the whole process: no other test meets what is set here."""
    before = csv.field_size_limit()
    yield
    csv.field_size_limit(before)


def node(**other: Any) -> dict[str, Any]:
    return {"id": "m-1", "label": "Measure", "properties": {}, "evidence": [], **other}


def graph_json(*nodes: dict[str, Any], edges: object = ()) -> bytes:
    return json.dumps({"nodes": nodes, "edges": edges}).encode("utf-8")


def tables(nodes: str = NODES, edges: str = EDGES) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("nodes.csv", nodes)
        archive.writestr("edges.csv", edges)
    return file.getvalue()


LOOSE = {"id": "e-1", "type": "PART_OF", "source": "m-1", "target": "m-2", "properties": {},
         "evidence": []}  # fmt: skip
OTHER_KINDS = "its parts are of other kinds than plangraph writes"

REFUSED: dict[str, tuple[str, bytes, str]] = {
    "a list": ("json", b"[]", OTHER_KINDS),
    "no edges": ("json", b'{"nodes": []}', "“edges” is missing"),
    "nested": ("json", b"[" * 200_000, "it is nested too deeply"),
    "a number too long": ("json", b'{"nodes": ' + b"9" * 5000 + b"}", "Exceeds the limit"),
    "a table in a property": (
        "json", graph_json(node(properties={"x": {"y": 1}})),
        "“x” of m-1 is {'y': 1}, which no property may be",
    ),
    "nothing in a property": ("json", graph_json(node(properties={"x": None})), "“x” of m-1 is"),
    "no number": ("json", graph_json(node(properties={"x": float("nan")})), "“x” of m-1 is nan"),
    "numbers in a list": ("json", graph_json(node(properties={"x": [1]})), "1 at 'm-1' is no text"),
    "properties of a text": ("json", graph_json(node(properties="x")), "no table of names"),
    "an id of a number": ("json", graph_json(node(id=1)), "1 at 1 is no text"),
    "no label": ("json", graph_json(node(label=None)), "None at 'm-1' is no text"),
    "half a character": ("json", graph_json(node(label="\ud800")), "is half a character"),
    "a place of a text": (
        "json", graph_json(node(evidence=[{**EVIDENCE, "start": "0"}])),
        "the start of a sentence of m-1 is no whole number",
    ),
    "no quote": ("json", graph_json(node(evidence=[{**EVIDENCE, "quote": None}])), "is no text"),
    "a loose end": (
        "json", graph_json(node(), edges=[LOOSE]), "e-1 ends in m-2, which is not in the file",
    ),
    "an empty table": ("csv", tables(""), "a table begins with id,label and ends with evidence"),
    "another head": ("csv", tables("name,label,evidence\r\na,b,[]\r\n"), "a table begins with id"),
    "an open quote": ("csv", tables(NODES + '"a,Measure,[]\r\n'), "unexpected end of data"),
    "a formula for a number": (
        "csv", tables("id,label,x:number,evidence\r\na,Measure,=1+1,[]\r\n"), "=1+1",
    ),
    "an infinite number": (
        "csv", tables("id,label,x:number,evidence\r\na,Measure,inf,[]\r\n"), "“x” of a is inf",
    ),
    "a loose end in a table": ("csv", tables(edges=EDGES + "e,PART_OF,x,y,[]\r\n"), "e ends in x"),
    "a key of nothing": (
        "graphml", GRAPHML + b'<graph><node id="a"><data key="z">1</data></node></graph></graphml>',
        "“z” is missing",
    ),
    "a deep tree": ("graphml", b"<a>" * 10_000, "Excessive depth"),
    "another alphabet": (
        "graphml",
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///x">]>'
        "<a>&b;</a>".encode("utf-16"),
        "a document type or entities are not accepted",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("format_", "data", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_graph_is_refused_in_three_lines(
    format_: str, data: bytes, reason: str, tmp_path: Path
) -> None:
    file = tmp_path / "bad"
    file.write_bytes(data)
    with pytest.raises(SourceError) as error:
        read_graph(file, format_)
    first, *rest = str(error.value).splitlines()
    assert first.startswith(f"error: this is no {format_} file of plangraph: ")
    assert reason in first
    assert rest == [f"where: {file}", "hint:  export it again; nothing was taken from it"]


@pytest.mark.parametrize(
    ("limit", "reason"),
    [
        ("LARGEST_FILE", "nodes.csv unpacks to 5019 bytes"),
        ("LARGEST_CELL", "field larger than field limit (4096)"),
    ],
)
def test_what_unpacks_to_more_than_is_sound_is_refused(
    limit: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_pair, limit, 4096)
    (tmp_path / "bomb.zip").write_bytes(tables(NODES + "x" * 5000))
    with pytest.raises(SourceError, match=re.escape(reason)):
        read_graph(tmp_path / "bomb.zip", "csv")


def test_a_text_of_any_sign_is_no_harm(tmp_path: Path) -> None:
    strange = "id,label,x:text,evidence\r\na\x00b,Measure,\x00'=1+1,[]\r\n"
    (tmp_path / "strange.zip").write_bytes(tables(strange))
    (found,) = read_graph(tmp_path / "strange.zip", "csv").nodes
    assert (found.id, found.properties) == ("a\x00b", {"x": "\x00'=1+1"})
