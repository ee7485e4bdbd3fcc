"""Lines of Chinese text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ExportError
from ui.figures import font
from ui.figures.typeset import CLOSING, OPENING, widest_piece, wrap
from ui.figures.words import date_text, ranges, short, without_common


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("加快智能科技成果转化、产业化", 9, ("加快智能科技成果", "转化、产业化")),
        ("到2020年，产业规模达到1000亿元", 9, ("到2020年，产业", "规模达到1000亿元")),
        ("“瞪羚企业”“独角兽企业”", 7, ("“瞪羚企业”", "“独角兽企业”")),
        ("智能科技企业发展湿地", 6, ("智能科技企业", "发展湿地")),
        ("智能科技企业发展湿地", 5, ("智能科技企", "业发展湿地")),  # else a line more
        ("推进智能化的改造", 6, ("推进智能化的", "改造")),
        ("甲乙\n丙丁", 9, ("甲乙", "丙丁")),
        ("比重3.2～3.5%", 3, ("比重", "3.2～3.5%")),
        ("", 5, ()),
    ],
)
def test_a_text_is_set_as_a_printer_would(text: str, ems: float, lines: tuple[str, ...]) -> None:
    assert wrap(text, ems * 10, 10) == lines


chinese = st.text(
    st.sampled_from("智能科技产业发展，。、；：（）《》“”1234567890.%亿元AI "), max_size=60
)


@given(text=chinese, ems=st.floats(4, 30))
def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one(
    text: str, ems: float
) -> None:
    lines = wrap(text, ems * 9, 9)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for before, after in pairwise(lines):
        assert after[0] not in CLOSING
        assert before[-1] not in OPENING
        assert not (before[-1].isdigit() and after[0].isdigit())
    room = max(ems * 9, widest_piece(text, 9))
    assert all(font.width(line, 9) <= room + 1e-6 for line in lines)


def test_a_sign_that_the_font_lacks_is_named() -> None:
    with pytest.raises(ExportError) as error:
        font.check(["智能", "\U0002a6d6科\ue000"])
    assert error.value.title == (
        "the figure font has no glyph for “\ue000”(U+E000)、“\U0002a6d6”(U+2A6D6)"
    )


def test_a_long_text_is_cut_at_a_pause() -> None:
    assert short("建立智能工厂培育库，支持企业改造", 12) == "建立智能工厂培育库…"
    assert short("建立智能工厂培育库。") == "建立智能工厂培育库"
    assert short("建立重大项目清单，") == "建立重大项目清单"


def test_dates_are_written_as_a_reader_says_them() -> None:
    dates = ("2028", "2027-06", "2027-12-31", "2027年底", "2027-Q1")
    assert [date_text(date) for date in dates] == [
        "2028年", "2027年6月", "2027年12月31日", "2027年底", "2027-Q1",
    ]  # fmt: skip


def test_clauses_are_written_as_ranges() -> None:
    assert ranges([1, 2, 3, 5, 8, 9]) == "1—3、5、8—9"


def test_names_keep_what_tells_them_apart() -> None:
    names = [
        "天津市智能制造专项行动计划",
        "天津市智能农业专项行动计划",
        "天津市智慧城市专项行动计划",
    ]
    assert without_common(names) == (["能制造", "能农业", "慧城市"], "天津市智…专项行动计划")
    assert without_common(["甲方案（2026年）", "乙方案（2027年）", "丙方案（2028年）"])[1] == ""
    assert without_common(names[:2]) == (names[:2], "")
