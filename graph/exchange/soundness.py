"""Whether a graph that was read from a file is one: texts, numbers and ends where they must be.

A file may be well-formed and yet say what no Subgraph can hold: it is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any

from graph.elements import Edge, Evidence, Node, Subgraph

_TEXTS = ("document", "clause", "quote", "rule")
_NUMBERS = ("start", "end", "raw_start", "raw_end")


def check(subgraph: Subgraph) -> Subgraph:
    """The same graph. Raises ValueError, naming the first thing that is wrong in it."""
    for node in subgraph.nodes:
        _check_texts(node.id, (node.id, node.label))
        _check(node)
    known = {node.id for node in subgraph.nodes}
    for edge in subgraph.edges:
        _check_texts(edge.id, (edge.id, edge.type, edge.source, edge.target))
        _check(edge)
        if loose := {edge.source, edge.target} - known:
            raise ValueError(f"{edge.id} ends in {min(loose)}, which is not in the file")
    return subgraph


def _check(element: Node | Edge) -> None:
    properties: Any = element.properties
    if not isinstance(properties, Mapping):
        raise ValueError(f"the properties of {element.id} are no table of names and values")
    _check_texts(element.id, properties)
    for name, value in properties.items():
        if isinstance(value, list):
            _check_texts(element.id, value)
        elif isinstance(value, str):
            _check_texts(element.id, (value,))
        elif not isinstance(value, int | float) or not isfinite(value):
            raise ValueError(f"“{name}” of {element.id} is {value!r}, which no property may be")
    for evidence in element.evidence:
        _check_evidence(element.id, evidence)


def _check_evidence(id_: str, evidence: Evidence) -> None:
    _check_texts(id_, (getattr(evidence, name) for name in _TEXTS))
    for name in _NUMBERS:
        if type(getattr(evidence, name)) is not int:
            raise ValueError(f"the {name} of a sentence of {id_} is no whole number")


def _check_texts(id_: object, texts: Iterable[object]) -> None:
    """Half of a character pair is no text either: it could not be written again."""
    for text in texts:
        if not isinstance(text, str):
            raise ValueError(f"{text!r} at {id_!r} is no text")
        if not text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in text):
            raise ValueError(f"{text!r} at {id_!r} is half a character")
