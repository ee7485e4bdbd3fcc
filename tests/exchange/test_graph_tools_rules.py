"""GraphML and JSON-LD by the rules of those who read them.

The rules of GraphML are those of its published structure (graphml.graphdrawing.org) and of the
readers of Gephi and yEd, written down here; RDFLib reads the JSON-LD.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import rdflib
from lxml import etree
from made_graphs import BUREAU, CITY, CLAUSE, DOCUMENT, EVERYONE, MEASURE, QUOTE, evidence
from rdflib import RDF, Literal, URIRef
from rdflib.namespace import DCTERMS, ORG, PROV, RDFS, SKOS

from graph.elements import Node, Subgraph
from graph.exchange import EXPORTERS

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NAME_TOKEN = re.compile(r"[\w.:·-]+")  # NMTOKEN of XML: no space, no comma
VALUES: dict[str, Callable[[str], object]] = {
    "string": str,
    "boolean": {"true": True, "false": False}.__getitem__,
    "long": lambda text: (-(2**63)) <= int(text) < 2**63 or 1 / 0,
    "double": float,
}
"""attr.type as Gephi and yEd know it, of which we use these, and how they read a value."""


def broken_rules(root: Any) -> Iterator[str]:
    """What a strict reader would stumble over, in words."""
    if root.tag != f"{{{NAMESPACE}}}graphml":
        yield "the root is no graphml"
    kinds = [etree.QName(child).localname for child in root]
    if kinds != sorted(kinds, key=["key", "graph"].index) or kinds.count("graph") != 1:
        yield "keys come first, then one graph"
    keys: dict[str, tuple[str, str]] = {}
    named: set[tuple[str, str]] = set()
    for key in root.iterfind(f"{{{NAMESPACE}}}key"):
        id_, for_, type_ = key.get("id"), key.get("for"), key.get("attr.type")
        if for_ not in ("node", "edge"):
            yield f"key {id_} is for {for_}"
        if type_ not in VALUES:
            yield f"key {id_} has the type {type_}"
        if id_ in keys or (for_, key.get("attr.name")) in named or not key.get("attr.name"):
            yield f"key {id_} is not the only one of its id and name"
        if not NAME_TOKEN.fullmatch(id_ or ""):
            yield f"key {id_} is no name token"
        keys[id_] = (for_, type_)
        named.add((for_, key.get("attr.name")))
    graph = root.find(f"{{{NAMESPACE}}}graph")
    if graph.get("edgedefault") not in ("directed", "undirected"):
        yield "edges are neither directed nor undirected"
    nodes = {item.get("id") for item in graph.iterfind(f"{{{NAMESPACE}}}node")}
    seen: set[str] = set()
    for item in graph:
        kind, id_ = etree.QName(item).localname, item.get("id")
        if id_ in seen or not NAME_TOKEN.fullmatch(id_ or ""):
            yield f"{kind} {id_} is not the only one, or no name token"
        seen.add(id_)
        if kind == "edge" and not {item.get("source"), item.get("target")} <= nodes:
            yield f"edge {id_} ends in no node"
        told = [data.get("key") for data in item]
        if len(told) != len(set(told)):
            yield f"{kind} {id_} says a thing twice"
        for data in item:
            for_, type_ = keys.get(data.get("key"), ("nothing", "string"))
            if etree.QName(data).localname != "data" or for_ != kind:
                yield f"{kind} {id_} has a value of a key for {for_}"
            try:
                VALUES[type_](data.text or "")
            except (ValueError, KeyError, ZeroDivisionError):
                yield f"{kind} {id_}: {data.text} is no {type_}"


@pytest.mark.parametrize("graph", [CITY, Subgraph()], ids=["city", "empty"])
def test_graphml_keeps_the_rules_of_its_readers(graph: Subgraph) -> None:
    assert list(broken_rules(etree.fromstring(EXPORTERS["graphml"].write(graph)))) == []


def test_numbers_that_are_no_long_are_called_double() -> None:
    facts = {"name": "大数", "value": 10**30, "ordinal": 2**63 - 1}
    root = etree.fromstring(EXPORTERS["graphml"].write(Subgraph.of([Node("a", "Target", facts)])))
    assert list(broken_rules(root)) == []
    types = {key.get("attr.name"): key.get("attr.type") for key in root.iter("{*}key")}
    assert (types["value"], types["ordinal"]) == ("double", "long")


@pytest.mark.parametrize(
    ("good", "bad", "rule"),
    [
        ('for="node" ', "", "is for None"),
        ('attr.type="string"', 'attr.type="date"', "has the type date"),
        ("<data key=\"edge.type\">", "<data key=\"node.type\">", "has a value of a key for node"),
        (">2030</data>", ">2030年</data>", "2030年 is no long"),
        (f'source="{MEASURE.id}"', 'source="nowhere"', "ends in no node"),
        ('edgedefault="directed"', "", "neither directed nor undirected"),
    ],
)  # fmt: skip
def test_the_rules_find_what_they_are_for(good: str, bad: str, rule: str) -> None:
    text = EXPORTERS["graphml"].write(CITY).decode("utf-8")
    assert good in text
    broken = text.replace(good, bad).encode("utf-8")
    assert any(rule in found for found in broken_rules(etree.fromstring(broken)))


BASE = "urn:plangraph:"
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
PLAN = rdflib.Namespace(f"{BASE}schema:")


def linked(graph: Subgraph) -> rdflib.Graph:
    """As RDFLib reads it; the context stands in the file, so nothing is fetched."""
    data = EXPORTERS["jsonld"].write(graph)
    context = json.loads(data)["@context"]
    assert isinstance(context, dict)
    assert "@import" not in context
    return rdflib.Graph().parse(data=data, format="json-ld")


of_rdflib = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")


def iri(id_: str) -> URIRef:
    return URIRef(BASE + id_)


@of_rdflib
def test_every_edge_is_a_triple_and_a_statement_with_its_sentence() -> None:
    triples = linked(CITY)
    for edge in CITY.edges:
        spoken = (iri(edge.source), PLAN[edge.type], iri(edge.target))
        assert spoken in triples
        parts = (RDF.subject, RDF.predicate, RDF.object)
        assert tuple(triples.value(iri(edge.id), part) for part in parts) == spoken
        (place,) = triples.objects(iri(edge.id), PROV.wasDerivedFrom)
        assert triples.value(place, OA.hasSource) == iri(CLAUSE)
        assert triples.value(place, PROV.wasQuotedFrom) == iri(DOCUMENT)
        selectors = list(triples.objects(place, OA.hasSelector))
        said = {(kind, value) for s in selectors for kind, value in triples.predicate_objects(s)}
        assert said == {
            (RDF.type, OA.TextQuoteSelector), (OA.exact, Literal(QUOTE)),
            (RDF.type, OA.TextPositionSelector), (OA.start, Literal(10)),
            (OA.end, Literal(10 + len(QUOTE))),
        }  # fmt: skip


@of_rdflib
def test_things_are_called_by_the_words_of_the_web() -> None:
    triples = linked(CITY)
    body = set(triples.predicate_objects(iri(BUREAU.id)))
    (place,) = triples.objects(iri(BUREAU.id), PROV.wasDerivedFrom)
    assert body == {
        (RDF.type, PLAN.Organization), (RDF.type, ORG.Organization), (RDF.type, PROV.Agent),
        (RDFS.label, Literal("市工信局")), (PLAN.name, Literal("市工信局")),
        (SKOS.altLabel, Literal("'工信局")), (SKOS.altLabel, Literal("市工业和信息化局")),
        (PLAN.aliases, Literal("'工信局")), (PLAN.aliases, Literal("市工业和信息化局")),
        (PLAN.collective, Literal(False)), (PROV.wasDerivedFrom, place),
    }  # fmt: skip
    other = linked(
        Subgraph.of(
            [
                Node("document-1", "Document", {"title": "江屿市总体方案"}),
                Node("sector-1", "Sector", {"name": "智慧健康"}, evidence()),
                Node("indicator-1", "Indicator", {"name": "算力总规模"}),
            ]
        )
    )
    expected = {
        (iri("document-1"), RDF.type, PROV.Entity),
        (iri("document-1"), DCTERMS.title, Literal("江屿市总体方案")),
        (iri("sector-1"), RDF.type, SKOS.Concept),
        (iri("sector-1"), SKOS.prefLabel, Literal("智慧健康")),
        (iri("indicator-1"), RDF.type, SKOS.Concept),
        (iri("indicator-1"), SKOS.prefLabel, Literal("算力总规模")),
    }
    assert expected <= set(other)


@of_rdflib
def test_nothing_is_lost_on_the_way_to_triples() -> None:
    """Counted from the graph: an evidence is thirteen triples, an edge one and a statement."""

    def values(properties: Any) -> int:
        return sum(len(v) if isinstance(v, list) else 1 for v in properties.values())

    expected = 0
    for node in CITY.nodes:
        classes = 3 if node.label == "Organization" else 1
        aliases = node.properties.get("aliases", [])
        expected += classes + 1 + len(aliases) + values(node.properties) + 13 * len(node.evidence)
    for edge in CITY.edges:
        expected += 1 + 2 + 3 + values(edge.properties) + 13 * len(edge.evidence)
    assert EVERYONE.properties["aliases"] == []
    assert len(linked(CITY)) == expected == 328
