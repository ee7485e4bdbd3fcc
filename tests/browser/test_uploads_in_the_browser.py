"""Files that are refused, two at once, long ones that are stopped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.store import open_store
from tests.browser.conftest import Explorer, at_rest, serving

PLAN = """云川市智慧公园行动计划
一、总体目标
到2030年，建成智慧公园30个。
二、主要任务
（一）建设公园感知网络。由市园林局牵头，市财政局配合。
"""
TOO_LARGE = 200 * 1024 * 1024


@pytest.fixture
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    with serving(tmp_path_factory.mktemp("uploading")) as explorer:
        yield explorer


def hand_in(page: Page, explorer: Explorer, *files: tuple[str, bytes]) -> None:
    page.goto(f"{explorer.url}/documents")
    expect(page.get_by_text("图里还没有文件")).to_be_visible()
    at_rest(page)
    page.locator("input[type=file]").set_input_files(
        [{"name": name, "mimeType": "text/plain", "buffer": data} for name, data in files]
    )


def press(page: Page, name: str) -> None:
    expect(page.get_by_role("button", name=name)).to_have_count(1)
    at_rest(page)
    page.get_by_role("button", name=name).click()


def titles(explorer: Explorer) -> list[str]:
    with open_store(explorer.home) as store:
        return [document.title for document in store.status().documents]


def test_a_wrong_kind_and_200_megabytes_are_refused_in_words(
    chromium_tab: Page, empty: Explorer, tmp_path: Path
) -> None:
    large = tmp_path / "大.txt"
    with large.open("wb") as file:
        file.truncate(TOO_LARGE)
    hand_in(chromium_tab, empty, ("公园.exe", b"MZ"))
    expect(chromium_tab.locator('.stFileChip[aria-invalid="true"]')).to_have_count(1)
    chromium_tab.locator("input[type=file]").set_input_files(large)
    expect(chromium_tab.locator('.stFileChip[aria-invalid="true"]')).to_have_count(2)
    told = chromium_tab.evaluate(
        "getComputedStyle(document.querySelector('.st-key-uploader'), '::after').content"
    )
    assert told == '"▲ 标红的文件没有接收：类型不在上列之中，或超过 100 MB。"'
    expect(chromium_tab.get_by_role("button", name="载入图中")).to_have_count(0)
    assert titles(empty) == []


def test_a_broken_file_is_three_lines_and_the_others_go_on(
    chromium_tab: Page, empty: Explorer
) -> None:
    hand_in(chromium_tab, empty, ("坏.zip", b"PK\x03\x04"), ("公园.txt", PLAN.encode()))
    expect(chromium_tab.get_by_role("alert").filter(has_text="坏.zip")).to_be_visible()
    expect(chromium_tab.get_by_role("heading", name="云川市智慧公园行动计划").first).to_be_visible()
    press(chromium_tab, "载入图中")
    expect(chromium_tab.get_by_text("已载入", exact=False)).to_have_count(1)
    assert titles(empty) == ["云川市智慧公园行动计划"]


def test_two_visitors_load_at_once(chromium: Browser, empty: Explorer) -> None:
    pages = [chromium.new_context().new_page() for _ in range(2)]
    plans = [PLAN, PLAN.replace("云川", "海川")]
    for page, plan in zip(pages, plans, strict=True):
        hand_in(page, empty, ("公园.txt", plan.encode()))
    for page in pages:
        expect(page.get_by_role("button", name="载入图中")).to_have_count(1)
    for page in pages:
        press(page, "载入图中")
    for page in pages:
        expect(page.get_by_text("已载入", exact=False)).to_have_count(1)
        page.context.close()
    assert titles(empty) == ["云川市智慧公园行动计划", "海川市智慧公园行动计划"]


def test_several_files_are_loaded_together(chromium_tab: Page, empty: Explorer) -> None:
    plans = [PLAN, PLAN.replace("云川", "海川")]
    files = [(f"{n}.txt", plan.encode()) for n, plan in enumerate(plans)]
    hand_in(chromium_tab, empty, *files)
    press(chromium_tab, "全部载入（2 份）")
    expect(chromium_tab.get_by_text("已载入", exact=False)).to_have_count(2)
    assert titles(empty) == ["云川市智慧公园行动计划", "海川市智慧公园行动计划"]


def test_a_long_one_is_stopped_and_the_graph_is_unchanged(
    chromium_tab: Page, empty: Explorer
) -> None:
    hand_in(chromium_tab, empty, ("长.txt", (PLAN * 20_000).encode()))
    expect(chromium_tab.get_by_text("正在识别 长.txt", exact=False).first).to_be_visible()
    chromium_tab.get_by_role("button", name="取消").first.click()
    expect(chromium_tab.get_by_text("已取消识别 长.txt；图没有变化。").first).to_be_visible()
    assert titles(empty) == []
