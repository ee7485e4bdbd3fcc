"""When two names or two promises mean one thing: keys that their nodes are hashed over."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from loaders.mentions import Mention

_NOT_IN_A_KEY = re.compile(r"[\W_]+")
_STRATEGY_TAIL = re.compile(r"(?:发展)?战略$")


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """A name without punctuation, width and case: 《A（2026—2030年）》 is A(2026-2030年)."""
    return _NOT_IN_A_KEY.sub("", unicodedata.normalize("NFKC", name)).lower()


def strategy_key(name: str) -> str:
    """“智慧江屿” and “智慧江屿”战略 are one strategy."""
    return _STRATEGY_TAIL.sub("", name_key(name)) or name_key(name)


def target_key(mention: Mention) -> Iterator[object]:
    """Normalised facts: the same promise in text and table is one target with two places."""
    says = mention.properties
    names = [link.name for link in mention.links if link.label == "Indicator"]
    yield name_key(names[0] if names else str(says.get("name", "")))
    yield says.get("kind", "")
    if says.get("kind") == "qualitative":
        yield says.get("year", "")
        return
    for name in ("comparator", "value_std", "value_max_std", "unit_std", "year", "mode", "per"):
        yield says.get(name, "")
    for name in ("qualifier", "scope"):
        yield name_key(str(says.get(name, "")))
    if "value_std" not in says:
        yield from (says.get("value", ""), says.get("value_max", ""), says.get("unit", ""))
