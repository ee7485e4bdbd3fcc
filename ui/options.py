"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

PARAMETERS = click.option("-p", "--param", "parameters", multiple=True, metavar="KEY=VALUE")
ANSWER_FORMAT = click.option(
    "--format", "format_", type=click.Choice(["table", "json", "csv"]), default="table",
    show_default=True,
)  # fmt: skip
QUERY_FOLDER = click.option(
    "--queries", "folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
    help="A folder with questions of your own, beside ours.",
)  # fmt: skip


def store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--store`: where the embedded store lives."""
    return click.option(
        "--store",
        "home",
        type=click.Path(path_type=Path),
        envvar="PLANGRAPH_HOME",
        help="Folder of the embedded store (default: the platform's user data folder).",
    )(command)


def in_store(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function of `home` as one that takes --store, before or after the command's name."""

    @store_option
    @click.pass_context
    @wraps(function)
    def command(context: click.Context, /, home: Path | None, **values: Any) -> Any:
        return function(home=home or context.obj, **values)

    return command
