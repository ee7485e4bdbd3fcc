"""The ask box: from what a person types to the questions that are probably meant.

Typed Chinese, pinyin (initials or in full) and English are compared with what each question says
of itself and with the phrasings in its header; names of the graph fill its parameters.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from queries.asking.features import Bag, features, is_english, known_chinese, unknown_words, words
from queries.asking.names import Found, Names, fill
from queries.asking.pinyin import likeness
from queries.asking.spelling import Ear
from queries.catalog import Query

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_QUOTED = re.compile(r"[“\"「『]([^”\"」』]+)[”\"」』]")
_LATIN = re.compile(r"[a-z]+")
_MISSING, _UNUSED, _FITS = 0.75, 0.8, 1.15
"""How a score changes when a needed name is missing, a typed name has no use, or a value fits."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A question that may be meant, filled as far as the text goes; scores compare in one list."""

    query: Query
    parameters: dict[str, object]
    missing: tuple[str, ...]
    score: float


@dataclass(slots=True)
class AskBox:
    """Questions and names, made ready to be compared with what is typed."""

    queries: Sequence[Query]
    names: Names
    _phrases: list[tuple[Query, str, Bag]] = field(default_factory=list)
    _rarity: dict[str, float] = field(default_factory=dict)
    _ear: Ear = field(init=False)

    def __post_init__(self) -> None:
        used: Counter[str] = Counter()
        for query in self.queries:
            mine: set[str] = set()
            for phrase in _phrases_of(query):
                self._phrases.append((query, phrase, features(phrase)))
                mine |= set(self._phrases[-1][2])
            used.update(mine)
        self._ear = Ear([*known_chinese(), *self.names.short()])
        total = len(self.queries)
        self._rarity = {name: math.log(1 + total / count) for name, count in used.items()}

    def ask(self, text: str, limit: int = 3) -> list[Guess]:
        """The most probable questions, best first."""
        year = _YEAR.search(text)
        numbers = {"year": int(year[0])} if year else {}
        quoted = _QUOTED.findall(text)
        text = self._ear.corrected(text.lower() if text.isascii() else text)
        found = self.names.find(text)
        rest = _YEAR.sub(" ", found.rest)
        quoted += unknown_words(rest)
        letters = _pinyin_of(rest)
        scores = self._scores(rest, letters) or self._scores(_alone(found))
        if not scores and quoted:
            scores = self._scores(words().otherwise)
        guesses = [
            _guess(query, score, found, numbers, quoted, text) for score, query in scores.values()
        ]
        return sorted(guesses, key=lambda guess: (-guess.score, guess.query.name))[:limit]

    def _scores(self, text: str, letters: tuple[str, ...] = ()) -> dict[str, tuple[float, Query]]:
        """By the name of each question that has something of the text: how much, at its best."""
        typed = features(text)
        scores: dict[str, tuple[float, Query]] = {}
        for query, phrase, its in self._phrases:
            score = max(self._alike(typed, its), likeness(letters, phrase))
            if score > scores.get(query.name, (0.0, query))[0]:
                scores[query.name] = (score, query)
        return scores

    def _alike(self, typed: Bag, its: Bag) -> float:
        """Cosine of two bags, rare features weighing more."""
        one, other = self._weighed(typed), self._weighed(its)
        shared = sum(weight * other[name] for name, weight in one.items() if name in other)
        size = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
        return shared / size if size else 0.0

    def _weighed(self, bag: Bag) -> dict[str, float]:
        unknown = math.log(1 + len(self.queries))
        return {
            name: weight * self._rarity.get(name, unknown * 0.5) for name, weight in bag.items()
        }


def _alone(found: Found) -> str:
    """What is asked of a thing of which nothing but its name is typed."""
    labels = (name.label for mention in found.mentions for name in mention.meant)
    return words().alone.get(next(labels, ""), "")


def _phrases_of(query: Query) -> list[str]:
    return [query.title, query.question, query.title_en, query.question_en, *query.asked]


def _pinyin_of(text: str) -> tuple[str, ...]:
    """Chunks of letters that are no English; nothing when most of the words are English."""
    chunks = _LATIN.findall(text.lower())
    strange = [chunk for chunk in chunks if not is_english(chunk)]
    return tuple(strange) if 2 * len(strange) > len(chunks) else ()


def _guess(
    query: Query,
    score: float,
    found: Found,
    numbers: dict[str, int],
    quoted: Sequence[str],
    text: str,
) -> Guess:
    values, used = fill(query, found, numbers)
    for parameter in query.params:
        if parameter.name in values:
            continue
        if parameter.required and not parameter.suggest and quoted:
            values[parameter.name] = quoted[0]
        chosen = [c for c in parameter.choices if _is_named(str(c), text)]
        if len(chosen) == 1 and parameter.default is None:
            values[parameter.name] = chosen[0]
    missing = tuple(p.name for p in query.params if p.required and p.name not in values)
    typed = len(found.mentions) + len(numbers)
    if missing:
        score *= _MISSING
    if used < typed:
        score *= _UNUSED
    if not missing and used == typed:
        score *= _FITS ** len(values)
    return Guess(query, values, missing, score)


def _is_named(choice: str, text: str) -> bool:
    called = words().choices.get(choice, ())
    return any(word in text.lower() for word in called)
