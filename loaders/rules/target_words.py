"""The words of target_words.yaml as alternatives for the patterns, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml


def _flat(items: list[Any]) -> Iterator[str]:
    for item in items:
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield str(item)


def _alternatives(items: list[Any]) -> str:
    words = sorted(set(_flat(items)), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, words))


_FILE = Path(__file__).with_name("target_words.yaml")
WORDS: dict[str, str] = {
    name: _alternatives(items)
    for name, items in yaml.safe_load(_FILE.read_text(encoding="utf-8")).items()
}
"""A regular expression for each list of the file, to be put into a pattern by its name."""
