"""Paragraphs and whole pages that were copied twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from loaders.repair.draft import Draft
from loaders.repair.lines import Line, dropped, written_lines
from loaders.repair.signs import Signs
from loaders.repair.steps.step import Step

_LONG = 20
_PAGE_LINES = 3
_TWICE = 2
_SENTENCE_ENDS = tuple("。！？；”.!?")


def _apply(draft: Draft, signs: Signs) -> Draft:
    every = draft.text.split("\n")
    if len(set(every)) == len(every):
        return draft
    written = written_lines(draft.text)
    if (signs.noisy or signs.is_traditional) and _is_twice(written):
        return draft.edit("repeated", dropped(draft.text, written[len(written) // 2 :]))
    return draft.edit("repeated", dropped(draft.text, _again(written)))


def _is_twice(written: list[Line]) -> bool:
    half, odd = divmod(len(written), 2)
    if odd or half < _PAGE_LINES or written[0].words != written[half].words:
        return False
    return all(a.words == b.words for a, b in zip(written, written[half:], strict=False))


def _again(written: list[Line]) -> Iterator[Line]:
    """The second of two; what stands three times in a row was meant so."""
    for words, group in groupby(written, key=attrgetter("words")):
        if len(words) >= _LONG and words.endswith(_SENTENCE_ENDS):
            same = list(group)
            if len(same) == _TWICE:
                yield same[1]


REPEATED = Step(
    name="repeated",
    means="a long sentence stands twice in a row on lines of its own, or the whole page does",
    apply=_apply,
    yes=(
        (
            "到2020年,智能科技产业规模达到1000亿元。\n\n到2020年,智能科技产业规模达到1000亿元。\n完",
            "到2020年,智能科技产业规模达到1000亿元。\n\n完",
        ),
        ("標題\n發展產業\n落款\n標題\n發展產業\n落款\n", "標題\n發展產業\n落款\n"),
    ),
    no=(
        "（国家发展改革委负责）\n（国家发展改革委负责）",
        "合计\n100\n合计\n100",
        "到2020年,智能科技产业规模达到1000亿元。\n" * 3,
    ),
)
