"""Where it is written: a quote in its paragraph, its headings and its document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from graph.elements import Edge, Evidence, Node
from ui.explorer.captions import caption
from ui.explorer.index import Index

_FOR_MACHINES = ("start", "end", "raw_start", "raw_end", "sha256", "ordinal")


@dataclass(frozen=True, slots=True)
class Passage:
    """One place. `before` and `after` complete the paragraph; both are empty when it is gone."""

    document: str
    path: tuple[str, ...]
    ordinal: int | None
    before: str
    quote: str
    after: str
    rule: str
    raw_start: int
    raw_end: int

    @property
    def html(self) -> str:
        """The paragraph with the quote marked; whatever the text holds, it stays text."""
        return f"{escape(self.before)}<mark>{escape(self.quote)}</mark>{escape(self.after)}"


def passages(index: Index, element: Node | Edge) -> list[Passage]:
    """Every place that states it, in the order of the text, each once."""
    places = sorted({(e.document, e.start, e.end): e for e in element.evidence}.items())
    return [_passage(index, evidence) for _, evidence in places]


def _passage(index: Index, evidence: Evidence) -> Passage:
    document = index.nodes.get(evidence.document)
    clause = index.nodes.get(evidence.clause)
    before = after = ""
    ordinal = None
    if clause is not None:
        text = str(clause.properties.get("text", ""))
        first = evidence.start - int(str(clause.properties.get("start", 0)))
        last = first + len(evidence.quote)
        if text[first:last] == evidence.quote and first >= 0:
            before, after = text[:first], text[last:]
        ordinal = int(str(clause.properties.get("ordinal", 0)))
    return Passage(
        document=caption(document) if document else evidence.document,
        path=tuple(index.section_path(evidence.clause)),
        ordinal=ordinal,
        before=before,
        quote=evidence.quote,
        after=after,
        rule=evidence.rule,
        raw_start=evidence.raw_start,
        raw_end=evidence.raw_end,
    )


def facts_of(index: Index, element: Node | Edge) -> Iterator[tuple[str, str]]:
    """The properties that a reader can use: name and value as text; ids and offsets stay out."""
    for name, value in element.properties.items():
        if name.endswith(("_id", "_std")) or name in _FOR_MACHINES:
            continue
        if isinstance(element, Node) and str(value) == caption(element):
            continue
        yield name, "、".join(value) if isinstance(value, list) else _plain(value)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "✓" if value else "—"
    return f"{value:,.12g}" if isinstance(value, float) else str(value)
