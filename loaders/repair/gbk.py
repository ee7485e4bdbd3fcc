"""Byte pairs of GBK: what they show as on a page, and which of them vanish from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.repair.hanzi import is_han, ranks, readings_of, simplified_each, spellings

Pair = tuple[int, int]
"""The first (lead) and the second (trail) byte of a character."""

LEADS = range(0x81, 0xFF)
TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))
FIRST_LEAD = 0x81
"""A second byte from here on can be the first byte of the next character."""
UNKNOWN: Pair = (0, 0)
MARKS = frozenset(
    "，。、；：？！“”‘’（）《》〈〉【】〔〕—…·～％　－／＋「」『』○①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢ℃×÷≥≤"
)
_FREQUENT = 2_000
_VERY_FREQUENT = 300


@lru_cache(30_000)
def pair_of(ch: str) -> Pair:
    """The two bytes of a character; UNKNOWN where GBK does not have it."""
    try:
        data = ch.encode("gb18030")
    except UnicodeEncodeError:
        return UNKNOWN
    return (data[0], data[1]) if len(data) == 2 else UNKNOWN


@lru_cache(30_000)
def character(lead: int, trail: int) -> str:
    """What a pair shows as; empty where it shows as nothing."""
    try:
        ch = bytes((lead, trail)).decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return ch if len(ch) == 1 and not "\ue000" <= ch <= "\uf8ff" else ""


@dataclass(frozen=True, slots=True)
class Tables:
    """The characters of prose by their bytes.

    `prose` holds every Han character and mark; the others only what official prose contains.
    """

    prose: Mapping[Pair, str]
    by_reading: Mapping[str, Mapping[int, tuple[tuple[int, str], ...]]]
    """Han whose trail can be a lead: reading, with and without tone → lead → (trail, character)."""
    by_trail: Mapping[int, tuple[tuple[int, str], ...]]
    """Of known rank: trail → (lead, character)."""
    by_lead: Mapping[int, tuple[tuple[int, str], ...]]
    """Of known rank, with a trail that can be a lead: lead → (trail, character)."""
    frequent_by_trail: Mapping[int, tuple[tuple[int, str], ...]]
    top: tuple[tuple[int, int, str], ...]
    """What may stand where lead and trail are both lost: (lead, trail, character)."""
    vanishing: Mapping[int, frozenset[int]]
    """A second byte → the first bytes with which it makes a pair that shows as nothing."""

    def read_as(self, syllable: str, leads: frozenset[int]) -> Iterator[tuple[int, int, str]]:
        """The characters that begin with one of `leads` and are read so."""
        for key in spellings(syllable):
            found = self.by_reading.get(key, {})
            for lead in leads & found.keys():
                for trail, ch in found[lead]:
                    yield lead, trail, ch


@cache
def tables() -> Tables:
    """Built once, when the first damaged text is met."""
    prose: dict[Pair, str] = {}
    vanishing: dict[int, frozenset[int]] = {}
    for lead in LEADS:
        row = bytes(byte for trail in TRAILS for byte in (lead, trail)).decode("gb18030")
        for trail, ch in zip(TRAILS, row, strict=True):
            if is_han(ch) or ch in MARKS:
                prose[lead, trail] = ch
        gone = [t for t, ch in zip(TRAILS, row, strict=True) if t >= FIRST_LEAD and _vanishes(ch)]
        if gone:
            vanishing[lead] = frozenset(gone)
    known = list(_known(prose))
    return Tables(
        prose=prose,
        by_reading=_by_reading(prose),
        by_trail=_grouped((trail, (lead, ch)) for lead, trail, ch, _ in known),
        by_lead=_grouped(
            (lead, (trail, ch)) for lead, trail, ch, _ in known if trail >= FIRST_LEAD
        ),
        frequent_by_trail=_grouped(
            (trail, (lead, ch)) for lead, trail, ch, rank in known if rank < _FREQUENT
        ),
        top=tuple(
            (lead, trail, ch)
            for lead, trail, ch, rank in known
            if trail >= FIRST_LEAD
            and (ch in "，。、；：”》）" if ch in MARKS else rank < _VERY_FREQUENT)
        ),
        vanishing=vanishing,
    )


def _vanishes(ch: str) -> bool:
    return "\ue000" <= ch <= "\uf8ff"


def _known(prose: Mapping[Pair, str]) -> Iterator[tuple[int, int, str, int]]:
    place = ranks()
    for ((lead, trail), ch), form in zip(
        prose.items(), simplified_each(prose.values()), strict=True
    ):
        rank = 0 if ch in MARKS else place.get(form, -1)
        if rank >= 0:
            yield lead, trail, ch, rank


def _by_reading(
    prose: Mapping[Pair, str],
) -> dict[str, dict[int, tuple[tuple[int, str], ...]]]:
    found: dict[str, list[tuple[int, tuple[int, str]]]] = defaultdict(list)
    for ((lead, trail), ch), form in zip(
        prose.items(), simplified_each(prose.values()), strict=True
    ):
        if trail >= FIRST_LEAD:
            for reading in readings_of(ch, form):
                found[reading].append((lead, (trail, ch)))
    return {reading: _grouped(iter(pairs)) for reading, pairs in found.items()}


def _grouped(
    pairs: Iterator[tuple[int, tuple[int, str]]],
) -> dict[int, tuple[tuple[int, str], ...]]:
    groups: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
