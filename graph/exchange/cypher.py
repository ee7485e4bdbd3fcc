"""A Cypher script for any Neo4j: `cypher-shell -f plans.cypher`. It can be run twice.

Names of labels and types come from the schema; everything from a document stands in literals.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from graph.elements import Edge, Subgraph, Value
from graph.errors import ExportError
from graph.exchange.stored import stored_edge, stored_node

BATCH = 500
"""Rows of a statement."""

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
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
        f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{_name(label)}) REQUIRE n.id IS UNIQUE"
        for label in labels
    ]


def literal(value: Value | Mapping[str, Value]) -> str:
    """A value as Cypher writes it. Raises ExportError for a property name that is none."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{_SPECIAL.sub(_escaped, value)}'"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_name(k)}: {literal(v)}" for k, v in sorted(value.items())) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    return repr(value)


def _statements(subgraph: Subgraph) -> Iterator[str]:
    labels = {node.id: node.label for node in subgraph.nodes}
    yield from constraints(subgraph)
    for label in sorted(set(labels.values())):
        for rows in _batches([stored_node(node) for node in subgraph.nodes_of(label)]):
            yield (
                f"UNWIND {_list(rows)} AS row\nMERGE (n:{_name(label)} {{id: row.id}}) SET n += row"
            )
    edges: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in subgraph.edges:
        edges[edge.type, labels[edge.source], labels[edge.target]].append(edge)
    for (type_, source, target), joined in sorted(edges.items()):
        for rows in _batches([_row(edge) for edge in joined]):
            yield (
                f"UNWIND {_list(rows)} AS row\n"
                f"MATCH (a:{_name(source)} {{id: row.source}})\n"
                f"MATCH (b:{_name(target)} {{id: row.target}})\n"
                f"MERGE (a)-[r:{_name(type_)} {{id: row.id}}]->(b) SET r += row.properties"
            )


def _row(edge: Edge) -> dict[str, object]:
    ends = {"id": edge.id, "source": edge.source, "target": edge.target}
    return {**ends, "properties": stored_edge(edge)}


def _list(rows: Iterable[Mapping[str, object]]) -> str:
    return "[\n  " + ",\n  ".join(literal(row) for row in rows) + "\n]"  # type: ignore[arg-type]


def _batches(rows: Sequence[Mapping[str, object]]) -> Iterator[list[Mapping[str, object]]]:
    waiting = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def _name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ExportError(f"“{name}” is no name of the schema", hint="export it as json instead")
    return name


def _escaped(found: re.Match[str]) -> str:
    """Quotes and backslashes by a backslash, other signs by number.

    A `u` after a backslash is written by number too: Neo4j 5 looks for \\uXXXX before it looks
    for strings, and a quote written by number would end the string there.
    """
    sign = found[0]
    return f"\\{sign}" if sign in "\\'" else f"\\u{ord(sign):04X}"
