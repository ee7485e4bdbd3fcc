"""A language model from a word list alone: how likely is this character after those two?

The model gives the exact character trigrams of a writer who draws words independently by their
frequency (marks and usual sequences of marks are words too), so that n-grams across the borders
of words have a sensible weight. `Seen` adds the n-grams of the undamaged part of the document
under repair: names and terms that no word list knows.
"""

from __future__ import annotations

import gzip
import math
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from loaders.repair.hanzi import DATA, is_han
from loaders.repair.seen import BEGIN, END, Seen

_PHRASE_COUNT = 2_000
"""A phrase of phrases.txt counts like a frequent word."""
_SPOKEN_SHARE = 0.15
"""A word of spoken.txt is so much rarer in official prose than in the word list."""
_LONGEST_WORD = 8
# Share of a mark among the words of official prose; all digits count as 0, all letters as a.
_MARKS = {
    "，": 0.055, "。": 0.028, "、": 0.035, "0": 0.045, "“": 0.006, "”": 0.006, "《": 0.004,
    "》": 0.004, "（": 0.006, "）": 0.006, "；": 0.006, "：": 0.005, "！": 0.0005, "？": 0.001,
    ".": 0.004, "a": 0.002, " ": 0.002, "—": 0.001, "％": 0.001, "%": 0.003,
}  # fmt: skip
_SEQUENCES = {
    "。”" + END: 40, "。”": 60, "！”": 20, "？”": 40, "。“": 30, "，“": 60, "：“": 60, "”。": 40,
    "”，": 60, "”、“": 30, "。《": 25, "《": 30, "》，": 40, "》。": 20, "》、《": 20, "”（": 10,
    "）。": 30, "）、": 20, "）" + END: 10, "。（": 5, "；": 30, "；" + END: 10, "。" + END: 100,
    "！" + END: 5, "？" + END: 5, "吗？": 30, "呢？": 15, "么？": 15, "何？": 5, "什么？": 10,
    "？": 60,
}  # fmt: skip
_SEQUENCE_SHARE = 0.05
_MARK_SCORES = {"，": -2.8, "。": -3.7, "、": -3.3, "0": -3.5, "“": -5.0, "”": -5.0}
_OTHER_SCORE = -5.0
_UNKNOWN_CHARACTER = -1.0
_UNSEEN = 0.05
_ALPHABET = 400
_TRIGRAM_PRIOR = 20.0
_UNIFORM = 0.02
_END_OF_LINE = 0.02
_NEVER = -30.0
_ROWS_KEPT = 60_000


class WordModel:
    """Character trigrams and segmentation scores from words and their counts."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self.words = words
        self._log_total = math.log(sum(words.values()))
        self.character: dict[str, float] = defaultdict(float)
        self.first: dict[str, float] = defaultdict(float)
        self.last: dict[str, float] = defaultdict(float)
        self.single: dict[str, float] = defaultdict(float)
        self.last_two: dict[str, float] = defaultdict(float)
        self.first_two: dict[str, dict[str, float]] = {}
        self.two: dict[str, dict[str, float]] = {}
        self.three: dict[str, dict[str, float]] = {}
        self._count_all()
        self.drawn = sum(self.first.values())
        self.characters = sum(self.character.values())

    def word_score(self, text: str) -> float:
        """log probability of the best segmentation into known words."""
        get, log, total = self.words.get, math.log, self._log_total
        best = [0.0] + [-math.inf] * len(text)
        for i, ch in enumerate(text):
            here = best[i]
            if "\u4e00" <= ch <= "\u9fff":
                count = get(ch, 0)
                value = here + log(max(count, 1) + 1) - total
                if not count:
                    value += _UNKNOWN_CHARACTER
            else:
                value = here + _MARK_SCORES.get(ch, _OTHER_SCORE)
            best[i + 1] = max(best[i + 1], value)
            for end in range(i + 2, min(i + _LONGEST_WORD, len(text)) + 1):
                count = get(text[i:end], 0)
                if count:
                    best[end] = max(best[end], here + log(count + 2) - total)
        return best[-1]

    def _count_all(self) -> None:
        words = [
            (w, float(n)) for w, n in self.words.items() if len(w) <= 8 and all(map(is_han, w))
        ]
        total = sum(count for _, count in words)
        for word, count in words:
            self._count(word, count)
        rest = 1 - sum(_MARKS.values())
        for mark, share in _MARKS.items():
            self._count(mark, total * share / rest)
        weights = sum(_SEQUENCES.values())
        for sequence, weight in _SEQUENCES.items():
            self._count(sequence, total * _SEQUENCE_SHARE * weight / weights)

    def _count(self, word: str, count: float) -> None:
        for ch in word:
            self.character[ch] += count
        self.first[word[0]] += count
        self.last[word[-1]] += count
        if len(word) == 1:
            self.single[word] += count
            return
        _add(self.first_two, word[0], word[1], count)
        self.last_two[word[-2:]] += count
        for a, b in pairwise(word):
            _add(self.two, a, b, count)
        for i in range(len(word) - 2):
            _add(self.three, word[i : i + 2], word[i + 2], count)


class Language:
    """The word model mixed with what was seen of one document."""

    def __init__(self, model: WordModel, seen: Seen) -> None:
        self.word_score = model.word_score
        self.seen = seen
        self._model = model
        self._rows: dict[str, Row] = {}

    def row(self, history: str) -> Row:
        """log P(c | the two characters of `history`) by c, all folded and simplified."""
        row = self._rows.get(history)
        if row is None:
            if len(self._rows) > _ROWS_KEPT:
                self._rows.clear()
            row = self._rows[history] = Row(self._model, self.seen, history)
        return row


class Row(dict[str, float]):
    """The distribution after one history, computed as far as it is asked for."""

    __slots__ = (
        "_first_two", "_history", "_joins", "_model", "_of_last", "_prior", "_seen", "_seen_two",
        "_three", "_two", "_weight",
    )  # fmt: skip

    def __init__(self, model: WordModel, seen: Seen, history: str) -> None:
        super().__init__()
        a, b = history[0], history[1]
        self._model, self._seen, self._history = model, seen, history
        self._two = model.two.get(b, {})
        self._first_two = model.first_two.get(b, {})
        self._three = model.three.get(history, {})
        self._of_last = model.last.get(b, 0.0), model.character.get(b, 0.0)
        ends = model.drawn if a == BEGIN else model.last.get(a, 0.0)
        self._joins = ends / model.drawn
        self._weight = model.last_two.get(history, 0.0) + self._joins * model.single.get(b, 0.0)
        self._prior = model.two.get(a, {}).get(b, 0.0) + self._joins * model.first.get(b, 0.0)
        self._seen_two: Mapping[str, int] = seen.two.get(b, {})

    def __missing__(self, c: str) -> float:
        p = self._probability(c)
        if c in self._seen_two:
            share = self._seen.share
            p = (1 - share) * p + share * self._seen.probability(self._history, c)
        value = self[c] = math.log(p) if p > 0 else _NEVER
        return value

    def _probability(self, c: str) -> float:
        model = self._model
        first = model.first.get(c, 0.0) / model.drawn
        start = _END_OF_LINE if c == END else first
        one = (model.character.get(c, 0.0) + _UNSEEN) / (model.characters + _ALPHABET)
        if self._history[1] == BEGIN:
            return 0.9 * first + 0.1 * one
        ends, count = self._of_last
        if not count:
            return one
        two = (self._two.get(c, 0.0) + ends * start) / count
        two = (1 - _UNIFORM) * two + _UNIFORM * one
        if self._prior <= 0:
            return two
        joint = (
            self._three.get(c, 0.0)
            + self._weight * start
            + self._joins * self._first_two.get(c, 0.0)
        )
        return (joint + _TRIGRAM_PRIOR * two) / (self._prior + _TRIGRAM_PRIOR)


@cache
def word_model() -> WordModel:
    """The model of the packaged words; loaded when the first damaged text is met."""
    return WordModel(official_words())


def official_words() -> dict[str, int]:
    """The packaged words with their counts as official prose has them."""
    words: dict[str, int] = {}
    with gzip.open(DATA / "words.txt.gz", "rt", encoding="utf-8") as file:
        for line in file:
            word, count = line.split(" ")
            words[word] = int(count)
    for word in (DATA / "spoken.txt").read_text("utf-8").split():
        words[word] = round(words.get(word, 0) * _SPOKEN_SHARE)
    for phrase in (DATA / "phrases.txt").read_text("utf-8").split():
        words[phrase] = max(words.get(phrase, 0), _PHRASE_COUNT)
    return words


def _add(table: dict[str, dict[str, float]], key: str, ch: str, count: float) -> None:
    row = table.get(key)
    if row is None:
        table[key] = {ch: count}
    else:
        row[ch] = row.get(ch, 0.0) + count
