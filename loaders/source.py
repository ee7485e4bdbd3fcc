"""What is known of a document before it is read: plan.yaml beside it, or defaults from the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A file and what its plan.yaml says of it; empty strings where nothing is said.

    `expect` holds the number of nodes per label that the author of plan.yaml counted by hand.
    """

    path: Path
    stem: str
    title: str = ""
    issuer: str = ""
    doc_number: str = ""
    issued: str = ""
    kind: str = ""
    url: str = ""
    licence: str = ""
    about: str = ""
    sha256: str = ""
    expect: dict[str, int] = field(default_factory=dict)
    has_plan_yaml: bool = False
