"""The forward model: what a content farm makes of a clean text, byte for byte.

1. simplified → traditional by a table of single characters;
2. rules X → X(pinyin) as replacements on GBK bytes, so that they also fire across characters;
3. the text cut at full-width marks that straddle two characters, their first byte lost;
4. decoded as CP936, where a lone first byte shows as '?' and eats the ASCII byte behind it, and
   pairs in private-use rows show as nothing.

`repair(page(text, …)) == text` is what the tests ask for.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cache

import opencc

from loaders.repair.gbk import character, pair_of
from loaders.repair.hanzi import (
    is_han,
    ranks,
    simplified,
    table_of_readings,
    toneless,
    traditional_only,
)

_HABITS = dict(
    zip(
        "於裏纔衆爲着産説羣麪啓鉤祕牀擡籤僞嘆温濛徵範餘隻瞭捨鬆佔佈週鍾複歎採製準係幹後麵穀鬥彙塗託鹼溼築鐧",
        "于里才眾為著產說群面啟鈎秘床抬簽偽嘆溫蒙征范余只了舍松占布周鐘復嘆采制準系干后面谷斗匯涂托堿濕筑锏",
        strict=True,
    )
)
_CHARACTERS_SEEN = (
    "業發產數創區經國務網據關現設進會實聯動機規應態質戰優領統強術醫協轉續濟點時導礎個調標內構財為專習報資"
    "開項臺農環絡對衛議預來營過學監責見門達體驅結競當爭場書復長節穩辦細鎮費擔權計險執單歷號屆聽勢運選職廳"
    "話電線裝圖購與維護潔濕驗請識認類頁聞無們車傳銷廣藝師鐵鋼鋁蓋縣鄉須頂題額顯風飛飲館馬駐騎驟魚鳥鹽齊龍"
)
CUTTERS = "！；，？"
_CUT = b"\x1f"
_NARROW = str.maketrans("，；：！？（）", ",;:!?()")


@cache
def rare_rules() -> str:
    """Every traditional character that GBK has: the table of a page that annotates nearly all."""
    found = (c for c in sorted(traditional_only()) if pair_of(c)[0] >= 0x81 and simplified(c) != c)
    return "".join(found)


@cache
def realistic_rules() -> str:
    """Characters that real pages were seen to annotate."""
    return "".join(c for c in rare_rules() if c in _CHARACTERS_SEEN)


@cache
def dense_rules() -> str:
    """The 600 commonest of them: far more than any page was seen to annotate."""
    return "".join(sorted(rare_rules(), key=lambda c: ranks().get(simplified(c), 9999))[:600])


@dataclass(frozen=True)
class Farm:
    """What one site does to its pages."""

    rules: str
    share: float = 0.8
    cutters: str | None = None  # None: each of CUTTERS with a probability of 0.6
    blanks: float = 0.0  # share of the rules written "(luò )"
    tags: bool = True
    narrow: bool = True  # full-width marks in phase are folded to ASCII


@cache
def _convert() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


@cache
def traditional(ch: str) -> str:
    form = str(_convert().convert(ch))
    return _HABITS.get(form, form)


def first_reading(ch: str) -> str:
    return table_of_readings().get(ch, "").split(",")[0]


def page(clean: str, farm: Farm, seed: int) -> str:
    """The page of a clean text; every seed is another page of the site."""
    rng = random.Random(seed)
    rules = [ch for ch in farm.rules if rng.random() < farm.share]
    rng.shuffle(rules)
    cutters = farm.cutters
    if cutters is None:
        cutters = "".join(mark for mark in CUTTERS if rng.random() < 0.6)
    replacements = []
    for ch in rules:
        if reading := first_reading(ch):
            note = f"({reading}{' ' if rng.random() < farm.blanks else ''})"
            old = ch.encode("gbk")
            replacements.append((old, old + note.encode("gb18030")))
    return "\n".join(_line(line, farm, cutters, replacements, rng) for line in clean.split("\n"))


def _line(
    line: str,
    farm: Farm,
    cutters: str,
    replacements: list[tuple[bytes, bytes]],
    rng: random.Random,
) -> str:
    source = "".join(map(traditional, line))
    if farm.tags:
        source = _tagged(source, rng)
    data = _cut(source.encode("gbk", "replace"), cutters)
    for old, new in replacements:
        data = data.replace(old, new)
    shown = re.sub("<[^<>]*>", "", decoded(data).replace("\x1f", ""))
    if farm.narrow:
        shown = re.sub(r"(?<!\?)[，；：！？（）]", lambda m: m[0].translate(_NARROW), shown)
    return shown


def _tagged(line: str, rng: random.Random) -> str:
    if len(line) > 20 and rng.random() < 0.2:
        start = rng.randrange(len(line) - 10)
        end = start + rng.randrange(4, 10)
        line = f"{line[:start]}<strong>{line[start:end]}</strong>{line[end:]}"
    return f"<p>{line}</p>"


def _cut(data: bytes, cutters: str) -> bytes:
    """Cut before a mark made of the halves of two characters; its first byte stays alone."""
    out = bytearray()
    at = 0
    while at < len(data):
        if data[at] < 0x80:
            out.append(data[at])
            at += 1
            continue
        out += data[at : at + 2]
        if at + 2 < len(data) and data[at + 2] >= 0x81:
            mark = character(data[at + 1], data[at + 2])
            if mark and mark in cutters:
                out[-1:] = _CUT + out[-1:]
        at += 2
    return bytes(out)


def decoded(data: bytes) -> str:
    """As the pages were decoded."""
    shown: list[str] = []
    at = 0
    while at < len(data):
        lead = data[at]
        if lead <= 0x80:
            shown.append("€" if lead == 0x80 else chr(lead))
            at += 1
        elif at + 1 == len(data):
            shown.append("?")
            at += 1
        else:
            trail = data[at + 1]
            is_pair = 0x40 <= trail <= 0xFE and trail != 0x7F and lead <= 0xFE
            shown.append(character(lead, trail) if is_pair else "?")
            at += 2
    return "".join(shown)


def annotated(
    clean: str, seed: int, *, tones: bool = False, times: int = 1, blank: bool = False
) -> str:
    """The harmless family: 產(chan)(chan)業, every occurrence of the chosen characters."""
    rng = random.Random(seed)
    text = "".join(map(traditional, clean))
    often = (c for c in sorted(set(text)) if is_han(c) and first_reading(c) and text.count(c) > 2)
    notes = {}
    for ch in often:
        if rng.random() < 0.5:
            reading = first_reading(ch)
            note = reading if tones else toneless(reading).replace("v", "u")
            notes[ch] = ch + f"({note})" * times + (" " if blank else "")
    return "".join(notes.get(ch, ch) for ch in text)
