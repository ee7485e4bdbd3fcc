"""What was not understood of a document, as one report for a person."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.issues import Code, Issue
from loaders.resolution import Build


@dataclass(frozen=True, slots=True)
class Report:
    """How much of a document gave facts, and what a person should look at.

    `share` is sentences_typed / sentences, 1.0 for a document without sentences.
    `lexicon_stub` is what to paste into loaders/lexicon.yaml, "" when every body is known.
    """

    title: str
    sentences: int
    sentences_typed: int
    not_understood: tuple[Issue, ...]
    unknown_organizations: tuple[Issue, ...]
    vague_deadlines: tuple[Issue, ...]
    values_without_unit: tuple[Issue, ...]
    lexicon_stub: str

    @property
    def share(self) -> float:
        """The share of sentences that gave at least one fact."""
        return self.sentences_typed / self.sentences if self.sentences else 1.0


def report(build: Build) -> Report:
    """What `plangraph read --report` prints of one document."""
    document = next(
        node
        for node in build.subgraph.nodes_of("Document")
        if node.properties["status"] == "loaded"
    )
    unknown = _issues(build, Code.UNKNOWN_ORGANIZATION)
    return Report(
        title=str(document.properties["title"]),
        sentences=int(str(document.properties["sentences"])),
        sentences_typed=int(str(document.properties["sentences_typed"])),
        not_understood=_issues(build, Code.NOT_UNDERSTOOD),
        unknown_organizations=unknown,
        vague_deadlines=_issues(build, Code.VAGUE_DEADLINE),
        values_without_unit=_issues(build, Code.VALUE_WITHOUT_UNIT),
        lexicon_stub="\n".join(["organizations:", *(f"  {issue.fix}" for issue in unknown)])
        if unknown
        else "",
    )


def _issues(build: Build, code: Code) -> tuple[Issue, ...]:
    return tuple(issue for issue in build.issues if issue.code is code)
