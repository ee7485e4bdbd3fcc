"""What is known of single characters: script, readings, commonness."""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import opencc

DATA = Path(__file__).resolve().parent / "data"
COMMON = 3_500
"""So many characters cover nearly all of official prose."""

_converter = opencc.OpenCC("t2s")  # never tw2s: it would change 显著 and 智慧城市
_SURROGATES = re.compile("([\ud800-\udfff]+)")

_KEEPS_ZHU = re.compile(
    "(?:著名|著作|著称|著述|著录|著者|著书|著文|著于竹帛|显著|卓著|昭著|彰著|名著|专著|论著|编著|原著|巨著"
    "|译著|合著|拙著|遗著|新著|旧著|土著|所著|近著|见微知著|较著|撰著|共著|主著|学术著|著有|著[《〈])|著"
)


def is_han(ch: str) -> bool:
    """A Chinese character of the basic block, or the zero 〇."""
    return "\u4e00" <= ch <= "\u9fff" or ch == "〇"


def _to_simplified(text: str) -> str:
    """OpenCC's own conversion, around the lone surrogates that it cannot take."""
    try:
        return str(_converter.convert(text))
    except UnicodeEncodeError:
        parts = _SURROGATES.split(text)
        parts[::2] = (str(_converter.convert(part)) for part in parts[::2])
        return "".join(parts)


@cache
def _scripts() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    traditional, simplified, common = (DATA / "scripts.txt").read_text("utf-8").split()
    return frozenset(traditional), frozenset(simplified), tuple(common)


def traditional_only() -> frozenset[str]:
    """Characters that simplified text does not have."""
    return _scripts()[0]


def simplified_only() -> frozenset[str]:
    """Characters that traditional text does not have."""
    return _scripts()[1]


@cache
def ranks() -> dict[str, int]:
    """The place of a simplified character in the order of frequency, from 0."""
    return {ch: rank for rank, ch in enumerate(_scripts()[2])}


@lru_cache(30_000)
def simplified(ch: str) -> str:
    """The simplified form of one character; for text use `to_simplified`, which knows words."""
    form = _to_simplified(ch)
    return "着" if form == "著" else form


def simplified_each(characters: Iterable[str]) -> list[str]:
    """The simplified form of each of many characters, looked up in one go."""
    forms = _to_simplified("\n".join(characters)).split("\n")
    return ["着" if form == "著" else form for form in forms]


def is_common(ch: str) -> bool:
    """Whether a character, or its simplified form, is one that everybody can read."""
    return ranks().get(simplified(ch), COMMON) < COMMON


def to_simplified(text: str) -> str:
    """Mainland characters for a traditional text, as many as it has; 著 stays where it is due."""
    converted = _to_simplified(text)
    if len(converted) != len(text):
        converted = "".join(map(_to_simplified, text))
    if "著" in converted:
        converted = _KEEPS_ZHU.sub(lambda m: "着" if m[0] == "著" else m[0], converted)
    return converted


@cache
def table_of_readings() -> dict[str, str]:
    """Character → its readings with tones, joined by commas."""
    with gzip.open(DATA / "readings.txt.gz", "rt", encoding="utf-8") as file:
        return dict(line.rstrip("\n").split(" ") for line in file)


@lru_cache(30_000)
def readings(ch: str) -> frozenset[str]:
    """All readings of a character and of its simplified form, with and without tones."""
    return readings_of(ch, simplified(ch))


def readings_of(ch: str, form: str) -> frozenset[str]:
    """The same where the simplified form is known already."""
    table = table_of_readings()
    both = table.get(ch, "") if form == ch else f"{table.get(ch, '')},{table.get(form, '')}"
    toned = set(both.split(",")) - {""}
    return frozenset(toned | {toneless(reading) for reading in toned})


def spellings(syllable: str) -> frozenset[str]:
    """What a syllable of a page may be in the table: without tones ü is written u or v."""
    syllable = spelling(syllable)
    if toneless(syllable) != syllable:
        return frozenset({syllable})
    return frozenset({syllable, syllable.replace("u", "v"), syllable.replace("v", "u")})


@lru_cache(10_000)
def toneless(syllable: str) -> str:
    """zhǎn → zhan, lǜ → lv."""
    letters: list[str] = []
    for letter in unicodedata.normalize("NFD", syllable):
        if letter == "\u0308" and letters:
            letters[-1] = "v"
        elif not unicodedata.combining(letter):
            letters.append(letter)
    return "".join(letters)


@lru_cache(10_000)
def spelling(syllable: str) -> str:
    """Composed letters, and Latin ones where a page has their phonetic twins."""
    return unicodedata.normalize("NFC", syllable.strip()).replace("ɑ", "a").replace("ɡ", "g")


@lru_cache(200_000)
def reads(ch: str, syllable: str) -> bool:
    """The one strong check: is this syllable a reading of this character?"""
    return len(ch) == 1 and not readings(ch).isdisjoint(spellings(syllable))
