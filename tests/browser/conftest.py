"""A real explorer on a real store, and a real browser that may reach nothing but it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.store import open_store
from graph.writer import write
from tests.ui.sample import sample_graph

WIDTH, HEIGHT = 1440, 960
PATIENCE = 30_000  # milliseconds: a busy machine is no fault of the page
CANVAS = 'plangraphPictures.get("graph_canvas")'
"""What the graph page's canvas holds, as its script names it."""

expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True)
class Explorer:
    """Where it serves and where its store lives."""

    url: str
    home: Path


@pytest.fixture(scope="session")
def explorer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    """`plangraph ui` with the sample plan loaded."""
    home = tmp_path_factory.mktemp("explorer")
    with open_store(home) as store:
        write(store, sample_graph())
    with serving(home) as explorer:
        yield explorer


class serving:  # noqa: N801 - reads as what it does
    """`plangraph ui` as a process of its own, stopped by its pid."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def __enter__(self) -> Explorer:
        port = free_port()
        command = [sys.executable, "-m", "ui.cli", "ui", "--port", str(port)]
        settings = {"PLANGRAPH_HOME": str(self.home), "STREAMLIT_SERVER_HEADLESS": "true"}
        self.process = subprocess.Popen(
            command, env={**os.environ, **settings}, cwd=self.home, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        assert self.process.stdout is not None
        said = []
        for line in self.process.stdout:  # Streamlit names its address once it listens
            said.append(line)
            if "URL:" in line:
                return Explorer(f"http://127.0.0.1:{port}", self.home)
        raise AssertionError("the explorer did not start:\n" + "".join(said))

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.communicate(timeout=60)


@pytest.fixture
def chromium_tab(chromium: Browser) -> Iterator[Page]:
    """A fresh visitor; a request to elsewhere, a script error or injected script fails the test."""
    context = chromium.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    page = context.new_page()
    outside: list[str] = []
    errors: list[str] = []

    def seen(url: str) -> None:
        if urlsplit(url).hostname not in ("127.0.0.1", None):
            outside.append(url)

    page.on("request", lambda request: seen(request.url))
    page.on("websocket", lambda socket: seen(socket.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    hacked = page.evaluate("globalThis.hacked === undefined")
    context.close()
    assert outside == []
    assert errors == []
    assert hacked


@pytest.fixture
def tab(chromium_tab: Page, explorer: Explorer) -> Page:
    """A visitor of the explorer with the sample plan."""
    return chromium_tab


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


AT_REST = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const resting = () => {
    const app = document.querySelector('[data-testid="stApp"]')?.dataset ?? {};
    return app.testScriptState === "notRunning" && app.testConnectionState === "CONNECTED"
      && !document.querySelector("[data-stale=true]");
  };
  if (!resting()) return false;
  await frame();
  await frame();
  return resting();
}"""


def at_rest(page: Page) -> None:
    """Wait until the script has run and all of the page is drawn: until then parts stand twice.

    What a reader has just done may not have begun yet: wait for its effect first.
    """
    page.wait_for_function(AT_REST)


PLACE = """async (id) => {
  const frame = () => new Promise(requestAnimationFrame);
  const {network, holder} = plangraphPictures.get("graph_canvas");
  const place = () => {
    const {x, y} = network.canvasToDOM(network.getPosition(id));
    const box = holder.getBoundingClientRect();
    return [box.x + x, box.y + y];
  };
  let last, now = place();
  do {
    last = now;
    await frame();
    await frame();
    now = place();
  } while (String(last) !== String(now));
  return now;
}"""


def place_of(page: Page, id: str) -> tuple[float, float]:
    """Where a node of the graph page lies on the screen, once nothing moves any more."""
    at_rest(page)
    x, y = page.evaluate(PLACE, id)
    return x, y


def open_graph(page: Page, url: str) -> None:
    """Go there and wait for the picture, and for what stands around it."""
    page.goto(url)
    page.locator(".holder canvas").wait_for()
    page.wait_for_function(f"{CANVAS}?.version")
    at_rest(page)


def click_row(page: Page, number: int, table: int = 0) -> None:
    """Choose a row of a table of the page: rows are 35 pixels high, and drawn on a canvas."""
    at_rest(page)
    shown = page.get_by_test_id("stDataFrame").nth(table)
    row = shown.locator("canvas table [role=row]").nth(number + 1)  # for screen readers
    row.wait_for(state="attached")
    shown.click(position={"x": 20, "y": 35 * (number + 1) + 17})
