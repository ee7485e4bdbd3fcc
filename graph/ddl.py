"""The schema as Cypher: constraints and indexes that Neo4j and the embedded engine both take."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.schema import EDGE_TYPES, NODE_TYPES, SCHEMA_VERSION, NodeType

SCHEMA_FILE = Path(__file__).with_name("schema.cypher")

STORE_LABEL = "PlangraphStore"
"""The one node that is no fact: it keeps the schema version and a count of the changes."""


def schema_cypher() -> str:
    """The text of schema.cypher: every type with its Chinese name and meaning, and its statements.

    It may be run again and again, in Neo4j Browser or with cypher-shell.
    """
    lines = [
        f"// plangraph, schema version {SCHEMA_VERSION}. Made from graph/schema.py by",
        "// `plangraph schema --write`; do not edit.",
        "",
        "// What the store says of itself, no fact",
        *_terminated(_store_statements()),
    ]
    for node_type in NODE_TYPES.values():
        lines += ["", f"// {node_type.zh} {node_type.en}: {node_type.means}"]
        lines += [f"//   {_described(node_type, name)}" for name in _names(node_type)]
        lines += _terminated(_node_statements(node_type))
    lines += ["", "// Relations, read from source to target"]
    for edge_type in EDGE_TYPES.values():
        source, target = "|".join(edge_type.source), "|".join(edge_type.target)
        arrow = f"(:{source})-[:{edge_type.type}]->(:{target})"
        lines += ["", f"// {edge_type.zh} {edge_type.en}: {edge_type.means}", f"//   {arrow}"]
        lines += _terminated(_edge_statements(edge_type.type))
    return "\n".join(lines) + "\n"


def statements() -> list[str]:
    """The statements of schema.cypher, one by one."""
    found = [*_store_statements()]
    for node_type in NODE_TYPES.values():
        found += _node_statements(node_type)
    for type in EDGE_TYPES:
        found += _edge_statements(type)
    return found


def _store_statements() -> Iterator[str]:
    yield _unique("plangraph_store_id", f"(n:{STORE_LABEL})", "n")


def _node_statements(node_type: NodeType) -> Iterator[str]:
    label = node_type.label
    names = _names(node_type)
    yield _unique(f"{_snake(label)}_id", f"(n:{label})", "n")
    for name in ("name", "title", "document_id"):
        if name in names:
            yield (
                f"CREATE INDEX {_snake(label)}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"
            )


def _edge_statements(type: str) -> Iterator[str]:
    name, pattern = type.lower(), f"()-[r:{type}]-()"
    yield _unique(f"{name}_id", pattern, "r")
    yield f"CREATE INDEX {name}_document_id IF NOT EXISTS FOR {pattern} ON (r.document_id)"


def _unique(name: str, pattern: str, variable: str) -> str:
    return f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR {pattern} REQUIRE {variable}.id IS UNIQUE"


def _terminated(found: Iterator[str]) -> list[str]:
    return [f"{statement};" for statement in found]


def _names(node_type: NodeType) -> list[str]:
    return [declared.name for declared in node_type.properties]


def _described(node_type: NodeType, name: str) -> str:
    declared = next(p for p in node_type.properties if p.name == name)
    values = f" ({', '.join(declared.values)})" if declared.values else ""
    return f"{name}: {declared.means}{values}"


def _snake(label: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() and i else c.lower() for i, c in enumerate(label))
