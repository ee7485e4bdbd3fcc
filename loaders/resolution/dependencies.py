"""Stated dependencies: from the measure around the words to what they name."""

from __future__ import annotations

from collections.abc import Iterable

from graph.elements import Node, make_id
from loaders.identity import name_key
from loaders.mentions import Mention
from loaders.resolution.facts import Fact, Facts
from loaders.spans import Region, Regions


def depend(facts: Facts, mentions: Iterable[Mention]) -> None:
    """Add DEPENDS_ON edges.

    A thing that this document builds itself is that measure. Another document's measure is
    known here by its name only: a Measure without owner and without STATED_IN.
    """
    measures = facts.of("Measure")
    places = Regions(Region(*span, fact) for fact in measures for span in fact.mention.spans)
    for mention in mentions:
        if mention.label != "Measure" or mention.properties or not mention.links:
            continue
        link = mention.links[0]
        around = places.around(*mention.spans[0])
        if not around:
            continue
        source = around[0].owner
        evidence = facts.frame.evidence(mention.spans, mention.rule)
        target = _named(link.name, measures, source)
        if target is None:
            key = (facts.frame.document_id, "named", name_key(link.name))
            target = make_id("Measure", *key)
            properties = {
                "name": link.name,
                "text": facts.frame.document.text[slice(*link.span)],
                "document_id": facts.frame.document_id,
            }
            facts.nodes.add(Node(target, "Measure", properties, evidence))
        facts.link(source.id, "DEPENDS_ON", target, evidence)


def _named(name: str, measures: list[Fact], source: Fact) -> str | None:
    """The other measure of this document whose name is to build the thing."""
    key = name_key(name)
    for fact in measures:
        if fact.id != source.id and key in name_key(str(fact.mention.properties["name"])):
            return fact.id
    return None
