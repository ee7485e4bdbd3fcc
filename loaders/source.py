"""What is known of a document before it is read: plan.yaml beside it, or defaults from the file.

A document of ours is a folder with `plan.yaml` and `original.*`; any other file is a document
by itself, known only by its name.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import SourceError
from loaders.plan_yaml import read_plan_yaml

PLAN_YAML = "plan.yaml"
SUFFIXES = (".txt", ".html", ".htm", ".docx", ".pdf", ".xlsx", ".csv", ".zip")
"""File endings that are read when they are met in a folder."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file and what its plan.yaml says of it; empty strings where nothing is said.

    `stem` names the files that are written for it, `member` the file inside a ZIP archive.
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
    member: str = ""


def find_sources(path: Path) -> list[Source]:
    """Every document at or below a path, in the order of their paths.

    Raises SourceError when there is none, or when a plan.yaml is broken.
    """
    if not path.is_dir():
        return [read_source(path)]
    found = [read_source(document) for document in _documents_below(path)]
    if not found:
        raise SourceError(
            "nothing to read in this folder",
            where=str(path),
            hint=f"a document is a folder with {PLAN_YAML} and original.*, or a file of one of "
            f"these kinds: {' '.join(SUFFIXES)}",
        )
    return found


def read_source(path: Path) -> Source:
    """What is known of one document: a file, or a folder with plan.yaml and original.*.

    Raises SourceError when the path does not exist, is no document, or its plan.yaml is broken.
    """
    if path.is_dir():
        if not (path / PLAN_YAML).is_file():
            raise SourceError(
                "this folder is not one document",
                where=str(path),
                hint=f"it has no {PLAN_YAML}; give the file itself",
            )
        return _planned_source(path)
    if not path.exists():
        raise SourceError("no such file or folder", where=str(path), hint="check the path")
    if _is_planned(path):
        return _planned_source(path.parent)
    return Source(path=path, stem=path.stem, sha256=_sha256(path))


def _documents_below(folder: Path) -> list[Path]:
    """Folders with a plan.yaml, and files of a known kind; hidden ones are left out."""
    if (folder / PLAN_YAML).is_file():
        return [folder]
    documents: list[Path] = []
    for child in sorted(folder.iterdir()):
        if child.name.startswith((".", "~$")):
            continue
        if child.is_dir():
            documents += _documents_below(child)
        elif child.suffix.lower() in SUFFIXES:
            documents.append(child)
    return documents


def _is_planned(path: Path) -> bool:
    beside = path.parent / PLAN_YAML
    return path.name == PLAN_YAML or (path.stem == "original" and beside.is_file())


def _planned_source(folder: Path) -> Source:
    originals = sorted(path for path in folder.glob("original.*") if path.is_file())
    if len(originals) != 1:
        raise SourceError(
            f"{len(originals)} files are called original.* here, there must be one",
            where=str(folder),
            hint=f"put the document beside {PLAN_YAML} and call it original.txt, original.html …",
        )
    said = read_plan_yaml(folder / PLAN_YAML)
    return Source(
        path=originals[0],
        stem=folder.resolve().name,
        title=said.title,
        issuer=said.issuer,
        doc_number=said.doc_number,
        issued=said.issued.isoformat() if said.issued else "",
        kind=said.kind,
        url=said.url,
        licence=said.licence,
        about=said.about,
        sha256=_sha256(originals[0]),
        expect=said.expect,
        has_plan_yaml=True,
    )


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise SourceError(
            f"this file cannot be opened: {error.strerror}",
            where=str(path),
            hint="check its permissions",
        ) from error
