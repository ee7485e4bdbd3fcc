"""The `plangraph` command. Imports of engines and readers wait until a command needs them."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from graph.errors import StrategyError
from ui import questioning, terminal
from ui.options import ANSWER_FORMAT, PARAMETERS, QUERY_FOLDER, in_store, store_option

PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="plangraph", message="plangraph %(version)s")
@click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of an error.")
@store_option
@click.pass_context
def cli(context: click.Context, home: Path | None) -> None:
    """Turn strategies written as long documents into a graph whose every fact opens its sentence.

    With NEO4J_URI (and NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE) set, that server is the store.
    """
    context.obj = home


def store_command(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A command that takes --store, before or after its own name."""
    return lambda function: cli.command(name)(in_store(function))


@cli.command()
@PATHS
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False))
@click.option("--report", is_flag=True, help="Print what was not understood.")
@click.option("--changes", is_flag=True, help="Print everything that repair changed.")
def read(paths: Sequence[Path], out: Path, report: bool, changes: bool) -> None:
    """Read documents into graph JSON, without a store.

    Writes OUT/<stem>.json (the graph) and OUT/<stem>.txt (the cleaned text its offsets refer to).
    """
    from ui import loading
    from ui.reporting import show_changes, show_reports

    builds = loading.build_all(paths, notes=True)
    loading.write_files(builds, out)
    if changes:
        show_changes(builds.found)
    if report:
        show_reports(builds.found)
    loading.stop_on_failures(builds)


@store_command("load")
@PATHS
def load(home: Path | None, paths: Sequence[Path]) -> None:
    """Load files or folders into the store; a document loaded before is replaced."""
    from graph.store import open_store
    from ui import loading

    builds = loading.build_all(paths, notes=False)
    if builds.found:
        with open_store(home) as store:
            loading.write_all(store, builds)
    loading.stop_on_failures(builds)


@store_command("status")
def status(home: Path | None) -> None:
    """Engine and version, where it is, documents and counts."""
    from graph.store import open_store
    from ui.listing import show_status

    with open_store(home) as store:
        show_status(store.status())


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="Print only JSON.")
@click.option(
    "--lint", "lint", multiple=True, metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Check query files against the rules instead; exit 3 when one is broken.",
)  # fmt: skip
@QUERY_FOLDER
def queries(as_json: bool, lint: Sequence[Path], folder: Path | None) -> None:
    """List the canned questions."""
    from ui.asking import lint_files
    from ui.listing import show_queries

    if lint:
        lint_files(lint)
    else:
        show_queries(as_json, folder)


@store_command("query")
@click.argument("name")
@PARAMETERS
@ANSWER_FORMAT
@QUERY_FOLDER
def query(
    home: Path | None, name: str, parameters: Sequence[str], format_: str, folder: Path | None
) -> None:
    """Ask a canned question."""
    from graph.store import open_store
    from queries.catalog import get_query
    from queries.run import run
    from ui.listing import read_parameters, show_result

    asked = get_query(name, folder)
    given = read_parameters(parameters)
    with open_store(home) as store:
        show_result(run(store, asked, **given), format_)


@store_command("export")
@click.option("--format", "format_", default="json", show_default=True)
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True, help="Replace an existing file.")
def export(home: Path | None, format_: str, out: Path, force: bool) -> None:
    """Write the whole graph to a file: json, graphml …"""
    from graph.exchange import export as write_graph
    from graph.store import open_store

    with open_store(home) as store:
        subgraph = store.read()
    write_graph(subgraph, format_, out, force=force)
    terminal.out().print(
        f"{out}: {len(subgraph.nodes)} nodes, {len(subgraph.edges)} edges", markup=False
    )


@store_command("figure")
@click.argument("name")
@click.option("-p", "--param", "parameters", multiple=True, metavar="KEY=VALUE")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True, help="Replace an existing file.")
@click.option("--missing", metavar="SIGN", help="Draw this where the font lacks a character.")
def figure(
    home: Path | None, name: str, parameters: Sequence[str], out: Path, force: bool,
    missing: str | None,
) -> None:  # fmt: skip
    """Draw a figure for a briefing: house, lanes, roadmap, coverage, ledger, comparison, …

    The ending of OUT is the format: svg, png, pdf, pptx, docx, html, drawio, mmd.
    """
    from graph.store import open_store
    from ui.figures.catalog import check_figure, write_figure
    from ui.listing import read_parameters

    given = read_parameters(parameters)
    check_figure(name, given, out)
    with open_store(home) as store:
        subgraph = store.read()
    for path in write_figure(subgraph, name, given, out, force=force, missing=missing):
        terminal.out().print(str(path), markup=False)


@store_command("briefing")
@click.option("--plan", help="Name of a strategy or plan, or a part of it.")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--template", type=click.Path(path_type=Path), help="Folder with briefing.yaml.")
@click.option("--force", is_flag=True, help="Replace an existing file.")
def briefing(
    home: Path | None, plan: str | None, out: Path, template: Path | None, force: bool
) -> None:
    """Write a whole briefing of a plan as slides (.pptx) or as a report (.docx)."""
    from graph.store import open_store
    from ui.briefing.commands import BRIEFINGS, check, write_briefing
    from ui.briefing.template import read_template

    check(out, BRIEFINGS)
    chosen = read_template(template)
    with open_store(home) as store:
        write_briefing(store, plan, out, chosen, force=force)
    terminal.out().print(str(out), markup=False)


@store_command("roles")
@click.option("--plan", help="Name of a strategy or plan, or a part of it; all when left out.")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True, help="Replace an existing file.")
def roles(home: Path | None, plan: str | None, out: Path, force: bool) -> None:
    """Write the table of who does what (责任分工表) as .xlsx, .docx or .csv."""
    from graph.store import open_store
    from ui.briefing.commands import check, write_roles
    from ui.briefing.roles import WRITERS

    check(out, WRITERS)
    with open_store(home) as store:
        count = write_roles(store, plan, out, force=force)
    terminal.out().print(f"{out}: {count} tasks", markup=False)


@cli.command()
@click.option("--write", is_flag=True, help="Write graph/schema.cypher anew.")
def schema(write: bool) -> None:
    """Show the schema as Cypher."""
    from graph.ddl import SCHEMA_FILE, schema_cypher

    if write:
        SCHEMA_FILE.write_text(schema_cypher(), encoding="utf-8", newline="\n")
        terminal.out().print(str(SCHEMA_FILE), markup=False)
    else:
        click.echo(schema_cypher(), nl=False)


@store_command("clear")
@click.option("--yes", is_flag=True, required=True, help="Really remove everything.")
def clear(home: Path | None, yes: bool) -> None:
    """Remove every document from the store."""
    from graph.store import open_store

    if not yes:
        raise click.UsageError("clear needs --yes")
    with open_store(home) as store:
        store.clear()


@store_command("ui")
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Default: the first free one from 8501."
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Another address needs a password of 12 characters or more in PLANGRAPH_PASSWORD.",
)
def explorer(home: Path | None, port: int | None, host: str) -> None:
    """Open the explorer in the browser, on this machine only unless --host says otherwise."""
    from ui.serve import serve

    sys.exit(serve(port, home, host))


for command in questioning.COMMANDS:
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command; exit 0 ok, 1 an error of three lines, 2 usage, 3 findings of a check."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a pipe on Windows is not UTF-8 by itself
            stream.reconfigure(encoding="utf-8")
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words  # wherever it stands
    try:
        cli.main([word for word in words if word != "--debug"], "plangraph", standalone_mode=True)
    except StrategyError as error:
        if debug:
            raise
        terminal.show_error(error)
    except OSError as error:
        if debug:
            raise
        terminal.show_error(_of_the_system(error))
    except Exception as error:
        if debug:
            raise
        terminal.show_error(_of_our_own(error))
    sys.exit(1)


def _of_the_system(error: OSError) -> StrategyError:
    where = str(error.filename or "")
    return StrategyError(
        error.strerror or str(error), where=where, hint="check path and permissions"
    )


def _of_our_own(error: Exception) -> StrategyError:
    return StrategyError(
        f"internal error: {type(error).__name__}: {error}",
        hint="this is a fault of plangraph; run again with --debug and report what it prints",
    )


if __name__ == "__main__":
    main()
