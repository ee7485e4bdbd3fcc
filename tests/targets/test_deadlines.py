"""Dates in a plan for 2024 to 2026, issued in 2024: what each is for."""

from __future__ import annotations

import pytest

from loaders.deadlines import find_moments
from loaders.numerals import plain
from loaders.plan_period import Calendar, read_calendar
from tests.targets.made_documents import document

CALENDAR = Calendar(2024, 2024, 2026)
SENSES = {
    "到2026年底，产值较2023年翻一番": [("deadline", 2026), ("baseline", 2023)],
    "到2025年、2026年，": [("deadline", 2025), ("deadline", 2026)],
    "2025年底前": [("deadline", 2025)],
    "2024年4月底前": [("deadline", 2024)],
    "2031年初步建成": [("deadline", 2031)],
    "2024—2026年，新增": [("deadline", 2026)],
    "“十四五”末": [("deadline", 2025)],
    "较“十三五”末": [("baseline", 2020)],
    "由2023年的68%提高到85%": [("baseline", 2023)],
    "由2020年的10%提高到2025年的30%": [("baseline", 2020), ("deadline", 2025)],
    "增长到2023年的2.5倍": [("baseline", 2023)],
    "在2020年基础上": [("baseline", 2020)],
    "截至2023年底，已建成": [("past", 2023)],
    "2023年，全市": [("past", 2023)],
    "2005年底前建成的老旧小区": [("mention", 2005)],
    "2005年底前建成渔港9座": [("past", 2005)],
    "近三年": [("past", None)],
    "连续3年位居": [("past", None)],
    "连续三年每年列支": [("span", None)],
    "从2025年起启动": [("since", 2025)],
    "以2025年冬季运动会为契机": [("mention", 2025)],
    "2024年3月8日至": [("mention", 2024)],
    "三年内": [("deadline", 2026)],
    "2025年起5年内": [("since", 2025), ("deadline", 2029)],
    "自本行动计划印发之日起两年内": [("deadline", 2026)],
    "规划期末": [("deadline", 2026)],
    "实施“十五五”规划的开局之年": [("mention", 2030)],
    "“十五五”期间": [("deadline", 2030)],
    "2025年是关键之年": [("mention", 2025)],
    "到“十五五”时": [("deadline", 2030)],
    "到本世纪中叶": [("deadline", 2050)],
    "三年打造示范村": [("whole", 2026)],
    "具有3年以内经历": [("span", None)],
    "有效期3年": [],
    "在10个工作日内": [],
    "9月底": [("mention", 2024)],
    "每年9月底前": [("mention", None)],
}
DAYS = {
    "2026年5月底前": "2026-05",
    "2026年上半年": "2026-06",
    "要于方案印发之日起15个工作日内": "issue+15d",
    "2026年底前": "2026-12",
    "2026年第三季度": "2026-09",
    "从2026年起": "2026",
    "自印发之日起20日内": "issue+20d",
    "6月底前": "2024-06",
    "三季度前": "2024-09",
}


@pytest.mark.parametrize(("text", "expected"), SENSES.items(), ids=SENSES)
def test_a_date_has_its_sense_and_year(text: str, expected: list[tuple[str, int | None]]) -> None:
    moments = find_moments(plain(text), CALENDAR)
    assert [(moment.sense, moment.year) for moment in moments] == expected


@pytest.mark.parametrize(("text", "day"), DAYS.items(), ids=DAYS)
def test_a_date_gives_the_day_of_a_milestone(text: str, day: str) -> None:
    assert [moment.day for moment in find_moments(text, CALENDAR)] == [day]


def test_a_month_without_a_year_is_of_the_plans_year_or_of_its_issue() -> None:
    calendars = {
        Calendar(2031, annual=2032): 2032,
        Calendar(annual=2032): 2032,
        Calendar(2032, annual=2031): 2032,  # a report on last year
        Calendar(2026, 2026, 2030, annual=2035): 2026,  # …规划和2035年远景目标
        Calendar(2026, annual=2035): 2026,
        Calendar(): None,
    }
    found = {
        calendar: [moment.year for moment in find_moments("6月底前", calendar)]
        for calendar in calendars
    }
    assert found == {calendar: [year] for calendar, year in calendars.items()}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("某市三年行动计划（2031—2033年）", "某政发〔2031〕8号"), Calendar(2031, 2031, 2033)),
        (("某市规划", "二〇三一年五月十二日"), Calendar(2031)),
        (("某县2032年工作要点", "2032年2月1日"), Calendar(2032, None, None, 2032)),
        (("某县第十五个五年规划纲要", "“十四五”时期，产值翻番。"), Calendar(None, 2026, 2030)),
        (("某县“十五五”渔业规划的通知", "某政发〔2026〕8号"), Calendar(2026, 2026, 2030)),
        (("某县通知", "按照“十五五”规划，修复岸线。"), Calendar()),
        (("一份没有日期的文件",), Calendar()),
        (
            ("某市意见", "某政发〔2031〕8号", "为落实《某省规划（2030—2035年）》，制定本意见。"),
            Calendar(2031),
        ),
        (
            ("关于印发《某市计划（2031—2033年）》的通知", "根据《某省规划（2030—2035年）》。"),
            Calendar(None, 2031, 2033),
        ),
    ],
)
def test_a_document_tells_its_own_dates(lines: tuple[str, ...], expected: Calendar) -> None:
    assert read_calendar(document(*lines)) == expected
