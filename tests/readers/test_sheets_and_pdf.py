"""Spreadsheets and PDF files: places on a grid, places on a page."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from small_files import SCAN, Frame, Text, cells, lines, pdf, read

from graph.errors import SourceError
from loaders.issues import Code


def workbook(rows: list[list[object]], merged: tuple[str, ...] = ()) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_a_sheet_has_a_title_a_head_merged_cells_and_notes(tmp_path: Path) -> None:
    content = workbook(
        [
            ["责任分工表", None, None],
            ["序号", "任务", "牵头单位"],
            [1, "建港", "市海洋局"],
            [2, "修路", None],
            ["注：2031年更新。", None, None],
        ],
        ("A1:C1", "C3:C4"),
    )
    document = read(tmp_path, "sheet.xlsx", content)
    assert lines(document) == [
        "责任分工表", "序号 | 任务 | 牵头单位", "1 | 建港 | 市海洋局", "2 | 修路",
        "注：2031年更新。",
    ]  # fmt: skip
    assert cells(document)[2] == [(0, "2"), (1, "修路"), (2, "市海洋局")]
    assert [block.kind for block in document.blocks] == [
        "paragraph", "row", "row", "row", "paragraph",
    ]  # fmt: skip


def test_values_are_read_as_the_sheet_shows_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["指标", "2030年", "时限"])
    sheet.append(["覆盖率", 0.85, date(2031, 5, 8)])
    sheet["B2"].number_format = "0%"
    sheet.append(["产值", 1200.5, 2031])
    sheet["C3"].number_format = '0"年"'
    book.create_sheet("隐藏").sheet_state = "hidden"
    target = io.BytesIO()
    book.save(target)
    assert lines(read(tmp_path, "sheet.xlsx", target.getvalue()))[1:] == [
        "覆盖率 | 85% | 2031年5月8日", "产值 | 1200.5 | 2031年",
    ]  # fmt: skip


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_file_in_any_dialect(tmp_path: Path, separator: str) -> None:
    rows = [["序号", "任务", "牵头单位"], ["1", '"建港，\n修路"', "市海洋局"]]
    content = "\r\n".join(separator.join(row) for row in rows).encode("gb18030")
    document = read(tmp_path, "sheet.csv", content)
    assert lines(document) == ["序号 | 任务 | 牵头单位", "1 | 建港，修路 | 市海洋局"]
    assert [block.head for block in document.blocks] == [True, False]


@pytest.mark.parametrize("cut", [300, 2000])
def test_a_workbook_that_is_cut_off_is_said(tmp_path: Path, cut: int) -> None:
    with pytest.raises(SourceError, match="damaged or cut off"):
        read(tmp_path, "sheet.xlsx", workbook([["序号", "任务"], [1, "建港"]])[:cut])


def page(number: int, *items: Text | Frame) -> list[Text | Frame]:
    header: Text = (60, 30, 9, "云岚市人民政府文件")
    footer: Text = (280, 800, 9, f"— {number} —")
    return [header, *items, footer]


def test_broken_lines_are_joined_across_pages_and_running_heads_dropped(tmp_path: Path) -> None:
    full = "为推动海洋产业发展，制定本方案，各区县要认真组织实施，确保各项任务落到实"
    content = pdf(
        [
            page(1, (220, 60, 18, "云岚市海洋方案"), (84, 100, 12, full), (60, 120, 12, "处。"),
                 (84, 140, 12, full)),
            page(2, (60, 60, 12, "处，务求实效。"), (84, 80, 12, "一、总体目标")),
        ]
    )  # fmt: skip
    assert lines(read(tmp_path, "plan.pdf", content)) == [
        "云岚市海洋方案", full + "处。", full + "处，务求实效。", "一、总体目标",
    ]  # fmt: skip


def test_a_line_that_a_number_left_short_goes_on(tmp_path: Path) -> None:
    full = "为推动海洋产业发展，制定本方案，各区县要认真组织实施，确保各项任务落到实"
    content = pdf(
        [[(84, 60, 12, full), (60, 80, 12, full[:-2] + "达到"), (60, 100, 12, "78%，提高。")]]
    )
    assert lines(read(tmp_path, "plan.pdf", content)) == [full + full[:-2] + "达到78%，提高。"]


def test_ruled_tables_are_rows_with_cells(tmp_path: Path) -> None:
    lefts, words = (
        (60, 120, 260, 400),
        [["序号", "任务", "牵头单位"], ["1", "建港", "市工业和信息"]],
    )
    items: list[Text | Frame] = [(84, 60, 12, "任务分工如下。")]
    for row, texts in enumerate(words):
        for column, text in enumerate(texts):
            top = 100 + 40 * row
            items.append(
                (lefts[column], top, lefts[column + 1] - lefts[column] if column < 2 else 100, 40)
            )
            items.append((lefts[column] + 4, top + 4, 12, text))
    items.append((264, 160, 12, "化局"))
    document = read(tmp_path, "plan.pdf", pdf([items]))
    assert lines(document) == [
        "任务分工如下。",
        "序号 | 任务 | 牵头单位",
        "1 | 建港 | 市工业和信息化局",
    ]
    assert [block.head for block in document.blocks] == [False, True, False]


def ruled_row(left: float, top: float, widths: list[float], words: list[str]) -> list[Text | Frame]:
    items: list[Text | Frame] = []
    for width, word in zip(widths, words, strict=True):
        items += [(left, top, width, 40.0), (left + 4, top + 4, 12.0, word)]
        left += width
    return items


def ruled(top: float, rows: list[list[str]]) -> list[Text | Frame]:
    pairs = enumerate(rows)
    return [item for n, row in pairs for item in ruled_row(60, top + 40 * n, [150] * 3, row)]


def test_a_cell_without_a_line_through_it_is_merged(tmp_path: Path) -> None:
    frames: list[Frame] = [(60, 100, 100, 80), (160, 100, 200, 40), (160, 140, 100, 40),
                           (260, 140, 100, 40)]  # fmt: skip
    words: list[Text] = [(64, 110, 12, "指标"), (164, 110, 12, "目标值"), (164, 150, 12, "2031年"),
                         (264, 150, 12, "2033年")]  # fmt: skip
    lower = ruled_row(60, 180, [100, 100, 100], ["渔港", "3", "5"])
    document = read(tmp_path, "plan.pdf", pdf([[*frames, *words, *lower]]))
    assert cells(document) == [
        [(0, "指标"), (1, "目标值"), (2, "目标值")],
        [(0, "指标"), (1, "2031年"), (2, "2033年")],
        [(0, "渔港"), (1, "3"), (2, "5")],
    ]
    assert [block.head for block in document.blocks] == [True, True, False]


def test_a_table_that_goes_on_over_the_page_is_one(tmp_path: Path) -> None:
    head = ["序号", "任务", "牵头单位"]
    first = [(84.0, 60.0, 12.0, "任务分工如下。"), *ruled(100, [head, ["1", "建港", "市海洋局"]])]
    second = ruled(60, [head, ["2", "修路", "市交通局"]])
    document = read(tmp_path, "plan.pdf", pdf([first, second]))
    assert lines(document) == [
        "任务分工如下。", "序号 | 任务 | 牵头单位", "1 | 建港 | 市海洋局", "2 | 修路 | 市交通局",
    ]  # fmt: skip
    assert [block.table for block in document.blocks] == [-1, 0, 0, 0]


def test_a_pdf_that_is_cut_off_or_empty_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="damaged or cut off"):
        read(tmp_path, "plan.pdf", b"%PDF-1.7\n1 0 obj\n<<")
    with pytest.raises(SourceError, match="there is no text in this file"):
        read(tmp_path, "plan.pdf", pdf([[]]))


def test_a_scanned_page_is_an_issue_and_a_scanned_file_an_error(tmp_path: Path) -> None:
    document = read(tmp_path, "plan.pdf", pdf([[(84, 60, 12, "正文。")], SCAN, SCAN]))
    assert lines(document) == ["正文。"]
    assert [(issue.code, issue.message) for issue in document.issues] == [
        (Code.SCANNED_PAGE, "2 pages are pictures without text: 2, 3")
    ]
    with pytest.raises(SourceError, match="only pictures of pages") as caught:
        read(tmp_path, "plan.pdf", pdf([SCAN]))
    assert caught.value.hint == "run it through OCR, or find the original text"


def test_only_the_first_thousand_pages_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loaders.readers.pdf.MOST_PAGES", 2)
    content = pdf([[(84, 60, 12, f"第{name}页的正文。")] for name in "甲乙丙"])
    document = read(tmp_path, "plan.pdf", content)
    assert lines(document) == ["第甲页的正文。", "第乙页的正文。"]
    assert [(issue.code, issue.message) for issue in document.issues] == [
        (Code.LOST_TEXT, "only the first 2 of 3 pages were read")
    ]
