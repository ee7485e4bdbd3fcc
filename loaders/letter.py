"""The frame of an official text: title, 发文字号, addressee, signature and 成文日期."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.document import Block, Document
from loaders.numbering import read_mark

_ZH_DIGIT = "[〇○零Ｏ一二三四五六七八九]"
DATE = re.compile(
    rf"""(?x)
    (?P<year> (?:19|20)\d\d | [一二]{_ZH_DIGIT}{{3}} ) \s* 年 \s*
    (?P<month> \d{{1,2}} | [一二三四五六七八九十]{{1,2}} ) \s* 月 \s*
    (?P<day> \d{{1,2}} | [一二三四五六七八九十]{{1,3}} ) \s* 日
    """
)
NUMBER = re.compile(
    r"[\u4e00-\u9fff]{2,14}\s?[〔［\[（(【]\s?(?:19|20)\d\d\s?[〕］\]）)】]\s?第?\s?\d{1,5}\s?号"
)
KIND_WORDS = (
    "通知|意见|方案|计划|规划|纲要|办法|规定|细则|条例|决定|公告|通告|通报|批复|函|复函|报告|请示|要点|措施|清单"
    "|目录|名单|表|标准|指南|预案|制度|规则|章程|答复|令|政策|行动|实施|草案|指标|分工|说明|样式|坐标"
)
_TITLE_END = re.compile(
    rf"(?:{KIND_WORDS})(?:（[^（）]*）|\([^()]*\)|[—－-]+\d{{4}}年）?)*》?(?:的(?:通知|公告|批复|决定|函))?$"
)
_ADDRESSEE = re.compile(r"[^。；]{1,200}[：:]")
_BODY_END = (
    r"(?:政府|办公厅|办公室|委员会|国务院|中央|部|厅|局|委|办|会|院|署|行|社|公司|集团|组|处|中心)"
)
_SIGNATURE = re.compile(rf"[\u4e00-\u9fff、（） ]{{2,60}}{_BODY_END}(?:（[^）]*）|（章）)?")
_CLOSING = re.compile(r"[（(](?:此件|此文|联系|有删减)[^）)]*[）)]$|^(?:抄送|主题词|附件)[：:]")


@dataclass(frozen=True, slots=True)
class Letter:
    """Which blocks frame the text; every field indexes Document.blocks, None where there is none.

    `title` is a range of blocks, as a title may run over lines; `signature` and `date` are those
    under the letter, `end` the first block after it.
    """

    title: range
    number: int | None
    addressee: int | None
    signature: int | None
    date: int | None


def read_letter(document: Document) -> Letter:
    """Find the frame of the document's first letter."""
    text, blocks = document.text, document.blocks
    head = range(0, min(len(blocks), 14))
    lines = [text[block.start : block.end] for block in blocks]
    number = next((n for n in head if len(lines[n]) < 60 and NUMBER.match(lines[n])), None)
    addressee = next(
        (n for n in head if blocks[n].kind != "row" and _is_addressee(lines[n], n)), None
    )
    date = _first_date(lines, blocks)
    signature = date - 1 if date and is_signature(lines[date - 1]) else None
    if date is not None and signature is None and _signed_date(lines[date]):
        signature = date
    return Letter(_title(lines, blocks, number, addressee), number, addressee, signature, date)


def is_date(line: str) -> bool:
    """A line that holds a date and at most the body that signs."""
    if len(line) >= 60 or "日" not in line:
        return False
    return bool(DATE.fullmatch(line.strip("（）() "))) or _signed_date(line)


def is_signature(line: str) -> bool:
    """A line that may be the name of the body that signs."""
    return len(line) <= 60 and bool(_SIGNATURE.fullmatch("".join(line.split())))


def is_closing(line: str) -> bool:
    """（此件公开发布）and the like."""
    return bool(_CLOSING.search(line))


def is_title_line(line: str) -> bool:
    """A short line without a sentence in it."""
    return 2 <= len(line) <= 60 and not re.search(r"[。；！？：:，]$|。", line)


def title_lines(lines: Sequence[str], start: int, most: int = 4) -> int:
    """How many lines from `start` on make one title: up to the line that ends like one."""
    count = 0
    for line in lines[start : start + most]:
        if not is_title_line(line) or is_date(line):
            break
        count += 1
        if _TITLE_END.search(line):
            following = lines[start + count] if start + count < len(lines) else ""
            return count + bool(re.fullmatch(r"[（(][^（）()]{1,30}[）)]", following))
    return min(count, 1)


def _is_addressee(line: str, number: int) -> bool:
    return (
        number > 0
        and bool(_ADDRESSEE.fullmatch(line))
        and read_mark(line, 0, len(line)) is None
        and bool(re.search(r"政府|部门|单位|委|局|厅|院|公司|机构|法院|办", line))
    )


def _signed_date(line: str) -> bool:
    match = DATE.search(line)
    if match is None or match.end() != len(line.rstrip()):
        return False
    return is_signature(line[: match.start()].strip(" \u3000"))


def _first_date(lines: Sequence[str], blocks: Sequence[Block]) -> int | None:
    return next(
        (n for n, line in enumerate(lines) if blocks[n].kind != "row" and is_date(line) and n > 0),
        None,
    )


def _title(
    lines: Sequence[str], blocks: Sequence[Block], number: int | None, addressee: int | None
) -> range:
    if not lines or blocks[0].kind == "row":
        return range(0)
    if lines[0].endswith("令") and (ordered := _title_of_order(lines)):
        return ordered
    limits = [n for n in (number, addressee) if n is not None and n > 0]
    count = title_lines(lines, 0)
    if limits:
        before = min(limits)
        if before <= 5 and all(is_title_line(line) for line in lines[:before]):
            count = before
    return range(max(count, 0))


def _title_of_order(lines: Sequence[str]) -> range | None:
    """国务院令 第707号 … 日: the regulation that the order puts in force has the title."""
    date = next((n for n, line in enumerate(lines[:12]) if is_date(line)), None)
    if date is None or date + 1 >= len(lines):
        return None
    count = title_lines(lines, date + 1)
    return range(date + 1, date + 1 + count) if count else None
