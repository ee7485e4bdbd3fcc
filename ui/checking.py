"""`plangraph check`: findings as a table for people, or in a format for other tools."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from graph.store import Store
from queries.acceptance import read_acceptances
from queries.catalog import all_queries
from queries.checks import Finding, Report, check
from queries.reports import FORMATS, place
from ui import terminal

_FOUND = 3  # exit code


def run_checks(
    store: Store, fail_on: str, format_: str, accepted: Sequence[Path], folder: Path | None
) -> None:
    """Ask every check, print what was found, exit 3 when an open finding is severe enough."""
    acceptances = read_acceptances(accepted)
    report = check(store, acceptances, today=date.today(), queries=all_queries(folder))
    if format_ == "table":
        _show(report)
    else:
        click.echo(FORMATS[format_](report), nl=False)
    if report.fails(fail_on):
        sys.exit(_FOUND)


def _show(report: Report) -> None:
    console = terminal.out()
    columns = ("level", "finding", "place", "quote", "key")
    console.print(terminal.table(columns, map(_row, report.open), title="未处理 / open"))
    if report.accepted:
        rows = [(*_row(finding), _why(finding)) for finding in report.accepted]
        console.print(terminal.table((*columns, "why"), rows, title="已接受 / accepted"))
    for acceptance in report.expired:
        note = f"accepted until {acceptance.until}, open again: {acceptance.finding}"
        terminal.err().print(f"note: {note}", style="yellow", markup=False)
    for acceptance in report.unused:
        note = f"accepted, but not found any more: {acceptance.finding}"
        terminal.err().print(f"note: {note}", style="yellow", markup=False)
    counts = [f"{_count(report.open, level)} {level}" for level in ("error", "warning", "info")]
    console.print(
        f"{len(report.checks)} checks: {', '.join(counts)}; {len(report.accepted)} accepted",
        markup=False,
    )


def _row(finding: Finding) -> tuple[str, str, str, str, str]:
    message = f"{finding.message}\n{finding.message_en}"
    return finding.level, message, place(finding), finding.quote or "", finding.key


def _why(finding: Finding) -> str:
    accepted = finding.accepted
    return f"{accepted.reason} ({accepted.until})" if accepted else ""


def _count(findings: Sequence[Finding], level: str) -> int:
    return sum(finding.level == level for finding in findings)
