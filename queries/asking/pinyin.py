"""Chinese by its pinyin: `mbct` or `mubiao chongtu` for 目标冲突."""

from __future__ import annotations

import re
from functools import lru_cache

from pypinyin import lazy_pinyin

_CHINESE = re.compile(r"[㐀-鿿]+")


@lru_cache(maxsize=4096)
def spelled(text: str) -> tuple[str, str]:
    """Initials and full pinyin of the Chinese characters of a text."""
    syllables = lazy_pinyin("".join(_CHINESE.findall(text)))
    return "".join(syllable[0] for syllable in syllables), "".join(syllables)


def likeness(typed: tuple[str, ...], text: str) -> float:
    """How well typed letters fit a Chinese text, from 0 to 1.

    Long runs of letters in order count most; of two texts that fit, the shorter is better.
    """
    if not typed:
        return 0.0
    best = 0.0
    for letters in spelled(text):
        if not letters:
            continue
        runs = [_runs(chunk, letters) for chunk in typed]
        fit = sum(sum(n * n for n in run) for run in runs) / sum(len(c) ** 2 for c in typed)
        share = min(1.0, sum(map(sum, runs)) / len(letters))
        best = max(best, fit * (0.75 + 0.25 * share))
    return best


def _runs(chunk: str, letters: str) -> list[int]:
    """Lengths of the runs in which a chunk is found, in order; the longest is taken first."""
    if not chunk or not letters:
        return []
    for size in range(min(len(chunk), len(letters)), 0, -1):
        for start in range(len(chunk) - size + 1):
            at = letters.find(chunk[start : start + size])
            if at >= 0:
                left = _runs(chunk[:start], letters[:at])
                right = _runs(chunk[start + size :], letters[at + size :])
                return [*left, size, *right]
    return []
