"""Into the store: one document at a time, all of it or nothing, and no trace of what it dropped.

A document's edges and its own nodes are its alone. A shared node (an organisation, a cited plan)
keeps what every document says of it, so any order of loading gives the same graph, and a
document can be loaded again or removed without touching the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby, islice
from typing import Any

from neo4j import ManagedTransaction

from graph.ddl import STORE_LABEL
from graph.elements import Node, Subgraph
from graph.errors import SchemaError, StoreError
from graph.schema import EDGE_TYPES, NODE_TYPES, validate
from graph.store import Store
from graph.stored import (
    Properties,
    abridged,
    edge_properties,
    loaded_documents,
    node_properties,
    read_contributions,
)

BATCH = 1_000
"""Rows a statement."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many elements of each label and edge type a write touched; no zeros."""

    created: dict[str, int] = field(default_factory=dict)
    updated: dict[str, int] = field(default_factory=dict)
    unchanged: dict[str, int] = field(default_factory=dict)
    removed: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Changes:
    """Of one label or edge type: rows to write, rows to remove, and what there is to count.

    `moved` are stored edges whose id now joins other ends: removed, then written anew.
    """

    written: list[Properties]
    removed: list[Properties]
    moved: list[Properties]
    created: int
    unchanged: int

    @classmethod
    def between(
        cls, stored: Mapping[str, Properties], wanted: Mapping[str, Properties]
    ) -> _Changes:
        """What makes `wanted` of `stored`."""
        return cls(
            written=[row for id, row in wanted.items() if stored.get(id) != row],
            removed=[row for id, row in stored.items() if id not in wanted],
            moved=[stored[id] for id in wanted if id in stored and _moves(stored[id], wanted[id])],
            created=sum(id not in stored for id in wanted),
            unchanged=sum(stored.get(id) == row for id, row in wanted.items()),
        )


def write(store: Store, subgraph: Subgraph) -> Written:
    """Load the one document that a subgraph was read from, in place of what it said before.

    One transaction: a process killed on the way leaves the store as it was. Raises SchemaError
    when the subgraph breaks the schema or is not of exactly one loaded document, StoreError when
    the database fails.
    """
    document = _document_of(subgraph)

    def load(transaction: ManagedTransaction) -> Written:
        written = _replace(transaction, document.id, subgraph)
        _record_load(transaction, str(document.properties["title"]))
        return written

    return store.change(load)


def remove_document(store: Store, document: str) -> Written:
    """Remove what the document with this id states; what others cite of it stays.

    Raises StoreError when no such document was loaded.
    """
    if document not in {loaded.id for loaded in store.status().documents}:
        raise StoreError(
            f"no document {document} was loaded",
            where=store.where,
            hint="`plangraph status` lists the documents with their ids",
        )
    return store.change(lambda transaction: _replace(transaction, document, Subgraph()))


def _document_of(subgraph: Subgraph) -> Node:
    problems = validate(subgraph)
    loaded = loaded_documents(subgraph)
    documents = [node.id for node in loaded]
    if not problems and len(documents) != 1:
        problems = [f"a write takes one loaded Document, found {documents or 'none'}"]
    problems += [
        f"{node.id}: belongs to {node.properties['document_id']}, not to {documents[0]}"
        for node in subgraph.nodes
        if not problems and node.properties.get("document_id", documents[0]) != documents[0]
    ]
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise SchemaError(
            f"the subgraph breaks the schema: {problems[0]}{more}",
            hint="this is a fault of the reader that made it, nothing was written",
        )
    return loaded[0]


def _replace(transaction: ManagedTransaction, document: str, subgraph: Subgraph) -> Written:
    labels = {node.id: node.label for node in subgraph.nodes}
    kept = abridged(subgraph, document)
    edges = {
        type: _Changes.between(
            _stored_edges(transaction, type, document),
            {edge.id: edge_properties(edge, document) for edge in subgraph.edges_of(type)},
        )
        for type in EDGE_TYPES
    }
    nodes = {
        label: _node_changes(transaction, label, document, [n for n in kept if n.label == label])
        for label in NODE_TYPES
    }
    for type, changes in edges.items():
        _remove_edges(transaction, type, document, changes.removed + changes.moved)
    for label, changes in nodes.items():
        _write_nodes(transaction, label, document, changes.written)
    for type, changes in edges.items():
        _write_edges(transaction, type, document, changes.written, labels)
    for label, changes in nodes.items():
        _remove_nodes(transaction, label, changes.removed)
    return _counted({**nodes, **edges})


def _record_load(transaction: ManagedTransaction, title: str) -> None:
    """For `Store.last_load`: of the store, not of the graph, which knows no clock."""
    transaction.run(
        f"MATCH (s:{STORE_LABEL} {{id: 'store'}}) SET s.loaded_at = $at, s.loaded_title = $title",
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        title=title,
    ).consume()


def _moves(one: Properties, other: Properties) -> bool:
    return any(one.get(end) != other.get(end) for end in ("source", "target"))


def _stored_edges(
    transaction: ManagedTransaction, type: str, document: str
) -> dict[str, Properties]:
    found = transaction.run(
        f"MATCH ()-[r:{type}]->() WHERE r.document_id = $document RETURN properties(r)",
        document=document,
    )
    return {kept["id"]: kept for (kept,) in found}


def _node_changes(
    transaction: ManagedTransaction, label: str, document: str, nodes: list[Node]
) -> _Changes:
    if not NODE_TYPES[label].shared:
        found = transaction.run(
            f"MATCH (n:{label}) WHERE n.document_id = $document RETURN properties(n)",
            document=document,
        )
        wanted = {node.id: node_properties({document: node}) for node in nodes}
        return _Changes.between({kept["id"]: kept for (kept,) in found}, wanted)
    found = transaction.run(
        f"MATCH (n:{label}) WHERE n.id IN $ids OR $document IN n.documents RETURN properties(n)",
        document=document, ids=[node.id for node in nodes],
    )  # fmt: skip
    stored = {kept["id"]: kept for (kept,) in found}
    said = {id: read_contributions(label, kept) for id, kept in stored.items()}
    for contributions in said.values():
        contributions.pop(document, None)
    for node in nodes:
        said.setdefault(node.id, {})[document] = node
    wanted = {id: node_properties(by) for id, by in said.items() if by}
    return _Changes.between(stored, wanted)


def _write_nodes(
    transaction: ManagedTransaction, label: str, document: str, rows: list[Properties]
) -> None:
    mine = "true" if NODE_TYPES[label].shared else "n.document_id = $document"
    for batch in _batches(rows):
        _must_touch(
            len(batch), label, transaction,
            f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) "
            "ON CREATE SET n.document_id = row.document_id "
            f"WITH n, row WHERE {mine} SET n = row RETURN count(n) AS number",
            rows=batch, document=document,
        )  # fmt: skip


def _write_edges(
    transaction: ManagedTransaction, type: str, document: str,
    rows: list[Properties], labels: Mapping[str, str],
) -> None:  # fmt: skip
    def ends(row: Properties) -> tuple[str, str]:
        return labels[row["source"]], labels[row["target"]]

    for (source, target), group in groupby(sorted(rows, key=ends), ends):
        for batch in _batches(group):
            _must_touch(
                len(batch), type, transaction,
                f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) "
                f"MATCH (b:{target} {{id: row.target}}) MERGE (a)-[r:{type} {{id: row.id}}]->(b) "
                "ON CREATE SET r.document_id = $document "
                "WITH r, row WHERE r.document_id = $document SET r = row RETURN count(r) AS number",
                rows=batch, document=document,
            )  # fmt: skip


def _must_touch(
    number: int, name: str, transaction: ManagedTransaction, cypher: str, **parameters: Any
) -> None:
    """Run a batch; a row that finds no endpoint, or meets another document's id, is skipped."""
    touched = transaction.run(cypher, parameters).single(strict=True)["number"]
    if touched != number:
        raise StoreError(
            f"{number - touched} of {number} {name} were not written: an end is missing, or the "
            "same id belongs to another document",
            hint="this is a fault of the reader that made them, nothing was written",
        )


def _remove_edges(
    transaction: ManagedTransaction, type: str, document: str, rows: list[Properties]
) -> None:
    for batch in _batches(rows):
        transaction.run(
            f"MATCH ()-[r:{type}]->() WHERE r.document_id = $document AND r.id IN $ids DELETE r",
            document=document, ids=[row["id"] for row in batch],
        ).consume()  # fmt: skip


def _remove_nodes(transaction: ManagedTransaction, label: str, rows: list[Properties]) -> None:
    for batch in _batches(rows):
        transaction.run(
            f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n",
            ids=[row["id"] for row in batch],
        ).consume()


def _batches(rows: Iterable[Properties]) -> Iterator[list[Properties]]:
    rest = iter(rows)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _counted(changes: Mapping[str, _Changes]) -> Written:
    def count(number: Mapping[str, int]) -> dict[str, int]:
        return dict(+Counter(number))

    return Written(
        created=count({name: c.created for name, c in changes.items()}),
        updated=count({name: len(c.written) - c.created for name, c in changes.items()}),
        unchanged=count({name: c.unchanged for name, c in changes.items()}),
        removed=count({name: len(c.removed) for name, c in changes.items()}),
    )
