"""Formats that carry a Subgraph out of the tool, and some of them back.

A format is one pure function from a Subgraph to the bytes of one file: the same graph gives the
same bytes. What needs several files is a zip archive of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from graph.elements import Subgraph
from graph.errors import ExportError, SourceError
from graph.exchange.csv_pair import read_csv, write_csv
from graph.exchange.files import write_file
from graph.exchange.graph_json import read_json, write_json
from graph.exchange.graphml import read_graphml, write_graphml

__all__ = ["EXPORTERS", "Exporter", "export", "read_graph"]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: its name, the usual ending of its files, what it is good for.

    `read` gives back what `write` wrote, or the part that the format holds; None: not readable.
    """

    name: str
    suffix: str
    means: str
    means_zh: str
    write: Callable[[Subgraph], bytes]
    read: Callable[[bytes], Subgraph] | None = None


EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        Exporter(
            "json",
            ".json",
            "graph JSON: everything, as `read` writes it",
            "图谱JSON，内容完整",
            write_json,
            read_json,
        ),
        Exporter(
            "graphml",
            ".graphml",
            "for Gephi, yEd, Cytoscape, networkx",
            "供Gephi、yEd、Cytoscape、networkx使用",
            write_graphml,
            read_graphml,
        ),
        Exporter(
            "csv",
            ".zip",
            "nodes.csv and edges.csv in a zip, for a spreadsheet",
            "节点表与关系表（zip），供电子表格使用",
            write_csv,
            read_csv,
        ),
    )
}


def export(subgraph: Subgraph, format: str, path: Path, *, force: bool = False) -> None:
    """Write the graph to a file.

    Raises ExportError for an unknown format, a file that exists (unless `force`), a path that
    cannot be written.
    """
    write_file(path, _get(format).write(subgraph), force=force)


def read_graph(path: Path, format: str) -> Subgraph:
    """Read a file that `export` wrote.

    Raises ExportError for a format that cannot be read back and SourceError for a file that is
    malformed or hostile.
    """
    exporter = _get(format)
    if exporter.read is None:
        readable = ", ".join(name for name, known in EXPORTERS.items() if known.read)
        raise ExportError(f"{format} cannot be read back", hint=f"readable: {readable}")
    try:
        return exporter.read(path.read_bytes())
    except OSError as error:
        raise SourceError(
            f"cannot read: {error.strerror or error}", where=str(path), hint="check the path"
        ) from error
    except Exception as error:  # whatever a malformed file makes a parser raise
        raise SourceError(
            f"this is no {format} file of plangraph: {error}",
            where=str(path),
            hint="export it again; nothing was taken from it",
        ) from error


def _get(format: str) -> Exporter:
    if format not in EXPORTERS:
        near = get_close_matches(format, EXPORTERS, n=1)
        hint = f"known: {', '.join(EXPORTERS)}"
        raise ExportError(
            f"unknown format “{format}”",
            hint=f"did you mean {near[0]}? {hint}" if near else hint,
        )
    return EXPORTERS[format]
