"""Ten planners at once on one explorer: how long each waits for what a click asked for.

    python benchmarks/explorer_users.py [--users 10] [--rounds 4] [--pause 1.0]

One of them has a browser; the others speak to the server over the socket as a browser does, since
ten browsers on the machine of the server would measure each other. All walk through the pages,
each beginning at another one, and look at what came for a second (`--pause`). Printed are median,
95th percentile and worst in seconds, the errors and the machine's load: for the browser from the
click until what it asked for can be seen, for the others until the page was complete.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from playwright.async_api import Browser, Locator, Page, async_playwright

from benchmarks.explorer_sockets import SocketVisitor
from graph.store import open_store
from graph.writer import write
from loaders import build_source
from loaders.source import find_sources
from tests.browser.conftest import serving
from tests.chromium_browser import FLAGS

CITY = Path(__file__).resolve().parents[1] / "data" / "sample-city"
PATIENCE = 60_000  # milliseconds until a click is an error

WALK = (
    ("overview", "", ""),
    ("findings", "检查项", "未明确责任单位的举措"),
    ("roadmap", "", ""),
    ("responsibility", "", ""),
    ("questions", "选择问题", "没有举措支撑的目标"),
    ("coverage", "", ""),
)
"""Pages in turn; on some of them another entry of a list, and what its name holds."""

SEEN = {
    "overview": ("总览", "需要关注"),
    "findings": ("检查", "同一指标在不同计划里"),
    "roadmap": ("路线图", "各年到期事项"),
    "responsibility": ("责任", "督查督办"),
    "questions": ("问题", "选择问题"),
    "coverage": ("覆盖", "数字为举措、目标和节点的项数"),
    "未明确责任单位的举措": ("", "哪些举措没有牵头或责任单位"),
    "没有举措支撑的目标": ("", "哪些目标没有任何举措支撑"),
}
"""The name of a page's link, and the words by which one sees that it, or an entry, is there."""

Times = dict[str, list[float]]


def main() -> None:
    """Load the sample city, serve it, let the users in."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--users", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--pause", type=float, default=1.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with open_store(home) as store:
            for source in find_sources(CITY):
                write(store, build_source(source).subgraph)
        with serving(home) as explorer:
            asyncio.run(let_in(explorer.url, options.users, options.rounds, options.pause))


async def let_in(url: str, users: int, rounds: int, pause: float) -> None:
    """One alone, then all at once."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=[*FLAGS]
        )
        await by_socket(url, 1, 0.0, 0)  # to warm the server
        show("the server, 1 user", [await by_socket(url, 1, 0.0, 0)])
        show("a browser, 1 user", [await by_browser(browser, url, 1, pause)])
        sockets = [by_socket(url, rounds, pause, number) for number in range(1, users)]
        one, *others = await asyncio.gather(by_browser(browser, url, rounds, pause), *sockets)
        show(f"the server, {users} users", others)
        show(f"a browser, {users} users", [one])
        print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        await browser.close()


async def by_socket(url: str, rounds: int, pause: float, number: int) -> Times:
    """One user without a browser."""
    times: Times = defaultdict(list)
    async with SocketVisitor(url) as visitor:
        for step in range(rounds * len(WALK)):
            page, radio, entry = WALK[(step + number) % len(WALK)]
            times[page].append(await visitor.go(page))
            await asyncio.sleep(pause)
            if radio:
                options = visitor.radios[radio][1]
                place = next(n for n, option in enumerate(options) if entry in option)
                times[entry].append(await visitor.choose(radio, place))
                await asyncio.sleep(pause)
        times["errors"] = [0.0] * len(visitor.problems)
    return times


async def by_browser(browser: Browser, url: str, rounds: int, pause: float) -> Times:
    """One user with a browser of their own."""
    context = await browser.new_context(viewport={"width": 1440, "height": 960})
    page = await context.new_page()
    page.set_default_timeout(PATIENCE)
    times: Times = defaultdict(list)
    await page.goto(f"{url}/coverage")
    await page.get_by_text("数字为举措").wait_for()
    for step in range(rounds * len(WALK)):
        name, radio, entry = WALK[step % len(WALK)]
        link = page.get_by_role("link", name=SEEN[name][0], exact=True)
        await timed(page, times, name, link)
        await asyncio.sleep(pause)
        if radio:
            choices = page.get_by_role("radiogroup", name=radio)
            await timed(page, times, entry, choices.get_by_text(entry))
            await asyncio.sleep(pause)
    trouble = await page.locator(".trouble, [data-testid=stException]").count()
    times["errors"] = [0.0] * trouble
    await context.close()
    return times


async def timed(page: Page, times: Times, name: str, click: Locator) -> None:
    """Seconds from a click until what it asked for can be seen."""
    start = time.perf_counter()
    await click.click()
    await page.get_by_text(SEEN[name][1]).first.wait_for()
    times[name].append(time.perf_counter() - start)


def show(title: str, found: list[Times]) -> None:
    """One line a click, and one of all."""
    every: Times = defaultdict(list)
    for times in found:
        for name, values in times.items():
            every[name] += values
    errors = len(every.pop("errors", []))
    together = [value for values in every.values() for value in values]
    told = f"median {statistics.median(together):.2f} s, p95 {percentile(together):.2f} s"
    print(f"{title}: {len(together)} clicks, {told}, worst {max(together):.2f} s, {errors} errors")
    for name, values in every.items():
        print(f"  {name}: median {statistics.median(values):.2f} s, worst {max(values):.2f} s")


def percentile(values: list[float]) -> float:
    """The 95th."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


if __name__ == "__main__":
    main()
