"""Pinyin in parentheses behind the character that it is a reading of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.repair.draft import Draft, Edit
from loaders.repair.hanzi import is_han, reads, spelling, toneless
from loaders.repair.shapes import ANNOTATION_OR_HALF, is_syllable
from loaders.repair.signs import Signs, behind
from loaders.repair.steps.step import Step

_MOSTLY = 0.6


def strip_annotations(draft: Draft, signs: Signs) -> Draft:
    """Remove what IS a reading of the character before it; all else in parentheses stays.

    Of a chain (chǎn)(chǎn) every link reads the same character; true glosses of rare characters
    stay.
    """
    if not signs.noisy:
        return draft
    return draft.edit("annotations", _annotations(draft.text, signs))


def _annotations(text: str, signs: Signs) -> Iterator[Edit]:
    count = signs.annotations.count
    spaced = count > 0 and signs.annotations.spaced >= _MOSTLY * count
    at = 0
    before = base = ""  # the last two characters that stay
    for match in ANNOTATION_OR_HALF.finditer(text):
        start, end = max(at, match.start()), match.end()
        if start > at:
            before = text[start - 2] if start - 2 >= at else base
            base = text[start - 1]
        if _is_noise(match, before, base, signs.glosses):
            if spaced and text.startswith(" ", end) and not _latin(text[end + 1 : end + 2]):
                end += 1
            yield Edit(start, end, "")
            at = end


def _is_noise(match: re.Match[str], before: str, base: str, glosses: frozenset[str]) -> bool:
    half, syllable = match["half"], match["half"] or match["syllable"]
    if base == "" or not is_syllable(syllable):
        return False
    if half:
        return is_han(base) and toneless(spelling(half)) != spelling(half) and reads(base, half)
    if is_han(base):
        return reads(base, syllable) and base not in glosses
    return _latin(base) and is_han(before) and reads(behind(before, base), syllable)


def _latin(ch: str) -> bool:
    return ch.isascii() and ch.isalpha()


ANNOTATIONS = Step(
    name="annotations",
    means="a reading of a character stands in parentheses behind it",
    apply=strip_annotations,
    yes=(
        ("系統(tǒng)謀劃戰(zhàn)略,產(chǎn)業(yè)", "系統謀劃戰略,產業"),
        ("擴(kuo)(kuo)(kuo)大產(chan)(chan)業規模", "擴大產業規模"),
        ("匯聚創(chuàng )新資源,聯絡(luò )各方", "匯聚創新資源,聯絡各方"),
        ("推動(dong) 產(chan) 業(ye) 轉型,實(shi) 現", "推動產業轉型,實現"),
    ),
    no=(
        "這項計劃(AI)由張三(Zhang San)提出(一)(略)",
        "安徽省宿州市埇(yǒng)桥区是重要的粮食产区，埇桥区将建设10个项目区。",
        "“行”字有两个读音：行(xíng)动、行(háng)业；“重”字也有：重(zhòng)点、重(chóng)新。",
    ),
)
