"""When two names mean one thing: keys that shared nodes are hashed over."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_IN_A_KEY = re.compile(r"[\W_]+")
_STRATEGY_TAIL = re.compile(r"(?:发展)?战略$")


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """A name without punctuation, width and case: 《A（2026—2030年）》 is A(2026-2030年)."""
    return _NOT_IN_A_KEY.sub("", unicodedata.normalize("NFKC", name)).lower()


def strategy_key(name: str) -> str:
    """“智慧江屿” and “智慧江屿”战略 are one strategy."""
    return _STRATEGY_TAIL.sub("", name_key(name)) or name_key(name)
