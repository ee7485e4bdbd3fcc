"""Plans compared, documents, places and the quality of what was read, in plain Python."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

from graph.elements import Node
from tests.oracle.index import Index, Row, down, ordered, value

CITING = ("CITES", "IMPLEMENTS", "ISSUED_WITH", "SUPERSEDES")
TOPICS = ("Sector", "Organization", "Indicator")
FACTS = (
    "Strategy", "Pillar", "ActionPlan", "Measure", "Target", "Indicator", "Milestone",
    "Organization", "Sector",
)  # fmt: skip
NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
NUMERALS += ["十" + n for n in NUMERALS[:9]] + ["二十"]


def shared_topics(
    g: Index, plan: str | None = None, plans: int = 2, label: str | None = None
) -> tuple[list[Row], int]:
    topics = [x for x, _ in g.stated(plan, *TOPICS) if label in (None, x.label)]
    rows = []
    for topic in topics:
        documents = {p.document.id: p.title for p in g.places(topic)}
        if len(documents) >= plans:
            titles = sorted(documents.values())
            name = value(topic, "name")
            key = (down(len(titles)), topic.label, name, topic.id)
            rows.append((key, (topic.label, name, len(titles), titles, topic.id)))
    return ordered(rows), len(topics)


def similarity(g: Index, plan: str | None = None) -> tuple[list[Row], int]:
    topics: dict[str, set[str]] = defaultdict(set)
    for topic in g.of(*TOPICS):
        for place in g.places(topic):
            topics[place.document.id].add(topic.id)
    loaded = [d for d in g.of("Document") if value(d, "status") == "loaded"]
    loaded.sort(key=lambda d: (str(value(d, "title")), d.id))
    pairs = list(combinations(loaded, 2))
    if plan is not None:
        pairs = [(d, e) for d in loaded if g.in_plan(d, plan) for e in loaded if d.id != e.id]
    rows = []
    for one, other in pairs:
        common = topics[one.id] & topics[other.id]
        if not common:
            continue
        likeness = round(len(common) / len(topics[one.id] | topics[other.id]), 3)
        counts = Counter(g.node[id].label for id in common)
        titles = (value(one, "title"), value(other, "title"))
        row = (*titles, likeness, *(counts[label] for label in TOPICS), one.id, other.id)
        rows.append(((down(likeness), *titles, one.id, other.id), row))
    return ordered(rows), len(pairs)


def not_loaded(g: Index) -> tuple[list[Row], int]:
    rows, cited = [], set()
    for edge in g.edges:
        if edge.type not in CITING:
            continue
        document, citing = g.node[edge.target], g.node[edge.source]
        cited.add(document.id)
        if not _is_missing(g, document):
            continue
        _, clause = g.place_of(edge)
        where = (value(citing, "title"), value(clause, "ordinal"))
        title = value(document, "title")
        row = (title, edge.type, *where, edge.evidence[0].quote, document.id, edge.id)
        rows.append(((*where, title, edge.type, document.id, edge.id), row))
    return ordered(rows), len(cited)


def evidence(g: Index, thing: str) -> tuple[list[Row], None]:
    rows = []
    for node in g.of(*FACTS, "Observation", "Section", "Document"):
        if thing in (node.id, value(node, "name")):
            for edge in g.edges_out(node, "STATED_IN"):
                clause = g.node[edge.target]
                rows.append(_stated(g, node.label, value(node, "name"), edge.evidence[0], clause,
                                    node.id))  # fmt: skip
    for edge in g.edges:
        if edge.id == thing:
            ends = [value(g.node[id], "name") for id in (edge.source, edge.target)]
            name = " → ".join(map(str, ends)) if None not in ends else None
            clause = g.node[edge.evidence[0].clause]
            rows.append(_stated(g, edge.type, name, edge.evidence[0], clause, edge.id))
    return ordered(rows), None


def search(g: Index, words: str) -> tuple[list[Row], int]:
    rows = []
    for clause in g.of("Clause"):
        if words in str(value(clause, "text")):
            (document,) = g.out(clause, "IN_DOCUMENT")
            where = (value(document, "title"), value(clause, "ordinal"))
            facts = len(g.edges_in(clause, "STATED_IN"))
            rows.append(((*where, clause.id), (*where, value(clause, "text"), facts, clause.id)))
    return ordered(rows), sum(1 for _ in g.of("Clause"))


def untyped(g: Index, plan: str | None = None) -> tuple[list[Row], int]:
    rows, total = [], 0
    for clause in g.of("Clause"):
        (document,) = g.out(clause, "IN_DOCUMENT")
        if value(clause, "kind") == "heading" or not g.in_plan(document, plan):
            continue
        total += 1
        if not g.edges_in(clause, "STATED_IN"):
            where = (value(document, "title"), value(clause, "ordinal"))
            row = (*where, value(clause, "kind"), value(clause, "text"), clause.id)
            rows.append(((*where, clause.id), row))
    return ordered(rows), total


def blindspots(g: Index, coverage: float = 0.2) -> tuple[list[Row], int]:
    found: list[Row] = [
        (
            "numbering_gap",
            before,
            document,
            clause,
            f"{value(s, 'number')}{value(s, 'title')}",
            s.id,
        )
        for s, before, document, clause in _numbering_gaps(g)
    ]
    for edge in g.edges:
        if edge.type in CITING and _is_missing(g, g.node[edge.target]):
            document, (_, clause) = g.node[edge.source], g.place_of(edge)
            title = value(g.node[edge.target], "title")
            quote = edge.evidence[0].quote
            found.append(("cited_not_loaded", title, document, clause, quote, edge.target))
    for measure in g.of("Measure"):
        leads = g.edges_out(measure, "LED_BY", "ASSIGNED_TO")
        if all(value(g.node[e.target], "collective") for e in leads):
            for e in leads:
                quote = e.evidence[0].quote
                where = g.place_of(e)
                found.append(("vague_owner", value(measure, "name"), *where, quote, measure.id))
    for one, other in combinations(sorted(g.of("Organization"), key=lambda o: o.id), 2):
        known = {value(other, "name"), *(value(other, "aliases") or ())}
        for alias in value(one, "aliases") or ():
            if alias in known:
                place = g.places(one)[0]
                found.append(
                    ("name_collision", alias, place.document, place.clause, place.quote, one.id)
                )
    loaded = [d for d in g.of("Document") if value(d, "status") == "loaded"]
    for document in loaded:
        all_, typed = value(document, "sentences"), value(document, "sentences_typed")
        if all_ and typed / all_ < coverage:
            found.append(("low_coverage", f"{typed}/{all_}", document, None, None, document.id))
    rows = []
    for kind, subject, document, clause, quote, id in found:
        where = (value(document, "title"), value(clause, "ordinal") if clause else None)
        rows.append(((kind, *where, subject, id), (kind, subject, *where, quote, id)))
    return ordered(rows), len(loaded)


def _is_missing(g: Index, document: Node) -> bool:
    if value(document, "status") != "cited":
        return False
    plans = [p for p in g.of("ActionPlan") if value(p, "name") == value(document, "title")]
    told = [d for plan in plans for d in g.out(plan, "DESCRIBED_IN")]
    return not any(value(d, "status") == "loaded" for d in told)


def _numbering_gaps(g: Index) -> list[tuple[Node, str, Node, Node]]:
    siblings: dict[tuple[str, str | None, object], dict[str, Node]] = defaultdict(dict)
    for section in g.of("Section"):
        parents = [s.id for s in g.out(section, "PART_OF")]
        key = (str(value(section, "document_id")), *(parents or [None]), value(section, "level"))
        number = str(value(section, "number") or "").strip("（）")
        if number in NUMERALS:
            siblings[key][number] = section
    found = []
    for numbered in siblings.values():
        for number, section in numbered.items():
            before = NUMERALS[NUMERALS.index(number) - 1] if number != "一" else None
            if before and before not in numbered:
                (document,) = g.out(section, "IN_DOCUMENT")
                start = value(section, "start")
                clauses = (c for c in g.into(document, "IN_DOCUMENT") if c.label == "Clause")
                clause = next(c for c in clauses if value(c, "start") <= start < value(c, "end"))
                found.append((section, before, document, clause))
    return found


def _stated(
    g: Index, what: str, name: object, place: object, clause: Node, id: str
) -> tuple[Row, Row]:
    (document,) = g.out(clause, "IN_DOCUMENT")
    quote, rule, start, end = (getattr(place, n) for n in ("quote", "rule", "start", "end"))
    where = (value(document, "title"), value(clause, "ordinal"))
    row = (what, name, *where, quote, rule, start, end, value(clause, "text"), clause.id, id)
    return (*where, start, end, id, clause.id, rule), row


ANSWERS = {
    "plan.shared_topics": shared_topics,
    "plan.similarity": similarity,
    "document.not_loaded": not_loaded,
    "trace.evidence": evidence,
    "trace.search": search,
    "quality.untyped": untyped,
    "quality.blindspots": blindspots,
}
