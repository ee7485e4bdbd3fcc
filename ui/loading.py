"""Documents on their way through the command line: build, write, and say what happened."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from graph.elements import Subgraph
from graph.errors import SourceError, StrategyError
from graph.schema import EDGE_TYPES, NODE_TYPES
from loaders import Build, build_source
from loaders.issues import Code
from loaders.source import find_sources
from ui import terminal
from ui.reporting import show_issues

if TYPE_CHECKING:  # `plangraph read` needs no store, so it does not wait for one's libraries
    from graph.store import Store
    from graph.writer import Written

COUNTS = ("created", "updated", "unchanged", "removed")


@dataclass(slots=True)
class Builds:
    """What could be read, and how many documents could not."""

    found: list[Build] = field(default_factory=list)
    failures: int = 0

    def fail(self, error: StrategyError) -> None:
        """Say what went wrong with one document and go on with the others."""
        self.failures += 1
        terminal.show_error(error)


def build_all(paths: Iterable[Path], *, notes: bool) -> Builds:
    """Read every document below the paths; what cannot be read is said and counted.

    Warnings are always shown; issues that lose nothing one by one with `notes`, else counted.
    """
    builds = Builds()
    sources = []
    for path in paths:
        try:
            sources += find_sources(path)
        except StrategyError as error:
            builds.fail(error)
    with terminal.progress() as bar:
        for source in bar.track(sources, description="reading"):
            try:
                built = build_source(source)
            except StrategyError as error:
                builds.fail(error)
                continue
            builds.found.append(built)
            if not _refusal(built) or notes:  # what load refuses, it says as an error
                show_issues(built.issues, title=source.where, notes=notes)
    return builds


def write_files(builds: Builds, folder: Path) -> None:
    """FOLDER/<stem>.json and .txt for every document. Raises SourceError when two share a stem."""
    stems = [built.document.source.stem for built in builds.found]
    doubled = sorted({stem for stem in stems if stems.count(stem) > 1})
    if doubled:
        raise SourceError(
            f"two documents would be written to {doubled[0]}.json",
            where=str(folder),
            hint="read them one after the other into different folders",
        )
    folder.mkdir(parents=True, exist_ok=True)
    for built, stem in zip(builds.found, stems, strict=True):
        _write(folder / f"{stem}.json", built.subgraph.to_json())
        _write(folder / f"{stem}.txt", built.document.text)
        nodes, edges = len(built.subgraph.nodes), len(built.subgraph.edges)
        terminal.out().print(f"{folder / stem}.json: {nodes} nodes, {edges} edges", markup=False)


def write_all(store: Store, builds: Builds) -> None:
    """Write what has a plan in it, each document in its own transaction; print counts per label."""
    from graph.writer import write

    total = {count: dict[str, int]() for count in COUNTS}
    with terminal.progress() as bar:
        for built in bar.track(builds.found, description="loading"):
            if refusal := _refusal(built):
                builds.fail(refusal)
                continue
            _add(total, write(store, built.subgraph))
            terminal.out().print(_headline(built), markup=False)
    _show(total)


def stop_on_failures(builds: Builds) -> None:
    """Exit 1 when a document could not be read or written."""
    if builds.failures:
        sys.exit(1)


def _refusal(built: Build) -> SourceError | None:
    for issue in built.issues:
        if issue.code is Code.NO_PLAN:
            where = str(built.document.source.path)
            return SourceError(issue.message, where=where, hint=issue.fix)
    return None


def _headline(built: Build) -> str:
    facts = built.subgraph
    pairs = (
        ("Strategy", "strategies"), ("Pillar", "pillars"), ("ActionPlan", "plans"),
        ("Measure", "measures"), ("Target", "targets"), ("Organization", "organizations"),
    )  # fmt: skip
    counted = ", ".join(f"{len(facts.nodes_of(label))} {words}" for label, words in pairs)
    return f"{_title(facts) or built.document.source.stem}: {counted}"


def _title(subgraph: Subgraph) -> str:
    loaded = [n for n in subgraph.nodes_of("Document") if n.properties["status"] == "loaded"]
    return str(loaded[0].properties["title"]) if loaded else ""


def _add(total: dict[str, dict[str, int]], written: Written) -> None:
    for count in COUNTS:
        for name, number in getattr(written, count).items():
            total[count][name] = total[count].get(name, 0) + number


def _show(total: dict[str, dict[str, int]]) -> None:
    names = [n for n in (*NODE_TYPES, *EDGE_TYPES) if any(n in total[count] for count in COUNTS)]
    rows = [[n, _zh(n), *(total[count].get(n, 0) for count in COUNTS)] for n in names]
    sums: Sequence[object] = ["total", "合计", *(sum(total[count].values()) for count in COUNTS)]
    terminal.out().print(terminal.table(("", "", *COUNTS), [*rows, sums]))


def _zh(name: str) -> str:
    return NODE_TYPES[name].zh if name in NODE_TYPES else EDGE_TYPES[name].zh


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")
