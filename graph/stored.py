"""How elements lie in the database, and how they come back the same.

An edge belongs to one document. Beside its own properties it keeps its ends, its document and
its first evidence in flat properties, for Cypher; `evidence` keeps all places, each as JSON.
A node of a shared label keeps in `documents` who speaks of it, and in `contributions` what those
say whose properties are not the flat ones: the flat ones are the join of all. The other nodes
belong to the document in their `document_id`.

A ministry stands in a thousand sentences, and each has its STATED_IN edge. So of the places of a
shared node in a document only the first is kept on the node when those edges keep exactly these
places; the document is then named in `abridged`. Otherwise every question that touches the node
would carry all its places along. `read_whole` brings them back.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import reduce
from typing import Any

from graph.elements import Edge, Evidence, Node, Subgraph, Value, join, join_evidence
from graph.schema import EVIDENCE_PROPERTIES, NODE_TYPES

Properties = dict[str, Any]

_ABRIDGED = "abridged"
_OF_A_NODE = frozenset({"id", "documents", "contributions", "evidence", _ABRIDGED})
_OF_AN_EDGE = frozenset({"id", "source", "target", "evidence"}) | {
    declared.name for declared in EVIDENCE_PROPERTIES
}


def node_properties(contributions: Mapping[str, Node]) -> Properties:
    """A node as it is kept, from what each document (by its id) says of it."""
    node = reduce(join, (contributions[document] for document in sorted(contributions)))
    kept: Properties = {**node.properties, "id": node.id}
    if NODE_TYPES[node.label].shared:
        kept["documents"] = sorted(contributions)
        differing = [
            _dump({"document": document, "properties": _said(contribution)})
            for document, contribution in sorted(contributions.items())
            if _said(contribution) != _said(node)
        ]
        if differing:
            kept["contributions"] = differing
    if node.evidence:
        kept["evidence"] = [_dump(_evidence_plain(e)) for e in node.evidence]
    return kept


def read_contributions(label: str, kept: Mapping[str, Any]) -> dict[str, Node]:
    """What each document says of a stored node of a shared label, as `abridged` left it."""
    joined = read_node(label, kept)
    said = [json.loads(text) for text in kept.get("contributions", ())]
    differing = {item["document"]: item["properties"] for item in said}
    return {
        document: Node(
            joined.id, label,
            {
                **differing.get(document, joined.properties),
                **({_ABRIDGED: [document]} if document in kept.get(_ABRIDGED, ()) else {}),
            },
            tuple(e for e in joined.evidence if e.document == document),
        )
        for document in kept["documents"]
    }  # fmt: skip


def abridged(subgraph: Subgraph, document: str) -> list[Node]:
    """The nodes of a document as they are kept: shared ones with their first place alone."""
    places = stated_places(subgraph.edges)

    def kept(node: Node) -> Node:
        whole = node.evidence
        if not NODE_TYPES[node.label].shared or len(whole) < 2 or whole != places[node.id]:
            return node
        properties = {**node.properties, _ABRIDGED: [document]}
        return replace(node, properties=properties, evidence=whole[:1])

    return [kept(node) for node in subgraph.nodes]


def stated_places(edges: Iterable[Edge]) -> defaultdict[str, tuple[Evidence, ...]]:
    """By the id of a node: the places of its STATED_IN edges, in the order of the text."""
    found: defaultdict[str, set[Evidence]] = defaultdict(set)
    for edge in edges:
        if edge.type == "STATED_IN":
            found[edge.source].update(edge.evidence)
    return defaultdict(tuple, {id: join_evidence(places, ()) for id, places in found.items()})


def read_whole(
    label: str, kept: Mapping[str, Any], places: Mapping[str, tuple[Evidence, ...]]
) -> Node:
    """The node that was written, given all `stated_places`."""
    node = read_node(label, kept)
    if _ABRIDGED not in kept:
        return node
    more = [place for place in places[node.id] if place.document in kept[_ABRIDGED]]
    return replace(node, evidence=join_evidence(node.evidence, more))


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


def _said(node: Node) -> dict[str, Value]:
    return _without(node.properties, frozenset({_ABRIDGED}))


def _evidence_plain(evidence: Evidence) -> dict[str, Value]:
    return {name: getattr(evidence, name) for name in Evidence.__slots__}


def _read_evidence(kept: Mapping[str, Any]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**json.loads(text)) for text in kept.get("evidence", ()))


def _without(kept: Mapping[str, Any], names: frozenset[str]) -> dict[str, Value]:
    return {name: value for name, value in kept.items() if name not in names}


def _dump(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
