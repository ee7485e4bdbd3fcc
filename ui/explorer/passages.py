"""Where it is written: a quote in its paragraph, its headings and its document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from graph.elements import Edge, Evidence, Node
from ui.explorer.captions import caption
from ui.explorer.index import Index

_FOR_MACHINES = frozenset({"start", "end", "raw_start", "raw_end", "sha256", "ordinal", "origin"})


@dataclass(frozen=True, slots=True)
class Passage:
    """One place. `before` and `after` complete the paragraph; both are empty when it is gone.

    `raw` is the paragraph as it was received, cut in the same three; None where repair changed
    nothing in it. `confidence` is that of the least sure repair in it, from 0 to 1.
    """

    document: str
    path: tuple[str, ...]
    ordinal: int | None
    before: str
    quote: str
    after: str
    rule: str
    raw_start: int
    raw_end: int
    raw: tuple[str, str, str] | None = None
    confidence: float | None = None

    @property
    def html(self) -> str:
        """The paragraph with the quote marked; whatever the text holds, it stays text."""
        return _marked(self.before, self.quote, self.after)

    @property
    def raw_html(self) -> str:
        """The paragraph as received with the same words marked; empty where it is no other."""
        return _marked(*self.raw) if self.raw else ""


def passages(index: Index, element: Node | Edge) -> list[Passage]:
    """Every place that states it, in the order of the text, each once."""
    places = sorted({(e.document, e.start, e.end): e for e in element.evidence}.items())
    return [_passage(index, evidence) for _, evidence in places]


def _passage(index: Index, evidence: Evidence) -> Passage:
    document = index.nodes.get(evidence.document)
    clause = index.nodes.get(evidence.clause)
    before = after = ""
    ordinal = raw = confidence = None
    if clause is not None:
        text = str(clause.properties.get("text", ""))
        first = evidence.start - int(str(clause.properties.get("start", 0)))
        last = first + len(evidence.quote)
        if text[first:last] == evidence.quote and first >= 0:
            before, after = text[:first], text[last:]
        ordinal = int(str(clause.properties.get("ordinal", 0)))
        raw = _as_received(clause, evidence)
        confidence = clause.properties.get("repair_confidence")
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
        raw=raw,
        confidence=confidence if isinstance(confidence, float) else None,
    )


def _as_received(clause: Node, evidence: Evidence) -> tuple[str, str, str] | None:
    raw = clause.properties.get("raw_text")
    if not isinstance(raw, str):
        return None
    begin = int(str(clause.properties.get("raw_start", 0)))
    first, last = (max(0, place - begin) for place in (evidence.raw_start, evidence.raw_end))
    return raw[:first], raw[first:last], raw[last:]


def _marked(before: str, quote: str, after: str) -> str:
    return f"{escape(before)}<mark>{escape(quote)}</mark>{escape(after)}"


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
