"""Two versions of a document, fact by fact: what is new, what is gone, what says something else.

Facts are paired step by step, the surest step first, and each pair says what it was paired on:
the same name, year and value; less and less of it; at last names or sentences that are alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from graph.elements import Node, Subgraph
from graph.errors import BadParameter, NotFound
from graph.schema import EDGE_TYPES, ROLES
from graph.stored import loaded_documents
from ui.figures.scope import in_order
from ui.figures.words import date_text, target_amount

ALIKE = 0.6
"""The least share of common characters (difflib's ratio) at which two texts are a pair."""

COMPARED = ("Pillar", "Target", "Milestone", "Measure")

_BINDING = {"binding": "约束性", "anticipatory": "预期性"}
_BRACKETED = re.compile(r"（[^（）]*(?:稿|草案|修订|修正|试行|版)[^（）]*）$")
_NUMBERED = re.compile(r"^\s*[（(]?[\d一二三四五六七八九十]+[）).、．]+")
_NO_SIGN = re.compile(r"[\W_]+")
_SENTENCE = re.compile(r"[^。；]+[。；]?")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as one version states it: `says` by heading (目标值, 期限, 牵头 …)."""

    node: Node
    name: str
    says: dict[str, str]
    text: str
    quote: str
    clause: int


@dataclass(frozen=True, slots=True)
class Change:
    """A fact in both versions, or in one; `basis` is what they were paired on."""

    label: str
    old: Fact | None
    new: Fact | None
    basis: str = ""

    @property
    def differing(self) -> tuple[str, ...]:
        """The headings under which the two say different things; 文字 for the wording alone."""
        if self.old is None or self.new is None:
            return ()
        one, two = self.old, self.new
        names = [h for h in (*one.says, *two.says) if one.says.get(h) != two.says.get(h)]
        if _plain(one.name) != _plain(two.name):
            names = ["名称", *names]
        if not names and _plain(one.text) != _plain(two.text):
            names = ["文字"]
        return tuple(dict.fromkeys(names))


def comparable(documents: Sequence[Node]) -> list[Node]:
    """Those that may be a version of a plan; a table of tasks is none."""
    return [node for node in documents if node.properties.get("kind") != "table"]


def choose_versions(subgraph: Subgraph, old: str | None, new: str | None) -> tuple[Node, Node]:
    """The two documents: by id, title or a part of it; else the only two of one title.

    Raises NotFound for a name that no document bears and BadParameter when none was named and
    no two documents are versions of each other.
    """
    documents = comparable(loaded_documents(subgraph))
    if old is not None and new is not None:
        return _named(documents, old), _named(documents, new)
    versions: dict[str, list[Node]] = defaultdict(list)
    for document in documents:
        versions[_BRACKETED.sub("", _title(document))].append(document)
    pairs = [sorted(found, key=_age) for found in versions.values() if len(found) == 2]
    if old is None and new is None and len(pairs) == 1:
        return pairs[0][0], pairs[0][1]
    titles = "、".join(_title(document) for document in documents)
    raise BadParameter("which two versions?", hint=f"-p old=… -p new=… with two of: {titles}")


def compare(subgraph: Subgraph, old: Node, new: Node) -> tuple[Change, ...]:
    """Every fact of the two, label by label, in the order of the new text; what is gone last."""
    reader = _Reader(subgraph)
    return tuple(
        change
        for label in COMPARED
        for change in _paired(label, reader.facts(label, old), reader.facts(label, new))
    )


def own_words(fact: Fact, other: Fact | None) -> str:
    """The sentences of its quote that the other version lacks; the whole quote without another."""
    sentences = _SENTENCE.findall(fact.quote)
    known = {_plain(sentence) for sentence in _SENTENCE.findall(other.quote)} if other else set()
    own = [sentence for sentence in sentences if _plain(sentence) not in known]
    return "…".join(own) or fact.quote


def _paired(label: str, old: Sequence[Fact], new: Sequence[Fact]) -> Iterator[Change]:
    left, right = list(old), list(new)
    found: dict[str, tuple[Fact, str]] = {}
    for basis, key in _STEPS[label]:
        waiting: dict[object, list[Fact]] = defaultdict(list)
        for fact in left:
            waiting[key(fact)].append(fact)
        for fact in right:
            if waiting[key(fact)]:
                found[fact.node.id] = (waiting[key(fact)].pop(0), basis)
        taken = {one.node.id for one, _ in found.values()}
        left = [fact for fact in left if fact.node.id not in taken]
        right = [fact for fact in right if fact.node.id not in found]
    for one, two, basis in _alike(left, right):
        found[two.node.id] = (one, basis)
    taken = {one.node.id for one, _ in found.values()}
    for fact in new:
        pair = found.get(fact.node.id)
        yield Change(label, pair[0], fact, pair[1]) if pair else Change(label, None, fact)
    for fact in old:
        if fact.node.id not in taken:
            yield Change(label, fact, None)


def _alike(left: Sequence[Fact], right: Sequence[Fact]) -> Iterator[tuple[Fact, Fact, str]]:
    """Pairs by likeness, the most alike first; a number is never paired with another unit."""
    rated = []
    for at, one in enumerate(left):
        for to, two in enumerate(right):
            if one.node.properties.get("unit") == two.node.properties.get("unit"):
                for what, a, b in (("名称", one.name, two.name), ("文字", one.text, two.text)):
                    share = _likeness(_plain(a), _plain(b))
                    if share >= ALIKE:
                        rated.append((-share, at, to, f"{what}相近（{share:.0%}）"))
    used: set[tuple[str, int]] = set()
    for _, at, to, basis in sorted(rated):
        if not {("left", at), ("right", to)} & used:
            used |= {("left", at), ("right", to)}
            yield left[at], right[to], basis


def _likeness(one: str, two: str) -> float:
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


class _Reader:
    """What a document says, out of the graph."""

    def __init__(self, subgraph: Subgraph) -> None:
        self.subgraph = subgraph
        self.nodes = {node.id: node for node in subgraph.nodes}
        self.leaving: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for edge in subgraph.edges:
            if edge.type in (*ROLES.values(), "MEASURED_BY"):
                self.leaving[edge.source].append((edge.type, edge.target))

    def facts(self, label: str, document: Node) -> list[Fact]:
        nodes = in_order(self.subgraph.nodes_of(label))
        return sorted(
            (
                self._fact(node, document.id)
                for node in nodes
                if any(evidence.document == document.id for evidence in node.evidence)
            ),
            key=lambda fact: fact.clause,
        )

    def _fact(self, node: Node, document: str) -> Fact:
        evidence = next(e for e in node.evidence if e.document == document)
        clause = self.nodes[evidence.clause].properties["ordinal"]
        facts = node.properties
        quote = " ".join(evidence.quote.split())
        text = str(facts.get("text") or quote)
        says = _target_says(node) if node.label == "Target" else {}
        if node.label == "Milestone":
            says = {"日期": date_text(str(facts["date"]))}
        says |= self._bodies(node)
        return Fact(node, self._name(node), says, text, quote, int(str(clause)))

    def _name(self, node: Node) -> str:
        """A target is called by the indicator that measures it, however the text words it."""
        ids = (id_ for type_, id_ in self.leaving[node.id] if type_ == "MEASURED_BY")
        named = (self.nodes[id_] for id_ in ids if id_ in self.nodes)
        return str(next(named, node).properties["name"])

    def _bodies(self, node: Node) -> dict[str, str]:
        roles: dict[str, list[str]] = defaultdict(list)
        for type_, id_ in self.leaving[node.id]:
            if type_ != "MEASURED_BY" and id_ in self.nodes:
                roles[type_].append(str(self.nodes[id_].properties["name"]))
        return {
            EDGE_TYPES[type_].zh: "、".join(sorted(roles[type_]))
            for type_ in ROLES.values()
            if type_ in roles
        }


def _target_says(node: Node) -> dict[str, str]:
    facts = node.properties
    found = {"目标值": target_amount(node)}
    if "year" in facts:
        found["期限"] = f"{facts['year']}年"
    if facts.get("bindingness") in _BINDING:
        found["性质"] = _BINDING[str(facts["bindingness"])]
    return found


def _of(*names: str) -> Callable[[Fact], object]:
    """A key of the name and some properties."""
    return lambda fact: (_plain(fact.name), *(fact.node.properties.get(n) for n in names))


_BY_NAME = (("名称", _of()),)
_STEPS: dict[str, tuple[tuple[str, Callable[[Fact], object]], ...]] = {
    "Pillar": _BY_NAME,
    "Measure": _BY_NAME,
    "Milestone": (("名称、日期", _of("date")), *_BY_NAME),
    "Target": (
        ("名称、年份、数值", _of("year", "comparator", "value", "value_max", "unit", "mode")),
        ("名称、年份、单位", _of("year", "unit", "mode")),
        ("名称、单位", _of("unit", "mode")),
        *_BY_NAME,
    ),
}


def _named(documents: Sequence[Node], name: str) -> Node:
    exact = [d for d in documents if name in (d.id, _title(d), d.properties.get("doc_number"))]
    near = [document for document in documents if name in _title(document)]
    for found in (exact, near):
        if len(found) == 1:
            return found[0]
    titles = "、".join(_title(document) for document in near or documents)
    raise NotFound(f"no one document is called “{name}”", hint=f"one of: {titles}")


def _title(document: Node) -> str:
    return str(document.properties["title"])


def _age(document: Node) -> tuple[str, str]:
    return (str(document.properties.get("issued", "")), document.id)


def _plain(text: str) -> str:
    """Without its number and its punctuation, in which versions differ and say the same."""
    return _NO_SIGN.sub("", _NUMBERED.sub("", text))
