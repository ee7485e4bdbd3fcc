"""Tables of contents: dotted leaders with page numbers, or the headings again before the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.repair.draft import Draft
from loaders.repair.lines import Line, dropped, written_lines
from loaders.repair.signs import Signs
from loaders.repair.steps.step import Step

_ENTRIES_NEEDED = 3
_LEADER = re.compile(r"\S.{0,80}?[.．…·‥•。]{3,}+[ \u3000.．…·]{0,80}[-—(（]? ?\d{1,4} ?[-—)）]?")
_TITLE = re.compile(r"目[ \u3000]{0,4}(?:录|次)")
_HEADING = re.compile(r"[一二三四五六七八九十第（(\d][^。；，]{1,60}")
_SURE_ENOUGH = 0.95


def _apply(draft: Draft, signs: Signs) -> Draft:
    written = written_lines(draft.text)
    entries = {line for line in written if _LEADER.fullmatch(line.words)}
    if len(entries) < _ENTRIES_NEEDED:
        entries = set()
    entries |= set(_repeated_headings(written))
    if entries:
        titles = (
            line
            for line, below in pairwise(written)
            if _TITLE.fullmatch(line.words) and below in entries
        )
        entries |= set(titles)
    return draft.edit("contents", dropped(draft.text, sorted(entries), _SURE_ENOUGH))


def _repeated_headings(written: Sequence[Line]) -> Iterator[Line]:
    """Below 目录 the lines that all come again, in their order, as lines of the body."""
    for number, title in enumerate(written):
        if not _TITLE.fullmatch(title.words):
            continue
        first = written[number + 1].words if number + 1 < len(written) else ""
        end = number + 1
        while end < len(written) and _HEADING.fullmatch(written[end].words):
            end += 1
            if end < len(written) and written[end].words == first:
                break
        listed = written[number + 1 : end]
        body = iter(line.words for line in written[end:])
        if len(listed) >= _ENTRIES_NEEDED and all(line.words in body for line in listed):
            yield from listed
        return


CONTENTS = Step(
    name="contents",
    means="the headings stand before the body a first time, with page numbers or below 目录",
    apply=_apply,
    yes=(
        (
            "目 录\n一、总体要求……………1\n二、重点任务.......... 3\n三、保障措施…………（12）\n"
            "一、总体要求\n",
            "一、总体要求\n",
        ),
        (
            "目录\n一、总体要求\n二、重点任务\n三、保障措施\n一、总体要求\n到2020年。\n二、重点任务\n三、保障措施\n",
            "一、总体要求\n到2020年。\n二、重点任务\n三、保障措施\n",
        ),
    ),
    no=(
        "目录\n一、总体要求\n二、重点任务\n三、保障措施\n",
        "等等……3\n其他……5\n正文。",
    ),
)
