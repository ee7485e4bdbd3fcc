"""What was mistyped: Chinese that sounds like a known word, English that is nearly one.

Who types Chinese types its sound and may pick a wrong character of that sound: 责仁 for 责任.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from pypinyin import lazy_pinyin

_CHINESE = re.compile(r"[㐀-鿿]{2,}")
_LEAST = 5
"""Letters of an English word; a shorter one is too like others."""
_ALIKE = 0.85

Sound = tuple[str, ...]


class Ear:
    """Knows words by how they sound."""

    def __init__(self, words: Iterable[str]) -> None:
        known = {word for word in words if len(word) > 1}
        longest_first = sorted(known, key=lambda word: (-len(word), word))
        self._known = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
        self._words: dict[Sound, list[str]] = {}
        for word in filter(_CHINESE.fullmatch, longest_first):
            self._words.setdefault(_sound(word), []).append(word)
        self._longest = max(map(len, self._words), default=0)

    def corrected(self, text: str) -> str:
        """The text with a wrong character of the right sound put right.

        Only between words that are known as they stand, and only where one word is meant.
        """
        written, at = "", 0
        for known in self._known.finditer(text):
            between = text[at : known.start()]
            written += _CHINESE.sub(lambda run: self._heard(run[0]), between) + known[0]
            at = known.end()
        return written + _CHINESE.sub(lambda run: self._heard(run[0]), text[at:])

    def _heard(self, run: str) -> str:
        syllables = _sound(run)
        if len(syllables) != len(run):
            return run
        for size in range(min(self._longest, len(run)), 1, -1):
            for at in range(len(run) - size + 1):
                alike = self._words.get(syllables[at : at + size], ())
                meant = [word for word in alike if _differs_once(word, run[at : at + size])]
                if len(meant) == 1:
                    return self._heard(run[:at]) + meant[0] + self._heard(run[at + size :])
        return run


def nearly(word: str, known: Collection[str]) -> str:
    """The known English word that was meant; the word itself when none is near."""
    if len(word) < _LEAST or word in known:
        return word
    near = difflib.get_close_matches(word, known, n=1, cutoff=_ALIKE)
    return near[0] if near else word


def _differs_once(one: str, other: str) -> bool:
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


@lru_cache(maxsize=4096)
def _sound(text: str) -> Sound:
    return tuple(lazy_pinyin(text))
