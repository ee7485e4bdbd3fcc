"""By keyboard alone: what one presses keeps the focus, also when it says something else then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from graph.store import open_store
from graph.writer import write
from loaders import build
from tests.browser.conftest import CANVAS, Explorer, at_rest, open_graph, serving
from tests.ui.sample import TITLE, sample_graph

CITY = Path(__file__).resolve().parents[2] / "data" / "sample-city"


@pytest.fixture(scope="module")
def two_plans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    """The explorer with the sample and a plan of the sample city."""
    home = tmp_path_factory.mktemp("two_plans")
    with open_store(home) as store:
        write(store, sample_graph())
        write(store, build(CITY / "special-health").subgraph)
    with serving(home) as explorer:
        yield explorer


def press(page: Page, place: Locator, key: str = "Enter") -> None:
    """Press a key on something that stands still."""
    place.wait_for()
    at_rest(page)
    place.press(key)


def lay_out_anew(page: Page, place: Locator) -> None:
    """Press what moves the picture, and wait for it: a box shows its choice before it is done."""
    before = page.evaluate(f"{CANVAS}.layout")
    press(page, place)
    page.wait_for_function(f"before => {CANVAS}.layout !== before", arg=before)
    at_rest(page)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


@pytest.mark.parametrize(
    ("before", "after"),
    [("固定位置", "取消固定"), ("路径起点", "取消路径"), ("加入简报", "移出简报")],
)
def test_a_button_that_turns_keeps_the_focus(
    tab: Page, explorer: Explorer, before: str, after: str
) -> None:
    open_graph(tab, f"{explorer.url}/graph?node=measure-pipes")
    for name, then in ((before, after), (after, before)):
        press(tab, button(tab, name))
        expect(button(tab, then)).to_have_count(1)
        at_rest(tab)
        expect(button(tab, then)).to_be_focused()


def test_types_and_layout_keep_the_focus_and_follow_what_is_undone(
    tab: Page, explorer: Explorer
) -> None:
    open_graph(tab, f"{explorer.url}/graph")
    targets, lanes = button(tab, "目标 2"), tab.get_by_role("radio", name="泳道")
    rings = tab.get_by_role("radio", name="环形")
    for choice in (targets, rings):
        lay_out_anew(tab, choice)
        expect(choice).to_be_focused()
    expect(targets).to_have_attribute("aria-pressed", "false")
    expect(lanes).not_to_be_checked()
    lay_out_anew(tab, button(tab, "撤销"))
    expect(lanes).to_be_checked()
    expect(targets).to_have_attribute("aria-pressed", "false")
    lay_out_anew(tab, button(tab, "撤销"))
    expect(lanes).to_be_checked()
    expect(targets).to_have_attribute("aria-pressed", "true")


def test_conditions_close_and_give_the_focus_back(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph")
    conditions = tab.locator(".st-key-conditions button")
    press(tab, conditions)
    pillar = tab.get_by_role("combobox", name="支柱")
    press(tab, pillar, "ArrowDown")
    pillar.press("Enter")
    expect(button(tab, "只看这些")).to_be_enabled()
    press(tab, button(tab, "只看这些"))
    expect(pillar).to_have_count(0)
    expect(conditions).to_be_focused()


def test_one_walks_from_neighbour_to_neighbour(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/graph?node=measure-pipes")
    press(tab, button(tab, "牵头 → 市水务局"))
    expect(tab.locator(".passage mark")).to_have_text(["市水务局"])
    expect(button(tab, "牵头 ← 改造老旧管网")).to_be_focused()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")  # the sentence of that relation
    expect(tab.locator(".passage mark")).to_have_text(["市水务局牵头改造老旧管网"])
    expect(button(tab, "起点：改造老旧管网")).to_be_focused()


def test_two_versions_are_chosen_and_others(chromium_tab: Page, two_plans: Explorer) -> None:
    page = chromium_tab
    page.goto(f"{two_plans.url}/documents")
    press(page, page.locator("summary").filter(has_text="比较两个版本"))
    city = "江屿市智慧健康专项行动计划"

    def choose(name: str, title: str) -> None:
        box = page.get_by_role("combobox", name=name)
        box.wait_for()
        at_rest(page)
        box.fill(title)
        box.press("Enter")
        expect(box).to_have_value(re.compile(title))
        at_rest(page)
        expect(box).to_be_focused()

    choose("原版本", city)
    choose("新版本", TITLE)
    both = re.compile(r"\?old=document-\w+&new=document-sample$")
    expect(page).to_have_url(both)
    choose("新版本", city)
    expect(page.get_by_text("选择两份不同的文件", exact=False).first).to_be_visible()
    expect(page).to_have_url(both)
