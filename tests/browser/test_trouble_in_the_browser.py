"""What a visitor sees when the store is emptied or the server stops under an open page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from graph.store import open_store
from graph.writer import write
from tests.browser.conftest import open_graph, place_of, serving
from tests.ui.sample import sample_graph


def test_a_store_emptied_and_a_server_stopped_under_an_open_page(
    chromium_tab: Page, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("trouble")
    with open_store(home) as store:
        write(store, sample_graph())
    page = chromium_tab
    with serving(home) as explorer:
        open_graph(page, f"{explorer.url}/graph?node=measure-pipes")
        expect(page.locator(".passage mark")).to_have_text(["改造老旧管网"])
        with open_store(home) as store:  # a second process, attached to the explorer's engine
            store.clear()
        page.mouse.click(*place_of(page, "measure-leaks"))
        expect(page.locator(".passage mark")).to_have_text(["建设漏损监测平台"])
        page.get_by_role("link", name="检查", exact=True).click()
        expect(page.get_by_text("图里还没有文件")).to_be_visible()
        page.goto(f"{explorer.url}/graph?node=measure-pipes")
        expect(page.get_by_text("图里还没有文件")).to_be_visible()
        with open_store(home) as store:
            write(store, sample_graph())
        open_graph(page, f"{explorer.url}/graph?node=measure-pipes")
        expect(page.locator(".passage mark")).to_have_text(["改造老旧管网"])
    expect(page.get_by_text("改造老旧管网").first).to_be_visible()  # what was read stays readable
    expect(page.get_by_text("连接中断")).to_be_visible()
