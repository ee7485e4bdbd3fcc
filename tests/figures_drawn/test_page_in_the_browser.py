"""The one-file page in a real browser, without a network."""

from __future__ import annotations

from pathlib import Path

from plans_to_draw import city
from playwright.sync_api import Browser

from ui.figures.catalog import write_figure


def test_a_click_shows_the_sentence_and_nothing_is_asked_for(
    chromium: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "house.html"
    write_figure(city(), "house", {}, path)
    asked: list[str] = []
    said: list[str] = []
    page = chromium.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path.as_uri())
    page.locator("g[data-node] tspan", has_text="优化算力布局").first.click()
    name, quote = page.inner_text("#name"), page.inner_text("#quote")
    page.fill("#find", "算力")
    count = page.inner_text("#count")
    dimmed = page.locator("g.dim").count()
    page.close()
    assert asked == [path.as_uri()]
    assert said == []
    assert name == "优化算力布局"
    assert quote.startswith("“4.优化算力布局。")
    assert count.endswith(" 处")
    assert dimmed > 20
