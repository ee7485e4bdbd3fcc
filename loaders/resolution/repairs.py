"""What repair did to a clause: the words as they were received, and how sure the change is."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import itemgetter

from graph.elements import Value
from loaders.document import Clause, Document

_HALF_A_PAIR = re.compile("[\ud800-\udfff]")  # what no engine and no file takes


class Repairs:
    """The changes of a document, asked for clause by clause in the order of the text."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._from = 0

    def of(self, clause: Clause, text: str) -> dict[str, Value]:
        """`raw_text` and `repair_confidence`; nothing where the text came as it is."""
        document = self._document
        start, end = document.trace.raw_span(clause.start, clause.end)
        raw = document.raw[start:end]
        if raw == text:
            return {}
        found: dict[str, Value] = {"raw_text": _HALF_A_PAIR.sub("\ufffd", raw)}
        changes = document.changes
        first = bisect_left(changes, start, lo=self._from, key=itemgetter(0))
        last = bisect_left(changes, end, lo=first, key=itemgetter(0))
        self._from = first
        if first < last:
            found["repair_confidence"] = min(change.confidence for change in changes[first:last])
        return found
