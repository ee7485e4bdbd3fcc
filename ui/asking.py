"""Questions in one's own words, and Cypher of one's own, at the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from graph.errors import QueryError
from graph.store import Store
from queries.ask import AskBox, Guess
from queries.asking.names import Names
from queries.catalog import all_queries
from queries.console import ask_freely
from queries.lint import lint
from queries.narrator import narrate
from queries.run import run
from ui import terminal
from ui.listing import read_parameters, show_result


def answer_in_words(store: Store, text: str, format_: str, folder: Path | None) -> None:
    """Find the question that is meant, say which, and answer it. Raises QueryError for none."""
    queries = all_queries(folder)
    guesses = AskBox(queries, Names.of(store, queries)).ask(text)
    if not guesses:
        raise QueryError(f"no question fits “{text}”", hint="`plangraph queries` lists them")
    best, *others = guesses
    if best.missing:
        given = " ".join(f"-p {name}=…" for name in best.missing)
        raise QueryError(
            f"“{best.query.title}” needs {', '.join(best.missing)}",
            hint=f"name it, or: plangraph query {best.query.name} {given}",
        )
    terminal.err().print(f"asked: {_command(best)}", markup=False)
    for other in others:
        terminal.err().print(f"or:    {_command(other)}", style="dim", markup=False)
    result = run(store, best.query, **best.parameters)
    show_result(result, format_)
    if format_ == "table":
        terminal.out().print(narrate(result), markup=False)


def answer_cypher(
    store: Store, cypher: str, pairs: Sequence[str], format_: str, timeout: float, limit: int
) -> None:
    """Rows of read-only Cypher as a table, JSON or CSV."""
    found = ask_freely(store, cypher, read_parameters(pairs), timeout=timeout, limit=limit)
    if format_ == "json":
        rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
        click.echo(terminal.to_json({"columns": list(found.columns), "rows": rows}))
    elif format_ == "csv":
        click.echo(terminal.to_csv(found.columns, found.rows), nl=False)
    else:
        terminal.out().print(terminal.table(found.columns, found.rows))
    for note in found.notes:
        terminal.err().print(f"note: {note}", style="yellow", markup=False)


def lint_files(paths: Sequence[Path]) -> None:
    """Print every breach of the rules for query files; exit 3 when there is one."""
    problems = [problem for path in paths for problem in lint(path)]
    for problem in problems:
        terminal.out().print(str(problem), markup=False, soft_wrap=True)
    if problems:
        sys.exit(3)
    terminal.out().print(f"{len(paths)} files, no problem", markup=False)


def _command(guess: Guess) -> str:
    given = "".join(f" -p {name}={value}" for name, value in guess.parameters.items())
    return (
        f"{guess.query.title} / {guess.query.title_en}: plangraph query {guess.query.name}{given}"
    )
