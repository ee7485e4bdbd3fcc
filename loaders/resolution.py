"""From mentions to a graph: identity, ownership and document-level rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.elements import Edge, Evidence, Node, Subgraph, Value, make_id
from loaders.document import Document
from loaders.extraction import Extraction
from loaders.identity import name_key, strategy_key
from loaders.issues import Issue
from loaders.lexicon import Lexicon
from loaders.mentions import Link, Mention
from loaders.resolution_frame import Frame, frame_elements


@dataclass(frozen=True, slots=True)
class Build:
    """A document as it was read, the graph it gives, and what is doubtful."""

    document: Document
    subgraph: Subgraph
    issues: tuple[Issue, ...]


def resolve(extraction: Extraction, document: Document, lexicon: Lexicon) -> Build:
    """Give every mention its identity and its owner."""
    document_node = _document_node(document)
    frame = Frame(document, document_node.id)
    nodes, edges = frame_elements(frame)
    nodes.append(document_node)
    for mention in extraction.mentions:
        evidence = frame.evidence(mention.spans, mention.rule)
        node = _node(mention, frame, evidence)
        nodes.append(node)
        edges += _stated_in(frame, node.id, evidence)
        for link in mention.links:
            link_evidence = frame.evidence([link.span], link.rule)
            target = _linked_node(link, link_evidence)
            nodes.append(target)
            edges += _stated_in(frame, target.id, link_evidence)
            edges.append(
                frame.edge(
                    link.type,
                    node.id,
                    target.id,
                    link_evidence,
                    origin=link.origin,
                    basis=link.basis,
                )
            )
    return Build(document, Subgraph.of(nodes, edges), (*document.issues, *extraction.issues))


def _document_node(document: Document) -> Node:
    source = document.source
    title = source.title or document.text.partition("\n")[0].strip() or source.stem
    properties: dict[str, Value] = {
        "title": title,
        "status": "loaded",
        "source": source.path.name,
        "kind": source.kind or "official",
        "metadata_from": "plan.yaml" if source.has_plan_yaml else "text",
    }
    for name in ("doc_number", "issuer", "issued", "url", "sha256"):
        if value := getattr(source, name):
            properties[name] = value
    return Node(make_id("Document", name_key(title), properties["kind"]), "Document", properties)


def _node(mention: Mention, frame: Frame, evidence: tuple[Evidence, ...]) -> Node:
    label, properties = mention.label, dict(mention.properties)
    name = str(properties.get("name", ""))
    if label == "Strategy":
        return Node(make_id(label, strategy_key(name)), label, properties, evidence)
    if label in ("ActionPlan", "Pillar", "Sector", "Indicator", "Organization"):
        return Node(make_id(label, name_key(name)), label, properties, evidence)
    properties["document_id"] = frame.document_id
    facts = sorted((key, value) for key, value in properties.items() if key != "document_id")
    return Node(make_id(label, frame.document_id, facts), label, properties, evidence)


def _linked_node(link: Link, evidence: tuple[Evidence, ...]) -> Node:
    properties: dict[str, Value] = {"name": link.name, **link.properties}
    return Node(make_id(link.label, name_key(link.name)), link.label, properties, evidence)


def _stated_in(frame: Frame, id: str, evidence: tuple[Evidence, ...]) -> Iterator[Edge]:
    for item in evidence:
        yield frame.edge("STATED_IN", id, item.clause, (item,))
