"""The two commands of this room, without the terminal: check first, then read, then write."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from graph.errors import ExportError
from graph.exchange.files import write_file
from graph.store import Store
from ui.briefing import roles
from ui.briefing.contents import assemble
from ui.briefing.deck import write_deck
from ui.briefing.document import write_document
from ui.briefing.template import Template
from ui.figures.scope import choose

BRIEFINGS = {"pptx": write_deck, "docx": write_document}


def check(out: Path, known: Collection[str]) -> str:
    """The format that the ending of OUT asks for. Raises ExportError for another one."""
    suffix = out.suffix.removeprefix(".").lower()
    if suffix not in known:
        hint = "end the name in " + ", ".join(f".{name}" for name in known)
        raise ExportError(f"unknown format “{suffix}”", where=str(out), hint=hint)
    return suffix


def write_briefing(
    store: Store, plan: str | None, out: Path, template: Template, *, force: bool = False
) -> None:
    """A deck or a report of one plan; the only one when none is named."""
    suffix = check(out, BRIEFINGS)
    briefing = assemble(store, choose(store.read(), plan), template)
    write_file(out, BRIEFINGS[suffix](briefing, template), force=force)


def write_roles(store: Store, plan: str | None, out: Path, *, force: bool = False) -> int:
    """The table of who does what, of all plans when none is named; the number of rows."""
    suffix = check(out, roles.WRITERS)
    name = None
    subgraph = store.read()
    if plan is not None:
        name = str(choose(subgraph, plan).carriers[-1].properties["name"])
    table = roles.rows(store, subgraph, name)
    title = f"{name}责任分工表" if name else "责任分工表"
    write_file(out, roles.WRITERS[suffix](title, table), force=force)
    return len(table)
