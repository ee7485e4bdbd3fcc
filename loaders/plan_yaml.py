"""plan.yaml: what a person says of a document; unknown fields and wrong types are errors."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from graph.errors import SourceError
from graph.schema import NODE_TYPES


class PlanYaml(BaseModel):
    """The fields of plan.yaml; only the title is required.

    `about` says what the text is and where its facts come from, `expect` how many nodes of a
    label it must give, counted by hand.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    title: Annotated[str, Field(min_length=1)]
    issuer: str = ""
    doc_number: str = ""
    issued: date | None = None
    kind: Literal["", "official", "news", "draft", "table"] = ""
    url: str = ""
    licence: str = ""
    about: str = ""
    expect: dict[str, Annotated[int, Field(ge=0)]] = {}

    @field_validator("expect")
    @classmethod
    def _labels_exist(cls, value: dict[str, int]) -> dict[str, int]:
        for label in value:
            if label not in NODE_TYPES:
                near = _nearest(label, NODE_TYPES)
                raise ValueError(f"there is no label “{label}”; did you mean “{near}”?")
        return value


def read_plan_yaml(path: Path) -> PlanYaml:
    """Read a plan.yaml. Raises SourceError with file, line and the nearest field name."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        values = yaml.safe_load(text)
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError("plan.yaml is not readable UTF-8 text", where=str(path)) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise SourceError(
            f"this is not YAML: {error.problem}",
            where=f"{path}:{line}",
            hint="one “field: value” a line; put a value with a colon or # in quotes",
        ) from error
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date such as 2026-13-40
        raise SourceError(f"this is not YAML: {error}", where=f"{path}:1") from error
    if not isinstance(values, dict) or not isinstance(root, yaml.MappingNode):
        raise SourceError(
            "plan.yaml must hold fields", where=f"{path}:1", hint=f"fields: {_fields()}"
        )
    try:
        return PlanYaml.model_validate(values)
    except ValidationError as error:
        # a misspelt “titel” also lacks “title”: the misspelling says more
        first = min(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
        place = tuple(str(part) for part in first["loc"] if part != "[key]")
        where = f"{path}:{_line(root, place)}"
        raise SourceError(_title(first["type"], place, first["msg"]), where=where,
                          hint=_hint(first["type"], place)) from error  # fmt: skip


def _title(kind: str, place: tuple[str, ...], message: str) -> str:
    name = ".".join(place)
    if kind == "extra_forbidden":
        return f"unknown field “{name}”"
    if kind == "missing":
        return f"the field “{name}” is missing"
    return f"the field “{name}” is wrong: {message.removeprefix('Value error, ')}"


def _hint(kind: str, place: tuple[str, ...]) -> str:
    if kind == "extra_forbidden":
        near = _nearest(place[0], PlanYaml.model_fields)
        guess = f"did you mean “{near}”? " if near else ""
        return f"{guess}fields: {_fields()}"
    if place[0] == "issued":
        return "write a date as 2017-12-26, without quotes"
    if place[0] == "expect":
        return f"labels: {', '.join(NODE_TYPES)}"
    if place[0] == "kind":
        return "official, news, draft or table"
    return "put text in quotes when it looks like a number or a date"


def _line(root: yaml.MappingNode, place: tuple[str, ...]) -> int:
    """The line of a field, as deep as it can be followed; the first line if it is missing."""
    line = 1
    node: yaml.Node = root
    for name in place:
        if not isinstance(node, yaml.MappingNode):
            break
        pair = next((pair for pair in node.value if pair[0].value == name), None)
        if pair is None:
            break
        line = pair[0].start_mark.line + 1
        node = pair[1]
    return line


def _fields() -> str:
    return ", ".join(PlanYaml.model_fields)


def _nearest(name: str, names: Iterable[str]) -> str:
    return next(iter(get_close_matches(name, list(names), n=1, cutoff=0.5)), "")
