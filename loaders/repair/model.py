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
        self.alone, self.unknown = self._alone()

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

    def _alone(self) -> tuple[dict[str, tuple[float, float]], tuple[float, float]]:
        """For each character how likely it begins a word and how likely it is; and if unknown."""
        total = sum(self.character.values()) + _ALPHABET
        alone = {
            c: (self.first.get(c, 0.0) / self.drawn, (count + _UNSEEN) / total)
            for c, count in self.character.items()
        }
        alone[END] = _END_OF_LINE, alone[END][1]
        return alone, (0.0, _UNSEEN / total)

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
    """The distribution after one history, computed as far as it is asked for.

    P(c | a b) is that of the trigram, smoothed with the bigram, and that with the character
    alone. A trigram arises inside a word, or where words meet: a|bc, ab|c and a|b|c.
    """

    __slots__ = (
        "_alone", "_at_start", "_bigram", "_first_two", "_history", "_joins", "_scale",
        "_seen", "_seen_two", "_start_weight", "_three", "_two", "_unknown",
    )  # fmt: skip

    def __init__(self, model: WordModel, seen: Seen, history: str) -> None:
        super().__init__()
        a, b = history[0], history[1]
        count = model.character.get(b, 0.0)
        ends = model.last.get(b, 0.0)
        self._history = history
        self._alone, self._unknown = model.alone, model.unknown
        self._at_start = b == BEGIN
        self._two = model.two.get(b, {})
        self._bigram = (0.0, 0.0, 1.0)
        if count:
            self._bigram = (1 - _UNIFORM) / count, (1 - _UNIFORM) * ends / count, _UNIFORM
        starts = model.drawn if a == BEGIN else model.last.get(a, 0.0)
        joins = starts / model.drawn
        together = model.two.get(a, {}).get(b, 0.0) + joins * model.first.get(b, 0.0)
        self._joins = joins
        self._three = model.three.get(history, {}) if count and together > 0 else None
        self._first_two = model.first_two.get(b, {})
        self._start_weight = model.last_two.get(history, 0.0) + joins * model.single.get(b, 0.0)
        self._scale = 1 / (together + _TRIGRAM_PRIOR)
        self._seen = seen
        self._seen_two: Mapping[str, int] = seen.two.get(b, {})

    def __missing__(self, c: str) -> float:
        start, one = self._alone.get(c, self._unknown)
        if self._at_start:
            p = 0.9 * start + 0.1 * one
        else:
            inner, outer, uniform = self._bigram
            p = inner * self._two.get(c, 0.0) + outer * start + uniform * one
            if self._three is not None:
                joint = self._start_weight * start + self._joins * self._first_two.get(c, 0.0)
                joint += self._three.get(c, 0.0)
                p = (joint + _TRIGRAM_PRIOR * p) * self._scale
        if c in self._seen_two:
            share = self._seen.share
            p = (1 - share) * p + share * self._seen.probability(self._history, c)
        value = self[c] = math.log(p)
        return value


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
