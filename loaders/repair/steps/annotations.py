"""Pinyin in parentheses behind the character that it is a reading of."""

from __future__ import annotations

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
    decided: dict[tuple[str, str | None, str | None], bool] = {}
    at = 0
    last_two = ""  # that stay
    for match in ANNOTATION_OR_HALF.finditer(text):
        start, end = match.span()
        if start > at:
            last_two = (last_two + text[max(at, start - 2) : start])[-2:]
        else:
            start = at
        base = last_two[-1:]
        case = (last_two if _latin(base) else base, match[1], match[2])
        noise = decided.get(case)
        if noise is None:
            noise = decided[case] = _is_noise(*case, signs.glosses)
        if noise:
            if spaced and text.startswith(" ", end) and not _latin(text[end + 1 : end + 2]):
                end += 1
            yield Edit(start, end, "")
            at = end


def _is_noise(
    last_two: str, syllable: str | None, half: str | None, glosses: frozenset[str]
) -> bool:
    base = last_two[-1:]
    if half and is_syllable(half):
        return is_han(base) and toneless(spelling(half)) != spelling(half) and reads(base, half)
    if syllable is None or not is_syllable(syllable):
        return False
    if _latin(base):
        before = last_two[:-1]
        return is_han(before) and reads(behind(before, base), syllable)
    return is_han(base) and base not in glosses and reads(base, syllable)


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
