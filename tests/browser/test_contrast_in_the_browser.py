"""Every text of every page can be read in both themes, and colour never tells it alone."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.schema import NODE_TYPES
from tests.browser.conftest import Explorer
from ui.explorer.captions import label_name
from ui.explorer.charts import DEEP, SCHEME
from ui.explorer.findings import SEVERITIES, SIGNS

LEAST = 4.5
LEAST_LARGE = 3.0  # of letters of 24 px, as WCAG has it
PAGES = (
    "graph?node=measure-pipes", "overview", "coverage?of=sector_plan", "roadmap",
    "responsibility", "questions?question=responsibility.load", "findings", "basket",
    "documents", "console",
)  # fmt: skip

AT_REST = """() => {
  const before = globalThis.textBefore;
  globalThis.textBefore = document.body.innerText;
  const moves = (one) =>
    one.playState === "running" && one.effect.getTiming().iterations !== Infinity;
  return before === globalThis.textBefore && !document.getAnimations().some(moves)
    && !document.querySelector("[data-stale=true]");
}"""
"""Two looks show the same, and nothing fades, as what is being renewed does."""

TEXTS = """() => {
  const channels = (text) => {
    const numbers = text.match(/[\\d.]+(e-?\\d+)?/g).map(Number);
    const [r, g, b, a = 1] = numbers;
    return text.startsWith("color(srgb") ? [r * 255, g * 255, b * 255, a] : [r, g, b, a];
  };
  const over = ([r, g, b, a], ground) =>
    [r, g, b].map((value, at) => value * a + ground[at] * (1 - a));
  const light = (rgb) => {
    const [r, g, b] = rgb.map((value) => value / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const above = (element) => element.parentElement ?? element.getRootNode().host ?? null;
  const chain = (element) => {
    const found = [];
    for (let at = element; at; at = above(at)) found.unshift(at);
    return found;
  };
  // the number of a slider is a child of its knob, and stands above it
  const beside = (outer, inner) =>
    outer.width < 40 && (inner.bottom <= outer.top || outer.bottom <= inner.top);
  // the ground below a text, and how much of the text shines through
  const colours = (element) => {
    let ground = [255, 255, 255];
    let opacity = 1;
    for (const at of chain(element)) {
      const style = getComputedStyle(at);
      const [r, g, b, a] = channels(style.backgroundColor);
      opacity *= Number(style.opacity);
      if (beside(at.getBoundingClientRect(), element.getBoundingClientRect())) continue;
      ground = over([r, g, b, a * opacity], ground);
    }
    const style = getComputedStyle(element);
    const [r, g, b, a] = channels(style.color);
    return a * opacity ? [over([r, g, b, a * opacity], ground), ground] : null;
  };
  const roots = (root) => [root, ...[...root.querySelectorAll("*")]
    .filter((one) => one.shadowRoot).flatMap((one) => roots(one.shadowRoot))];
  const found = [];
  for (const root of roots(document)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      const text = walker.currentNode.textContent.trim();
      if (!text || !element || !element.checkVisibility({opacityProperty: true})) continue;
      if (element.closest("script, style, svg, img, [disabled]")) continue;
      const box = element.getBoundingClientRect();
      const size = parseFloat(getComputedStyle(element).fontSize);
      if (box.width < 2 || box.height < 2 || size < 1) continue;
      const both = colours(element);
      if (!both) continue;
      const [ink, ground] = both;
      const [high, low] = [light(ink), light(ground)].sort((a, b) => b - a);
      found.push([text.slice(0, 40), size, (high + 0.05) / (low + 0.05)]);
    }
  }
  return found;
}"""


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[tuple[str, Page]]:
    context = chromium.new_context(
        viewport={"width": 1440, "height": 960}, color_scheme=request.param
    )
    yield request.param, context.new_page()
    context.close()


def test_every_text_stands_out_from_its_ground(
    themed: tuple[str, Page], explorer: Explorer
) -> None:
    theme, page = themed
    weak: dict[str, list[tuple[str, float]]] = {}
    for name in PAGES:
        page.goto(f"{explorer.url}/{name}")
        app = page.get_by_test_id("stApp")
        expect(app).to_have_attribute("data-test-script-state", "notRunning")
        expect(page.get_by_test_id("stMainBlockContainer")).not_to_be_empty()
        ground = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
        assert (ground == "rgb(255, 255, 255)") == (theme == "light")
        expect(page.get_by_role("link", name="控制台", exact=True)).to_be_visible()
        page.wait_for_function(AT_REST, polling=500)
        texts = page.evaluate(TEXTS)
        assert len(texts) > 10, name
        expect(page.locator(".trouble")).to_have_count(0)
        found = [
            (text, round(ratio, 2)) for text, size, ratio in texts
            if ratio < (LEAST_LARGE if size >= 24 else LEAST)
        ]  # fmt: skip
        if found:
            weak[name] = found
    assert weak == {}, json.dumps(weak, ensure_ascii=False, indent=1)


def brightness(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    values = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("label", NODE_TYPES)
def test_the_letters_on_every_type_can_be_read(label: str) -> None:
    ink = "#ffffff" if label == "Strategy" else "#000000"
    assert contrast(NODE_TYPES[label].colour, ink) >= LEAST


@pytest.mark.parametrize("share", [step / 20 for step in range(21)])
def test_the_number_in_a_cell_of_a_heat_map_can_be_read(share: float) -> None:
    low, high = ([int(colour[at : at + 2], 16) for at in (1, 3, 5)] for colour in SCHEME)
    mixed = (round(a + (b - a) * share) for a, b in zip(low, high, strict=True))
    cell = "#" + "".join(f"{value:02x}" for value in mixed)
    assert contrast(cell, "#ffffff" if share > DEEP else "#000000") >= LEAST


def test_severity_and_type_are_told_by_more_than_colour() -> None:
    assert len(set(SIGNS.values())) == len(SEVERITIES)
    for language in ("zh", "en"):
        assert len({label_name(label, language) for label in NODE_TYPES}) == len(NODE_TYPES)
