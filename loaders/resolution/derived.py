"""Contributions: not stated, derived from the words that a measure and a target share."""

from __future__ import annotations

from loaders.document import Document
from loaders.resolution.facts import Facts


def contribute(facts: Facts, document: Document) -> None:
    """Add CONTRIBUTES_TO edges from measures to the targets whose subject they name."""
