"""The words of target_words.yaml as alternatives for the patterns, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml


def _flat(items: list[Any]) -> Iterator[str]:
    for item in items:
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield str(item)


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=lambda word: (-len(word), word))


def _alternatives(items: list[Any]) -> str:
    return "|".join(map(re.escape, _longest_first(_flat(items))))


def _unless(words: dict[str, str], look: str) -> str:
    """Words with the characters that must not stand beside them; `look` looks there."""
    return "|".join(
        f"{look}[{words[word]}]){word}" if look.startswith("(?<") and words[word]
        else f"{word}{look}[{words[word]}])" if words[word]
        else word
        for word in _longest_first(words)
    )  # fmt: skip


_FILE = yaml.safe_load(Path(__file__).with_name("target_words.yaml").read_text(encoding="utf-8"))
LEAD = _unless(_FILE.pop("lead"), "(?!")
TAIL = _unless(_FILE.pop("tail"), "(?<!")
ABSTRACT = _unless(_FILE.pop("abstract"), "(?!")
NAMED = _unless(_FILE.pop("named"), "(?!")
WORDS: dict[str, str] = {name: _alternatives(items) for name, items in _FILE.items()}
"""A regular expression for each list of the file, to be put into a pattern by its name."""
