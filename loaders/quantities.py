"""Numbers with their units and comparators, as Chinese plans write them.

五千亿元, 1.5万亿, 百余座, 过半, 2至3家, 8—10个, 三分之一, 翻一番, 不低于95%, 120家左右, Ⅲ类.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from loaders.document import Span
from loaders.missing_units import missing_unit
from loaders.numerals import DECIMAL, DIGITS, chinese_number
from loaders.units import MULTIPLIER, UNIT, Kind, kind_of, standard

Comparator = Literal["=", ">=", "<=", "~", "range"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number where it stands, with the words that bind it.

    `start`–`end` takes in the comparator (超过 …, … 以上), `number`–`number_end` does not.
    Values are as written, in `unit`: 1.2万台 is 1.2 in 万台. `binding` is the word before the
    number (不低于), `limit` the word after it (以上); `written` tells how the number was spelled.
    """

    start: int
    end: int
    number: int
    number_end: int
    value: float
    value_max: float | None
    unit: str
    kind: Kind
    comparator: Comparator
    binding: str = ""
    limit: str = ""
    written: Literal["digits", "chinese", "one", "bare", "word"] = "digits"

    def __str__(self) -> str:
        """Comparator, value and unit, as the examples of the rules show them."""
        top = "" if self.value_max is None else f"–{self.value_max:g}"
        return f"{self.comparator} {self.value:g}{top} {self.unit}".rstrip()


def find_quantities(text: str, avoid: Sequence[Span] = ()) -> list[Quantity]:
    """Every quantity of a text in order; `avoid` lists spans that hold none (dates, names).

    The spans of `avoid` are sorted and do not overlap. `text` is `plain`.
    """
    starts = [span[0] for span in avoid]
    found: list[Quantity] = []
    for match in _NUMBER.finditer(text):
        at = bisect_left(starts, match.end())
        if at and avoid[at - 1][1] > match.start():
            continue
        found.extend(_quantities(match))
    return found


_NUMERAL = r"[一二两三四五六七八九十百千零〇]{1,12}"
DASH = r"(?:—{1,2}|–|-|~|至|到)"
LOWER_WORDS = (
    "不得低于|不能低于|不低于|不得少于|不少于|不小于|不得小于|不下于|至少达到|至少为|至少|最少"
    "|最低|超过|突破|(?<![通经超透度])过|高于|大于|多于|超|逾|≥|>|＞|不弱于|不短于"
)
UPPER_WORDS = (
    "不得超过|不得高于|不超过|不超出|不高于|不多于|不得多于|不大于|不长于|低于|少于|小于|至多"
    "|最多|最高|≤|<|＜|不突破|不到"
)
ABOUT_WORDS = "大约|约为|大概|约|将近|接近|近"
_BINDING = re.compile(
    rf"(?:(?P<lower>{LOWER_WORDS})|(?P<upper>{UPPER_WORDS})"
    rf"|(?P<about>{ABOUT_WORDS}))[到达]?\s?$"
)
_LIMIT = re.compile(
    r"(?:及|或|含|\(含\)|（含）)?(?:(?P<lower>以上|开外)|(?P<upper>以下|以内|之内)"
    r"|(?P<about>左右|上下))"
)
_NUMBER = re.compile(
    rf"""
    (?= [\dⅠ-Ⅴ翻一二两三四五六七八九十百千零〇过半万亿] )  # spares the pattern most places
    (?: (?P<grade> (?<=[到于在持]) [Ⅰ-Ⅴ] ) 类
        (?! [^，。；、]{{0,6}} (?:比例|比率|占比|水体|断面|以下|或) )
  | (?P<fold> 翻 [一两二三四1-4]? (?:番|倍) )
  | (?P<fraction> 百分之 (?:{DECIMAL}|{_NUMERAL})
    | [二三四五六七八九十] 分之 [一二三四五六七八九]
      | 一半 | 过半 | 半数
      | (?<![一二三四五六七八九十完集构组变建现赞形促]) [二三四五六七八九] 成
        (?=以上|左右|以下|的)
      | (?: (?<=[过到于近约占达超])
        | (?<=下降|降低|减少|压减|压缩|缩短|节约|提高|提升|增长|增加|上升) )
        [一二两三四五六七八九] 成 (?![立为本果交就长员效功熟不]) )
  | (?<= [比例到至为在于过达持超约] )
    (?P<ratio> {DECIMAL} [:：∶] {DECIMAL} ) (?! [\d.:：∶] | {MULTIPLIER} | {UNIT} )
  | (?<! [A-Za-z0-9.\-+×第〔/:：] ) (?<! \d [<>=＝≥≤] )
    (?P<low> {DECIMAL} ) (?! [.\d+×:∶] | /(?!(?:10|十)?万) ) (?P<low_more> [余多] )?
    (?P<low_multiplier> {MULTIPLIER} )? (?P<low_more2> [余多](?!元) )? (?P<low_unit> {UNIT} )?
    (?: {DASH} (?P<high> {DECIMAL} )
      (?P<high_multiplier> {MULTIPLIER} )? (?P<high_unit> {UNIT} )? )?
  | (?<! [第一二两三四五六七八九十百千万亿零〇每] )
    (?P<cn> {_NUMERAL} ) (?: (?P<cn_more> [余多] )? (?P<cn_multiplier> 万亿|亿|万 ) )?
    (?: (?P<cn_more2> [余多] )? (?P<cn_unit> {UNIT} )
      | (?:至|到) (?P<cn_high> {_NUMERAL} ) (?P<cn_high_multiplier> 万亿|亿
        |万 )? (?P<cn_high_unit> {UNIT} )
      | (?<=亿) )
  | (?<! [\d一二两三四五六七八九十百千万亿每余多几数] )
    (?P<bare> 万亿|亿|万 ) (?P<bare_more> [余多] )? (?P<bare_unit> {UNIT} )
    )
    """,
    re.VERBOSE,
)
_NOT_AFTER = re.compile(r"[一性级届版号]|之一|分之|位数|[A-Za-z0-9]")


def _quantities(match: re.Match[str]) -> Iterator[Quantity]:
    if match["grade"]:
        value = float("ⅠⅡⅢⅣⅤ".index(match["grade"]) + 1)
        yield _bound(match, match.start(), match.end(), value, None, "类", written="word")
    elif match["fold"]:
        yield _folded(match)
    elif match["fraction"]:
        yield _fraction(match)
    elif match["ratio"]:
        yield from _ratio(match)
    elif match["low"]:
        yield from _decimal(match)
    elif match["cn"]:
        yield from _chinese(match)
    else:
        yield from _bare(match)


def _folded(match: re.Match[str]) -> Quantity:
    """翻一番 doubles, 翻两番 is fourfold."""
    digit = match["fold"][1:-1] or "一"
    times = int(digit) if digit.isdigit() else int(chinese_number(digit))
    factor = 2.0**times if match["fold"].endswith("番") else float(times + 1)
    return _bound(match, match.start(), match.end(), factor, None, "倍", written="word")


def _fraction(match: re.Match[str]) -> Quantity:
    word = match["fraction"]
    if word in ("一半", "过半", "半数"):
        value = 50.0
    elif word.endswith("成"):
        value = chinese_number(word[:-1]) * 10
    elif word.startswith("百分之"):
        rest = word[3:]
        value = float(rest.replace(",", "")) if rest[0].isdigit() else chinese_number(rest)
    else:
        whole, part = word.split("分之")
        value = round(100 * chinese_number(part) / chinese_number(whole), 2)
    quantity = _bound(match, match.start(), match.end(), value, None, "%", written="word")
    return replace(quantity, comparator=">=") if word == "过半" else quantity


def _ratio(match: re.Match[str]) -> Iterator[Quantity]:
    """医护比1:1.25 is 1 in :1.25; 8:30 is a time, and what is paid 按…比 is no level."""
    start = match.start("ratio")
    value, base = re.split("[:：∶]", match["ratio"].replace(",", ""))
    if float(base) and _RATIO_OF.fullmatch(match.string[max(0, start - 24) : start]):
        yield _bound(match, start, match.end(), float(value), None, f":{base}")


_RATIO_OF = re.compile(
    r"(?:.*[，。；：:\n])?[^按]*(?:比(?![如赛照较尺分])|放大|撬动|带动)[^按，。；：:\n]{0,14}",
    re.DOTALL,
)


def _decimal(match: re.Match[str]) -> Iterator[Quantity]:
    text, end = match.string, match.end()
    low = float(match["low"].replace(",", ""))
    multiplier, unit = match["low_multiplier"] or "", match["low_unit"] or ""
    more = match["low_more"] or match["low_more2"]
    if match["high"] and match["high_unit"] is None and (unit or not match["high_multiplier"]):
        end = match.end("high") if not unit else match.start("high") - 1  # 3.2—3.5: no unit at all
        if unit:
            match_end = match.end("low_unit")
            yield from _single(match, low, multiplier, unit, more, match_end)
            return
    if text[end : end + 1] and _NOT_AFTER.match(text, end):
        return
    if match["high"] is None:
        yield from _single(match, low, multiplier, unit, more, end)
        return
    high = float(match["high"].replace(",", ""))
    high_unit = (match["high_multiplier"] or "") + (match["high_unit"] or "")
    if unit and multiplier + unit != high_unit and high_unit:
        low *= standard(1, multiplier + unit)[0] / standard(1, high_unit)[0]
    if high <= low:
        return
    yield _bound(match, match.start("low"), end, low, high, high_unit)


def _single(
    match: re.Match[str], low: float, multiplier: str, unit: str, more: str | None, end: int
) -> Iterator[Quantity]:
    if not unit:
        unit = missing_unit(match.string, match.start("low"), end, multiplier)
    quantity = _bound(match, match.start("low"), end, low, None, multiplier + unit, more=more)
    if unit or multiplier or quantity.binding or quantity.limit or _reached(match.string, quantity):
        yield quantity


_REACHED = re.compile(r"(?:[到至在为达比]|保持|稳定)$")


def _reached(text: str, quantity: Quantity) -> bool:
    return bool(_REACHED.search(text, max(0, quantity.number - 2), quantity.number))


def _chinese(match: re.Match[str]) -> Iterator[Quantity]:
    text, end = match.string, match.end()
    if _NOT_AFTER.match(text, end):
        return
    numeral = match["cn"]
    multiplier, unit = match["cn_multiplier"] or "", match["cn_unit"] or ""
    if match["cn_high"]:
        unit = (match["cn_high_multiplier"] or "") + match["cn_high_unit"]
        high = chinese_number(match["cn_high"])
        low = chinese_number(numeral)
        if high > low:
            yield _bound(match, match.start(), end, low, high, unit, written="chinese")
        return
    if not unit:
        unit = "元"
    kind = kind_of(unit)
    if kind in ("occasion", "time") and not multiplier and kind_of(unit) != "time":
        return
    more = match["cn_more"] or match["cn_more2"]
    if len(numeral) == 2 and set(numeral) <= set("一二两三四五六七八九"):
        low, high = (float(DIGITS[char]) for char in numeral)  # 两三家
        if high > low:
            yield _bound(match, match.start(), end, low, high, multiplier + unit, written="chinese")
        return
    value = chinese_number(numeral)
    written: Literal["chinese", "one", "bare"] = "chinese"
    if numeral == "一" and not multiplier:
        written = "one"
    elif numeral in ("百", "千", "十") and not multiplier:
        written = "bare"
    yield _bound(
        match, match.start(), end, value, None, multiplier + unit, more=more, written=written
    )


def _bare(match: re.Match[str]) -> Iterator[Quantity]:
    """万名以上, 突破万亿元: a multiplier with nothing before it, only where a word binds it."""
    if _NOT_AFTER.match(match.string, match.end()):
        return
    unit = match["bare"] + match["bare_unit"]
    quantity = _bound(
        match, match.start(), match.end(), 1.0, None, unit, more=match["bare_more"], written="bare"
    )
    if quantity.comparator != "=" or _reached(match.string, quantity):
        yield quantity


def _bound(
    match: re.Match[str], start: int, end: int, value: float, value_max: float | None, unit: str,
    *, more: str | None = None,
    written: Literal["digits", "chinese", "one", "bare", "word"] = "digits",
) -> Quantity:  # fmt: skip
    """The quantity with the words that bind it, on either side."""
    text = match.string
    before = _BINDING.search(text, max(0, start - 6), start)
    after = _LIMIT.match(text, end)
    comparator: Comparator = "="
    for words in (after, before):
        if words is not None and comparator == "=":
            comparator = ">=" if words["lower"] else "<=" if words["upper"] else "~"
    if more and comparator == "=":
        comparator = ">="
    if value_max is not None:
        comparator = "range"
    return Quantity(
        before.start() if before else start, after.end() if after else end, start, end,
        value, value_max, unit, kind_of(unit), comparator,
        before.group().strip() if before else "", after.group() if after else "", written,
    )  # fmt: skip
