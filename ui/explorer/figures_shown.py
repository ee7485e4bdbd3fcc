"""Figures of the briefing room as pictures on a page and files to take along."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from graph.elements import Node, Subgraph
from ui.explorer.index import Index
from ui.figures.catalog import draw_figure, render
from ui.figures.drawing import Drawing
from ui.figures.scope import plans
from ui.figures.writers import sheet_for

FORMATS = ("pptx", "docx", "pdf", "svg")


@dataclass(frozen=True)
class FigureShown:
    """The pages of a figure of one plan."""

    graph: Subgraph
    name: str
    plan: str
    pages: tuple[Drawing, ...]

    @cached_property
    def pictures(self) -> list[str]:
        """Every page as SVG, in the order of the pages."""
        return [page.decode("utf-8") for page in render(self.pages, "svg").values()]

    def file(self, format_: str) -> bytes:
        """One file; of a format that holds one page a file, the first page."""
        pages = draw_figure(self.graph, self.name, {"plan": self.plan}, sheet_for(format_))
        return next(iter(render(pages, format_).values()))


def plans_of(index: Index) -> list[Node]:
    """The strategies and plans that a figure can be made of."""
    return index.kept("plans", lambda: plans(index.graph))


def drawn(index: Index, name: str, plan: str) -> FigureShown:
    """Drawn once for each graph, kind and plan."""

    def draw() -> FigureShown:
        pages = draw_figure(index.graph, name, {"plan": plan})
        return FigureShown(index.graph, name, plan, pages)

    return index.kept(("figure", name, plan), draw)
