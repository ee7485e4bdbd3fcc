"""A planner who was never here: how many clicks to an answer, where links lead, by keyboard too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from graph.store import open_store
from graph.writer import write
from loaders import build
from tests.browser.conftest import Explorer, at_rest, click_row, serving
from tests.ui.sample import DOCUMENT, TITLE

CITY = Path(__file__).resolve().parents[2] / "data" / "sample-city"
PAGES = {
    "总览": "overview", "图谱": "graph", "覆盖": "coverage", "路线图": "roadmap",
    "责任": "responsibility", "问题": "questions", "检查": "findings", "简报": "basket",
    "文件": "documents", "控制台": "console",
}  # fmt: skip
ENGLISH = {
    "Overview", "Graph", "Coverage", "Roadmap", "Responsibility", "Questions", "Findings",
    "Briefing", "Documents", "Console",
}  # fmt: skip
CYPHER = "MATCH (o:Organization) RETURN o.name AS body ORDER BY body"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    """The explorer with a plan of the sample city."""
    home = tmp_path_factory.mktemp("city")
    with open_store(home) as store:
        write(store, build(CITY / "special-health").subgraph)
    with serving(home) as explorer:
        yield explorer


@dataclass
class Visit:
    """A visitor whose clicks are counted."""

    page: Page
    clicks: list[str] = field(default_factory=list)

    def click(self, what: str, place: Locator) -> None:
        place.wait_for()
        at_rest(self.page)
        place.click()
        self.clicks.append(what)

    def click_row(self, number: int) -> None:
        click_row(self.page, number)
        self.clicks.append(f"row {number}")


def test_who_leads_a_measure_by_when_and_where_it_is_written(
    chromium_tab: Page, city: Explorer
) -> None:
    chromium_tab.goto(city.url)
    expect(chromium_tab.locator(".count").first).to_have_text("1")
    visit = Visit(chromium_tab)
    visit.click("责任", chromium_tab.get_by_role("link", name="责任", exact=True))
    visit.click("责任分工表", chromium_tab.get_by_text("责任分工表", exact=True))
    cells = chromium_tab.locator("canvas table [role=row]").nth(1)  # for screen readers
    expect(cells).to_contain_text("建设江屿全民健康信息平台")
    expect(cells).to_contain_text("市卫生健康委")
    expect(cells).to_contain_text("2027-12")
    visit.click_row(0)
    expect(chromium_tab.locator(".passage mark").first).to_contain_text(
        "2027年底前接入全部二级及以上医院"
    )
    assert visit.clicks == ["责任", "责任分工表", "row 0"]  # six are allowed


def test_the_same_by_asking(chromium_tab: Page, city: Explorer) -> None:
    """Who does not know the pages asks in a sentence."""
    chromium_tab.goto(city.url)
    expect(chromium_tab.locator(".count").first).to_have_text("1")
    visit = Visit(chromium_tab)
    visit.click("问题", chromium_tab.get_by_role("link", name="问题", exact=True))
    box = chromium_tab.get_by_label("用一句话提问")
    box.wait_for()
    at_rest(chromium_tab)
    box.fill("哪个单位牵头建设江屿全民健康信息平台")
    box.press("Enter")
    answer = chromium_tab.locator("[class*='st-key-guess-'] button").first
    visit.click("answer", answer)
    main = chromium_tab.get_by_test_id("stMainBlockContainer")
    expect(main).to_contain_text("建设江屿全民健康信息平台")
    assert len(visit.clicks) <= 6


def test_a_tour_by_the_links_reaches_every_page(tab: Page, explorer: Explorer) -> None:
    """Any request to elsewhere, on any page, fails it: see chromium_tab."""
    tab.goto(explorer.url)
    for name, path in PAGES.items():
        tab.get_by_role("link", name=name, exact=True).click()
        expect(tab).to_have_url(re.compile(f"/{path}($|[?])"))
        expect(tab.get_by_test_id("stMainBlockContainer")).not_to_be_empty()
        at_rest(tab)
        expect(tab.locator(".trouble")).to_have_count(0)


def test_no_chinese_is_left_in_the_english_pages(tab: Page, explorer: Explorer) -> None:
    """But in what documents say, which stands in tables, pictures and quotes."""
    for path in PAGES.values():
        tab.goto(f"{explorer.url}/{path}?lang=en")
        links = tab.get_by_test_id("stTopNavLink").or_(tab.locator("header a"))
        expect(links.first).to_be_visible()
        expect(tab.get_by_test_id("stMainBlockContainer")).not_to_be_empty()
        at_rest(tab)
        assert {link.strip() for link in links.all_inner_texts() if link.strip()} == ENGLISH
        labels = tab.locator("label, button, h3, summary, th").all_inner_texts()
        chinese = [text for text in labels if re.search(r"[\u4e00-\u9fff]", text)]
        names = re.compile("智慧水务|管网|水质|水务局|财政局|监测|中文")
        assert [text for text in chinese if not names.search(text)] == []


LINKS = {
    "overview?plan=strategy-water&figure=lanes": "泳道图",
    "questions?question=targets.list&year=2030": "共 2 行",
    "coverage?of=organization_year&row=organization-water&column=2030": "市水务局 × 2030",
    "roadmap?year=2030": "2030年到期",
    "responsibility?view=load": "市水务局",
    "responsibility?view=portfolio&body=organization-money": "市财政局",
    "findings?check=closure.gaps": "闭环率",
    f"documents?document={DOCUMENT}": "删除此文件",
    f"console?cypher={quote(CYPHER)}": "MATCH (o:Organization)",
}


@pytest.mark.parametrize(("link", "seen"), LINKS.items(), ids=[x.split("&")[0] for x in LINKS])
def test_a_link_restores_its_page(link: str, seen: str, tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/{link}")
    main = tab.get_by_test_id("stMainBlockContainer")
    expect(main.get_by_text(seen).or_(main.locator(f'[value*="{seen}"]')).first).to_be_visible()
    expect(tab).to_have_url(f"{explorer.url}/{link}")


def test_what_is_chosen_stands_in_the_address(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/questions?question=targets.list")
    expect(tab.get_by_text("关系图").first).to_be_visible()
    at_rest(tab)
    tab.get_by_label("年份").click()
    tab.get_by_role("option", name="2030").click()
    tab.get_by_role("button", name="查询").click()
    expect(tab).to_have_url(re.compile(r"question=targets\.list&year=2030$"))
    at_rest(tab)
    tab.get_by_text("关系图").click()
    expect(tab).to_have_url(re.compile("as=graph"))
    at_rest(tab)
    tab.get_by_text("没有时限的目标").click()
    expect(tab).to_have_url(re.compile(r"question=targets\.undated$"))
    at_rest(tab)
    tab.get_by_text("承诺力度").click()
    expect(tab).to_have_url(re.compile(r"question=targets\.wording$"))


def test_the_keyboard_is_enough(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/findings")
    checks = tab.get_by_role("radiogroup", name="检查项").get_by_role("radio")
    expect(checks.nth(1)).to_be_visible()
    at_rest(tab)
    checks.first.press("ArrowDown")
    expect(checks.nth(1)).to_be_checked()
    expect(tab).to_have_url(re.compile("check="))
    at_rest(tab)
    tab.get_by_role("link", name="责任", exact=True).press("Tab")
    questions = tab.get_by_role("link", name="问题", exact=True)
    expect(questions).to_be_focused()
    expect(questions).to_have_css("outline-width", "3px")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile("/questions"))


def test_words_and_table_can_be_copied(tab: Page, explorer: Explorer) -> None:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto(f"{explorer.url}/questions?question=responsibility.load")
    expect(tab.get_by_role("button", name="复制表格")).to_be_visible()
    at_rest(tab)
    tab.get_by_role("button", name="复制表格").click()
    expect(tab.get_by_role("button", name="已复制")).to_be_visible()
    copied = tab.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied[0].split("\t")[:3] == ["单位", "泛指", "牵头数"]
    assert copied[1].split("\t")[:3] == ["市水务局", "", "1"]
    tab.get_by_role("button", name="复制文字").click()
    expect(tab.get_by_role("button", name="已复制")).to_have_count(1)
    assert "市水务局" in tab.evaluate("navigator.clipboard.readText()")


def test_an_answer_is_chart_graph_and_table(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/questions?question=responsibility.load")
    expect(tab.get_by_test_id("stVegaLiteChart").first).to_contain_text("牵头数")
    expect(tab.get_by_test_id("stDataFrame").first).to_be_visible()
    at_rest(tab)
    tab.get_by_text("关系图").click()
    expect(tab.locator(".holder canvas").first).to_be_visible()
    expect(tab.get_by_test_id("stDataFrame").first).to_be_visible()


def test_a_dead_link_says_so(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/questions?question=no.such&year=x")
    expect(tab.get_by_text("选择问题")).to_be_visible()
    tab.goto(f"{explorer.url}/coverage?of=organization_year&row=a&column=b")
    expect(tab.get_by_text("单击一格")).to_be_visible()
    tab.goto(f"{explorer.url}/roadmap?year=1066&document=gone")
    expect(tab.get_by_text("各年到期事项")).to_be_visible()
    tab.goto(f"{explorer.url}/documents?document=gone")
    expect(tab.get_by_text(TITLE).or_(tab.get_by_test_id("stDataFrame")).first).to_be_visible()
    expect(tab.locator(".trouble")).to_have_count(0)
