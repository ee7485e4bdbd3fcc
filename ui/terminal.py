"""What the terminal shows: tables, issues, errors. Colour and progress are for people only."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from graph.elements import Edge, Node, Subgraph
from graph.errors import StrategyError

_WIDTH_OF_A_PIPE = 160


def out() -> Console:
    """Standard output: coloured on a terminal, plain and wide in a pipe."""
    return _console(sys.stdout)


def err() -> Console:
    """Standard error, likewise."""
    return _console(sys.stderr)


def progress() -> Progress:
    """A progress bar on standard error; nothing at all when that is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = err()
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def show_error(error: StrategyError) -> None:
    """The three lines, in the words of the error."""
    err().print(str(error), style="red", markup=False, soft_wrap=True)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = "") -> Table:
    """A table of plain values; long texts are folded, never cut."""
    drawn = Table(title=title or None, title_justify="left", show_lines=False)
    for column in columns:
        drawn.add_column(column, overflow="fold")
    for row in rows:
        drawn.add_row(*(_cell(value) for value in row))
    return drawn


def to_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """RFC 4180 with LF line ends."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([plain_text(value) for value in row] for row in rows)
    return text.getvalue()


def to_json(data: object) -> str:
    """JSON as a person reads it; graph values as in graph JSON."""
    return json.dumps(data, ensure_ascii=False, indent=1, default=_plain)


def plain_text(value: object) -> str:
    """A value as a cell shows it: nothing for null, members joined by 、, names for nodes."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "、".join(plain_text(item) for item in value)
    if isinstance(value, float):
        return f"{value:.12g}"
    if isinstance(value, Node):
        return str(value.properties.get("name") or value.properties.get("title") or value.id)
    if isinstance(value, Edge):
        return value.type
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=_plain)
    return str(value)


def _plain(value: object) -> object:
    if isinstance(value, Node | Edge):
        return {name: getattr(value, name) for name in value.__slots__}
    if isinstance(value, Subgraph):
        return {"nodes": value.nodes, "edges": value.edges}
    if hasattr(value, "__slots__"):
        return {name: getattr(value, name) for name in value.__slots__}
    return str(value)


def _cell(value: object) -> str:
    from rich.markup import escape

    return escape(plain_text(value))


def _console(file: object) -> Console:
    console = Console(file=file, highlight=False)  # type: ignore[arg-type]
    if not console.is_terminal:
        console = Console(file=file, highlight=False, width=_WIDTH_OF_A_PIPE)  # type: ignore[arg-type]
    return console
