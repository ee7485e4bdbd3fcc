"""From mentions to nodes and the edges that a rule read with them: identity, not yet ownership."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.elements import Edge, Evidence, Node, Value, make_id
from loaders.document import Span
from loaders.identity import name_key, strategy_key, target_key
from loaders.lexicon import Lexicon
from loaders.mentions import Link, Mention
from loaders.organizations import identify_body, place_of
from loaders.resolution.documents import Metadata, document_id
from loaders.resolution.frame import Frame
from loaders.resolution.gathering import Gathering


@dataclass(frozen=True, slots=True)
class Fact:
    """A mention and the id of the node it became."""

    id: str
    mention: Mention
    evidence: tuple[Evidence, ...]

    @property
    def span(self) -> Span:
        """Its first place."""
        return self.mention.spans[0]


@dataclass(slots=True)
class Facts:
    """The nodes and edges of a document in the making."""

    frame: Frame
    metadata: Metadata
    lexicon: Lexicon
    strategy: str = ""
    nodes: Gathering[Node] = field(default_factory=Gathering)
    edges: Gathering[Edge] = field(default_factory=Gathering)
    bodies: dict[str, tuple[str, dict[str, Value]]] = field(default_factory=dict)
    placed: list[Fact] = field(default_factory=list)
    stated: list[Span] = field(default_factory=list)
    title_places: list[Span] = field(default_factory=list)
    unknown_bodies: dict[str, Span] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """The place that the document speaks for."""
        return place_of(self.metadata.issuer, self.metadata.title)

    def of(self, *labels: str) -> list[Fact]:
        """The facts of these labels in the order of the text."""
        return [fact for fact in self.placed if fact.mention.label in labels]

    def add(self, mentions: Iterable[Mention]) -> None:
        """Give every mention its node, and its links their edges."""
        for mention in mentions:
            evidence = self.frame.evidence(mention.spans, mention.rule)
            if mention.spans and not evidence:
                continue
            self.stated += mention.spans
            if mention.properties:
                id = self._node(mention, evidence)
                self.placed.append(Fact(id, mention, evidence))
            elif mention.label == "Document":
                id = self.frame.document_id
            else:
                continue
            for link in mention.links:
                self._link(id, link)

    def link(self, source: str, type: str, target: str, evidence: tuple[Evidence, ...]) -> None:
        """An edge that follows from where two things stand."""
        if evidence:
            self.edges.add(self.frame.edge(type, source, target, evidence))

    def state(self, id: str, evidence: tuple[Evidence, ...]) -> None:
        """STATED_IN: the clauses that a node came from."""
        if len(evidence) == 1:  # most are: one tuple for node and edge
            self.edges.add(self.frame.edge("STATED_IN", id, evidence[0].clause, evidence))
            return
        by_clause: dict[str, list[Evidence]] = {}
        for item in evidence:
            by_clause.setdefault(item.clause, []).append(item)
        for clause, items in by_clause.items():
            self.edges.add(self.frame.edge("STATED_IN", id, clause, tuple(items)))

    def _node(self, mention: Mention, evidence: tuple[Evidence, ...]) -> str:
        label, properties = mention.label, dict(mention.properties)
        if label in ("Measure", "Target", "Milestone"):
            properties["document_id"] = self.frame.document_id
        if len(evidence) == 1 and evidence[0].quote == properties.get("text"):
            properties["text"] = evidence[0].quote  # one string for both
        id = make_id(label, *self._key(mention))
        self.nodes.add(Node(id, label, properties, evidence))
        self.state(id, evidence)
        return id

    def _key(self, mention: Mention) -> tuple[object, ...]:
        """The natural key of a node, as graph-model has it."""
        says = mention.properties
        name = str(says.get("name", ""))
        own = self.frame.document_id
        if mention.label == "Strategy":
            return (strategy_key(name),)
        if mention.label == "Pillar":
            return self.strategy, name_key(name)
        if mention.label == "Measure":
            return own, self.frame.path_at(mention.spans[0][0]), name_key(str(says["text"]))
        if mention.label == "Milestone":
            return own, name_key(name), says.get("date", "")
        if mention.label == "Target":
            return own, *target_key(mention)
        return (name_key(name),)

    def _link(self, source: str, link: Link) -> None:
        evidence = self.frame.evidence([link.span], link.rule)
        if not evidence:
            return
        self.stated.append(link.span)
        id, properties = self._linked(link)
        self.nodes.add(Node(id, link.label, properties, evidence))
        self.state(id, evidence)
        self.edges.add(
            self.frame.edge(link.type, source, id, evidence, origin=link.origin, basis=link.basis)
        )

    def _body(self, link: Link) -> tuple[str, dict[str, Value]]:
        body = identify_body(link.name, self.place, self.frame.document_id, self.lexicon)
        if not body.known:
            self.unknown_bodies[link.name] = link.span
        properties: dict[str, Value] = {"name": link.name, "collective": body.collective}
        if body.aliases:
            properties["aliases"] = list(body.aliases)
        return make_id(link.label, *body.key), properties

    def _linked(self, link: Link) -> tuple[str, dict[str, Value]]:
        """The shared node at the far end of a link."""
        properties: dict[str, Value] = {"name": link.name, **link.properties}
        if link.label == "Document":
            properties = {"title": link.name, "status": "cited", **link.properties}
            return document_id(link.name), properties
        if link.label == "Organization":
            if link.name not in self.bodies:
                self.bodies[link.name] = self._body(link)
            return self.bodies[link.name]
        return make_id(link.label, name_key(link.name)), properties
