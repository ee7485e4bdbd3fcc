"""Whatever happens to a document: no exception, honest evidence, the same bytes twice."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.extraction_mutations import MUTATIONS, Mutation, breaches
from loaders import build

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {
    "seed": (ROOT / "data/plans/tianjin-smart-technology-2017/original.txt").read_bytes(),
    "news": (ROOT / "data/sample-city/special-data/original.txt").read_bytes(),
    "plan": build(ROOT / "data/sample-city/overall-2026").document.text.encode("utf-8"),
    "table": build(ROOT / "data/sample-city-later/responsibility").document.text.encode("utf-8"),
}


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda mutate: mutate.__name__)
@pytest.mark.parametrize("name", TEXTS)
def test_a_mutated_text_is_read_honestly(tmp_path: Path, name: str, mutate: Mutation) -> None:
    path = tmp_path / "mutated.txt"
    path.write_bytes(mutate(TEXTS[name], random.Random(f"{name} {mutate.__name__}")))
    assert breaches(path) == []
