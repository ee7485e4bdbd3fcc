"""Lines that were broken at a fixed width, in the middle of sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.repair.draft import Draft, Edit
from loaders.repair.lines import Line, lines
from loaders.repair.shapes import HAN
from loaders.repair.signs import Signs
from loaders.repair.steps.step import Step

_BROKEN_NEEDED = 5
_FULL_SHARE = 0.6
_NARROWEST, _WIDEST = 16, 80
_SLACK = 2
"""A line ends so many characters early when a mark may not begin the next one."""
_SENTENCE_ENDS = tuple("。！？；：”.!?;:")
_BEGINS = re.compile(
    r"[ \t\u3000]|[一二三四五六七八九十]{1,3}、"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]"
    r"|第[一二三四五六七八九十百\d]{1,5}[章节条]|[①-⑳]|附件"
)
_SURE_ENOUGH = 0.95


def _apply(draft: Draft, signs: Signs) -> Draft:
    if "<" in draft.text and ">" in draft.text:
        return draft
    every = list(lines(draft.text))
    width = _fixed_width(draft.text, every)
    if not width:
        return draft
    return draft.edit("wrapped", _joints(draft.text, every, width))


def _joints(text: str, every: Sequence[Line], width: int) -> Iterator[Edit]:
    for line, below in pairwise(every):
        if _is_broken(text, line, below, width):
            end = line.start + len(text[line.start : line.end].rstrip())
            yield Edit(end, below.start, "", confidence=_SURE_ENOUGH)


def _fixed_width(text: str, every: Sequence[Line]) -> int:
    """The width at which the text was broken; 0 where lines are as long as their sentences."""
    sizes = Counter(line.end - line.start for line in every if line.words)
    if not sizes:
        return 0
    width = max(sizes)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    broken = [_is_broken(text, line, below, width) for line, below in pairwise(every)]
    full = sum(count for size, count in sizes.items() if size >= width - _SLACK)
    if sum(broken) < _BROKEN_NEEDED or full < _FULL_SHARE * sizes.total():
        return 0
    return width


def _is_broken(text: str, line: Line, below: Line, width: int) -> bool:
    """A full line of Chinese whose sentence goes on below."""
    return (
        width - _SLACK <= line.end - line.start <= width
        and below.words != ""
        and not line.words.endswith(_SENTENCE_ENDS)
        and not _BEGINS.match(text, below.start, below.end)
        and re.search(f"[{HAN}，、]$", line.words) is not None
        and "|" not in line.words
    )


WRAPPED = Step(
    name="wrapped",
    means="the text was broken at a fixed width, so that sentences go on in the next line",
    apply=_apply,
    yes=(
        (
            "到二〇二〇年智能科技产业规模达到一千亿\n元以上建成十个以上国家智能制造试点示范\n"
            "项目培育引进智能科技领军企业和龙头企业\n一百家形成一批具有国际竞争力的产业集群\n"
            "并且攻破一百项关键共性技术和若干杀手锏\n产品形成具有核心竞争力的创新型产业集群\n完成。",
            "到二〇二〇年智能科技产业规模达到一千亿元以上建成十个以上国家智能制造试点示范"
            "项目培育引进智能科技领军企业和龙头企业一百家形成一批具有国际竞争力的产业集群"
            "并且攻破一百项关键共性技术和若干杀手锏产品形成具有核心竞争力的创新型产业集群完成。",
        ),
    ),
    no=(
        "智能科技产业培育\n重点产业智能化升级\n产业主体培育壮大\n创新高地建设\n创新生态构建\n保障\n",
    ),
)
