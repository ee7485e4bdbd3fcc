"""What a text shows of noise before anything is touched, and the gates that follow from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat

from loaders.repair.gbk import character, pair_of
from loaders.repair.hanzi import (
    is_common,
    is_han,
    reads,
    simplified_only,
    spelling,
    toneless,
    traditional_only,
)
from loaders.repair.shapes import (
    ANNOTATION,
    CUT_BEFORE_MARK,
    DOUBLED_COMMA,
    LOST,
    SWALLOWED,
    is_syllable,
)

_MARKS = ",，。、;；"


@dataclass(frozen=True, slots=True)
class Annotations:
    """The syllables in parentheses that are a reading of the character before them."""

    on: Counter[str]
    """How often each character bears one."""
    on_letters: int = 0
    """Those behind a lone second byte: F(xiàn)."""
    on_common: int = 0
    spaced: int = 0
    """Those with a blank behind."""
    teaches: bool = False
    """One character has two readings: a text about pinyin has that, a noisy page never."""

    @property
    def on_characters(self) -> int:
        """Those behind a visible character."""
        return sum(self.on.values())

    @property
    def count(self) -> int:
        """All of them."""
        return self.on_characters + self.on_letters


@dataclass(frozen=True, slots=True)
class Signs:
    """The evidence of a whole text."""

    annotations: Annotations
    swallowed: int
    """Marks like ?jié)"""
    han: int
    traditional: int
    simplified: int
    annotated_share: float
    """Of the places of the annotated characters, those that bear an annotation."""
    doubled_commas: int
    marks: int
    cut: bool
    """Marks of the second mechanism: ?！ or U+FFFD."""
    glosses: frozenset[str]
    """Rare characters that are annotated once and stand bare elsewhere: a true gloss."""

    @property
    def is_traditional(self) -> bool:
        """Traditional characters are not only a quotation in a simplified text."""
        return (
            self.traditional >= 1
            and self.traditional >= 0.35 * (self.traditional + self.simplified)
            and self.traditional >= 0.01 * self.han
        )

    @property
    def annotations_are_noise(self) -> bool:
        """The gate of section 4: few suffice on a traditional page, many in a simplified text."""
        found = self.annotations
        if self.is_traditional:
            return (
                found.count + self.swallowed >= 1 and found.on_common >= 0.5 * found.on_characters
            )
        density = found.count / max(1, self.han)
        return (
            not found.teaches
            and found.on_common >= 0.8 * found.count
            and (
                (found.count >= 5 and density >= 0.01 and self.annotated_share >= 0.5)
                or (found.count >= 8 and density >= 0.03)
            )
        )

    @property
    def noisy(self) -> bool:
        """The page went through the annotating process."""
        return self.annotations_are_noise or self.swallowed > 0

    @property
    def commas_doubled(self) -> bool:
        """So many marks are doubled that it is not a slip."""
        return self.doubled_commas >= 3 and self.doubled_commas >= 0.25 * self.marks


def read_signs(text: str) -> Signs:
    """Look at the whole text once; cheap where there is nothing."""
    counts = Counter(text)
    annotations = _annotations(text) if counts.keys() & {")", "）"} else Annotations(Counter())
    questions = bool(counts.keys() & {"?", "？", LOST})
    annotated = annotations.on
    return Signs(
        annotations=annotations,
        swallowed=_swallowed(text) if questions else 0,
        han=sum(count for ch, count in counts.items() if is_han(ch)),
        traditional=sum(counts[ch] for ch in counts.keys() & traditional_only()),
        simplified=sum(counts[ch] for ch in counts.keys() & simplified_only()),
        annotated_share=annotations.on_characters / max(1, sum(counts[ch] for ch in annotated)),
        doubled_commas=sum(1 for _ in DOUBLED_COMMA.finditer(text)),
        marks=sum(counts[mark] for mark in _MARKS),
        cut=LOST in counts or (questions and CUT_BEFORE_MARK.search(text) is not None),
        glosses=frozenset(
            ch
            for ch, count in annotated.items()
            if count == 1 and counts[ch] > 1 and not is_common(ch)
        ),
    )


def behind(before: str, letter: str) -> str:
    """The character whose second byte became a visible letter; its first one ends `before`."""
    return character(pair_of(before)[1], ord(letter)) if letter.isascii() else ""


def _annotations(text: str) -> Annotations:
    pairs: Counter[tuple[str, str, bool]] = Counter(_notes(text))
    on: Counter[str] = Counter()
    syllables: dict[str, set[str]] = defaultdict(set)
    on_letters = on_common = spaced = 0
    for (base, syllable, with_blank), count in pairs.items():
        if len(base) == 2:
            on_letters += count * reads(behind(*base), syllable)
        elif reads(base, syllable):
            on[base] += count
            syllables[base].add(spelling(syllable))
            on_common += count * is_common(base)
            spaced += count * with_blank
    return Annotations(on, on_letters, on_common, spaced, _differ(syllables.values()))


def _notes(text: str) -> Iterator[tuple[str, str, bool]]:
    """What each annotation stands behind (a character, or one and a letter), itself, a blank.

    A doubled one counts twice.
    """
    base, chain_end = "", -1
    for match in ANNOTATION.finditer(text):
        start, end = match.span()
        if start != chain_end:  # in a chain (yè)(ye) both belong to the same character
            base = text[max(0, start - 1) : start]
            if base.isascii():
                base = text[start - 2 : start] if base.isalpha() and start > 1 else ""
        chain_end = end
        if base:
            note = base, match[1], text.startswith(" ", end)
            yield note
            if end - start > 2 * len(match[1]):
                yield from repeat(note, match[0].count(match[1]) - 1)


def _differ(syllables: Iterable[set[str]]) -> bool:
    """Whether one character was given two readings, the tones aside where they are left out."""
    return any(
        len({s for s in found if toneless(s) != s}) > 1 or len(set(map(toneless, found))) > 1
        for found in syllables
    )


def _swallowed(text: str) -> int:
    return sum(
        match.start() > 0 and is_syllable(match["syllable"]) for match in SWALLOWED.finditer(text)
    )
