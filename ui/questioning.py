"""The commands that ask: in one's own words, in Cypher, and all checks at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ui.options import ANSWER_FORMAT, PARAMETERS, QUERY_FOLDER, in_store


@click.command("ask")
@in_store
@click.argument("words", nargs=-1, required=True)
@ANSWER_FORMAT
@QUERY_FOLDER
def ask(home: Path | None, words: Sequence[str], format_: str, folder: Path | None) -> None:
    """Ask in your own words: 哪些指标没有牵头单位, zb mqtdw, which targets lack a lead."""
    from graph.store import open_store
    from ui.asking import answer_in_words

    with open_store(home) as store:
        answer_in_words(store, " ".join(words), format_, folder)


@click.command("cypher")
@in_store
@click.argument("statement")
@PARAMETERS
@ANSWER_FORMAT
@click.option(
    "--timeout", type=click.FloatRange(0.1, 600), default=10.0, show_default=True, help="Seconds."
)
@click.option("--limit", type=click.IntRange(1), default=1000, show_default=True, help="Rows.")
def cypher(
    home: Path | None, statement: str, parameters: Sequence[str], format_: str, timeout: float,
    limit: int,
) -> None:  # fmt: skip
    """Read the graph with Cypher of your own; nothing can be changed."""
    from graph.store import open_store
    from ui.asking import answer_cypher

    with open_store(home) as store:
        answer_cypher(store, statement, parameters, format_, timeout, limit)


@click.command("check")
@in_store
@click.option(
    "--fail-on", type=click.Choice(["error", "warning"]), default="error", show_default=True,
    help="Exit 3 from this level on.",
)  # fmt: skip
@click.option(
    "--format", "format_", default="table", show_default=True,
    type=click.Choice(["table", "json", "sarif", "junit", "markdown"]),
)  # fmt: skip
@click.option(
    "--accepted", multiple=True, type=click.Path(path_type=Path),
    help="File, or folder with accepted.yaml files: findings that may stay, why and until when.",
)  # fmt: skip
@QUERY_FOLDER
def check(
    home: Path | None, fail_on: str, format_: str, accepted: Sequence[Path], folder: Path | None
) -> None:
    """Ask all checks: conflicts, gaps, missing owners, unsound facts; exit 3 for findings."""
    from graph.store import open_store
    from ui.checking import run_checks

    with open_store(home) as store:
        run_checks(store, fail_on, format_, accepted, folder)


COMMANDS = (ask, cypher, check)
