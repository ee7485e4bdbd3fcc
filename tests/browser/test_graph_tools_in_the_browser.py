"""A planner at work on the graph page: filters, search, paths, pins, and the way back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import CANVAS, Explorer, at_rest, click_row, open_graph, place_of

PIPES = {"pillar-pipes", "measure-pipes", "measure-leaks", "target-pipes"}
BODIES = {"organization-water", "organization-money"}
OVERVIEW = PIPES | {
    "strategy-water", "pillar-quality", "measure-watch", "measure-nasty", "target-quality",
}  # fmt: skip


def expect_nodes(page: Page, ids: set[str]) -> None:
    """Wait until exactly these nodes are drawn."""
    page.wait_for_function(
        f"ids => JSON.stringify({CANVAS}.nodes.getIds().sort()) === JSON.stringify(ids)",
        arg=sorted(ids),
    )


def position_of(page: Page, id: str) -> dict[str, float]:
    found: dict[str, float] = page.evaluate(f"id => {CANVAS}.network.getPosition(id)", id)
    return found


def press(page: Page, name: str) -> None:
    at_rest(page)
    page.get_by_role("button", name=name, exact=True).click()


def drag(page: Page, id: str, right: float, down: float) -> None:
    x, y = place_of(page, id)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + right, y + down, steps=5)
    page.mouse.up()


def test_the_bare_address_leads_to_the_overview(tab: Page, explorer: Explorer) -> None:
    tab.goto(explorer.url)
    expect(tab).to_have_url(re.compile(r"/overview(\?|$)"))
    expect(tab.get_by_role("heading", name="需要关注")).to_be_visible()


def test_an_old_link_without_a_page_leads_to_the_graph(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/?node=measure-pipes")
    expect(tab).to_have_url(re.compile(r"/graph\?node=measure-pipes$"))
    expect(tab.locator(".passage mark")).to_have_text(["改造老旧管网"])


def test_the_legend_filters_and_undo_brings_back(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph")
    press(tab, "目标 2")
    expect_nodes(tab, OVERVIEW - {"target-pipes", "target-quality"})
    press(tab, "撤销")
    expect_nodes(tab, OVERVIEW)
    expect(tab.get_by_role("button", name="目标 2")).to_have_attribute("aria-pressed", "true")
    press(tab, "责任单位 2")
    expect_nodes(tab, OVERVIEW | BODIES)
    press(tab, "恢复总览")
    expect_nodes(tab, OVERVIEW)


def test_conditions_narrow_the_graph(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph")
    press(tab, "筛选")
    pillar = tab.get_by_role("combobox", name="支柱")
    expect(pillar).to_be_visible()
    at_rest(tab)
    pillar.click()
    tab.get_by_role("option", name="管网改造").click()
    expect(pillar).to_have_value("管网改造")
    press(tab, "只看这些")
    expect_nodes(tab, PIPES | {"strategy-water"})


@pytest.mark.parametrize(
    ("typed", "id", "quote"),
    [
        ("漏损", "measure-leaks", "建设漏损监测平台"),
        ("sswj", "organization-water", "市水务局"),
        ("water quality", "target-quality", "水质达标率达到99%以上"),
    ],
    ids=["name", "initials", "English"],
)
def test_a_name_is_found(tab: Page, explorer: Explorer, typed: str, id: str, quote: str) -> None:
    open_graph(tab, f"{explorer.url}/graph")
    tab.get_by_role("combobox", name="查找").fill(typed)
    tab.get_by_role("option", name=quote).click()
    expect(tab.locator(".passage mark")).to_have_text([quote])
    expect(tab).to_have_url(re.compile(f"node={id}$"))
    expect_nodes(tab, OVERVIEW | {id})


def test_a_node_is_hidden_and_comes_back(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph")
    tab.mouse.click(*place_of(tab, "measure-leaks"))
    expect(tab.locator(".passage mark")).to_have_text(["建设漏损监测平台"])
    press(tab, "隐藏")
    expect_nodes(tab, OVERVIEW - {"measure-leaks"})
    press(tab, "撤销")
    expect_nodes(tab, OVERVIEW)


def test_two_quick_clicks_at_one_place_on_two_nodes_expand_none(
    tab: Page, explorer: Explorer
) -> None:
    open_graph(tab, f"{explorer.url}/graph")
    for id in ("measure-leaks", "measure-pipes"):
        tab.evaluate(
            f"id => {CANVAS}.network.moveTo({{position: {CANVAS}.network.getPosition(id)}})", id
        )
        tab.mouse.click(*place_of(tab, id))
    expect(tab.locator(".passage mark")).to_have_text(["改造老旧管网"])
    press(tab, "隐藏")
    expect_nodes(tab, OVERVIEW - {"measure-pipes"})


def test_steps_around_a_node(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph?node=measure-pipes")
    steps = tab.get_by_role("slider", name="周围步数")
    steps.press("ArrowRight")
    expect_nodes(tab, {"measure-pipes", "pillar-pipes"} | BODIES)
    at_rest(tab)
    expect(steps).to_be_focused()
    tab.keyboard.press("ArrowRight")
    expect_nodes(tab, PIPES | BODIES | {"strategy-water"})
    press(tab, "撤销")
    expect(steps).to_have_value("1")
    expect_nodes(tab, {"measure-pipes", "pillar-pipes"} | BODIES)
    press(tab, "撤销")
    expect_nodes(tab, OVERVIEW)
    expect(steps).to_have_value("0")
    at_rest(tab)
    steps.press("ArrowRight")
    expect_nodes(tab, {"measure-pipes", "pillar-pipes"} | BODIES)
    at_rest(tab)
    steps.press("Home")
    expect_nodes(tab, OVERVIEW)


def test_a_path_between_two_things(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph?node=organization-water")
    press(tab, "路径起点")
    expect(tab.get_by_text("路径从“市水务局”开始", exact=False).first).to_be_visible()
    tab.mouse.click(*place_of(tab, "target-pipes"))
    expect(tab.locator(".passage mark")).to_have_text(["改造老旧管网500公里"])
    press(tab, "路径终点")
    expect_nodes(tab, {"organization-water", "measure-pipes", "pillar-pipes", "target-pipes"})


def test_what_hangs_on_a_pillar(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph?node=pillar-pipes")
    press(tab, "影响范围")
    expect_nodes(tab, PIPES)


def test_what_is_pinned_keeps_its_place_in_every_layout(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph")
    drag(tab, "measure-leaks", 30, 12)
    tab.mouse.click(*place_of(tab, "measure-leaks"))
    expect(tab.locator(".passage mark")).to_have_text(["建设漏损监测平台"])
    press(tab, "固定位置")
    tab.wait_for_function(f'{CANVAS}.nodes.get("measure-leaks").pinned')
    pinned, other = position_of(tab, "measure-leaks"), position_of(tab, "measure-pipes")
    for layout in ("环形", "聚类"):
        at_rest(tab)
        tab.get_by_role("radio", name=layout).click()
        tab.wait_for_function(
            f'({{x, y}}) => {{ const at = {CANVAS}.network.getPosition("measure-pipes");'
            " return at.x !== x || at.y !== y; }",
            arg=other,
        )
        at_rest(tab)
        other = position_of(tab, "measure-pipes")
        assert position_of(tab, "measure-leaks") == pytest.approx(pinned, abs=0.1)


def test_places_and_zoom_outlive_reruns_and_a_change_of_page(tab: Page, explorer: Explorer) -> None:
    tab.emulate_media(reduced_motion="reduce")  # or zooming would still be under way
    open_graph(tab, f"{explorer.url}/graph")
    drag(tab, "measure-watch", 30, 40)
    press(tab, "放大")
    tab.mouse.click(*place_of(tab, "measure-pipes"))
    expect(tab.locator(".passage mark")).to_have_text(["改造老旧管网"])
    before = position_of(tab, "measure-watch"), tab.evaluate(f"{CANVAS}.network.getScale()")
    tab.get_by_role("link", name="问题", exact=True).click()
    expect(tab.get_by_text("选择问题").first).to_be_visible()
    tab.get_by_role("link", name="图谱", exact=True).click()
    expect(tab.locator(".passage mark")).to_have_text(["改造老旧管网"])
    expect(tab.locator(".holder canvas")).to_be_visible()
    at_rest(tab)
    after = position_of(tab, "measure-watch"), tab.evaluate(f"{CANVAS}.network.getScale()")
    assert after[0] == before[0]
    assert after[1] == pytest.approx(before[1])


def test_a_row_of_the_table_chooses_on_the_canvas(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph")
    tab.get_by_text("以表格显示").click()
    expect(tab.get_by_test_id("stDataFrame").first).to_be_visible()
    click_row(tab, 0)
    expect(tab.locator(".panel-title h3")).to_have_text([re.compile(".")])
    tab.wait_for_function(f'{CANVAS}.selected?.kind === "node"')


def test_a_neighbour_and_its_relation_open_from_the_panel(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph?node=measure-pipes")
    tab.get_by_role("button", name="牵头 → 市水务局", exact=True).click()
    expect(tab.locator(".passage mark")).to_have_text(["市水务局"])
    tab.get_by_role("button", name="原文出处：牵头 ← 改造老旧管网").click()
    expect(tab.locator(".passage mark")).to_have_text(["市水务局牵头改造老旧管网"])
    expect(tab.locator(".standing")).to_have_text(["原文写明"])
    expect(tab).to_have_url(re.compile(r"\?edge=led_by-"))


def test_a_paragraph_stands_beside_what_was_received(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph?node=measure-nasty")
    expect(tab.locator(".passage blockquote").first).to_have_text(re.compile("^建设.*系统。$"))
    expect(tab.locator(".passage blockquote.raw")).to_have_text([re.compile("^建設.*系統。$")])
    expect(tab.get_by_text("原件（修复前） · 修复把握 95%")).to_be_visible()
