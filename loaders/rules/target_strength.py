"""How firmly a target is worded: 4 确保, 3 plain, 2 力争, 1 推动, 0 探索."""

from __future__ import annotations

import re

from loaders.rules.folding import SIGNS
from loaders.rules.target_words import WORDS

PLAIN = 3


def worded_strength(words: str) -> int | None:
    """The strength that a folded phrase words itself; None where it is plain.

    确保 and 力争 count anywhere, 推动 and 支持 only where they open the phrase: 遴选支持 does not.
    """
    for strength, cue in _ANYWHERE:
        if cue.search(words):
            return strength
    opening = _OPENING.match(words)
    for strength, cue in _AT_START:
        if cue.match(words, opening.end() if opening else 0):
            return strength
    return None


def has_own_subject(words: str) -> bool:
    """Whether a folded phrase starts with a noun, so that an earlier 力争 no longer governs it."""
    opening = _OPENING.match(words)
    start = opening.end() if opening else 0
    return not (_VERB.match(words, start) or words.startswith("其中", start))


_ANYWHERE = (
    (4, re.compile("确保|必须|务必|不得|严禁|坚决|保证(?!金)")),
    (2, re.compile("力争|争取|努力|原则上|力求|尽可能|一般(?=[应不要需达])")),
)
_AT_START = (
    (0, re.compile("探索|鼓励|研究(?=建立|设立|制定|推出)|倡导")),
    (1, re.compile("推动|支持|引导|促进|推进|带动|帮助|扶持")),
)
_OPENING = re.compile(
    rf"(?:到|在|至|于|{SIGNS['DATE']}|[，、\s]|累计|再|并|共|全[市省区县国]|将|要|应|逐步|新|积极|大力|加快"
    r"|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|—)*"
)
_VERB = re.compile(WORDS["deliver"])
