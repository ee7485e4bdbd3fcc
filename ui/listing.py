"""Status, the list of questions, and answers, as the terminal shows them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from rich.table import Table

from graph.errors import BadParameter
from graph.schema import EDGE_TYPES, NODE_TYPES
from graph.store import Status
from queries.catalog import Query, all_queries
from queries.run import Result
from ui import terminal

_WIDE = 10
_DETAILS = frozenset(
    ["kind", "mode", "scope", "per", "value_max", "deadline_basis", "strength", "comparator"]
)


def show_status(status: Status) -> None:
    """Engine and version, where it is, documents, counts, schema version."""
    console = terminal.out()
    facts = (
        ("engine", f"{status.engine} {status.version}"),
        ("where", status.where),
        ("schema", str(status.schema_version)),
        ("documents", str(len(status.documents))),
    )
    for name, value in facts:
        console.print(f"{name + ':':<11}{value}", markup=False, soft_wrap=True)
    for document in status.documents:
        console.print(f"  {document.title}  ({document.kind}, {document.id})", markup=False)
    rows = [(t.zh, label, status.counts.get(label, 0)) for label, t in NODE_TYPES.items()]
    rows += [(t.zh, name, status.counts.get(name, 0)) for name, t in EDGE_TYPES.items()]
    console.print(terminal.table(("", "label or type", "count"), [r for r in rows if r[2]]))


def show_queries(as_json: bool, folder: Path | None = None) -> None:
    """Every question with its parameters; as JSON in the form the contract names."""
    if as_json:
        click.echo(terminal.to_json([_described(query) for query in all_queries(folder)]))
        return
    rows = [
        (query.name, f"{query.title}\n{query.title_en}", query.question, _parameter_names(query))
        for query in all_queries(folder)
    ]
    terminal.out().print(terminal.table(("name", "title", "question", "parameters"), rows))


def read_parameters(pairs: Sequence[str]) -> dict[str, str]:
    """`key=value` words as a mapping. Raises BadParameter for a word without `=`."""
    given = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key:
            raise BadParameter(f"“{pair}” is no key=value", hint="write -p plan=… or -p year=2030")
        given[key] = value
    return given


def show_result(result: Result, format_: str) -> None:
    """The answer as a table, as JSON or as CSV."""
    if format_ == "json":
        click.echo(terminal.to_json(_answer(result)))
        return
    if format_ == "csv":
        click.echo(terminal.to_csv(result.columns, result.rows), nl=False)
        return
    console = terminal.out()
    console.print(_table(result))
    console.print(_counted(result), markup=False)
    for note in result.notes:
        terminal.err().print(f"note: {note}", style="yellow", markup=False)


def _table(result: Result) -> Table:
    """What a terminal has room for: no ids, no column in which nothing stands, of many columns
    no details. JSON and CSV have them all.
    """
    filled = [
        n
        for n, name in enumerate(result.columns)
        if not name.endswith(("id", "_std"))
        and any(row[n] not in (None, []) for row in result.rows)
    ]
    few = [n for n in filled if result.columns[n] not in _DETAILS]
    kept = filled if len(filled) <= _WIDE else few
    columns = [result.columns[n] for n in kept]
    rows = ([row[n] for n in kept] for row in result.rows)
    return terminal.table(columns, rows, title=result.query.title)


def _counted(result: Result) -> str:
    of = "" if result.denominator is None else f"{result.denominator} "
    words = f"{result.query.denominator} / {result.query.denominator_en}"
    return f"{len(result.rows)} rows; out of {of}{words}"


def _described(query: Query) -> dict[str, object]:
    return {
        "name": query.name,
        "title": query.title,
        "title_en": query.title_en,
        "question": query.question,
        "params": [
            {"name": p.name, "type": p.type, "example": p.example, "default": p.default}
            for p in query.params
        ],
    }


def _answer(result: Result) -> dict[str, object]:
    answer: dict[str, object] = {
        "query": result.query.name,
        "parameters": dict(result.parameters),
        "denominator": result.denominator,
        "columns": list(result.columns),
        "rows": [dict(zip(result.columns, row, strict=True)) for row in result.rows],
    }
    if result.query.returns == "graph":
        answer["graph"] = result.subgraph
    return answer


def _parameter_names(query: Query) -> str:
    return ", ".join(parameter.name for parameter in query.params)
