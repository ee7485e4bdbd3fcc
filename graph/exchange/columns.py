"""Properties as typed columns: what a table or a key list needs to be read back unchanged.

A column's kind follows from its values, so nothing here depends on the schema:
text, number, boolean, list (of texts), or json when the values are of several kinds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.elements import Edge, Evidence, Node, Value

Kind = Literal["text", "number", "boolean", "list", "json"]

_LONG = 2**63
_WHOLE = re.compile(r"-?\d+")


@dataclass(frozen=True, slots=True)
class Column:
    """A property's name and the kind of its values."""

    name: str
    kind: Kind


def columns(elements: Iterable[Node | Edge]) -> tuple[Column, ...]:
    """The properties that occur, in the order of their names."""
    kinds: dict[str, set[Kind]] = {}
    for element in elements:
        for name, value in element.properties.items():
            kinds.setdefault(name, set()).add(_kind(value))
    return tuple(
        Column(name, found.pop() if len(found) == 1 else "json")
        for name, found in sorted(kinds.items())
    )


def number_type(column: Column, elements: Iterable[Node | Edge]) -> Literal["long", "double"]:
    """What GraphML and GEXF call the numbers of a column; a long has 64 bits."""
    values = (e.properties[column.name] for e in elements if column.name in e.properties)
    whole = all(isinstance(value, int) and -_LONG <= value < _LONG for value in values)
    return "long" if whole else "double"


def encode(kind: Kind, value: Value) -> str:
    """A value as text; a whole number and 1.0 stay different."""
    if kind == "text":
        return str(value)
    if kind in ("list", "json"):
        return to_json(value)
    if kind == "boolean":
        return "true" if value else "false"
    return repr(value)


def decode(kind: Kind, text: str) -> Value:
    """The value that was encoded. Raises ValueError for a text that is none."""
    if kind == "text":
        return text
    if kind == "list":
        return _texts(json.loads(text))
    if kind == "json":
        return _value(json.loads(text))
    if kind == "boolean":
        return {"true": True, "false": False}[text]
    return int(text) if _WHOLE.fullmatch(text) else float(text)


def encode_evidence(evidence: Sequence[Evidence]) -> str:
    """All the places of a fact, as one text."""
    plain = [{name: getattr(item, name) for name in Evidence.__slots__} for item in evidence]
    return to_json(plain)


def decode_evidence(text: str) -> tuple[Evidence, ...]:
    """What `encode_evidence` wrote. Raises ValueError, TypeError or KeyError on anything else."""
    return tuple(Evidence(**item) for item in json.loads(text))


def to_json(value: object) -> str:
    """JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _kind(value: Value) -> Kind:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    return "list" if isinstance(value, list) else "text"


def _texts(value: object) -> list[str]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    raise ValueError(f"{value!r} is no list of texts")


def _value(value: object) -> Value:
    return value if isinstance(value, str | int | float) else _texts(value)
