"""What an answer says beside its rows, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from queries.catalog import Parameter, Scalar


@dataclass(frozen=True, slots=True)
class Note:
    """A remark; as a text it is the English one, for the terminal."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.en


def taken_as(parameter: Parameter, given: Scalar, name: Scalar) -> Note:
    """A short name was understood."""
    return Note(
        f"{parameter.title}“{given}”按“{name}”查询。",
        f"{parameter.name}: “{given}” was taken as “{name}”",
    )


def unknown_value(parameter: Parameter, given: Scalar, near: Sequence[Scalar]) -> Note:
    """A value that no node of the graph bears, or several may."""
    names = [f"“{name}”" for name in near[:5]]
    return Note(
        f"图中没有{parameter.title}“{given}”"
        + (f"，相近的有{'、'.join(names)}。" if names else "。"),
        f"{parameter.name}: “{given}” is not in the graph"
        + (f"; nearest: {', '.join(names)}" if names else ""),
    )


def cut_off(limit: int) -> Note:
    """There were more rows than are shown."""
    return Note(f"只显示前{limit}行。", f"only the first {limit} rows are shown")
