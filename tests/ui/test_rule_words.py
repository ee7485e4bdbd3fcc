"""Every rule that reads a fact is named in words a planner understands."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import loaders.rules
from loaders import build
from loaders.resolution.derived import RULE
from loaders.rules.rule import Rule
from loaders.rules.shapes_of_change import CHANGES
from loaders.rules.shapes_of_level import LEVELS
from ui.explorer.wording import LANGUAGES, read_texts

PLANS = Path(__file__).resolve().parents[2] / "data"


def rules_of_the_tables() -> Iterator[str]:
    for found in pkgutil.iter_modules(loaders.rules.__path__):
        for value in vars(importlib.import_module(f"loaders.rules.{found.name}")).values():
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, Rule):
                    yield item.name
    yield from (shape.name for shape in (*LEVELS, *CHANGES))


def rules_of_our_plans() -> Iterator[str]:
    for plan in PLANS.rglob("plan.yaml"):
        graph = build(plan.parent).subgraph
        for element in (*graph.nodes, *graph.edges):
            yield from (evidence.rule for evidence in element.evidence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_words(language: str) -> None:
    texts = read_texts(language)
    rules = {RULE, *rules_of_the_tables(), *rules_of_our_plans()}
    assert {"outline", "deliver", "moved_to", "owner_bracket"} <= rules
    assert {rule for rule in rules if f"rule.{rule}" not in texts} == set()
