"""Paragraphs and whole pages that were copied twice in a row."""

from __future__ import annotations

from itertools import pairwise

from loaders.repair.draft import Draft
from loaders.repair.lines import Line, dropped, written_lines
from loaders.repair.signs import Signs
from loaders.repair.steps.step import Step

_LONG = 20
_PAGE_LINES = 3
_SENTENCE_ENDS = tuple("。！？；”.!?")


def _apply(draft: Draft, signs: Signs) -> Draft:
    written = written_lines(draft.text)
    half, odd = divmod(len(written), 2)
    if not odd and half >= _PAGE_LINES and _words(written[:half]) == _words(written[half:]):
        return draft.edit("repeated", dropped(draft.text, written[half:]))
    again = (
        line
        for before, line in pairwise(written)
        if line.words == before.words and _is_sentence(line.words)
    )
    return draft.edit("repeated", dropped(draft.text, again))


def _words(written: list[Line]) -> list[str]:
    return [line.words for line in written]


def _is_sentence(words: str) -> bool:
    return len(words) >= _LONG and words.endswith(_SENTENCE_ENDS)


REPEATED = Step(
    name="repeated",
    means="a long sentence stands twice in a row on lines of its own, or the whole page does",
    apply=_apply,
    yes=(
        (
            "到2020年,智能科技产业规模达到1000亿元。\n\n到2020年,智能科技产业规模达到1000亿元。\n完",
            "到2020年,智能科技产业规模达到1000亿元。\n\n完",
        ),
        ("标题\n正文\n落款\n标题\n正文\n落款\n", "标题\n正文\n落款\n"),
    ),
    no=("（国家发展改革委负责）\n（国家发展改革委负责）", "合计\n100\n合计\n100"),
)
