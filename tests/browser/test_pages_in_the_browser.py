"""A visitor on every other page, doing what a planner would do there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pptx import Presentation

from tests.browser.conftest import Explorer, at_rest, click_row, open_graph, serving
from tests.ui.sample import TITLE

ROOT = Path(__file__).resolve().parents[2]
PLAN = """云川市智慧公园行动计划
一、总体目标
到2030年，建成智慧公园30个。
二、主要任务
（一）建设公园感知网络。由市园林局牵头，市财政局配合。
"""


def test_the_overview_counts_and_draws(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/overview")
    expect(tab.locator(".count").first).to_have_text("1")
    expect(tab.get_by_test_id("stImage").first).to_be_visible()
    expect(tab.get_by_role("link", name=TITLE)).to_be_visible()
    at_rest(tab)
    tab.get_by_role("link", name=re.compile("未明确责任单位的举措")).click()
    expect(tab).to_have_url(re.compile("check=responsibility.unassigned"))
    expect(tab.get_by_role("heading", name="哪些举措没有牵头或责任单位").first).to_be_visible()


def test_a_question_is_answered_and_a_row_opens_its_sentence(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/questions?question=targets.list")
    expect(tab.get_by_text("共 2 行", exact=False).first).to_be_visible()
    click_row(tab, 0)
    expect(tab.get_by_text("所选一行的原文")).to_have_count(1)
    expect(tab.locator(".passage mark")).to_have_text(["改造老旧管网500公里"])
    at_rest(tab)
    tab.get_by_text("查看 Cypher").click()
    expect(tab.get_by_text("MATCH (", exact=False).first).to_be_visible()
    tab.get_by_role("button", name="下载", exact=True).nth(1).click()
    with tab.expect_download() as download:
        tab.get_by_role("menuitem").filter(has_text="CSV").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    assert len(text.splitlines()) == 3


def test_a_cell_of_the_heat_map_opens_its_items(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/coverage?of=organization_year")
    expect(tab.get_by_text("共 2 格，其中 2 格为空", exact=False).first).to_be_visible()
    at_rest(tab)
    tab.locator(".mark-rect path").first.click(force=True)  # its number lies over it
    expect(tab.get_by_text("这里没有举措、目标或节点：这是一个缺口。")).to_be_visible()


def test_the_roadmap_of_a_year(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/roadmap")
    expect(tab.get_by_role("radio", name="2030")).to_be_visible()
    at_rest(tab)
    tab.get_by_role("radio", name="2030").click()
    expect(tab.get_by_role("heading", name="2030年到期").first).to_be_visible()
    click_row(tab, 1)
    expect(tab.locator(".passage mark")).to_have_text(["水质达标率达到99%以上"])


def test_what_a_body_leads(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/responsibility?body=organization-water")
    expect(tab.get_by_test_id("stMetric").first).to_have_text(re.compile(r"牵头\s*1"))
    click_row(tab, 0)
    expect(tab.get_by_text("所选一行的原文")).to_have_count(1)
    expect(tab.locator(".passage mark")).to_have_text(["改造老旧管网"])


def test_findings_open(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/findings")
    check = tab.get_by_role("radiogroup", name="检查项").get_by_text("未明确责任单位的举措")
    expect(check).to_be_visible()
    at_rest(tab)
    check.click()
    expect(tab.get_by_test_id("stDataFrame").first).to_be_visible()


def test_two_quotes_begin_at_one_height(chromium_tab: Page) -> None:
    """However long the reference above one of them is."""
    style = (ROOT / "ui" / "explorer" / "style.css").read_text("utf-8")
    cards = "".join(
        f"<figure class=passage><figcaption>{reference}</figcaption>"
        f"<blockquote>{quote}</blockquote><p class=quiet>99%</p></figure>"
        for reference, quote in (("总体行动计划" * 30, "达到99%"), ("专项计划", "达到98%" * 60))
    )
    chromium_tab.set_content(f"<style>{style}</style><div class=beside>{cards}</div>")
    for part in ("blockquote", ".quiet"):
        tops = chromium_tab.locator(part).evaluate_all(
            "parts => parts.map(part => part.getBoundingClientRect().top)"
        )
        assert tops == [tops[0]] * 2, part


def ask(page: Page, cypher: str) -> None:
    expect(page.get_by_role("button", name="查询")).to_be_visible()
    at_rest(page)
    page.get_by_role("textbox").fill(cypher)
    page.get_by_role("button", name="查询").click()


def test_the_console_reads_and_refuses_to_write(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/console")
    ask(tab, "MATCH (m:Measure) RETURN m.name AS name")
    expect(tab.get_by_text("共 4 行").first).to_be_visible()
    ask(tab, "MATCH (n) DETACH DELETE n")
    expect(tab.get_by_role("alert").filter(has_text="DETACH")).to_be_visible()


def test_the_ask_box_finds_the_question(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/questions")
    box = tab.get_by_label("用一句话提问")
    expect(box).to_be_visible()
    at_rest(tab)
    box.fill("哪些举措没有牵头单位")
    box.press("Enter")
    guess = tab.get_by_role("button", name="未明确责任单位的举措")
    expect(guess).to_have_count(1)
    at_rest(tab)
    guess.click()
    expect(tab.get_by_role("heading", name="哪些举措没有牵头或责任单位").first).to_be_visible()


def test_what_was_collected_becomes_a_deck(tab: Page, explorer: Explorer) -> None:
    open_graph(tab, f"{explorer.url}/?node=measure-pipes")
    tab.get_by_role("button", name="加入简报").click()
    expect(tab.get_by_role("button", name="移出简报")).to_be_visible()
    tab.get_by_role("link", name="简报", exact=True).click()
    expect(tab.locator(".passage blockquote")).to_have_text(["改造老旧管网"])
    at_rest(tab)
    with tab.expect_download() as download:
        tab.get_by_role("button", name="下载 PPTX").click()
    deck = Presentation(str(download.value.path()))
    assert len(deck.slides) == 2


def test_english(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/findings?lang=en")
    expect(tab.get_by_test_id("stMetric").first).to_contain_text("Errors")
    at_rest(tab)
    tab.get_by_text("中文").click()
    expect(tab.get_by_test_id("stMetric").first).to_contain_text("错误")


def test_a_file_is_tried_loaded_and_removed(
    chromium_tab: Page, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("uploads")
    with serving(home) as explorer:
        page = chromium_tab
        page.goto(f"{explorer.url}/documents")
        expect(page.get_by_text("图里还没有文件")).to_be_visible()
        file = {"name": "公园.txt", "mimeType": "text/plain", "buffer": PLAN.encode("utf-8")}
        page.locator("input[type=file]").set_input_files([file])  # type: ignore[list-item]
        expect(page.get_by_role("heading", name="云川市智慧公园行动计划")).to_be_visible()
        expect(page.get_by_role("button", name="载入图中")).to_have_count(1)
        at_rest(page)
        page.get_by_role("button", name="载入图中").click()
        expect(page.get_by_text("已载入", exact=False).first).to_be_visible()
        expect(page.get_by_test_id("stDataFrame")).to_have_count(1)
        click_row(page, 0)
        expect(page.get_by_role("button", name="删除此文件")).to_have_count(1)
        at_rest(page)
        page.get_by_role("button", name="删除此文件").click()
        page.get_by_role("button", name="删除", exact=True).click()
        expect(page.get_by_text("图里还没有文件")).to_be_visible()
