"""A phrase as a bag of weighted features: ideas, pairs of Chinese characters, English stems.

What is lacking is a feature of its own: 没有举措的目标 is not 没有目标的举措.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from queries.asking.spelling import nearly

IDEA, STEM, PAIR = 3.0, 1.0, 0.7
"""How much a feature of each kind weighs."""
_REACH = 2
"""How many ideas after a word of lacking are lacking; when none follows, the one before it is."""

Bag = dict[str, float]

_WORDS = Path(__file__).with_name("words.yaml")
_CHINESE = re.compile(r"[㐀-鿿]+")
_LATIN = re.compile(r"[a-z]+")
_ENDINGS = ("ings", "ing", "ies", "ied", "es", "ed", "s")


class Idea(BaseModel):
    """What an idea is called."""

    model_config = ConfigDict(extra="forbid")
    zh: tuple[str, ...]
    en: tuple[str, ...]


class Words(BaseModel):
    """words.yaml."""

    model_config = ConfigDict(extra="forbid")
    ideas: dict[str, Idea]
    idle: Idea
    alone: dict[str, str]
    otherwise: str
    choices: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def words() -> Words:
    """The words people use, read once."""
    return Words.model_validate(yaml.safe_load(_WORDS.read_text(encoding="utf-8")))


def features(phrase: str) -> Bag:
    """What a phrase is about."""
    phrase = phrase.lower()
    found: Bag = {}
    for run in _CHINESE.findall(phrase):
        ideas, rest = _cut(run)
        _add_ideas(found, ideas)
        for piece in rest:
            for left, right in pairwise(piece):
                found[f"pair {left}{right}"] = PAIR
    typed = (nearly(stem(word), _known_stems()) for word in _LATIN.findall(phrase))
    stems = [s for s in typed if s not in _idle_stems()]
    _add_ideas(found, [idea for s in stems for idea in _ideas_of_stems().get(s, ())])
    found.update({f"stem {s}": STEM for s in stems})
    return found


def unknown_words(phrase: str) -> list[str]:
    """The Chinese that no word of ours names, the longest piece first."""
    pieces = (piece for run in _CHINESE.findall(phrase) for piece in _cut(run)[1])
    return sorted((piece for piece in pieces if len(piece) > 1), key=len, reverse=True)


def _add_ideas(found: Bag, ideas: Sequence[str]) -> None:
    for at, idea in enumerate(ideas):
        found[f"idea {idea}"] = IDEA
        if idea == "lack":
            near = ideas[at + 1 : at + 1 + _REACH] or ideas[max(at - 1, 0) : at]
            found.update({f"lack {other}": IDEA for other in near if other != "lack"})


def stem(word: str) -> str:
    """An English word without its ending; crude, and the same on both sides."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + ("y" if ending in ("ies", "ied") else "")
            break
    doubled = len(word) > 3 and word[-1] == word[-2] and word[-1] in "bdgmnprt"  # overlapping
    return word[:-1] if doubled or (len(word) > 3 and word.endswith("e")) else word


def is_english(word: str) -> bool:
    """True for a word that the lists of words know."""
    return nearly(stem(word.lower()), _known_stems()) in _known_stems()


@lru_cache(maxsize=1)
def known_chinese() -> Mapping[str, tuple[str, ...]]:
    """Chinese word -> its ideas; an idle word has none."""
    pairs = ((word, name) for name, idea in words().ideas.items() for word in idea.zh)
    return {**dict.fromkeys(words().idle.zh, ()), **_by_word(pairs)}


@lru_cache(maxsize=1)
def _ideas_of_stems() -> Mapping[str, tuple[str, ...]]:
    return _by_word((stem(word), name) for name, idea in words().ideas.items() for word in idea.en)


def _by_word(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, name in pairs:
        found[word] = (*found.get(word, ()), name)
    return found


@lru_cache(maxsize=1)
def _known_stems() -> frozenset[str]:
    return _idle_stems() | frozenset(_ideas_of_stems())


@lru_cache(maxsize=1)
def _idle_stems() -> frozenset[str]:
    return frozenset(map(stem, words().idle.en))


def _cut(run: str) -> tuple[list[str], list[str]]:
    """Ideas by the longest word at each place, and the pieces that no word names."""
    known = known_chinese()
    longest = max(map(len, known))
    ideas: list[str] = []
    pieces = [""]
    at = 0
    while at < len(run):
        size = next((n for n in range(longest, 0, -1) if run[at : at + n] in known), 0)
        if size:
            ideas += known[run[at : at + size]]
            pieces.append("")
        else:
            pieces[-1] += run[at]
        at += size or 1
    return ideas, pieces
