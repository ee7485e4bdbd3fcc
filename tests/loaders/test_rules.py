"""Every rule of every module in loaders/rules against its own examples."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import pytest

import loaders.rules
from loaders.rules.rule import Rule


def all_rules() -> list[Rule[Any]]:
    found: dict[str, Rule[Any]] = {}
    for info in pkgutil.walk_packages(loaders.rules.__path__, "loaders.rules."):
        for value in vars(importlib.import_module(info.name)).values():
            for rule in value if isinstance(value, tuple) else (value,):
                if isinstance(rule, Rule):
                    assert found.setdefault(rule.name, rule) is rule, f"two rules are {rule.name}"
    return list(found.values())


RULES = all_rules()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_reads_its_examples_and_nothing_else(rule: Rule[Any]) -> None:
    assert len(rule.yes) >= 2
    assert len(rule.no) >= 2
    for text, expected in rule.yes:
        assert tuple(reading for _, reading in rule.find(text)) == expected, text
    for text in rule.no:
        assert tuple(rule.find(text)) == (), text
