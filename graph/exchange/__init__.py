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
from graph.exchange.cypher import write_cypher
from graph.exchange.files import write_file
from graph.exchange.gexf import write_gexf
from graph.exchange.graph_json import read_json, write_json
from graph.exchange.graphml import read_graphml, write_graphml
from graph.exchange.jsonld import write_jsonld
from graph.exchange.libraries import to_networkx, to_pandas, to_py2neo
from graph.exchange.neo4j_admin import write_neo4j_admin
from graph.exchange.soundness import check
from graph.exchange.stratml import write_stratml
from graph.exchange.stratml_reader import read_stratml
from graph.exchange.workbook import write_xlsx

__all__ = [
    "EXPORTERS",
    "Exporter",
    "export",
    "read_graph",
    "to_networkx",
    "to_pandas",
    "to_py2neo",
]


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
            "everything, as `plangraph read` writes it",
            "图谱JSON，内容完整",
            write_json,
            read_json,
        ),
        Exporter(
            "graphml",
            ".graphml",
            "for Gephi, yEd, Cytoscape, networkx; without loss",
            "供Gephi、yEd、Cytoscape、networkx使用，无损",
            write_graphml,
            read_graphml,
        ),
        Exporter(
            "csv",
            ".zip",
            "nodes.csv and edges.csv, for a spreadsheet; without loss",
            "节点表与关系表，供电子表格使用，无损",
            write_csv,
            read_csv,
        ),
        Exporter(
            "gexf",
            ".gexf",
            "for Gephi, with years as a timeline",
            "供Gephi使用，年份可作时间轴",
            write_gexf,
        ),
        Exporter(
            "cypher",
            ".cypher",
            "a script that fills any Neo4j, and may run twice",
            "Cypher脚本，可重复执行",
            write_cypher,
        ),
        Exporter(
            "neo4j-admin",
            ".zip",
            "tables and command for Neo4j's bulk importer",
            "Neo4j批量导入用的表与命令",
            write_neo4j_admin,
        ),
        Exporter(
            "stratml",
            ".xml",
            "StratML Part 2 (ISO 17469-1), the part it can hold",
            "战略标记语言第2部分（ISO 17469-1），可容纳的部分",
            write_stratml,
            read_stratml,
        ),
        Exporter(
            "jsonld",
            ".jsonld",
            "linked data in PROV, ORG, SKOS, Web Annotation",
            "关联数据（PROV、ORG、SKOS、Web Annotation）",
            write_jsonld,
        ),
        Exporter(
            "xlsx",
            ".xlsx",
            "a workbook with a sheet a label",
            "工作簿，每类节点一张表",
            write_xlsx,
        ),
    )
}


def export(subgraph: Subgraph, format: str, path: Path, *, force: bool = False) -> None:
    """Write the graph to a file.

    Raises ExportError for an unknown format, a file that exists (unless `force`), a path that
    cannot be written, an edge without its nodes.
    """
    exporter = _get(format)
    _refuse_loose_ends(subgraph)
    write_file(path, exporter.write(subgraph), force=force)


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
        return check(exporter.read(path.read_bytes()))
    except OSError as error:
        raise SourceError(
            f"cannot read: {error.strerror or error}", where=str(path), hint="check the path"
        ) from error
    except Exception as error:  # whatever a malformed file makes a parser raise
        raise SourceError(
            f"this is no {format} file of plangraph: {_reason(error)}",
            where=str(path),
            hint="export it again; nothing was taken from it",
        ) from error


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"“{error.args[0]}” is missing"
    if isinstance(error, TypeError | AttributeError):
        return "its parts are of other kinds than plangraph writes"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    return " ".join(str(error).split())


def _refuse_loose_ends(subgraph: Subgraph) -> None:
    known = {node.id for node in subgraph.nodes}
    for edge in subgraph.edges:
        for end in (edge.source, edge.target):
            if end not in known:
                raise ExportError(
                    f"{edge.type} {edge.id} ends in {end}, which is not in the graph",
                    hint="take its node in, or leave the edge out",
                )


def _get(format: str) -> Exporter:
    if format not in EXPORTERS:
        near = get_close_matches(format, EXPORTERS, n=1)
        hint = f"known: {', '.join(EXPORTERS)}"
        raise ExportError(
            f"unknown format “{format}”",
            hint=f"did you mean {near[0]}? {hint}" if near else hint,
        )
    return EXPORTERS[format]
