"""Page numbers between the lines of a text, and the header that runs along with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.repair.draft import Draft
from loaders.repair.lines import Line, dropped, written_lines
from loaders.repair.signs import Signs
from loaders.repair.steps.step import Step

_PAGES_NEEDED = 2
_NUMBER = re.compile(
    r"[-—–－] ?\d{1,4} ?[-—–－]"
    r"|第 ?\d{1,4} ?页(?:[ ，,/／]{0,3}(?:共|总共) ?\d{1,4} ?页)?"
)
_HEADER_AT_MOST, _HEADER_AT_LEAST = 60, 4
_PROBABLE = 0.95


def _apply(draft: Draft, signs: Signs) -> Draft:
    written = written_lines(draft.text)
    numbers = [number for number, line in enumerate(written) if _NUMBER.fullmatch(line.words)]
    if len(numbers) < _PAGES_NEEDED or not _count_up([written[n].words for n in numbers]):
        return draft
    unwanted = sorted({*numbers, *_running_headers(written, numbers)})
    return draft.edit("pages", dropped(draft.text, (written[n] for n in unwanted), _PROBABLE))


def _count_up(numbers: Sequence[str]) -> bool:
    values = [int(re.findall(r"\d+", number)[0]) for number in numbers]
    return all(after == before + 1 for before, after in pairwise(values))


def _running_headers(written: Sequence[Line], numbers: Sequence[int]) -> Iterator[int]:
    """Lines beside the page numbers that stand on every page; the first of them may stay."""
    beside = {
        written[at].words for n in numbers for at in (n - 1, n + 1) if at in range(len(written))
    }
    counts = Counter(line.words for line in written)
    headers = {
        words
        for words in beside
        if _HEADER_AT_LEAST <= len(words) <= _HEADER_AT_MOST
        and counts[words] >= max(2, len(numbers) - 1)
        and not words.endswith("。")
    }
    for number, line in enumerate(written):
        if line.words in headers:
            if counts[line.words] > 0:
                counts[line.words] = 0
            else:
                yield number


PAGES = Step(
    name="pages",
    means="lines that count the pages, and the lines beside them that are the same on every page",
    apply=_apply,
    yes=(
        (
            "江屿市健康专项行动计划\n一、总体要求\n— 1 —\n"
            "江屿市健康专项行动计划\n到2028年\n— 2 —\n",
            "江屿市健康专项行动计划\n一、总体要求\n到2028年\n",
        ),
    ),
    no=("-1-\n增长5%\n-5-\n", "第3页\n共20页"),
)
