"""The frame: Document, Section and Clause nodes, and the places that evidence points at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from graph.elements import Edge, Evidence, Node, Value, make_id
from loaders.document import Clause, Document, Span
from loaders.resolution.repairs import Repairs


@dataclass(slots=True)
class Frame:
    """Ids of a document's sections and clauses, and evidence for any span of its text."""

    document: Document
    document_id: str
    section_ids: list[str] = field(default_factory=list)
    section_paths: list[str] = field(default_factory=list)
    clause_ids: list[str] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _last: tuple[tuple[tuple[Span, ...], str], tuple[Evidence, ...]] = (((), ""), ())

    def __post_init__(self) -> None:
        seen: dict[str, int] = {}
        for section in self.document.sections:
            above = "" if section.parent is None else self.section_paths[section.parent]
            path = f"{above}/{section.number} {section.title}"
            seen[path] = seen.get(path, 0) + 1
            self.section_paths.append(path if seen[path] == 1 else f"{path} [{seen[path]}]")
        self.section_ids = [make_id("Section", self.document_id, p) for p in self.section_paths]
        self.clause_ids = [
            make_id("Clause", self.document_id, clause.ordinal) for clause in self.document.clauses
        ]
        self._starts = [clause.start for clause in self.document.clauses]

    def path_at(self, offset: int) -> str:
        """The path of headings above a character."""
        index = bisect_right(self._starts, offset) - 1
        section = None if index < 0 else self.document.clauses[index].section
        return "" if section is None else self.section_paths[section]

    def evidence(self, spans: Iterable[Span], rule: str) -> tuple[Evidence, ...]:
        """The words of these spans; one that runs over several clauses gives one for each."""
        asked = (tuple(spans), rule)
        if asked != self._last[0]:  # the bodies of one tag share its words
            pieces = (piece for span in asked[0] for piece in self._pieces(span))
            found = tuple(self._quote(index, start, end, rule) for index, start, end in pieces)
            self._last = (asked, found)
        return self._last[1]

    def _pieces(self, span: Span) -> Iterator[tuple[int, int, int]]:
        start, end = span
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index < len(self._starts) and self._starts[index] < end:
            clause = self.document.clauses[index]
            first, last = max(start, clause.start), min(end, clause.end)
            if first < last:
                yield index, first, last
            index += 1

    def _quote(self, clause: int, start: int, end: int, rule: str) -> Evidence:
        raw_start, raw_end = self.document.trace.raw_span(start, end)
        return Evidence(
            document=self.document_id,
            clause=self.clause_ids[clause],
            start=start,
            end=end,
            quote=self.document.text[start:end],
            rule=rule,
            raw_start=raw_start,
            raw_end=raw_end,
        )

    def edge(
        self,
        type: str,
        source: str,
        target: str,
        evidence: tuple[Evidence, ...],
        *,
        origin: str = "stated",
        basis: str = "explicit",
        key: str = "",
    ) -> Edge:
        """An edge that this document states; two that differ in nothing but `key` stay apart."""
        id = make_id(type, self.document_id, source, target, *([key] if key else []))
        return Edge(id, type, source, target, _basis(origin, basis), evidence)


@cache
def _basis(origin: str, basis: str) -> dict[str, Value]:
    """What most edges say of themselves; one object for all that say the same."""
    return {"origin": origin, "basis": basis}


def add_frame(frame: Frame, nodes: list[Node], edges: list[Edge]) -> None:
    """Add sections and clauses as nodes, and the edges among them and to the document."""
    document = frame.document
    for index, section in enumerate(document.sections):
        id = frame.section_ids[index]
        evidence = frame.evidence([(section.start, section.end)], "outline")
        properties: dict[str, Value] = {
            "title": section.title,
            "level": section.level,
            "kind": section.kind,
            "ordinal": index + 1,
            "document_id": frame.document_id,
            **_span_properties(document, section.start, section.end),
        }
        if section.number:
            properties["number"] = section.number
        nodes.append(Node(id, "Section", properties, evidence))
        edges.append(frame.edge("IN_DOCUMENT", id, frame.document_id, evidence, basis="structure"))
        if section.parent is not None:
            parent = frame.section_ids[section.parent]
            edges.append(frame.edge("PART_OF", id, parent, evidence, basis="structure"))
    repairs = Repairs(document)
    for index, clause in enumerate(document.clauses):
        id = frame.clause_ids[index]
        evidence = frame.evidence([(clause.start, clause.end)], "outline")
        text = evidence[0].quote if evidence else ""
        properties = _clause_properties(frame, clause, text) | repairs.of(clause, text)
        nodes.append(Node(id, "Clause", properties, evidence))
        edges.append(frame.edge("IN_DOCUMENT", id, frame.document_id, evidence, basis="structure"))
        if clause.section is not None:
            section_id = frame.section_ids[clause.section]
            edges.append(frame.edge("IN_SECTION", id, section_id, evidence, basis="structure"))
        if index:
            before = frame.clause_ids[index - 1]
            edges.append(frame.edge("NEXT", before, id, evidence, basis="structure"))


def _clause_properties(frame: Frame, clause: Clause, text: str) -> dict[str, Value]:
    return {
        "text": text,
        "ordinal": clause.ordinal,
        "kind": clause.kind,
        "document_id": frame.document_id,
        **_span_properties(frame.document, clause.start, clause.end),
    }


def _span_properties(document: Document, start: int, end: int) -> dict[str, Value]:
    raw_start, raw_end = document.trace.raw_span(start, end)
    return {"start": start, "end": end, "raw_start": raw_start, "raw_end": raw_end}
