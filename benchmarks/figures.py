"""How long figures and briefings take, and how readable they are.

    python benchmarks/figures.py

Draws every figure of the owner's plan and of the sample city; prints seconds from drawing to
bytes for each format (after one warm-up), pages, the smallest label and what overlaps.
"""

from __future__ import annotations

import time
from pathlib import Path

from graph.elements import Subgraph
from loaders import build_source
from loaders.source import find_sources
from ui.figures.catalog import FIGURES, draw_figure, render
from ui.figures.drawing import crossings, overflows, overlaps, smallest_label
from ui.figures.writers import sheet_for

DATA = Path(__file__).resolve().parents[1] / "data"
PLANS = {"owner's plan": "plans/tianjin-smart-technology-2017", "sample city": "sample-city"}
FORMATS = ("svg", "png", "pdf", "pptx", "html", "docx")


def graph(folder: str) -> Subgraph:
    found = Subgraph()
    for source in find_sources(DATA / folder):
        found = found.merge(build_source(source).subgraph)
    return found


def seconds(subgraph: Subgraph, name: str, format_: str) -> float:
    start = time.perf_counter()
    render(draw_figure(subgraph, name, {}, sheet_for(format_)), format_)
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    heads = ("plan", "figure", "pages", "smallest pt", "faults", *FORMATS)
    print("  ".join(f"{head:>12}" for head in heads))
    for plan, folder in PLANS.items():
        subgraph = graph(folder)
        for format_ in FORMATS:
            render(draw_figure(subgraph, "house"), format_)
        for name, figure in FIGURES.items():
            if figure.draw is None:
                continue
            pages = draw_figure(subgraph, name)
            faults = sum(
                len(found(page)) for page in pages for found in (overlaps, overflows, crossings)
            )
            times = [seconds(subgraph, name, format_) for format_ in FORMATS]
            smallest = min(smallest_label(page) for page in pages)
            cells = (plan, name, len(pages), smallest, faults, *(f"{took:.2f}" for took in times))
            print("  ".join(f"{cell!s:>12}" for cell in cells))


if __name__ == "__main__":
    main()
