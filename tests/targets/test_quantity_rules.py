"""Every shape and every refusal against its own examples."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.rules.claims import QuantityRule
from loaders.rules.target_rejections import REJECTIONS
from loaders.rules.target_shapes import SHAPES


@pytest.mark.parametrize("rule", (*SHAPES, *REJECTIONS), ids=lambda rule: rule.name)
def test_a_rule_has_examples_of_both_kinds(rule: QuantityRule[Any]) -> None:
    assert len(rule.yes) >= 2
    assert len(rule.no) >= 2


@pytest.mark.parametrize("rule", SHAPES, ids=lambda rule: rule.name)
def test_a_shape_reads_its_examples_and_nothing_else(rule: QuantityRule[Any]) -> None:
    for text, expected in rule.yes:
        assert tuple(str(reading) for _, reading in rule.find(text)) == expected, text
    for text in rule.no:
        assert list(rule.find(text)) == [], text


@pytest.mark.parametrize("rule", REJECTIONS, ids=lambda rule: rule.name)
def test_a_refusal_refuses_its_examples_and_nothing_else(rule: QuantityRule[Any]) -> None:
    for text, _ in rule.yes:
        assert list(rule.find(text)) != [], text
    for text in rule.no:
        assert list(rule.find(text)) == [], text


def test_no_two_rules_share_a_name() -> None:
    names = [rule.name for rule in (*SHAPES, *REJECTIONS)]
    assert len(names) == len(set(names))
