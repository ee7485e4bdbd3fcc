"""Findings that somebody has accepted, with a reason and until a day: accepted.yaml beside a plan.

accepted:
  - finding: targets.conflicts-3zq…     # the key that `plangraph check` prints
    reason: 市政府会议纪要确认以总体计划为准
    until: 2027-06-30
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import QueryError

FILE_NAME = "accepted.yaml"


class Acceptance(BaseModel):
    """One finding, why it may stay, and the last day on which it may."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    finding: str
    reason: str
    until: date


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    accepted: list[Acceptance]


def read_acceptances(paths: Iterable[Path]) -> dict[str, Acceptance]:
    """By the key of the finding, from files, and from every accepted.yaml below folders.

    Raises QueryError with file and line.
    """
    found: dict[str, Acceptance] = {}
    for path in _files(paths):
        for acceptance in _read(path):
            found[acceptance.finding] = acceptance
    return found


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob(FILE_NAME))
        elif path.is_file():
            yield path
        else:
            raise QueryError("no such file or folder", where=str(path), hint="see --accepted")


def _read(path: Path) -> list[Acceptance]:
    text = path.read_text(encoding="utf-8")
    try:
        return _File.model_validate(yaml.safe_load(text)).accepted
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise QueryError(f"no YAML: {error.problem}", where=f"{path}:{line}") from error
    except ValidationError as error:
        first = error.errors()[0]
        keys = ".".join(str(part) for part in first["loc"])
        raise QueryError(
            f"{keys or 'accepted'}: {first['msg']}",
            where=f"{path}:{_line(text, first['loc'])}",
            hint="each entry has finding, reason and until (a date)",
        ) from error


def _line(text: str, place: tuple[int | str, ...]) -> int:
    """The line of an entry: its n-th dash, then its key."""
    lines = text.splitlines()
    dashes = [i for i, line in enumerate(lines, 1) if line.lstrip().startswith("- ")]
    number = next((part for part in place if isinstance(part, int)), None)
    if number is None or number >= len(dashes):
        return 1
    key = place[-1]
    start = dashes[number]
    end = dashes[number + 1] - 1 if number + 1 < len(dashes) else len(lines)
    return next((i for i in range(start, end + 1) if f"{key}:" in lines[i - 1]), start)
