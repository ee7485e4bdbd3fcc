"""What a visitor of the explorer waits for, in a real browser on a real store.

    python benchmarks/explorer.py [--nodes 300 2000 10000] [--no-pyvis]

Prints: first picture, click to sentence, expand (and how far other nodes moved), change of page,
bytes a rerun over the socket, and pyvis's own page of the same graph. Ten visitors at once are
measured by explorer_users.py.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from playwright.sync_api import TimeoutError as TookTooLong
from pyvis.network import Network

from graph.elements import Edge, Evidence, Node, Subgraph
from graph.store import open_store
from graph.writer import write
from tests.browser.conftest import serving
from tests.chromium_browser import FLAGS
from ui.explorer.view import MOST

DOCUMENT = "document-benchmark"
PILLARS = 8
COUNT = 'plangraphPictures.get("graph_canvas").nodes.length'
READY = 'globalThis.plangraphPictures?.get("graph_canvas")?.version'
SCREEN = {"width": 1440, "height": 960}
PYVIS_PATIENCE = 60.0  # seconds after which pyvis's physics is given up


def main() -> None:
    """Measure and print, one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nodes", type=int, nargs="*", default=[2000, 10000])
    parser.add_argument("--pyvis", action=argparse.BooleanOptionalAction, default=True)
    options = parser.parse_args()
    with sync_playwright() as playwright:
        for nodes in options.nodes:
            graph = invented_graph(nodes)
            print(f"graph: {len(graph.nodes)} nodes, {len(graph.edges)} edges")
            with loaded(graph) as url, browser_of(playwright) as browser:
                visitor(browser, url, len(graph.nodes) // 2)
            if options.pyvis:
                with browser_of(playwright) as browser:
                    pyvis_page(browser, graph)


def visitor(browser: Browser, url: str, items: int) -> None:
    """One visitor, once to warm the server and once to be timed with an empty cache."""
    with context_of(browser) as context:
        opened(context, url)
    with context_of(browser) as context:
        start = time.perf_counter()
        page, received = opened(context, url)
        show("first picture", time.perf_counter() - start)
        print(f"  nodes drawn: {drawn(page)}")
        show("click to sentence", *(click(page, f"pillar-{n}") for n in range(1, 6)))
        received.clear()
        click(page, "pillar-6")
        page.wait_for_timeout(500)
        print(f"  bytes a rerun: {sum(received)}")
        seconds, moved = expand(page, "pillar-2")
        show("expand", seconds)
        print(f"  other nodes moved: {moved:.2f} px")
        if drawn(page) < items * 0.9 and items <= MOST:
            start = time.perf_counter()
            for kind in ("举措", "目标"):
                page.get_by_role("checkbox", name=kind).or_(
                    page.get_by_role("button", name=kind)
                ).first.click()
            page.wait_for_function(f"{COUNT} > {items * 0.9}")
            show(f"all {drawn(page)} measures and targets drawn", time.perf_counter() - start)
        for name, seen in (("路线图", "年份"), ("图谱", "恢复总览")):
            start = time.perf_counter()
            page.get_by_role("link", name=name).click()
            page.get_by_text(seen).first.wait_for()
            show(f"page {name}", time.perf_counter() - start)


def pyvis_page(browser: Browser, graph: Subgraph) -> None:
    """pyvis's own HTML with its default physics, until it has stabilised."""
    network = Network(directed=True, cdn_resources="in_line")
    for node in graph.nodes:
        network.add_node(node.id, label=str(node.properties.get("name", node.id)))
    for edge in graph.edges:
        network.add_edge(edge.source, edge.target)
    with tempfile.TemporaryDirectory() as folder, context_of(browser) as context:
        path = Path(folder) / "pyvis.html"
        path.write_text(network.generate_html(), encoding="utf-8")
        page = context.new_page()
        page.route("http*://**", lambda route: route.abort())
        start = time.perf_counter()
        try:
            page.goto(path.as_uri(), timeout=PYVIS_PATIENCE * 1000)
            page.wait_for_function(
                "network.stabilized === true || (network.once('stabilized',"
                " () => { network.stabilized = true }), false)",
                timeout=PYVIS_PATIENCE * 1000,
            )
            show("pyvis's own page, stabilised", time.perf_counter() - start)
        except TookTooLong:
            print(f"  pyvis's own page: none in {PYVIS_PATIENCE:.0f} s")


def opened(context: BrowserContext, url: str) -> tuple[Page, list[int]]:
    """A page with its picture, and the sizes of what the socket brings from now on."""
    page = context.new_page()
    received: list[int] = []
    page.on(
        "websocket",
        lambda socket: socket.on("framereceived", lambda data: received.append(len(data))),
    )
    page.goto(f"{url}/graph")
    page.wait_for_function(READY, timeout=120_000)
    return page, received


def drawn(page: Page) -> int:
    """How many nodes the canvas holds."""
    count: int = page.evaluate(COUNT)
    return count


def click(page: Page, id: str) -> float:
    """Seconds from a click on a node to its sentence."""
    start = time.perf_counter()
    point(page, id)
    sentence(page, id)
    return time.perf_counter() - start


def point(page: Page, id: str, *, double: bool = False) -> None:
    """Bring a node to the middle and click on it."""
    place = page.evaluate(
        """id => {
            const {network, holder} = plangraphPictures.get("graph_canvas");
            network.moveTo({position: network.getPosition(id)});
            const {x, y} = network.canvasToDOM(network.getPosition(id));
            const box = holder.getBoundingClientRect();
            return [box.x + x, box.y + y];
        }""",
        id,
    )
    (page.mouse.dblclick if double else page.mouse.click)(*place)


def sentence(page: Page, id: str) -> None:
    """Wait for the quote of a node."""
    name = id.replace("pillar-", "支柱")
    page.locator(".passage mark", has_text=name).wait_for(timeout=120_000)


def expand(page: Page, id: str) -> tuple[float, float]:
    """Seconds until a double click has brought new nodes, and the furthest move of another."""
    places = 'Object.entries(plangraphPictures.get("graph_canvas").network.getPositions())'
    before = dict(page.evaluate(places))
    start = time.perf_counter()
    point(page, id, double=True)
    page.wait_for_function(f"{places}.length !== {len(before)}")
    seconds = time.perf_counter() - start
    after = dict(page.evaluate(places))
    moves = (
        abs(after[id][axis] - before[id][axis]) for id in before.keys() & after for axis in "xy"
    )
    return seconds, max(moves, default=0.0)


def invented_graph(nodes: int) -> Subgraph:
    """A strategy, pillars, measures with a target and a body, each stated in a clause."""
    made: list[Node] = [
        Node(DOCUMENT, "Document", {"title": "基准规划", "status": "loaded", "kind": "official"})
    ]
    edges: list[Edge] = []

    def state(id: str, label: str, name: str, **properties: str | int | bool) -> None:
        number = len(made)
        clause = f"clause-{number}"
        text = f"第{number}段：{name}，到2030年完成。"
        start = number * 100
        place = Evidence(DOCUMENT, clause, start, start + len(text), text, "invented", start, start)
        quote = Evidence(
            DOCUMENT, clause, start + text.index(name), start + text.index(name) + len(name),
            name, "invented", start, start + len(name),
        )  # fmt: skip
        span = {"start": start, "end": start + len(text), "raw_start": start, "raw_end": start}
        made.append(Node(id, label, {"name": name, **properties}, (quote,)))
        made.append(
            Node(
                clause, "Clause",
                {"text": text, "ordinal": number, "kind": "paragraph", "document_id": DOCUMENT,
                 **span}, (place,),
            )
        )  # fmt: skip
        join("IN_DOCUMENT", clause, DOCUMENT, place, "structure")
        join("STATED_IN", id, clause, quote)

    def join(type: str, source: str, target: str, place: Evidence, basis: str = "explicit") -> None:
        properties: dict[str, str] = {"origin": "stated", "basis": basis}
        edges.append(
            Edge(f"{type}-{source}-{target}", type, source, target, dict(properties), (place,))
        )

    def joined(type: str, source: str, target: str) -> None:
        place = next(node for node in reversed(made) if node.id == target).evidence[0]
        join(type, source, target, place)

    state("strategy-0", "Strategy", "基准战略")
    for p in range(PILLARS):
        state(f"pillar-{p}", "Pillar", f"支柱{p}", kind="task_area", ordinal=p)
        joined("HAS_PILLAR", "strategy-0", f"pillar-{p}")
        state(f"sector-{p}", "Sector", f"领域{p}")  # what the overview leaves to be expanded
        joined("IN_SECTOR", f"pillar-{p}", f"sector-{p}")
    number = 0
    while len(made) < nodes:
        pillar = f"pillar-{number % PILLARS}"
        state(f"m-{number}", "Measure", f"推进第{number}项工作", text="推进", document_id=DOCUMENT)
        joined("HAS_MEASURE", pillar, f"m-{number}")
        state(
            f"t-{number}", "Target", f"第{number}项指标", kind="qualitative", year=2030,
            document_id=DOCUMENT,
        )  # fmt: skip
        joined("SETS_TARGET", f"m-{number}", f"t-{number}")
        number += 1
    return Subgraph.of(made, edges)


@contextmanager
def loaded(graph: Subgraph) -> Iterator[str]:
    """The address of an explorer on a store that holds the graph."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with open_store(home) as store:
            write(store, graph)
        with serving(home) as explorer:
            yield explorer.url


@contextmanager
def browser_of(playwright) -> Iterator[Browser]:  # type: ignore[no-untyped-def]
    """Debian's Chromium."""
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*FLAGS])
    yield browser
    browser.close()


@contextmanager
def context_of(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor with an empty cache."""
    context = browser.new_context(viewport=SCREEN)
    yield context
    context.close()


def show(name: str, *seconds: float) -> None:
    """One line: the middle of the measurements."""
    print(f"  {name}: {statistics.median(seconds):.2f} s")


if __name__ == "__main__":
    main()
