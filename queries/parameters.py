"""What a question is told: conversion, defaults, and names as the graph spells them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from graph.errors import BadParameter
from graph.schema import NODE_TYPES
from queries.catalog import Parameter, Query, Scalar, nearest
from queries.notes import Note, taken_as, unknown_value

if TYPE_CHECKING:
    from graph.store import Store

_TRUE = frozenset({"true", "yes", "1", "是"})
_FALSE = frozenset({"false", "no", "0", "否"})
_ID = re.compile(r"[a-z_]+-[0-9a-z]{12}")
_NOT_IN_A_NAME = re.compile(r"[\W_]+")


def convert(query: Query, given: Mapping[str, object]) -> dict[str, Scalar | None]:
    """Every parameter of the question with its value. Raises BadParameter.

    A text is read as the declared type (`2030`, `true`, `是`); None or an empty text means the
    default.
    """
    unknown = [name for name in given if query.parameter(name) is None]
    if unknown:
        names = [parameter.name for parameter in query.params]
        near = nearest(unknown[0], names, 1)
        taken = f"it takes {', '.join(names)}" if names else "it takes no parameters"
        hint = f"did you mean “{near[0]}”? {taken}" if near else taken
        raise BadParameter(f"no parameter “{unknown[0]}”", where=query.name, hint=hint)
    return {p.name: _value(query, p, given.get(p.name)) for p in query.params}


def _value(query: Query, parameter: Parameter, given: object) -> Scalar | None:
    text = given.strip() if isinstance(given, str) else given
    if text is None or text == "":
        if parameter.required:
            raise BadParameter(
                f"parameter “{parameter.name}” is missing",
                where=query.name,
                hint=f"give {parameter.name}, as in {parameter.name}={parameter.example}",
            )
        return parameter.default
    value = _typed(parameter, text)
    if value is None:
        raise BadParameter(
            f"“{parameter.name}” must be of type {parameter.type}, not {given!r}",
            where=query.name,
            hint=f"as in {parameter.name}={parameter.example}",
        )
    if parameter.choices and value not in parameter.choices:
        raise BadParameter(
            f"“{parameter.name}” cannot be {given!r}",
            where=query.name,
            hint=f"one of {', '.join(map(str, parameter.choices))}",
        )
    return value


def _typed(parameter: Parameter, given: object) -> Scalar | None:
    if parameter.type == "string":
        return given if isinstance(given, str) else None
    if parameter.type == "boolean":
        word = str(given).lower()
        return True if word in _TRUE else False if word in _FALSE else None
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        return None
    try:
        number = float(given)
    except ValueError:
        return None
    if parameter.type == "integer":
        return int(number) if number.is_integer() else None
    return number if number == number else None


def suggestions(store: Store, parameter: Parameter, limit: int = 500) -> tuple[Scalar, ...]:
    """The values that the graph offers for a parameter, in order, each once."""
    if parameter.choices:
        return parameter.choices
    found: dict[Scalar, None] = {}
    for source in parameter.suggest:
        for value, _ in _known(store, source, limit):
            found[value] = None
    return tuple(found)[:limit]


def spelled_as_in_the_graph(
    store: Store, query: Query, values: Mapping[str, Scalar | None]
) -> tuple[dict[str, Scalar | None], list[Note]]:
    """Values that name a thing, in the graph's own spelling, and what had to be said about them.

    An alias, or a part of exactly one name, stands for that name; a value that the graph does not
    hold stays as it is and gets a note with the nearest ones.
    """
    settled = dict(values)
    notes: list[Note] = []
    for parameter in query.params:
        value = values[parameter.name]
        if value is None or not parameter.suggest or value == parameter.default:
            continue
        if _holds(store, parameter, value) or _ID.fullmatch(str(value)):
            continue
        meant = candidates(store, parameter, str(value))
        if len(meant) == 1:
            settled[parameter.name] = meant[0]
            notes.append(taken_as(parameter, value, meant[0]))
        else:
            known = meant or _near(store, parameter, str(value))
            notes.append(unknown_value(parameter, value, known))
    return settled, notes


def candidates(store: Store, parameter: Parameter, word: str) -> list[Scalar]:
    """The names in the graph that a word may stand for: by alias, else those that hold it."""
    key = _key(word)
    pairs = [pair for source in parameter.suggest for pair in _known(store, source, None)]
    by_alias = [name for name, aliases in pairs if key in map(_key, (str(name), *aliases))]
    inside = [name for name, _ in pairs if key and key in _key(str(name))]
    return list(dict.fromkeys(by_alias or inside))


def _near(store: Store, parameter: Parameter, word: str) -> list[Scalar]:
    names = [str(name) for source in parameter.suggest for name, _ in _known(store, source, None)]
    if parameter.type != "string":
        return list(dict.fromkeys(names))
    return list(difflib.get_close_matches(word, dict.fromkeys(names), n=3, cutoff=0.3))


def _holds(store: Store, parameter: Parameter, value: Scalar) -> bool:
    looked_for = (
        f"MATCH (n:{label}) WHERE n.{name} = $value RETURN n.id AS id LIMIT 1"
        for label, _, name in (source.partition(".") for source in parameter.suggest)
    )
    return bool(store.rows(" UNION ALL ".join(looked_for), {"value": value}))


def _known(store: Store, source: str, limit: int | None) -> list[tuple[Scalar, tuple[str, ...]]]:
    """Values of `Label.property` with the aliases of what bears them."""
    label, _, name = source.partition(".")
    has_aliases = any(p.name == "aliases" for p in NODE_TYPES[label].properties)
    aliases = "n.aliases" if has_aliases and name == "name" else "NULL"
    cypher = (
        f"MATCH (n:{label}) WHERE n.{name} IS NOT NULL "
        f"RETURN DISTINCT n.{name} AS value, {aliases} AS aliases ORDER BY value"
    )
    rows = store.rows(cypher + (f" LIMIT {limit}" if limit else ""), {})
    return [(row["value"], tuple(row["aliases"] or ())) for row in rows]


def _key(name: str) -> str:
    return _NOT_IN_A_NAME.sub("", name).lower()
