"""Build "Plangraph Sans" from Debian's Noto Sans CJK: every character a plan may hold, and no more.

Offline machines often have no Chinese font, so page, canvas, charts and figures bring their own.
Run it again only to widen the characters:

    apt-get install fonts-noto-cjk unicode-data
    python ui/fonts/build_font.py

Same inputs give the same bytes. Writes PlangraphSans-Regular.otf (figures) beside this file and
PlangraphSans-Regular.woff2 (browser) into ui/static.
"""

from __future__ import annotations

import bz2
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
NOTO = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
SIMPLIFIED_FACE = 2  # of the collection: JP, KR, SC, TC, HK …
UNIHAN = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")
OTF = HERE / "PlangraphSans-Regular.otf"
WOFF2 = HERE.parent / "static" / "PlangraphSans-Regular.woff2"

NAMES = {
    1: "Plangraph Sans",
    2: "Regular",
    3: "1.0;PLANGRAPH;PlangraphSans-Regular",
    4: "Plangraph Sans Regular",
    5: "Version 1.0; subset of Noto Sans CJK SC",
    6: "PlangraphSans-Regular",
    16: "Plangraph Sans",
    17: "Regular",
}
PLAIN_RANGES = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0x17F),  # Latin with marks: pinyin, names
    (0x1CD, 0x1DC),  # pinyin vowels
    (0x391, 0x3C9),  # Greek
    (0x401, 0x451),  # Cyrillic, as in GB2312
    (0x2010, 0x2027),  # dashes, quotes, dots
    (0x2030, 0x205E),  # per mille, primes …
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x22FF),  # units, Roman numerals, arrows, mathematics
    (0x2460, 0x24FF),  # ① ⑴ …
    (0x2500, 0x26FF),  # lines, blocks, ■ ● ★
    (0x3000, 0x303F),  # Chinese punctuation
    (0x3040, 0x30FF),  # kana
    (0x3220, 0x33FF),  # ㈠ ㎡ ㎏ …
    (0xFE30, 0xFE6F),  # vertical and small punctuation
    (0xFF01, 0xFFEF),  # full width forms
)


def main() -> None:
    """Write both files and print their sizes."""
    font = TTFont(NOTO, fontNumber=SIMPLIFIED_FACE, recalcTimestamp=False)
    subset(font, set(characters()))
    rename(font)
    font.save(OTF)
    font.flavor = "woff2"
    font.save(WOFF2)
    for path in (OTF, WOFF2):
        print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB, {len(font.getBestCmap())} chars")


def characters() -> Iterator[int]:
    """GB2312, the 8,105 standard characters of the State Council's list, common traditional ones.

    The traditional ones are there because a text is shown raw beside repaired.
    """
    for first, last in PLAIN_RANGES:
        yield from range(first, last + 1)
    yield from decodable("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))
    yield from decodable("big5", range(0xA1, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        for line in lines:
            if "\tkTGH\t" in line:
                yield int(line.split("\t")[0].removeprefix("U+"), 16)


def decodable(encoding: str, leads: range, trails: range | tuple[int, ...]) -> Iterator[int]:
    """Every character a two-byte encoding knows in these rows."""
    for lead in leads:
        for trail in trails:
            try:
                yield ord(bytes((lead, trail)).decode(encoding))
            except UnicodeDecodeError:
                continue


def subset(font: TTFont, wanted: set[int]) -> None:
    """Drop all other glyphs, hints and names."""
    options = Options()
    options.hinting = False
    options.layout_features = []  # no vertical forms, no regional variants
    options.notdef_outline = True
    options.desubroutinize = False
    options.name_IDs = [0, 13, 14]  # copyright and licence stay
    options.name_legacy = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)


def rename(font: TTFont) -> None:
    """Give the subset its own family name, so that it is never taken for the whole font."""
    for number, text in NAMES.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    compact = font["CFF "].cff
    compact.fontNames = [NAMES[6]]
    top = compact.topDictIndex[0]
    top.FullName, top.FamilyName = NAMES[4], NAMES[1]


if __name__ == "__main__":
    main()
