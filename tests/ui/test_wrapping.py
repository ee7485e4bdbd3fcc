"""Chinese text in lines, as cards carry it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.explorer.wrapping import width_of, wrap


@pytest.mark.parametrize(
    ("text", "width", "lines", "expected"),
    [
        ("水质保障", 8, 2, ["水质保障"]),
        ("改造老旧管网五百公里", 6, 2, ["改造老旧管网", "五百公里"]),
        ("产业规模达到1000亿元", 7, 2, ["产业规模达到", "1000亿元"]),
        ("聚集、融合、共享", 3, 3, ["聚集、", "融合、", "共享"]),
        ("培育“独角兽”企业", 3, 4, ["培育", "“独角", "兽”企", "业"]),
        ("改造老旧管网并建设漏损监测平台", 6, 2, ["改造老旧管网", "并建设漏损…"]),
        ("", 6, 2, []),
        ("abcdefghijklmnop", 3, 9, ["abcde", "fghij", "klmno", "p"]),
    ],
)
def test_wrap(text: str, width: float, lines: int, expected: list[str]) -> None:
    assert wrap(text, width, lines) == expected


@given(st.text(max_size=600), st.floats(4, 20), st.integers(1, 4))
def test_a_card_holds_any_name(text: str, width: float, lines: int) -> None:
    rows = wrap(text, width, lines)
    assert len(rows) <= lines
    assert all(width_of(row) <= width + 4 for row in rows)
