"""Sections and clauses: 一、（一）1. 第一条 附件 and what stands under them."""

from __future__ import annotations

from dataclasses import replace

from loaders.document import Clause, Document


def outline(document: Document) -> Document:
    """The document with its sections and clauses."""
    clauses = tuple(
        Clause(ordinal, block.kind, block.start, block.end, None, block)
        for ordinal, block in enumerate(document.blocks, start=1)
    )
    return replace(document, clauses=clauses)
