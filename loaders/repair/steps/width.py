"""Full-width digits and letters in a text that a gateway has gone through: ２０２８ for 2028."""

from __future__ import annotations

import re

from loaders.repair.draft import Draft
from loaders.repair.signs import Signs
from loaders.repair.steps.step import Step

_DIGITS_NEEDED = 3
_WIDE_DIGIT = re.compile("[０-９]")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％]|(?<=[０-９])．(?=[０-９])")
_FULL_WIDTH = 0xFEE0


def _apply(draft: Draft, signs: Signs) -> Draft:
    if not (signs.noisy or signs.is_traditional):
        return draft
    if sum(1 for _ in _WIDE_DIGIT.finditer(draft.text)) < _DIGITS_NEEDED:
        return draft
    return draft.respell("width", _WIDE.sub(lambda m: chr(ord(m[0]) - _FULL_WIDTH), draft.text))


WIDTH = Step(
    name="width",
    means="digits and letters of a converted page are as wide as Chinese characters",
    apply=_apply,
    yes=(
        (
            "到２０２８年，總規模達到１．３萬ＰＦＬＯＰＳ，增長４０％",
            "到2028年，總規模達到1.3萬PFLOPS，增長40%",
        ),
    ),
    no=("到２０２０年，智能科技产业规模达到１０００亿元，年均增长１５％以上。", "滿１年，產業發展"),
)
