"""JSON-LD: facts in the words of the web (PROV, ORG, SKOS, Dublin Core, Web Annotation).

An edge stands twice: as a property of its source, and as an rdf:Statement that carries what it
rests on, each place with its quote and its offsets as Web Annotation selectors.
"""

from __future__ import annotations

import json
from typing import Any

from graph.elements import Edge, Evidence, Node, Subgraph
from graph.exchange.captions import caption
from graph.schema import EDGE_TYPES

BASE = "urn:plangraph:"
_CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "plan": f"{BASE}schema:",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "source": {"@id": "rdf:subject", "@type": "@id"},
    "type": {"@id": "rdf:predicate", "@type": "@vocab"},
    "target": {"@id": "rdf:object", "@type": "@id"},
    "evidence": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
}
_CLASSES = {
    "Document": ["prov:Entity"],
    "Clause": ["prov:Entity"],
    "Organization": ["org:Organization", "prov:Agent"],
    "Sector": ["skos:Concept"],
    "Indicator": ["skos:Concept"],
}
_NAMES = {"Sector": "skos:prefLabel", "Indicator": "skos:prefLabel", "Document": "dcterms:title"}


def write_jsonld(subgraph: Subgraph) -> bytes:
    """Every term is of a public vocabulary, or of ours (`plan:`) with the schema's own name."""
    context = dict(_CONTEXT)
    context |= {name: {"@id": f"plan:{name}", "@type": "@id"} for name in EDGE_TYPES}
    leaving: dict[str, dict[str, list[str]]] = {}
    for edge in subgraph.edges:
        leaving.setdefault(edge.source, {}).setdefault(edge.type, []).append(BASE + edge.target)
    items = [_node(node, leaving.get(node.id, {})) for node in subgraph.nodes]
    items += [_relation(edge) for edge in subgraph.edges]
    data = {"@context": context, "@graph": items}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _node(node: Node, leaving: dict[str, list[str]]) -> dict[str, Any]:
    types = [f"plan:{node.label}", *_CLASSES.get(node.label, [])]
    item: dict[str, Any] = {"@id": BASE + node.id, "@type": types}
    item[_NAMES.get(node.label, "rdfs:label")] = caption(node)
    if "aliases" in node.properties:
        item["skos:altLabel"] = node.properties["aliases"]
    item |= {f"plan:{name}": value for name, value in sorted(node.properties.items())}
    if node.evidence:
        item["evidence"] = [_evidence(found) for found in node.evidence]
    return item | leaving


def _relation(edge: Edge) -> dict[str, Any]:
    item: dict[str, Any] = {
        "@id": BASE + edge.id,
        "@type": ["rdf:Statement", "prov:Entity"],
        "source": BASE + edge.source,
        "type": f"plan:{edge.type}",
        "target": BASE + edge.target,
    }
    item |= {f"plan:{name}": value for name, value in sorted(edge.properties.items())}
    if edge.evidence:
        item["evidence"] = [_evidence(found) for found in edge.evidence]
    return item


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "@type": ["oa:SpecificResource", "prov:Entity"],
        "oa:hasSource": {"@id": BASE + evidence.clause},
        "prov:wasQuotedFrom": {"@id": BASE + evidence.document},
        "plan:rule": evidence.rule,
        "oa:hasSelector": [
            {"@type": "oa:TextQuoteSelector", "oa:exact": evidence.quote},
            {
                "@type": "oa:TextPositionSelector",
                "oa:start": evidence.start,
                "oa:end": evidence.end,
            },
        ],
    }
