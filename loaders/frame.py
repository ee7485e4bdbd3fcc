"""Lines that look like headings and are not, and the heads of annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.document import Block
from loaders.letter import is_closing, is_date, is_signature, title_lines

_CONTENTS = re.compile(r"^目[ \u3000]*[录次]$")
_LEADER = re.compile(r"(?:\.{4,}|…{2,}|·{4,})\s*\d{0,3}$")
_ANNEX = re.compile(
    r"(?P<word>附(?:[ \u3000]*[件表录])?)\s*(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})?"
    r"\s*(?P<mark>[.．、：:]|[ \u3000]|(?=$|[（《]))\s*(?P<title>.*)"
)
_LIST_ITEM = re.compile(r"(?:附件\s*)?\d{1,2}\s*[.．、]\s*\S")
_NOTE = re.compile(r"(?:备?注|说明|填[表报]说明)\s*[：:]")


@dataclass(frozen=True, slots=True)
class AnnexHead:
    """The head of an annex and over how many lines it runs."""

    number: str
    title: str
    lines: int


def contents_lines(lines: Sequence[str]) -> set[int]:
    """The table of contents: from 目录 to where its first entry comes again, and dotted lines."""
    found = {number for number, line in enumerate(lines) if _LEADER.search(line)}
    for number, line in enumerate(lines[:80]):
        if _CONTENTS.match(line) and number + 1 < len(lines):
            first = _bare(lines[number + 1])
            again = next(
                (n for n in range(number + 2, len(lines)) if _bare(lines[n]) == first), None
            )
            found |= set(range(number, again)) if again else {number}
            break
    return found


def annex_lines(lines: Sequence[str]) -> set[int]:
    """The list of annexes above a signature: 附件：1.…  2.… is no heading."""
    found: set[int] = set()
    for number, line in enumerate(lines):
        match = _ANNEX.fullmatch(line)
        if not match or not match["title"] or number in found:
            continue
        end = number + 1
        while end < len(lines) and _LIST_ITEM.match(lines[end]):
            end += 1
        following = lines[end : end + 3]
        if end > number + 1 or not following or _signs(following):
            found |= set(range(number, end))
    return found


def note_lines(lines: Sequence[str]) -> set[int]:
    """The numbered notes under a table: 注：  1.…  2.… are no headings."""
    found: set[int] = set()
    for number, line in enumerate(lines):
        if _NOTE.match(line):
            end = number + 1
            while end < len(lines) and _LIST_ITEM.match(lines[end]):
                end += 1
            found |= set(range(number, end))
    return found


def _signs(lines: Sequence[str]) -> bool:
    return (
        is_date(lines[0])
        or is_closing(lines[0])
        or (
            is_signature(lines[0])
            and any(is_date(line) or is_signature(line) for line in lines[1:])
        )
    )


def find_annex_head(lines: Sequence[str], blocks: Sequence[Block], index: int) -> AnnexHead | None:
    """附件 with its title, on the same line or on the lines below it."""
    line = lines[index]
    match = _ANNEX.fullmatch(line) if line.startswith("附") and len(line) <= 80 else None
    if match is None or "。" in line:
        return None
    word = re.sub(r"\s", "", match["word"])
    number = word + (match["number"] or "")
    if match["title"]:
        return AnnexHead(number, match["title"].strip(" ：:"), 1)
    below = [
        line
        for line, block in zip(
            lines[index + 1 : index + 5], blocks[index + 1 : index + 5], strict=True
        )
        if block.kind != "row"
    ]
    count = title_lines(below, 0)
    title = "".join(below[:count])
    return AnnexHead(number, title or word, 1 + count)


def _bare(line: str) -> str:
    return re.sub(r"[\s.…·\d]*$", "", re.sub(r"\s", "", line))
