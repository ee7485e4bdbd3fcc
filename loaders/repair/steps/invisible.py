"""Characters that nobody sees: zero-width blanks, marks of direction, control characters."""

from __future__ import annotations

import re

from loaders.repair.draft import Draft
from loaders.repair.signs import Signs
from loaders.repair.steps.step import Step

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_UNSEEN = "\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x80-\x84\x86-\x9f"
_ANY = re.compile(f"[{_UNSEEN}]")
_CHINESE = "\u3000-\u303f\u3400-\u9fff\uff00-\uff65"
_BETWEEN = re.compile(f"(?<![^\n{_CHINESE}])[{_UNSEEN}]++(?![^\n{_CHINESE}])")
"""Between Chinese characters, or at the edge of a line, they cannot mean anything."""


def _apply(draft: Draft, signs: Signs) -> Draft:
    draft = draft.sub("invisible", _CONTROL, "")
    return draft.sub("invisible", _ANY if signs.noisy else _BETWEEN, "")


INVISIBLE = Step(
    name="invisible",
    means="a character that is not seen stands between Chinese ones, or a control character",
    apply=_apply,
    yes=(
        ("\ufeff重点\u200b任务\x07清单\u2060", "重点任务清单"),
        ("建設(shè)zero\u200bwidth", "建設(shè)zerowidth"),
    ),
    no=("一家👨\u200d👩\u200d👧三口，م\u200fa与word\u200bword", "第一行\r\n\t第二行\f第三行\x85"),
)
