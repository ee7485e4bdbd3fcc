"""What a store answers: its status, and rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document that was loaded."""

    id: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class LastLoad:
    """When a document was last loaded, and which."""

    at: datetime
    title: str


@dataclass(frozen=True, slots=True)
class Status:
    """What the store is and holds; `counts` per label and edge type, without the empty ones."""

    engine: str
    version: str
    where: str
    schema_version: int
    documents: tuple[StoredDocument, ...]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer of the database; iterating gives a dict a row.

    `complete` is False when the row limit cut it off. The embedded engine does not name the
    columns of an answer without rows.
    """

    columns: tuple[str, ...]
    values: tuple[tuple[Any, ...], ...]
    complete: bool = True

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.values)

    def __len__(self) -> int:
        return len(self.values)
