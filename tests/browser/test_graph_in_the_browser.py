"""A visitor on the graph page: from a click to the sentence."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import CANVAS, Explorer, open_graph, place_of
from tests.ui.sample import NASTY


def test_a_click_on_a_node_shows_its_sentence(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph")
    tab.mouse.click(*place_of(tab, "measure-pipes"))
    expect(tab.locator(".passage mark")).to_have_text(["改造老旧管网"])
    expect(tab.locator(".passage blockquote")).to_have_text(
        ["在管网改造方面，改造老旧管网，建设漏损监测平台。到2030年，改造老旧管网500公里。"]
    )
    expect(tab).to_have_url(re.compile(r"\?node=measure-pipes$"))


def test_a_click_on_an_edge_shows_its_sentence(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph")
    (x, y), (to_x, to_y) = place_of(tab, "strategy-water"), place_of(tab, "pillar-quality")
    tab.mouse.click((x + to_x) / 2, (y + to_y) / 2)
    expect(tab.locator(".panel-title .relation")).to_have_text(["支柱 →"])
    expect(tab.locator(".passage mark")).to_have_text(["水质保障"])


def test_a_double_click_expands_and_moves_nothing(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph")
    before = place_of(tab, "pillar-pipes")
    tab.mouse.dblclick(*place_of(tab, "measure-pipes"))
    tab.wait_for_function(f'{CANVAS}.nodes.get("organization-water") !== null')
    after = place_of(tab, "pillar-pipes")
    assert max(abs(before[0] - after[0]), abs(before[1] - after[1])) <= 1


def test_a_link_opens_what_it_names(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph?node=target-quality")
    expect(tab.locator(".passage mark")).to_have_text(["水质达标率达到99%以上"])


def test_keys_move_and_expand(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph?node=pillar-pipes")
    expect(tab.locator(".passage mark")).to_have_text(["管网改造"])
    tab.locator(".frame").press("ArrowRight")
    expect(tab.locator(".passage mark")).to_have_text([re.compile("改造老旧管网|建设漏损监测平台")])


def test_script_in_a_name_does_not_run(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph")
    tab.mouse.click(*place_of(tab, "measure-nasty"))
    expect(tab.locator(".passage mark")).to_have_text([NASTY, NASTY])  # repaired, as received
    expect(tab.locator(".spoken")).to_contain_text(NASTY)


def test_the_choice_outlives_a_change_of_page(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph")
    tab.mouse.click(*place_of(tab, "measure-pipes"))
    expect(tab.locator(".passage mark")).to_have_text(["改造老旧管网"])
    tab.get_by_role("link", name="问题", exact=True).click()
    expect(tab.get_by_text("选择问题").first).to_be_visible()
    tab.get_by_role("link", name="图谱", exact=True).click()
    expect(tab.locator(".passage mark")).to_have_text(["改造老旧管网"])


def test_on_a_laptop_the_buttons_below_the_canvas_are_in_sight(
    tab: Page, explorer: Explorer
) -> None:
    tab.set_viewport_size({"width": 1366, "height": 768})
    open_graph(tab, f"{explorer.url}/graph?node=measure-pipes")
    for name in ("撤销", "展开 / 收起", "路径起点"):
        button = tab.get_by_role("button", name=name, exact=True)
        expect(button).to_be_in_viewport(ratio=1)
