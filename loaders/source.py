"""What is known of a document before it is read: plan.yaml beside it, or defaults from the file.

A document of ours is a folder with `plan.yaml` and `original.*`; any other file is a document
by itself, known only by its name.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from graph.errors import SourceError
from loaders.archive import MOST_BYTES, Archive
from loaders.plan_yaml import read_plan_yaml

PLAN_YAML = "plan.yaml"
SUFFIXES = (".txt", ".html", ".htm", ".docx", ".pdf", ".xlsx", ".csv", ".zip")
"""File endings that are read when they are met in a folder."""
_OLD_SUFFIXES = (".doc", ".wps", ".xls", ".et", ".ppt", ".rtf", ".odt", ".shtml")
"""Endings that are tried too, so that a person hears why such a file is not read."""


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

    @property
    def where(self) -> str:
        """The file as an error names it."""
        return f"{self.path}!{self.member}" if self.member else str(self.path)

    @property
    def ending(self) -> str:
        """The ending of the file's name, in small letters."""
        return PurePath(self.member or self.path).suffix.lower()


def find_sources(path: Path) -> list[Source]:
    """Every document at or below a path, in the order of their paths.

    Raises SourceError when there is none, or when a plan.yaml is broken.
    """
    if not path.is_dir():
        return _sources_in(path)
    found = [source for document in _documents_below(path) for source in _sources_in(document)]
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
    source = Source(path=path, stem=path.stem)
    return replace(source, sha256=_sha256(source))


def read_bytes(source: Source) -> bytes:
    """The document's bytes. Raises SourceError when they cannot be read or are too many."""
    path = source.path
    try:
        if path.stat().st_size > MOST_BYTES:
            raise SourceError(
                f"this file is larger than {MOST_BYTES // 1024 // 1024} MB",
                where=str(path),
                hint="split it",
            )
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(
            f"this file cannot be opened: {error.strerror}",
            where=str(path),
            hint="check path and permissions",
        ) from error
    return Archive(data, str(path)).read(source.member) if source.member else data


def _sources_in(path: Path) -> list[Source]:
    """The documents of a ZIP file, or the one document that the path is."""
    if path.suffix.lower() != ".zip":
        return [read_source(path)]
    read_source(path)  # it exists and can be opened
    archive = Archive(path.read_bytes(), str(path))
    found = []
    for member in sorted(archive.names):
        name = archive.written_name(member)
        if name.suffix.lower() in SUFFIXES[:-1] and not name.name.startswith((".", "~$")):
            digest = hashlib.sha256(archive.read(member)).hexdigest()
            found.append(Source(path=path, stem=name.stem, member=member, sha256=digest))
    if not found:
        raise SourceError(
            "there is no document in this ZIP file",
            where=str(path),
            hint=f"kinds that are read: {' '.join(SUFFIXES)}",
        )
    return found


def _documents_below(folder: Path) -> list[Path]:
    """Folders with a plan.yaml, and files of a known kind; hidden ones are left out."""
    if (folder / PLAN_YAML).is_file():
        return [folder]
    documents: list[Path] = []
    for child in sorted(folder.iterdir()):
        if child.name.startswith((".", "~$")):
            continue
        if child.is_dir():
            if child.is_symlink():
                continue  # a link may lead back here
            documents += _documents_below(child)
        elif child.suffix.lower() in SUFFIXES + _OLD_SUFFIXES:
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
    source = Source(
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
        expect=said.expect,
        has_plan_yaml=True,
    )
    return replace(source, sha256=_sha256(source))


def _sha256(source: Source) -> str:
    return hashlib.sha256(read_bytes(source)).hexdigest()
