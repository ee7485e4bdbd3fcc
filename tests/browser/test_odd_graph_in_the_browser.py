"""Names that would break a careless page, links to what is gone, browsers that cannot draw."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from graph.elements import Edge, Evidence, Node, Subgraph
from graph.store import open_store
from graph.writer import write
from tests.browser.conftest import Explorer, at_rest, open_graph, place_of, serving

DOCUMENT = "document-odd"
NAMES = {
    "script": "<script>window.hacked=1</script><img src=x onerror='window.hacked=1'>",
    "href": 'href="javascript:window.hacked=1" \'quotes\' "more" `ticks` &amp; \\',
    "markdown": "**粗** [link](javascript:window.hacked=1) $x$ :red[x] | # :material/home:",
    "long": "长" * 5000,
    "word": "x" * 5000,
    "emoji": "🏗️👩‍🔬 建设🚀",
    "arabic": "خطة المدينة الذكية",
    "lines": "上行\u2028下行\u0007尾",
}


def odd_graph() -> Subgraph:
    """A pillar that holds a measure of each name, every one stated in a clause of its own."""
    nodes = [
        Node(DOCUMENT, "Document", {"title": NAMES["script"], "status": "loaded"}),
        Node("pillar-odd", "Pillar", {"name": NAMES["href"], "kind": "task_area"}),
    ]
    edges = []
    for number, (key, name) in enumerate(NAMES.items(), 1):
        start, end = number * 10_000, number * 10_000 + len(name)
        place = Evidence(DOCUMENT, f"clause-{key}", start, end, name, "by_hand", start, end)
        span = {"start": start, "end": end, "raw_start": start, "raw_end": end}
        nodes += [
            Node(f"clause-{key}", "Clause",
                 {"text": name, "ordinal": number, "kind": "paragraph", "document_id": DOCUMENT,
                  **span}, (place,)),
            Node(f"measure-{key}", "Measure",
                 {"name": name, "text": name, "document_id": DOCUMENT}, (place,)),
        ]  # fmt: skip
        known = {"origin": "stated", "basis": "explicit"}
        for type, source, target in (
            ("IN_DOCUMENT", f"clause-{key}", DOCUMENT),
            ("STATED_IN", f"measure-{key}", f"clause-{key}"),
            ("HAS_MEASURE", "pillar-odd", f"measure-{key}"),
        ):
            edges.append(Edge(f"{type}-{key}", type, source, target, dict(known), (place,)))
    return Subgraph.of(nodes, edges)


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    home: Path = tmp_path_factory.mktemp("odd")
    with open_store(home) as store:
        write(store, odd_graph())
    with serving(home) as explorer:
        yield explorer


def test_any_name_is_drawn_found_and_read(chromium_tab: Page, odd: Explorer) -> None:
    page = chromium_tab
    open_graph(page, f"{odd.url}/graph")
    for key, name in NAMES.items():
        page.mouse.click(*place_of(page, f"measure-{key}"))
        expect(page.locator(".passage mark")).to_have_text([name], use_inner_text=False)
        expect(page.locator(".panel-title h3")).to_contain_text([name[:20].strip()])
        expect(page.locator(".spoken")).to_contain_text(name[:20].strip())
    page.mouse.dblclick(*place_of(page, "pillar-odd"))
    expect(page.locator(".panel-title h3")).to_have_text([NAMES["href"]])
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide


def test_a_link_to_what_is_gone_says_so_and_loses_nothing(
    chromium_tab: Page, odd: Explorer
) -> None:
    open_graph(chromium_tab, f"{odd.url}/graph?node=measure-of-yesterday")
    expect(chromium_tab.get_by_text("链接指向的节点已不在图中", exact=False)).to_be_visible()
    chromium_tab.mouse.click(*place_of(chromium_tab, "measure-emoji"))
    expect(chromium_tab.locator(".passage mark")).to_have_text([NAMES["emoji"]])


def test_without_webgl_all_is_drawn(chromium_tab: Page, odd: Explorer) -> None:
    chromium_tab.add_init_script(
        "const theirs = HTMLCanvasElement.prototype.getContext;"
        "HTMLCanvasElement.prototype.getContext = function (kind, ...more) {"
        "  return kind.includes('webgl') ? null : theirs.call(this, kind, ...more); };"
    )
    open_graph(chromium_tab, f"{odd.url}/graph")
    chromium_tab.mouse.click(*place_of(chromium_tab, "measure-arabic"))
    expect(chromium_tab.locator(".passage mark")).to_have_text([NAMES["arabic"]])


def test_without_a_canvas_it_is_said_and_what_is_found_is_read(
    chromium_tab: Page, odd: Explorer
) -> None:
    chromium_tab.add_init_script("HTMLCanvasElement.prototype.getContext = () => null;")
    chromium_tab.goto(f"{odd.url}/graph")
    expect(chromium_tab.locator(".failed")).to_contain_text("此浏览器不能绘图")
    at_rest(chromium_tab)
    chromium_tab.get_by_role("combobox", name="查找").fill("🏗️")
    chromium_tab.get_by_role("option").first.click()
    expect(chromium_tab.locator(".passage mark")).to_have_text([NAMES["emoji"]])
