"""Emoji that were dropped into annotations: 义(y🎐i), 国(guo)⛦(guo)."""

from __future__ import annotations

import re

from loaders.repair.draft import Draft
from loaders.repair.shapes import HAN, LETTERS, SYLLABLE, is_syllable
from loaders.repair.signs import Signs
from loaders.repair.steps.step import Step

_EMOJI = (
    "\U0001f000-\U0001faff\u2600-\u2604\u2607-\u260d\u260f\u2610\u2612-\u26ff\u2701-\u2712"
    "\u2719-\u27bf\ufe0f\u200d"
)
_ANY = re.compile(f"[{_EMOJI}]")
_INSIDE = re.compile(rf"[(（](?=[^()（）]{{0,14}}[{_EMOJI}])[{LETTERS}{_EMOJI} ]{{1,14}}[)）]")
_BEFORE = re.compile(rf"(?<=[{HAN})）])[{_EMOJI}]{{1,4}}(?=[(（] ?{SYLLABLE} ?[)）])")
_BETWEEN = re.compile(rf"(?<=[{HAN})）])[{_EMOJI}]{{1,4}}(?=[{HAN}])")


def _apply(draft: Draft, signs: Signs) -> Draft:
    if not signs.noisy or _ANY.search(draft.text) is None:
        return draft
    without = draft.sub("emoji", _INSIDE, _bare).sub("emoji", _BEFORE, "")
    return draft if without is draft else without.sub("emoji", _BETWEEN, "")


def _bare(match: re.Match[str]) -> str:
    bare = _ANY.sub("", match[0])
    return bare if is_syllable(bare[1:-1].strip()) else match[0]


EMOJI = Step(
    name="emoji",
    means="an emoji stands in or before an annotation",
    apply=_apply,
    yes=(
        ("擴大義(y🎐i)務教育規(gui)模", "擴大義(yi)務教育規(gui)模"),
        ("保障國(guo)⛦(guo)家安全", "保障國(guo)(guo)家安全"),
    ),
    no=("欢迎关注😊“政务新媒体”账号👍", "加快產(chǎn)業發展😊"),
)
