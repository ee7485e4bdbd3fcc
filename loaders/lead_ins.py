"""Headings without a number: plain lines of a news text, and sentences that act as titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from loaders.document import Block, Span
from loaders.letter import is_closing, is_date, is_signature
from loaders.numbering import RANKS
from loaders.titles import read_title

_BULLET = re.compile(r"[—－–-]{1,2}\s*|[●■◆▲•·]\s*")
_SHORT_SENTENCE = re.compile(r"[^。！？；：:]{3,25}。(?=.)")
_LIST_LEAD = re.compile(
    r"(?:具体|主要|预期|重点|工作)(?:指标|目标|任务|措施|要求)(?:如下|是|为)?(?=[：:]$)"
    r"|(?:具体|主要)(?:指标|目标)(?=[：:])"
)
_AREA = re.compile(
    r"(?:在[^，。；：]{3,30}上|[^，。；：]{3,30}方面)(?=[，,].*(?:将|要|着力|重点|坚持|力争))"
)
_ONE_IS = re.compile(r"(?P<number>[一二三四五六七八九十]{1,3})是(?=[^，。；]{2,40}[。，；])")
_SENTENCE_MARK = re.compile(r"[。；！!？?，,]")
_LONG = 40


@dataclass(frozen=True, slots=True)
class LeadIn:
    """A heading without a number; with a `rank` it stays open for what follows."""

    number: str
    title: str
    form: Literal["box", "plain", "lead_in"]
    span: Span
    rank: float | None = None
    reach: int | None = None


class LeadIns:
    """What kinds of lead-in a document uses, decided once from all its lines."""

    def __init__(self, lines: Sequence[str], blocks: Sequence[Block], aside: set[int]) -> None:
        self.lines, self.blocks = lines, blocks
        numbered = sum(
            1
            for n, line in enumerate(lines)
            if n not in aside
            and blocks[n].kind != "row"
            and re.match(r"[一二三]、|[（(][一二三][）)]", line)
        )
        self.is_numbered = numbered >= 2
        self.plain = {} if self.is_numbered else _plain_lines(lines, blocks, aside)
        if len(self.plain) < 2:
            self.plain = {}
        self.counted = sum(bool(_ONE_IS.match(line)) for line in lines) >= 2
        self.areas = sum(bool(_AREA.match(line)) for line in lines) >= 2

    def find(self, index: int, block: Block, title_above: str) -> LeadIn | None:
        """The lead-in with which a line begins, if any."""
        line = self.lines[index]
        if line.startswith("专栏"):
            is_caption = any(below.kind == "row" for below in self.blocks[index + 1 : index + 2])
            return None if is_caption else _box(line, block)
        if index in self.plain:
            title, rank = line.rstrip("：: "), self.plain[index]
            span = (block.start, block.start + len(title))
            return LeadIn("", title, "plain", span, rank)
        bullet = _BULLET.match(line)
        if bullet and (match := _SHORT_SENTENCE.match(line, bullet.end())):
            return _lead_in(match, block)
        if title_above.endswith("原则") and (match := _SHORT_SENTENCE.match(line)):
            return _lead_in(match, block)
        if match := _LIST_LEAD.match(line):
            lead = _lead_in(match, block)
            return replace(lead, reach=None) if line[-1] in "：:" else lead
        if self.is_numbered:
            return None
        if self.areas and (match := _AREA.match(line)):
            return _lead_in(match, block)
        if self.counted and (match := _ONE_IS.match(line)):
            start, end = read_title(line, match.end(), len(line))
            span = (block.start, block.start + end)
            label = match.group()
            return LeadIn(label, line[start:end], "lead_in", span, RANKS["①"])
        return None


def _lead_in(match: re.Match[str], block: Block) -> LeadIn:
    title = match.group().rstrip("。")
    start = block.start + match.start()
    return LeadIn("", title, "lead_in", (start, start + len(title)), reach=block.end)


def _box(line: str, block: Block) -> LeadIn | None:
    match = re.fullmatch(r"(专栏\s*[\d一二三四五六七八九十]*)\s*[：:]?\s*([^。]{2,60})", line)
    if match is None:
        return None
    return LeadIn(match[1].replace(" ", ""), match[2], "box", (block.start, block.end))


def _plain_lines(
    lines: Sequence[str], blocks: Sequence[Block], aside: set[int]
) -> dict[int, float]:
    """Short lines between running text: the sub-headings of a news text, with a rank."""
    found: dict[int, float] = {}
    prose_before = False
    for number, (line, block) in enumerate(zip(lines, blocks, strict=True)):
        is_prose = block.kind != "row" and (len(line) > _LONG or line.endswith("。"))
        following = lines[number + 1] if number + 1 < len(lines) else ""
        is_before_prose = len(following) > _LONG or following.endswith("。")
        if (
            (block.level or (prose_before and is_before_prose and len(line) >= 4))
            and block.kind != "row"
            and number not in aside
            and 2 <= len(line) <= 30
            and not _SENTENCE_MARK.search(line)
            and not is_date(line)
            and not is_closing(line)
            and not (is_signature(line) and is_date(following))
            and not line.startswith(("附", "注", "（", "(", "——"))
        ):
            found[number] = RANKS["一、"] + 0.1 * block.level
        prose_before = prose_before or is_prose
    return found
