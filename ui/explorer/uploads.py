"""Files that a reader hands in: read them, say what would change, without touching the store."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath
from typing import Any

from graph.elements import Subgraph
from graph.errors import StrategyError
from graph.schema import NODE_TYPES
from loaders import Build, build_source
from loaders.issues import Code, Issue
from loaders.source import Source, find_sources
from ui.explorer.captions import headline, label_name
from ui.explorer.errors import in_words
from ui.explorer.index import FRAME_LABELS, Index
from ui.explorer.wording import Words


@dataclass(frozen=True, slots=True)
class Upload:
    """What became of one file: what was read of it, or why it was not."""

    name: str
    builds: tuple[Build, ...] = ()
    error: StrategyError | None = None


def read_upload(
    name: str, data: bytes, tell: Callable[[int, int], None] = lambda done, total: None
) -> Upload:
    """Build every document of a file; `tell` hears how many of how many are done."""
    plain = plain_name(name)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / plain
        path.write_bytes(data)
        try:
            builds = tuple(_built(find_sources(path), tell))
        except StrategyError as error:
            where = error.where.replace(folder, "").lstrip("/\\")
            return Upload(plain, error=type(error)(error.title, where=where, hint=error.hint))
    return Upload(plain, builds)


def plain_name(name: str) -> str:
    """The name of an upload is only a name: no folder of it is used."""
    return PureWindowsPath(PurePath(name).name).name or "document"


def _built(sources: Sequence[Source], tell: Callable[[int, int], None]) -> Iterator[Build]:
    for done, source in enumerate(sources):
        tell(done, len(sources))
        yield build_source(source)


def refusal(built: Build) -> Issue | None:
    """Why a document must not be loaded: there is no plan in it."""
    return next((issue for issue in built.issues if issue.code is Code.NO_PLAN), None)


def document_of(subgraph: Subgraph) -> str:
    """The id of the document that a build states."""
    for node in subgraph.nodes_of("Document"):
        if node.properties.get("status") == "loaded":
            return node.id
    return ""


def title_of(built: Build) -> str:
    """The document's title, else its file's name."""
    for node in built.subgraph.nodes_of("Document"):
        if node.properties.get("status") == "loaded":
            return str(node.properties.get("title", node.id))
    return built.document.source.stem


def changes(index: Index, built: Build, t: Words) -> list[dict[str, Any]]:
    """What loading it would do, by type: how many are new, stay, would go."""
    wanted = {node.id: node.label for node in built.subgraph.nodes}
    document = document_of(built.subgraph)
    stored = {n.id: n.label for n in index.graph.nodes if _stated_only_by(n.evidence, document)}
    new = Counter(label for id, label in wanted.items() if id not in index.nodes)
    kept = Counter(label for id, label in wanted.items() if id in index.nodes)
    gone = Counter(label for id, label in stored.items() if id not in wanted)
    return [
        {
            t("column.label"): label_name(label, t.language),
            t("documents.new"): new[label],
            t("documents.kept"): kept[label],
            t("documents.gone"): gone[label],
        }
        for label in NODE_TYPES
        if label not in FRAME_LABELS and (new[label] or kept[label] or gone[label])
    ]


def names_changed(index: Index, built: Build, t: Words) -> list[dict[str, str]]:
    """What would come and what would go, one row each, as it is named."""
    document = document_of(built.subgraph)
    wanted = {node.id for node in built.subgraph.nodes}
    new = [node for node in built.subgraph.nodes if node.id not in index.nodes]
    gone = [
        node for node in index.graph.nodes
        if node.id not in wanted and _stated_only_by(node.evidence, document)
    ]  # fmt: skip
    return [
        {
            t("documents.change"): word,
            t("column.label"): label_name(node.label, t.language),
            t("column.name"): headline(node, t.language),
            t("column.quote"): node.evidence[0].quote if node.evidence else "",
        }
        for word, nodes in ((t("documents.gone"), gone), (t("documents.new"), new))
        for node in nodes
        if node.label not in FRAME_LABELS
    ]


def issue_rows(issues: Sequence[Issue], t: Words) -> list[dict[str, str]]:
    """One row an issue."""
    return [
        {
            t("documents.level"): t.of("findings", issue.level),
            t("documents.message"): in_words(issue.message, t.language),
            t("column.quote"): issue.quote,
            t("documents.fix"): in_words(issue.fix, t.language),
        }
        for issue in issues
    ]


def raw_and_repaired(built: Build) -> Iterator[tuple[str, str]]:
    """The paragraphs that repair changed, as received and as read."""
    document = built.document
    for clause in document.clauses:
        start, end = document.trace.raw_span(clause.start, clause.end)
        raw, text = document.raw[start:end], document.text[clause.start : clause.end]
        if raw != text:
            yield raw, text


def _stated_only_by(evidence: Sequence[Any], document: str) -> bool:
    return bool(evidence) and {e.document for e in evidence} == {document}
