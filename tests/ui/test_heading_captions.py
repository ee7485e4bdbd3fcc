"""A heading is shown as a plan prints it."""

from __future__ import annotations

import pytest

from graph.elements import Node
from ui.explorer.captions import heading


@pytest.mark.parametrize(
    ("number", "title", "shown"),
    [
        ("三", "重点任务", "三、重点任务"),
        ("（一）", "夯实基础", "（一）夯实基础"),
        ("12", "建设平台", "12.建设平台"),
        ("2.1", "建设平台", "2.1 建设平台"),
        ("第三章", "附则", "第三章 附则"),
        ("附件1", "名单", "附件1 名单"),
        ("一是", "加强领导", "一是加强领导"),
        ("", "发展基础", "发展基础"),
    ],
)
def test_number_and_title(number: str, title: str, shown: str) -> None:
    assert heading(Node("section-1", "Section", {"number": number, "title": title})) == shown
