"""A zip of nodes.csv and edges.csv, for a spreadsheet or for reading back.

The head of a property's column names its kind (`year:number`). A text that a spreadsheet would
take for a formula stands behind an apostrophe, and so does a text that begins with one: the
reader takes exactly one apostrophe away. An empty cell is an absent property.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from graph.elements import Edge, Evidence, Node, Subgraph, Value
from graph.exchange.columns import (
    Column,
    Kind,
    columns,
    decode,
    decode_evidence,
    encode,
    encode_evidence,
)
from graph.exchange.files import pack

LARGEST_FILE = 512 * 2**20
"""Bytes of a table that the reader unpacks at most."""

LARGEST_CELL = 32 * 2**20
"""Characters of a cell that it takes at most."""

Facts = tuple[Mapping[str, Value], tuple[Evidence, ...]]

_NODE_HEAD = ("id", "label")
_EDGE_HEAD = ("id", "type", "source", "target")
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_TEXTUAL = ("text", "list", "json")


def write_csv(subgraph: Subgraph) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets need to see Chinese."""
    return pack(
        {
            "nodes.csv": _table(_NODE_HEAD, subgraph.nodes),
            "edges.csv": _table(_EDGE_HEAD, subgraph.edges),
        }
    )


def read_csv(data: bytes) -> Subgraph:
    """Read both tables back. Raises ValueError or KeyError on anything else."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        nodes = _rows(archive, "nodes.csv", _NODE_HEAD)
        edges = _rows(archive, "edges.csv", _EDGE_HEAD)
        return Subgraph.of(
            (Node(id, label, *facts) for (id, label), facts in nodes),
            (Edge(id, type, source, target, *facts) for (id, type, source, target), facts in edges),
        )


def as_text(text: str) -> str:
    """A text that no spreadsheet runs as a formula, and that is not taken for an empty cell."""
    return "'" + text if not text or text.startswith((*_FORMULA, "'")) else text


def _table(head: Sequence[str], elements: Iterable[Node | Edge]) -> bytes:
    elements = tuple(elements)
    found = columns(elements)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow((*head, *(f"{c.name}:{c.kind}" for c in found), "evidence"))
    for element in elements:
        fixed = (as_text(getattr(element, name)) for name in head)
        cells = (_cell(column, element) for column in found)
        writer.writerow((*fixed, *cells, encode_evidence(element.evidence)))
    return text.getvalue().encode("utf-8-sig")


def _cell(column: Column, element: Node | Edge) -> str:
    if column.name not in element.properties:
        return ""
    text = encode(column.kind, element.properties[column.name])
    return as_text(text) if column.kind in _TEXTUAL else text


def _rows(
    archive: zipfile.ZipFile, name: str, fixed: Sequence[str]
) -> Iterator[tuple[list[str], Facts]]:
    entry = archive.getinfo(name)
    if entry.file_size > LARGEST_FILE:
        raise ValueError(f"{name} unpacks to {entry.file_size} bytes")
    with archive.open(entry) as file:
        yield from _read(io.TextIOWrapper(file, "utf-8-sig", newline=""), fixed)


def _read(lines: Iterable[str], fixed: Sequence[str]) -> Iterator[tuple[list[str], Facts]]:
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(lines, strict=True)
    head, width = next(reader, []), len(fixed)
    if [*head[:width], *head[width:][-1:]] != [*fixed, "evidence"]:
        raise ValueError(f"a table begins with {','.join(fixed)} and ends with evidence")
    found = [_column(name) for name in head[width:-1]]
    for row in reader:
        if len(row) != len(head):
            raise ValueError(f"line {reader.line_num}: {len(row)} cells, not {len(head)}")
        properties = {
            column.name: decode(column.kind, _plain(cell) if column.kind in _TEXTUAL else cell)
            for column, cell in zip(found, row[width:-1], strict=True)
            if cell
        }
        yield [_plain(cell) for cell in row[:width]], (properties, decode_evidence(row[-1]))


def _column(head: str) -> Column:
    name, _, kind = head.rpartition(":")
    if kind not in get_args(Kind):
        raise ValueError(f"“{head}” is no column of name:kind")
    return Column(name, kind)  # type: ignore[arg-type]


def _plain(cell: str) -> str:
    return cell.removeprefix("'")
