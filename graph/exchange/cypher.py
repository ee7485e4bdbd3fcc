"""A Cypher script for any Neo4j: `cypher-shell -f plans.cypher`. It can be run twice.

Names of labels and types come from the schema; everything from a document stands in literals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from graph.elements import Subgraph, Value
from graph.exchange.stored import stored
from graph.stored import Properties

BATCH = 500
"""Rows of a statement."""

_SPECIAL = re.compile("[\\\\'\x00-\x1f\x7f]|(?<=\\\\)u")


def write_cypher(subgraph: Subgraph) -> bytes:
    """Constraints, then nodes by label, then edges by type and by the labels they join."""
    head = f"// {len(subgraph.nodes)} nodes, {len(subgraph.edges)} edges\n"
    body = "".join(f"{statement};\n" for statement in _statements(subgraph))
    return (head + body).encode("utf-8")


def constraints(subgraph: Subgraph) -> list[str]:
    """What keeps ids unique, and MERGE quick, for the labels that occur."""
    labels = sorted({node.label for node in subgraph.nodes})
    return [
        f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in labels
    ]


def literal(value: Value | Mapping[str, Value]) -> str:
    """A value as Cypher writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{_SPECIAL.sub(_escaped, value)}'"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{k}: {literal(v)}" for k, v in sorted(value.items())) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    return repr(value)


def _statements(subgraph: Subgraph) -> Iterator[str]:
    nodes, edges = stored(subgraph)
    yield from constraints(subgraph)
    for label, rows in nodes.items():
        for batch in _batches(rows):
            yield (f"UNWIND {_list(batch)} AS row\nMERGE (n:{label} {{id: row.id}}) SET n += row")
    for joined, rows in edges.items():
        for batch in _batches(rows):
            yield (
                f"UNWIND {_list(batch)} AS row\n"
                f"MATCH (a:{joined.source} {{id: row.source}})\n"
                f"MATCH (b:{joined.target} {{id: row.target}})\n"
                f"MERGE (a)-[r:{joined.type} {{id: row.id}}]->(b) SET r += row"
            )


def _list(rows: Iterable[Properties]) -> str:
    return "[\n  " + ",\n  ".join(literal(row) for row in rows) + "\n]"


def _batches(rows: Sequence[Properties]) -> Iterator[list[Properties]]:
    waiting = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def _escaped(found: re.Match[str]) -> str:
    """Quotes and backslashes by a backslash, other signs by number.

    A `u` after a backslash is written by number too: Neo4j 5 looks for \\uXXXX before it looks
    for strings, and a quote written by number would end the string there.
    """
    sign = found[0]
    return f"\\{sign}" if sign in "\\'" else f"\\u{ord(sign):04X}"
