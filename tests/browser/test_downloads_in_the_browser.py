"""From every page a file is taken along, and opened."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pptx import Presentation

from graph.elements import Edge, Evidence, Node, Subgraph, Value
from graph.exchange.graph_json import read_json
from graph.store import open_store
from graph.writer import write
from tests.browser.conftest import Explorer, at_rest, open_graph, serving
from tests.ui.sample import DOCUMENT, TITLE, sample_graph

SVG, PNG, PPTX, XLSX = "SVG", "PNG", "PPTX", "XLSX"


def svg(data: bytes) -> bool:
    root = etree.fromstring(data)
    return bool(root.tag == "{http://www.w3.org/2000/svg}svg" and "数据来源" in str(root[1].text))


def png(data: bytes) -> bool:
    return data.startswith(b"\x89PNG\r\n") and len(data) > 5_000


def pptx(data: bytes) -> bool:
    return bool(len(Presentation(io.BytesIO(data)).slides))


def xlsx(data: bytes) -> bool:
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    return bool(sheet.max_row > 1 and sheet.max_column > 1)


OPENERS: dict[str, Callable[[bytes], bool]] = {"svg": svg, "png": png, "pptx": pptx, "xlsx": xlsx}


def choose(page: Page, menu: int, format_: str) -> None:
    """Open a menu of the page once all of them are there, and choose a format."""
    button = page.get_by_role("button", name="下载", exact=True).nth(menu)
    button.wait_for()
    at_rest(page)
    button.click()
    page.get_by_role("menuitem").filter(has_text=format_).click()


def take(page: Page, menu: int, format_: str) -> tuple[str, bytes]:
    """The file that the browser saves when a format is chosen."""
    with page.expect_download() as download:
        choose(page, menu, format_)
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    """The sample, and a revision with another value and a strategy whose name cannot be drawn."""
    home = tmp_path_factory.mktemp("versions")
    with open_store(home) as store:
        write(store, sample_graph())
        write(store, revised(sample_graph()))
    with serving(home) as explorer:
        yield explorer


def revised(graph: Subgraph) -> Subgraph:
    changed: dict[str, dict[str, Value]] = {
        DOCUMENT: {"title": f"{TITLE}（修订稿）", "issued": "2026-06-01"},
        "target-pipes": {"value": 600.0},
        "strategy-water": {"name": "𰻞水战略"},
    }

    def places(element: Node | Edge) -> tuple[Evidence, ...]:
        return tuple(
            replace(e, document=f"{DOCUMENT}-2", clause=f"{e.clause}-2") for e in element.evidence
        )

    def properties(node: Node) -> dict[str, Value]:
        own = {"document_id": f"{DOCUMENT}-2"} if "document_id" in node.properties else {}
        return {**node.properties, **own, **changed.get(node.id, {})}

    return Subgraph.of(
        (
            Node(f"{n.id}-2", n.label, properties(n), places(n))
            for n in graph.nodes
        ),
        (
            replace(e, id=f"{e.id}-2", source=f"{e.source}-2", target=f"{e.target}-2",
                    evidence=places(e))
            for e in graph.edges
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("address", "menu", "format_", "name"),
    [
        ("overview", 0, PPTX, "house.pptx"),
        ("coverage?of=organization_year", 0, "本图 PNG", "coverage-organization_year.png"),
        ("roadmap", 0, "本图 SVG", "years.svg"),
        ("roadmap", 0, PPTX, "roadmap.pptx"),
        ("roadmap", 1, XLSX, "items.xlsx"),
        ("responsibility", 0, PNG, "neighbourhood.png"),
        ("responsibility?view=load", 0, "本图 PNG", "responsibility.load.png"),
        ("responsibility?view=ledger", 0, XLSX, "responsibility.ledger.xlsx"),
        ("questions?question=targets.list", 0, PPTX, "ledger.pptx"),
        ("findings?check=responsibility.unassigned", 0, XLSX, "responsibility.unassigned.xlsx"),
        ("documents", 0, XLSX, "documents.xlsx"),
    ],
)  # fmt: skip
def test_a_page_gives_a_file_that_can_be_opened(
    tab: Page, explorer: Explorer, address: str, menu: int, format_: str, name: str
) -> None:
    tab.goto(f"{explorer.url}/{address}")
    taken, data = take(tab, menu, format_)
    assert taken == name
    assert OPENERS[name.rpartition(".")[2]](data)


def test_the_graph_page_gives_figure_and_graph_of_what_is_shown(
    tab: Page, explorer: Explorer
) -> None:
    open_graph(tab, f"{explorer.url}/?node=measure-pipes")
    name, data = take(tab, 0, SVG)
    assert name == "neighbourhood.svg"
    assert "改造老旧管网：关联图" in data.decode("utf-8")
    name, data = take(tab, 0, "JSON")  # a second file from the same menu
    assert name == "graph.json"
    assert "measure-pipes" in {node.id for node in read_json(data).nodes}


def test_two_versions_are_compared_on_the_documents_page(
    chromium_tab: Page, versions: Explorer
) -> None:
    page = chromium_tab
    page.goto(f"{versions.url}/documents")
    expect(page.get_by_text("比较两个版本")).to_be_visible()
    at_rest(page)
    page.get_by_text("比较两个版本").click()
    expect(page.get_by_text("共 1 处变化：修改 1").first).to_be_visible()
    expect(page.get_by_test_id("stImage").first).to_be_visible()
    name, data = take(page, 1, XLSX)
    row = [cell.value for cell in load_workbook(io.BytesIO(data)).worksheets[0][2]]
    assert name == "comparison.xlsx"
    assert row[:3] == ["目标", "修改", "改造老旧管网500公里\n（目标值）"]
    name, data = take(page, 2, PPTX)
    assert name == "comparison.pptx"
    assert pptx(data)


def test_a_file_that_cannot_be_made_says_why(chromium_tab: Page, versions: Explorer) -> None:
    page = chromium_tab
    open_graph(page, f"{versions.url}/?node=strategy-water-2")
    choose(page, 0, PNG)
    expect(page.get_by_role("alert")).to_contain_text(["“𰻞”(U+30EDE)"])


def test_without_two_documents_there_is_nothing_to_compare(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/documents")
    expect(tab.get_by_text("比较两个版本")).to_be_visible()
    at_rest(tab)
    tab.get_by_text("比较两个版本").click()
    expect(tab.get_by_text("图中只有一份正文", exact=False).first).to_be_visible()
