"""The property: what a page did to a text, repair undoes. Pages are made by forward.py."""

from __future__ import annotations

import pytest

from loaders.repair import repair
from tests.repair.forward import Farm, annotated, dense_rules, page, realistic_rules
from tests.repair.kit import DEV, scorer, text_of

CLEAN = ["01", "04", "08", "09", "13", "17"]


def lines_of(text: str) -> list[str]:
    return list(scorer().canonical(text).split("\n"))


def right_and_all(clean: str, repaired: str) -> tuple[int, int]:
    before, after = lines_of(clean), lines_of(repaired)
    assert len(before) == len(after)
    return sum(a == b for a, b in zip(before, after, strict=True)), len(before)


@pytest.mark.parametrize("seed", range(5))
def test_repair_undoes_a_realistic_page_on_ninety_nine_lines_of_a_hundred(seed: int) -> None:
    farm = Farm(realistic_rules())
    found = [
        right_and_all(clean, repair(page(clean, farm, seed * 100 + number)).text)
        for number, clean in enumerate(text_of(DEV / f"{name}.clean.txt") for name in CLEAN)
    ]
    assert sum(right for right, _ in found) >= 0.99 * sum(lines for _, lines in found)


def test_a_page_with_far_more_rules_has_no_more_than_fifteen_errors_in_ten_thousand() -> None:
    farm = Farm(dense_rules(), share=0.7, blanks=0.1)
    wrong = size = 0
    for number, name in enumerate(CLEAN):
        clean = text_of(DEV / f"{name}.clean.txt")
        wrong += scorer().errors(clean, repair(page(clean, farm, number)).text)
        size += len(scorer().canonical(clean))
    assert wrong <= 0.0015 * size


@pytest.mark.parametrize(
    ("tones", "times", "blank"), [(True, 1, False), (False, 2, False), (False, 1, True)]
)
def test_repair_undoes_annotations_of_every_family(tones: bool, times: int, blank: bool) -> None:
    for seed, name in enumerate(CLEAN):
        clean = text_of(DEV / f"{name}.clean.txt")
        noisy = annotated(clean, seed, tones=tones, times=times, blank=blank)
        assert lines_of(repair(noisy).text) == lines_of(clean)
