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
        nodes, edges = (_unpacked(archive, name) for name in ("nodes.csv", "edges.csv"))
    return Subgraph.of(
        (Node(id, label, *facts) for (id, label), facts in _rows(nodes, 2)),
        (
            Edge(id, type, source, target, *facts)
            for (id, type, source, target), facts in _rows(edges, 4)
        ),
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


def _rows(text: str, width: int) -> Iterator[tuple[list[str], Facts]]:
    csv.field_size_limit(LARGEST_FILE)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    head = next(reader)
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


def _unpacked(archive: zipfile.ZipFile, name: str) -> str:
    entry = archive.getinfo(name)
    if entry.file_size > LARGEST_FILE:
        raise ValueError(f"{name} unpacks to {entry.file_size} bytes")
    with archive.open(entry) as file:
        return file.read(LARGEST_FILE).decode("utf-8-sig")
