"""What was doubtful or not understood of a document, on the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loaders import Build
from loaders.issues import Issue, Level
from loaders.report import Report, report
from ui import terminal

_STYLES = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.INFO: "dim"}


def show_issues(issues: Sequence[Issue], *, title: str, notes: bool) -> None:
    """One line an issue, with its place and what to do; without `notes` the infos are counted."""
    console = terminal.err()
    shown = [issue for issue in issues if notes or issue.level is not Level.INFO]
    counted = len(issues) - len(shown)
    if counted:
        line = f"info: {title}: notes: {counted} (plangraph read --report lists them)"
        console.print(line, style=_STYLES[Level.INFO], markup=False, soft_wrap=True)
    for issue in shown:
        place = f"{title}:{issue.span[0]}" if issue.span else title
        console.print(
            f"{issue.level}: {place}: {issue.code}: {issue.message}",
            style=_STYLES[issue.level], markup=False, soft_wrap=True,
        )  # fmt: skip
        if issue.quote:
            console.print(f"  “{issue.quote}”", markup=False, soft_wrap=True)
        if issue.fix:
            console.print(f"  fix: {issue.fix}", markup=False, soft_wrap=True)


def show_reports(builds: Iterable[Build]) -> None:
    """One report a document: the share understood, and lists of what a person should look at."""
    for build in builds:
        _show(report(build))


def show_changes(builds: Iterable[Build]) -> None:
    """Every change of repair: where in the text as received, what stood there, what was made."""
    console = terminal.out()
    for build in builds:
        document = build.document
        rows = [
            (f"{c.raw_start}–{c.raw_end}", c.raw, c.cleaned, c.step, f"{c.confidence:.2f}")
            for c in document.changes
        ]
        title = f"{document.source.where}: {len(rows)} changes"
        columns = ("at", "as received", "repaired", "step", "confidence")
        console.print(terminal.table(columns, rows, title=title))


def _show(found: Report) -> None:
    console = terminal.out()
    console.print(
        f"\n{found.title}: {found.sentences_typed} of {found.sentences} sentences gave a fact "
        f"({found.share:.0%})",
        markup=False,
    )
    for title, issues in (
        ("Sentences with a number or a duty that gave no fact", found.not_understood),
        ("Vague deadlines", found.vague_deadlines),
        ("Values without a unit", found.values_without_unit),
    ):
        if issues:
            console.print(terminal.table(("at", "sentence"), _rows(issues), title=title))
    if found.lexicon_stub:
        console.print("Bodies that the lexicon does not know; to paste into loaders/lexicon.yaml:")
        console.print(found.lexicon_stub, markup=False, soft_wrap=True)


def _rows(issues: Iterable[Issue]) -> Iterable[tuple[int, str]]:
    return ((issue.span[0] if issue.span else 0, issue.quote) for issue in issues)
