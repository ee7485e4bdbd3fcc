"""The marks that number a heading, 第一章 第一条 一、（一）1. 1.1 （1）①, and their ranks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.document import Span
from loaders.numerals import plain

_DIGITS = {"零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
           "八": 8, "九": 9}  # fmt: skip
_ZH = "[一二三四五六七八九十百零〇]{1,6}"
_UNITS = "[万亿千百%％‰个家项名人座吨亩米元倍年月日户台套件次级度]|公[里顷]|平方"

RANKS = {
    "annex": 0.0, "部分": 0.5, "编": 1.0, "篇": 1.0, "章": 2.0, "节": 3.0, "条": 4.0, "一、": 5.0,
    "（一）": 6.0, "1.": 7.0, "（1）": 9.0, "①": 10.0,
}  # fmt: skip
"""The styles of numbering, from the widest heading to the narrowest."""

_PATTERN = rf"""(?x)
    第 \s? (?P<ordinal> {_ZH} | \d{{1,3}} ) \s? (?P<kind> [编篇章节条] | 部分 ) (?! [件款例] )
    | (?P<zh> {_ZH} ) \s? [、．.] (?! [二三四五六七八九十]、 | [一二三四五六七八九][线级类期等产] )
    | [（(［\[] \s? (?P<zh_in_brackets> {_ZH} ) \s? [）)］\]] [、．.]?
    | (?P<decimal> \d{{1,2}} (?: [.．] [1-9]\d? ){{1,4}} ) (?! [.．]?\d | \s? (?:{_UNITS}) )
      [.．、]?
    | (?P<digits> \d{{1,3}} ) \s? [.．、] (?! \d+ (?:\.\d+)? \s? (?:{_UNITS}) )
    | (?P<digits_before_space> \d{{1,2}} ) [ \u3000]+ (?= [\u4e00-\u9fff] )
    | [（(] \s? (?P<digits_in_brackets> \d{{1,2}} ) \s? [）)] [、．.]?
    | (?P<circled> [①-⑳] ) [、．.]? | (?P<parenthesised> [⑴-⒇] ) | (?P<dotted> [⒈-⒛] )
    """
_MARK = re.compile(_PATTERN)
_MARK_WITHOUT_DECIMALS = re.compile(_PATTERN.replace("(?P<decimal>", "(?P<decimal> (?!)"))
_FIRST = frozenset("第一二三四五六七八九十百（(［[0123456789０１２３４５６７８９") | frozenset(
    chr(code) for code in range(0x2460, 0x249C)
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at the start of a line, as in （一）扩大养殖空间.

    `label` is how a reader would name it: 一, （一）, 3, 第一章. `style` keys RANKS, `path` holds
    the components of a decimal number, `span` covers the mark up to the title.
    """

    style: str
    rank: float
    number: int
    label: str
    span: Span
    path: tuple[int, ...] = ()
    digit_follows: bool = False


def read_mark(text: str, start: int, end: int, *, decimals: bool = True) -> Mark | None:
    """The mark with which text[start:end] begins, if any.

    Without `decimals`, 3.5G网络 is item 3, 5G网络; with them it is 3.5.
    """
    if start >= end or text[start] not in _FIRST:
        return None
    match = (_MARK if decimals else _MARK_WITHOUT_DECIMALS).match(text, start, end)
    if match is None:
        return None
    kind, value = match.lastgroup or "", plain(match.group(match.lastgroup or 0))
    after = match.end()
    while after < end and text[after] in " \u3000\t":
        after += 1
    span = (start, after)
    follows = text[after : after + 1].isdecimal()
    if kind == "kind":
        number = read_number(match["ordinal"])
        label = re.sub(r"\s", "", match.group())
        return Mark(value, RANKS[value], number, label, span)
    if kind == "zh":
        return Mark("一、", RANKS["一、"], read_number(value), value, span)
    if kind == "zh_in_brackets":
        return Mark("（一）", RANKS["（一）"], read_number(value), f"（{value}）", span)
    if kind == "decimal":
        path = tuple(int(part) for part in re.split(r"[.．]", value))
        rank = RANKS["1."] + 0.1 * (len(path) - 1)
        style = "1" + ".1" * (len(path) - 1)
        return Mark(style, rank, path[-1], value.replace("．", "."), span, path)
    if kind in ("digits", "digits_before_space"):
        number = int(value)
        return Mark("1.", RANKS["1."], number, value, span, (number,), follows)
    if kind == "digits_in_brackets":
        return Mark("（1）", RANKS["（1）"], int(value), f"（{value}）", span)
    first = {"circled": "①", "parenthesised": "⑴", "dotted": "⒈"}[kind]
    style = {"circled": "①", "parenthesised": "（1）", "dotted": "1."}[kind]
    number = ord(value) - ord(first) + 1
    label = value if kind == "circled" else style.replace("1", str(number)).rstrip(".")
    return Mark(style, RANKS[style], number, label, span)


def read_number(words: str) -> int:
    """二十一 or 21 as a number; 0 when it is none."""
    if words.isdecimal():
        return int(words)
    total = digit = 0
    for character in words:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            return 0
    return total + digit
