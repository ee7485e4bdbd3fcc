"""From mentions to a graph: identity, ownership and document-level rules."""

from __future__ import annotations

from dataclasses import dataclass

from graph.elements import Node, Subgraph
from loaders.document import Document
from loaders.extraction import Extraction
from loaders.identity import name_key, strategy_key
from loaders.issues import Issue
from loaders.lexicon import Lexicon
from loaders.mentions import Mention
from loaders.resolution.dependencies import depend
from loaders.resolution.derived import contribute
from loaders.resolution.documents import document_properties, read_metadata
from loaders.resolution.facts import Facts
from loaders.resolution.frame import Frame, add_frame
from loaders.resolution.gathering import Element
from loaders.resolution.ownership import OWN_PLAN, own
from loaders.rules.strategy import UPPER_STRATEGY
from loaders.spans import merged, touches
from loaders.title import title_of
from loaders.understanding import Understanding, understand, unexpected


@dataclass(frozen=True, slots=True)
class Build:
    """A document as it was read, the graph it gives, and what is doubtful."""

    document: Document
    subgraph: Subgraph
    issues: tuple[Issue, ...]


def resolve(extraction: Extraction, document: Document, lexicon: Lexicon) -> Build:
    """Give every mention its identity and its owner, and say what was not understood."""
    metadata = read_metadata(document)
    frame = Frame(document, metadata.id)
    facts = Facts(frame, metadata, lexicon, _strategy_of(extraction.mentions))
    facts.title_places = title_of(document)[1]
    facts.add(settle(extraction.mentions))
    owners = own(facts, document)
    depend(facts, extraction.mentions)
    contribute(facts, owners, document)
    understood = understand(document, facts)
    issues = (*document.issues, *extraction.issues, *understood.issues)
    nodes, edges = facts.nodes.take(), facts.edges.take()
    nodes.append(_document_node(document, facts, understood))
    del extraction, facts, owners  # of a long document, they go before the frame comes,
    frame.section_paths.clear()  # and so do the paths that named its measures
    add_frame(frame, nodes, edges)
    subgraph = Subgraph(_sorted(nodes), _sorted(edges))
    return Build(document, subgraph, (*issues, *unexpected(document, subgraph)))


def _sorted(elements: list[Element]) -> tuple[Element, ...]:
    """By id, each once: as Subgraph.of has them, without a second copy of a long document."""
    elements.sort(key=lambda element: element.id)
    return tuple(elements)


def settle(mentions: tuple[Mention, ...]) -> list[Mention]:
    """Where two readings of one place exclude each other, keep one of them.

    A clause with a number to be reached is a target, not a measure. A document whose facts are
    nobody's plan has none of its own. One without a strategy, or with that of an upper plan, has
    sections, not task areas.
    """
    has_strategy = any(
        mention.label == "Strategy" and mention.rule != UPPER_STRATEGY for mention in mentions
    )
    numbers = merged(
        span
        for mention in mentions
        if mention.label == "Target" and mention.properties.get("kind") == "quantified"
        for span in mention.spans
    )
    kept = [
        mention
        for mention in mentions
        if not (mention.rule == "verb_phrase" and touches(mention.spans[0], numbers))
        and not (mention.rule == "task_section" and not has_strategy)
    ]
    if not any(mention.label in ("Measure", "Target") and mention.properties for mention in kept):
        kept = [mention for mention in kept if mention.rule != OWN_PLAN]
    return kept


def _strategy_of(mentions: tuple[Mention, ...]) -> str:
    """What the pillars of this document hash over: its strategy, else its plan."""
    for label, key in (("Strategy", strategy_key), ("ActionPlan", name_key)):
        for mention in mentions:
            if mention.label == label:
                return key(str(mention.properties["name"]))
    return ""


def _document_node(document: Document, facts: Facts, understood: Understanding) -> Node:
    properties = document_properties(document, facts.metadata)
    properties["sentences"] = understood.sentences
    properties["sentences_typed"] = understood.typed
    head = document.clauses[:1]
    places = facts.title_places or [(clause.start, clause.end) for clause in head]
    return Node(
        facts.frame.document_id,
        "Document",
        properties,
        facts.frame.evidence(places[:1], "title"),
    )
