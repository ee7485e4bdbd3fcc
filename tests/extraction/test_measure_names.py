"""A measure's name says what is done: no report of it, no comma at its end, no frame alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from extraction.reading import HEAD, names, read
from loaders.rules.measures import measure_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("对进度落后的单位进行约谈，", "对进度落后的单位进行约谈"),
        ("为保证渔港如期建成，《江屿市渔港方案》还明确，建立调度机制，", "建立调度机制"),
        ("《江屿市渔港方案》提出修复码头。", "修复码头"),
        ("5.1.3 修复码头。完善冷链。", "修复码头"),
        (
            "为确保渔港建设工作顺利进行，市财政局可安排一定数额的专项资金，"
            "主要用于码头修复、航道疏浚、冷链建设和渔民培训等方面的支出。",
            "市财政局可安排一定数额的专项资金",
        ),
    ],
)
def test_the_name_of_a_measure(words: str, name: str) -> None:
    assert measure_name(words) == name


def test_the_cases_of_a_list_are_no_measures(tmp_path: Path) -> None:
    cases = "（一）严格年检。有下列情形的不予通过：\n1.未按时报送材料的；\n2.材料不实的。\n"
    text = HEAD + cases + "（二）修复码头。\n"
    assert names(read(tmp_path, text), "Measure") == ["修复码头"]
