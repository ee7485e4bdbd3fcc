"""Repair of what the web did to a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.issues import Issue
from loaders.repair.trace import Change, Trace

if TYPE_CHECKING:  # a document holds a Trace, so it is imported after this package
    from loaders.document import Document


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text, its map to the raw one, and all that was done."""

    text: str
    trace: Trace = Trace()
    changes: tuple[Change, ...] = ()
    issues: tuple[Issue, ...] = ()


def repair(text: str) -> Repaired:
    """Undo what the web did to a text; a clean text comes back as the identical string."""
    return Repaired(text)


def repair_document(document: Document) -> Document:
    """The document with a repaired text; blocks move along."""
    return document
