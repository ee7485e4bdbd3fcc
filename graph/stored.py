"""How elements lie in the database, and how they come back the same.

An edge belongs to one document. Beside its own properties it keeps its ends, its document and
its first evidence in flat properties, for Cypher; `evidence` keeps all places, each as JSON.
A node of a shared label keeps in `documents` who speaks of it, and, when several do, in
`contributions` what each of them says; its flat properties are the join of these. The other
nodes belong to the document in their `document_id`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import reduce
from typing import Any

from graph.elements import Edge, Evidence, Node, Subgraph, Value, join
from graph.schema import EVIDENCE_PROPERTIES, NODE_TYPES

Properties = dict[str, Any]

_OF_A_NODE = frozenset({"id", "documents", "contributions", "evidence"})
_OF_AN_EDGE = frozenset({"id", "source", "target", "evidence"}) | {
    declared.name for declared in EVIDENCE_PROPERTIES
}


def node_properties(contributions: Mapping[str, Node]) -> Properties:
    """A node as it is kept, from what each document (by its id) says of it."""
    node = reduce(join, (contributions[document] for document in sorted(contributions)))
    kept: Properties = {**node.properties, "id": node.id}
    if NODE_TYPES[node.label].shared:
        kept["documents"] = sorted(contributions)
        if len(contributions) > 1:
            kept["contributions"] = [
                _dump({"document": document, **_said(contributions[document])})
                for document in sorted(contributions)
            ]
    if node.evidence:
        kept["evidence"] = [_dump(_evidence_plain(e)) for e in node.evidence]
    return kept


def read_contributions(label: str, kept: Mapping[str, Any]) -> dict[str, Node]:
    """What each document says of a stored node of a shared label."""
    said = [json.loads(text) for text in kept.get("contributions", ())]
    if not said:
        return {document: read_node(label, kept) for document in kept["documents"]}
    return {
        item["document"]: Node(
            kept["id"], label, item["properties"], tuple(Evidence(**e) for e in item["evidence"])
        )
        for item in said
    }


def read_node(label: str, kept: Mapping[str, Any]) -> Node:
    """The node that was written."""
    return Node(kept["id"], label, _without(kept, _OF_A_NODE), _read_evidence(kept))


def edge_properties(edge: Edge, document: str) -> Properties:
    """An edge as it is kept for the document that states it."""
    kept: Properties = {**edge.properties, "id": edge.id}
    kept |= {"source": edge.source, "target": edge.target}
    if edge.evidence:
        first = edge.evidence[0]
        kept |= {"clause_id": first.clause, "quote": first.quote, "rule": first.rule}
        kept |= {"start": first.start, "end": first.end}
        kept |= {"raw_start": first.raw_start, "raw_end": first.raw_end}
        kept["evidence"] = [_dump(_evidence_plain(e)) for e in edge.evidence]
    return kept | {"document_id": document}


def read_edge(type: str, kept: Mapping[str, Any]) -> Edge:
    """The edge that was written."""
    return Edge(
        kept["id"], type, kept["source"], kept["target"],
        _without(kept, _OF_AN_EDGE), _read_evidence(kept),
    )  # fmt: skip


def loaded_documents(subgraph: Subgraph) -> list[Node]:
    """The documents that a subgraph was read from, not those it only cites."""
    return [n for n in subgraph.nodes_of("Document") if n.properties.get("status") == "loaded"]


def _said(node: Node) -> dict[str, Any]:
    return {
        "properties": dict(node.properties),
        "evidence": [_evidence_plain(e) for e in node.evidence],
    }


def _evidence_plain(evidence: Evidence) -> dict[str, Value]:
    return {name: getattr(evidence, name) for name in Evidence.__slots__}


def _read_evidence(kept: Mapping[str, Any]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**json.loads(text)) for text in kept.get("evidence", ()))


def _without(kept: Mapping[str, Any], names: frozenset[str]) -> dict[str, Value]:
    return {name: value for name, value in kept.items() if name not in names}


def _dump(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
