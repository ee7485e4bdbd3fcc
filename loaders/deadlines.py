"""Dates in running text: which of them is a deadline, which a baseline, which the past.

到2025年 · 2025年底前 · 三年内 · “十四五”末 · 规划期末 · 较2020年 · 截至2023年底 ·
自印发之日起20日内.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from loaders.numerals import chinese_number
from loaders.plan_period import FIVE_YEARS, YEAR, Calendar

Sense = Literal["deadline", "baseline", "past", "since", "span", "whole", "mention"]
Basis = Literal["explicit", "relative"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A date where it stands.

    `sense` says what it is for (whole: a time as long as the plan, 三年打造…); `day` is the
    act's date as a milestone gives it (2031-05, 2032, issue+20d). A baseline has a
    year, a bare span of time (用8年时间) has none.
    """

    start: int
    end: int
    sense: Sense
    year: int | None = None
    day: str = ""
    basis: Basis = "explicit"


def find_moments(text: str, calendar: Calendar) -> list[Moment]:
    """Every date of a text in order; `text` is `plain`."""
    found: list[Moment] = []
    for match in _MOMENT.finditer(text):
        found.extend(_moments(match, calendar))
    return found


_NUMERAL = "[一二两三四五六七八九十]{1,3}"
_NUMBER = rf"(?:\d{{1,3}}|{_NUMERAL})"
_STARTS = '[\\d一二两三四五六七八九十“"「本规计方期近连过前最历今未接年当明次去上]'
"""What a date can begin with; it spares the pattern most places of a text."""
_MOMENT = re.compile(
    rf"""
    (?= {_STARTS} )
    (?: (?P<first> {YEAR} ) 年? (?: —{{1,2}} | – | - | ~ | 至
      | 到 ) (?P<last> {YEAR} ) 年? (?P<during> 期间|间 )?
  | (?P<year> {YEAR} ) (?: 年度? | (?=[、和] {YEAR} 年) )
      (?: (?P<month> \d{{1,2}} ) 月 份? (?: (?P<dom> \d{{1,2}} ) 日 | 中旬 | 上旬
        | 下旬 )? (?: 底 | 末 | 初(?![步始级次中]) )?
        | 年? (?P<part> 底 | 末 | 初(?![步始级次中期]) ) | (?P<half> 上半年 | 下半年 )
          | 第? (?P<quarter> [一二三四] ) 季度 (?:底|末)? )?
      (?P<before> 以前 | 之前 | 前 (?![列茅沿瞻期端景三五十\d]) )?
      (?P<since> 以来 | 起 (?![步到草来]) | 开始 | 之后 | 以后 | 后 (?=[，,每]) )?
  | [“"「]? 十 (?P<five> [一二三四五六] ) 五 [”"」]? (?P<five_span> 时期 | 期间 )?
      (?P<five_end> 规划期?末 | 末期? | 期末 )? (?= \D | $ )
  | (?P<plan_end> (?: 本? (?: 规划 | 计划 | 方案 ) )? 期 末 | (?: 本? (?: 规划 | 计划
    | 方案 ) ) 期 (?: 内 | 间 ) | 本世纪中叶 | 本世纪末 )
  | (?: {_NUMBER} [至到—–~-] )? (?P<count> (?<! [\d.] ) \d{{1,3}} | {_NUMERAL} )
      (?P<length> 年 | 个月 | 个工作日 | 工作日 | 日 | 天 | 周 ) (?:左右)? (?: 之内 | 以内
        | 内 (?![容部在]) | 的? 时间 (?:内|里)? | 之后 | 后 (?=[，,]) )
  | (?<! [近续历连过去前后第每\d一二三四五六七八九十] ) (?P<whole> {_NUMBER} ) 年
      (?: 累计 | 共 (?!同|有) | 总共
      | (?= 打造 | 新增 | 新建 | 建成 | 培育 | 培训 | 完成 | 改造 | 引进 | 实现
        | 筹措 | 筹集 | 统筹 | 投入 | 投资 | 推动 | 培养 | 扶持 | 更新 | 安排 ) )
  | (?P<ago> 近 | 连续 | 过去 | 过去的 | 最近 | 历时 ) (?P<span> {_NUMBER} ) (?: 多
    | 余 )? 年 (?: 来 | 间 )?
  | (?P<ahead> 今后 | 未来
    | 接下来 ) (?: {_NUMBER} [至到—-] )? (?P<span_ahead> {_NUMBER} ) 年 (?: 内 | 间 | 时间
    | 左右 )*
  | (?P<this> 今年 | 本年度 | 本年 | 当年 ) (?P<this_part> 年? 底 | 年? 末
    | 内 )? (?P<this_before> 前 | 之前 )?
  | (?<! [\d一二三四五六七八九十] ) (?P<year_end> 年内 (?=[，完实建出新全力])
      | (?<=[到至]) 年底 | (?<=[到至]) 年末 | 年底 (?=前|之前) | 年末 (?=前)
    | (?P<loose> \d{{1,2}} ) 月 (?: (?P<loose_day> \d{{1,2}} ) 日 | 底 | 末 | 份 | 中旬 | 上旬
    | 下旬 )
      | 第? (?P<loose_quarter> [一二三四] ) 季度 [底末]? (?= 前 ) ) (?P<loose_before> 之前 | 前 )?
  | (?P<next> 明年 | 次年 ) (?: 年? 底 | 年? 末 )? 前?
  | (?P<last_year> 去年 | 上年度? | 上年 | 前年 )
    )
    """,
    re.VERBOSE,
)
_BASE_AFTER = re.compile(r"(?:年)?(?:基础上|水平|相比|为基|基数|同期|可比价|不变价|价格|相当)")
_FROM = re.compile(r"(?:由|从|较|比|相较于|比照)$")
_SINCE_ISSUE = re.compile(
    r"(?:自[^，。；：\n]{0,12}|本?(?:方案|计划|规划|通知|意见|办法))?(?:印发|发布|施行|实施|下发)(?:之日|后|之后|以后)起?$"
)
_AIMED = re.compile(r"(?:到|至|力争|争取|确保|努力|力求)$")
_NAMED = re.compile(
    "(?:以|为|的|届|“|关于|组建|申办|举办|承办|筹办|筹备|参加|迎接|备战|办好|纪念)$"
)
_VALUE_OF_A_YEAR = re.compile(r"(?:底|末)?的(?:约|近)?[\d.一两三四五六七八九十]+(?P<times>倍)?")
_ACT = re.compile(
    "[，,]?(?:全[市省区县]|要|将|计划|力争|争取|确保|新增|新建|完成|建成|培育|实现|改造|引进|新开工|新引进)(?!了)"
)
_CLASS_OF = re.compile(r"[^，。；\n]{1,8}?的(?=[\d\u4e00-\u9fff])")
"""2005年底前建成的老旧小区: an old date that tells which ones, no report on the past."""
_AS_OF = re.compile(r"截[至止]到?$")


def _moments(match: re.Match[str], calendar: Calendar) -> Iterator[Moment]:
    start, end = match.span()
    if match["first"]:
        yield _period(match, calendar)
    elif match["year"]:
        yield _dated(match, calendar)
    elif match["five"]:
        yield _five_years(match, calendar)
    elif match["plan_end"]:
        year_end = {"本世纪中叶": 2050, "本世纪末": 2100}.get(match["plan_end"], calendar.last)
        yield Moment(
            start,
            end,
            "deadline" if year_end else "span",
            year_end,
            str(year_end or ""),
            "relative",
        )
    elif match["count"]:
        moment = _counted(match, calendar)
        if moment is not None:
            yield moment
    elif match["whole"]:
        yield from _whole_plan(start, end, _whole(match["whole"]), calendar)
    elif match["ago"] or match["last_year"]:
        yield _last_year(match, calendar)
    elif match["span_ahead"]:
        years = _whole(match["span_ahead"])
        ahead = _relative(start, end, years, calendar)
        yield ahead if calendar.last else Moment(start, end, "span")
    elif match["this"] or match["year_end"] or match["next"]:
        yield _this_year(match, calendar)


def _five_years(match: re.Match[str], calendar: Calendar) -> Moment:
    """“十六五”末, “十六五”期间: by its last year; the plan's name alone dates nothing."""
    start, end = match.span()
    year = FIVE_YEARS[match["five"]]
    before = match.string[max(0, start - 3) : start]
    sense: Sense = "mention"
    if _FROM.search(before):
        sense = "baseline"
    elif match["five_span"] or match["five_end"] or _AIMED.search(before):
        sense = "deadline" if year >= calendar.now else "past"
    return Moment(start, end, sense, year, str(year))


def _period(match: re.Match[str], calendar: Calendar) -> Moment:
    """2024—2026年，新增…: by its last year; 2016—2020年 in a plan of 2024 is past."""
    last = int(match["last"])
    sense: Sense = "deadline" if last >= calendar.now else "past"
    return Moment(*match.span(), sense, last, str(last))


def _last_year(match: re.Match[str], calendar: Calendar) -> Moment:
    """去年, 近三年: the past; but 较上年 is what a value is compared with."""
    start, end = match.span()
    if match["last_year"] and _FROM.search(match.string, max(0, start - 3), start):
        return Moment(start, end, "baseline", calendar.issued and calendar.issued - 1)
    ahead = match["ago"] == "连续" and match.string.startswith("每年", end)
    return Moment(start, end, "span" if ahead else "past")


def _dated(match: re.Match[str], calendar: Calendar) -> Moment:
    start, end = match.span()
    year, text = int(match["year"]), match.string
    before = text[max(0, start - 4) : start]
    sense: Sense = "deadline" if year >= calendar.now else "past"
    if match["since"]:
        sense = "past" if match["since"] == "以来" or year < calendar.now else "since"
    elif _is_baseline(text, end, before):
        sense = "baseline"
    elif _AS_OF.search(before) and year <= calendar.now and not match["before"]:
        sense = "past"
    elif sense == "past":
        sense = "mention" if match["before"] and _CLASS_OF.match(text, end) else "past"
    elif not _is_aim(match, before, year, calendar):
        sense = "mention"
    return Moment(start, end, sense, year, _day(match, year))


def _is_baseline(text: str, end: int, before: str) -> bool:
    """较2020年, 在2020年基础上, 2030年的2.5倍: the year is what the value is compared with."""
    if _FROM.search(before):
        return True
    value = _VALUE_OF_A_YEAR.match(text, end)
    if value and value["times"]:
        return True
    aimed = before.endswith(("到", "至"))
    return not aimed and bool(value or _BASE_AFTER.match(text, end))


def _is_aim(match: re.Match[str], before: str, year: int, calendar: Calendar) -> bool:
    """A full date without 前 tells when something is, and so does the current year by itself."""
    if match["before"] or _AIMED.search(before):
        return True
    if match["dom"] or _NAMED.search(before) or match.string.startswith("是", match.end()):
        return False
    if year == calendar.now and _ACT.match(match.string, match.end()):
        return True
    bare = not (match["month"] or match["part"] or match["half"] or match["quarter"])
    return not bare or year > calendar.now or year in (calendar.annual, calendar.first)


def _day(match: re.Match[str], year: int) -> str:
    if match["month"]:
        return f"{year}-{int(match['month']):02d}"
    if match["half"] == "上半年":
        return f"{year}-06"
    if match["quarter"]:
        return f"{year}-{3 * int(chinese_number(match['quarter'])):02d}"
    if match["half"] or match["before"] or match["part"] in ("底", "末"):
        return f"{year}-12"
    return str(year)


def _counted(match: re.Match[str], calendar: Calendar) -> Moment | None:
    """三年内; 自印发之日起20日内; 用8年左右时间 gives a horizon but no date."""
    start, end = match.span()
    count = _whole(match["count"])
    text = match.string
    issue = _SINCE_ISSUE.search(text, max(0, start - 20), start)
    start = issue.start() if issue else start
    if match["length"] != "年":
        unit = {"个月": "m", "周": "w"}.get(match["length"], "d")
        if issue:
            return Moment(
                start, end, "deadline", calendar.issued, f"issue+{count}{unit}", "relative"
            )
        return None  # a time limit, not a date
    if issue and calendar.issued:
        year = calendar.issued + count
        return Moment(start, end, "deadline", year, f"issue+{count}y", "relative")
    since = re.search(
        rf"(?P<year>{YEAR})年(?:起|开始)[，,]?(?:的|用|力争|在)?$",
        text[max(0, start - 14) : start],
    )
    if since:
        year = int(since["year"]) + count - 1
        return Moment(start, end, "deadline", year, str(year), "relative")
    if re.search(
        r"具有|具备|满|有$|期限|有效期|有效|连续|过去|近", text[max(0, start - 6) : start]
    ):
        return Moment(start, end, "span")
    return _relative(start, end, count, calendar)


def _whole_plan(start: int, end: int, years: int, calendar: Calendar) -> Iterator[Moment]:
    """三年打造…: as long as the plan itself, so by its end; of another length it dates nothing."""
    first, last = calendar.first, calendar.last
    if first is not None and last is not None and last - first + 1 == years:
        yield Moment(start, end, "whole", last, str(last), "relative")
    else:
        yield Moment(start, end, "span")


def _relative(start: int, end: int, years: int, calendar: Calendar) -> Moment:
    """N years: to the end of a plan that is N years long, else counted from the issue."""
    year = None
    if calendar.first is not None and calendar.last is not None:
        year = min(calendar.first + years - 1, max(calendar.last, calendar.first))
    elif calendar.issued is not None:
        year = calendar.issued + years
    if year is None:
        return Moment(start, end, "span")
    return Moment(start, end, "deadline", year, str(year), "relative")


def _this_year(match: re.Match[str], calendar: Calendar) -> Moment:
    start, end = match.span()
    year = calendar.this_year
    if year is None or match.string.endswith("每年", 0, start):
        return Moment(start, end, "mention")
    if match["next"]:
        return Moment(start, end, "deadline", year + 1, str(year + 1), "relative")
    if match["loose_quarter"]:
        month = 3 * int(chinese_number(match["loose_quarter"]))
        return Moment(start, end, "deadline", year, f"{year}-{month:02d}", "relative")
    if match["loose"]:  # 9月底 by itself is a deadline only in a column of deadlines
        sense: Sense = "deadline" if match["loose_before"] else "mention"
        return Moment(start, end, sense, year, f"{year}-{int(match['loose']):02d}", "relative")
    if match["this"] and not (match["this_part"] or match["this_before"]):
        return Moment(start, end, "mention", year)
    return Moment(start, end, "deadline", year, f"{year}-12", "relative")


def _whole(text: str) -> int:
    return int(text) if text.isdigit() else int(chinese_number(text))
