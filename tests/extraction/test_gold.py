"""Our own gold set (the sample city and the owner's document): precision and recall, rule by rule.

The labels in tests/gold were written from the annotation guide. A rule that gets worse fails here.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from graph.elements import Evidence, Node
from graph.schema import ROLES
from loaders import Build, build

ROOT = Path(__file__).resolve().parents[2]
GOLD = sorted((ROOT / "tests" / "gold").glob("*.json"))
Span = tuple[int, int]


@lru_cache(maxsize=len(GOLD))
def read(path: Path) -> tuple[dict[str, Any], Build]:
    labels: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return labels, build(ROOT / labels["document"])


def plain(words: str) -> str:
    return re.sub(r"[\W_]+", "", words)


class Places:
    """Where quotes stand in a text, whatever their punctuation."""

    def __init__(self, text: str) -> None:
        kept = [(at, sign) for at, sign in enumerate(text) if plain(sign)]
        self.offsets = [at for at, _ in kept]
        self.text = "".join(sign for _, sign in kept)

    def find(self, quote: str) -> list[Span]:
        words = plain(quote)
        found = re.finditer(re.escape(words), self.text)
        return [(self.offsets[m.start()], self.offsets[m.end() - 1] + 1) for m in found]


def meet(evidence: tuple[Evidence, ...], places: list[Span]) -> bool:
    return any(e.start < end and start < e.end for e in evidence for start, end in places)


def named(nodes: tuple[Node, ...]) -> set[str]:
    return {plain(str(node.properties["name"])) for node in nodes}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_measure_is_found_and_nothing_else(path: Path) -> None:
    labels, built = read(path)
    places = Places(built.document.text)
    found = [m for m in built.subgraph.nodes_of("Measure") if _is_stated(m, built)]
    wanted = [places.find(label["quote"]) for label in labels["measures"]]
    wrong = {m.properties["name"]: m.evidence[0].rule for m in found
             if not any(meet(m.evidence, spans) for spans in wanted)}  # fmt: skip
    missed = [label["quote"] for label, spans in zip(labels["measures"], wanted, strict=True)
              if not any(meet(m.evidence, spans) for m in found)]  # fmt: skip
    assert (missed, wrong) == ([], {})


def _is_stated(measure: Node, built: Build) -> bool:
    """Not one that a dependency knows by its name only."""
    return any(edge.source == measure.id for edge in built.subgraph.edges_of("STATED_IN"))


def owners(built: Build) -> Counter[tuple[str, str, str, str]]:
    """(rule, role, body, tag) of every assignment that the text states."""
    names = {
        node.id: str(node.properties["name"]) for node in built.subgraph.nodes_of("Organization")
    }
    return Counter(
        (edge.evidence[0].rule, role, names[edge.target], plain(edge.evidence[0].quote))
        for role, type in ROLES.items()
        for edge in built.subgraph.edges_of(type)
    )


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_owner_has_its_role_and_nobody_else_has_one(path: Path) -> None:
    labels, built = read(path)
    found = owners(built)
    allowed = {(role, label["org"], plain(label["tag"]))
               for label in labels["owners"] for role in label["roles"]}  # fmt: skip
    wrong = [one for one in found if not _stands(one[1:], allowed)]
    strict = Counter((label["roles"][0], label["org"], plain(label["tag"]))
                     for label in labels["owners"] if not label.get("optional"))  # fmt: skip
    said = Counter({(role, body, tag): 0 for _, role, body, tag in found})
    for (_, role, body, tag), number in found.items():
        said[role, body, tag] += number
    missed = [label for label, number in strict.items() if said[label] < number]
    assert (missed, wrong) == ([], [])


def _stands(one: tuple[str, str, str], allowed: set[tuple[str, str, str]]) -> bool:
    role, body, tag = one
    return any(role == r and body == b and (t in tag or tag in t) for r, b, t in allowed)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_names_of_strategies_pillars_plans_and_sectors(path: Path) -> None:
    labels, built = read(path)
    graph = built.subgraph
    pillars = {
        (plain(str(p.properties["name"])), p.properties["kind"]) for p in graph.nodes_of("Pillar")
    }
    wanted = {(plain(name), kind) for name, kind in labels["pillars"]}
    assert wanted <= pillars
    assert {name for name, _ in pillars - wanted} <= {plain(n) for n in labels["pillars_optional"]}
    for key, label in (("plans", "ActionPlan"), ("sectors", "Sector")):
        names = named(graph.nodes_of(label))
        required = {plain(name) for name in labels[key]}
        own = {plain(str(n.properties["title"])) for n in graph.nodes_of("Document")}
        spare = {plain(name) for name in labels[f"{key}_optional"]} | own
        assert required <= names
        if required:
            assert names - required <= spare | {
                name for name in names if any(name in s for s in spare)
            }
    if labels["strategies"]:
        assert named(graph.nodes_of("Strategy")) == {plain(name) for name in labels["strategies"]}


def targets_by_rule() -> dict[str, tuple[int, int]]:
    """For every rule: how many of its targets are labelled, of how many."""
    right: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for path in GOLD:
        labels, built = read(path)
        places = Places(built.document.text)
        wanted = [(label, places.find(label["quote"])) for label in labels["targets"]]
        for node in built.subgraph.nodes_of("Target"):
            if node.properties["kind"] == "quantified":
                rule = node.evidence[0].rule
                all_[rule] += 1
                right[rule] += any(_same(node, label) and meet(node.evidence, spans)
                                   for label, spans in wanted)  # fmt: skip
    return {rule: (right[rule], all_[rule]) for rule in all_}


def _same(node: Node, label: dict[str, Any]) -> bool:
    says = node.properties
    ends = [_ends(says, "value", "value_max"), _ends(says, "value_std", "value_max_std")]
    is_range = label["low"] != label["high"]
    return (
        any(pair == pytest.approx((label["low"], label["high"])) for pair in ends if pair)
        and says.get("year") in label["years"]
        and (is_range or says["comparator"] in label["comparators"])
    )


def _ends(says: Mapping[str, Any], low: str, high: str) -> tuple[float, float] | None:
    return (says[low], says.get(high, says[low])) if low in says else None


def test_no_rule_on_targets_takes_what_is_none() -> None:
    wrong = {rule: counts for rule, counts in targets_by_rule().items() if counts[0] < counts[1]}
    assert wrong == {}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_target_is_found(path: Path) -> None:
    labels, built = read(path)
    places = Places(built.document.text)
    nodes = [n for n in built.subgraph.nodes_of("Target") if n.properties["kind"] == "quantified"]
    found = {label.get("same_as", label["quote"]) for label in labels["targets"]
             if any(_same(n, label) and meet(n.evidence, places.find(label["quote"]))
                    for n in nodes)}  # fmt: skip
    required = [label for label in labels["targets"] if not label.get("optional")]
    missed = [label["quote"] for label in required
              if label.get("same_as", label["quote"]) not in found]  # fmt: skip
    goals = [n.evidence for n in built.subgraph.nodes_of("Target")
             if n.properties["kind"] == "qualitative"]  # fmt: skip
    missed += [quote for quote in labels["goals_without_number"]
               if not any(meet(e, places.find(quote)) for e in goals)]  # fmt: skip
    assert missed == []
