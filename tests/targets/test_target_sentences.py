"""What a plan for 2031 to 2035 promises in each of many sentences: comparator, value, unit, year.

sentences.txt holds them: 目标 (a paragraph of goals) or 任务 (one of tasks), the sentence, and
under it every target that it states; `-` for no year.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.lexicon import DEFAULT_LEXICON
from loaders.mentions import Mention
from loaders.rules.targets import find_targets
from tests.targets.made_documents import HEAD, document

SECTIONS = {"目标": "二、发展目标", "任务": "三、重点任务"}


def cases() -> Iterator[tuple[str, str, list[str]]]:
    text = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8")
    for block in text.strip().split("\n\n"):
        first, *targets = block.split("\n")
        kind, sentence = first.split(" ", 1)
        yield kind, sentence, sorted(target.strip() for target in targets)


def shown(mention: Mention) -> str:
    says = mention.properties
    top = f"–{says['value_max']:g}" if "value_max" in says else ""
    words = f"{says['comparator']} {says['value']:g}{top} {says.get('unit', '')}"
    return " ".join(f"{words} {says.get('year', '-')}".split())


@pytest.mark.parametrize(("kind", "sentence", "expected"), list(cases()))
def test_a_sentence_gives_its_targets_and_no_others(
    kind: str, sentence: str, expected: list[str]
) -> None:
    made = document(*HEAD, SECTIONS[kind], sentence)
    found = [m for m in find_targets(made, DEFAULT_LEXICON) if isinstance(m, Mention)]
    assert sorted(map(shown, found)) == expected
