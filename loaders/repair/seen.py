"""The n-grams of the undamaged part of a document: the names and terms it uses itself."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from loaders.repair.hanzi import simplified

BEGIN, END = "\x02", "\x03"
"""Stand before the first and after the last character of a line."""
_UNSEEN, _ALPHABET = 0.05, 400
_AT_LEAST, _AT_MOST, _GROWTH = 0.1, 0.4, 1 / 20_000
_BONUS = {3: 0.7, 4: 1.0, 5: 1.2}
_CHARACTERS_READ = 200_000
_WIDTH = {
    ",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）", "〔": "（",
    "〕": "）",
    "．": ".", '"': "“", "－": "-", "–": "-", "\u3000": " ", "\u00a0": " ", "﹑": "、",
}  # fmt: skip


class Folding(dict[int, str]):
    """For str.translate: width folded, digits one class, Latin letters another."""

    def __missing__(self, code: int) -> str:
        ch = chr(code)
        if ch in _WIDTH:
            folded = _WIDTH[ch]
        elif "0" <= ch <= "9" or "０" <= ch <= "９":
            folded = "0"
        elif ch.isascii() and ch.isalpha():
            folded = "a"
        else:
            folded = simplified(ch)
            folded = _WIDTH.get(folded, folded)
        self[code] = folded
        return folded


FOLDING = Folding()


def fold(ch: str) -> str:
    """The class of a character for counting: simplified, one width, digits and letters alike."""
    return FOLDING[ord(ch)]


class Seen:
    """Witten-Bell trigrams of one document, and its 3-, 4- and 5-grams as they are."""

    def __init__(self, text: str) -> None:
        self.one: Counter[str] = Counter()
        self.two: dict[str, dict[str, int]] = {}
        self.three: dict[str, dict[str, int]] = {}
        self.grams: set[str] = set()
        for line in text[:_CHARACTERS_READ].split("\n"):
            self._read(line.translate(FOLDING))
        self.size = sum(self.one.values())
        self.share = min(_AT_MOST, _AT_LEAST + self.size * _GROWTH)
        self._after_one = {key: sum(row.values()) for key, row in self.two.items()}
        self._after_two = {key: sum(row.values()) for key, row in self.three.items()}

    def _read(self, line: str) -> None:
        for n in _BONUS:
            self.grams.update(line[i : i + n] for i in range(len(line) - n + 1))
        line = line.strip()
        if not line:
            return
        padded = BEGIN + BEGIN + line + END
        self.one.update(padded)
        for history, c in pairwise(padded):
            row = self.two.setdefault(history, {})
            row[c] = row.get(c, 0) + 1
        for i in range(len(padded) - 2):
            row = self.three.setdefault(padded[i : i + 2], {})
            row[padded[i + 2]] = row.get(padded[i + 2], 0) + 1

    def probability(self, history: str, c: str) -> float:
        """P(c | history) as the document has it."""
        p = (self.one[c] + _UNSEEN) / (self.size + _ALPHABET)
        for key, table, totals in (
            (history[1], self.two, self._after_one),
            (history, self.three, self._after_two),
        ):
            if total := totals.get(key, 0):
                row = table[key]
                p = (row.get(c, 0) + len(row) * p) / (total + len(row))
        return p

    def bonus(self, context: str, text: str) -> float:
        """For the n-grams of the document that end in `text` after `context`."""
        whole = context + text
        first = max(0, len(context) - 3)
        value = 0.0
        for n, bonus in _BONUS.items():
            for i in range(max(first, len(context) - n + 1), len(whole) - n + 1):
                if whole[i : i + n] in self.grams:
                    value += bonus
        return value
