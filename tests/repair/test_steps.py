"""Every step proves itself on the examples that stand beside it."""

from __future__ import annotations

import pytest

from loaders.repair.draft import Draft
from loaders.repair.signs import read_signs
from loaders.repair.steps import SOURCE_STEPS, TEXT_STEPS
from loaders.repair.steps.step import Step

STEPS = (*SOURCE_STEPS, *TEXT_STEPS)


def applied(step: Step, text: str) -> Draft:
    return step.apply(Draft.of(text), read_signs(text))


@pytest.mark.parametrize(
    ("step", "damaged", "expected"),
    [(step, *pair) for step in STEPS for pair in step.yes],
    ids=lambda value: value.name if isinstance(value, Step) else "",
)
def test_a_step_undoes_its_damage_and_logs_it(step: Step, damaged: str, expected: str) -> None:
    draft = applied(step, damaged)
    assert draft.text == expected
    assert {change.step for change in draft.log()} == {step.name}


@pytest.mark.parametrize(
    ("step", "text"),
    [(step, text) for step in STEPS for text in step.no],
    ids=lambda value: value.name if isinstance(value, Step) else "",
)
def test_a_step_leaves_everything_else_alone(step: Step, text: str) -> None:
    draft = applied(step, text)
    assert draft.text is text
    assert draft.log() == ()


def test_every_step_has_examples_of_both_kinds_and_a_name_of_its_own() -> None:
    assert [step.name for step in STEPS if not (step.yes and step.no)] == []
    assert len({step.name for step in STEPS}) == len(STEPS)
