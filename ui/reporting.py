"""What was not understood of a document, on the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from loaders import Build
from loaders.issues import Issue
from loaders.report import Report, report
from ui import terminal


def show_reports(builds: Iterable[Build]) -> None:
    """One report a document: the share understood, and lists of what a person should look at."""
    for build in builds:
        _show(report(build))


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
