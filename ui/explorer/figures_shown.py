"""Figures of the briefing room as pictures on a page and files to take along."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from graph.elements import Node
from graph.exchange.files import pack
from ui.explorer.captions import caption
from ui.explorer.downloads import Make
from ui.explorer.index import Index
from ui.figures.catalog import draw_figure, render
from ui.figures.drawing import Drawing, Sheet
from ui.figures.scope import plans
from ui.figures.writers import sheet_for

FORMATS = ("pptx", "docx", "pdf", "png", "svg", "html", "drawio", "mmd")

Draw = Callable[[Sheet], tuple[Drawing, ...]]


@dataclass(frozen=True)
class FigureShown:
    """The pages of a figure."""

    pages: tuple[Drawing, ...]

    @cached_property
    def pictures(self) -> list[str]:
        """Every page as SVG, in the order of the pages."""
        return [page.decode("utf-8") for page in render(self.pages, "svg").values()]


def plans_of(index: Index) -> list[Node]:
    """The strategies and plans that a figure can be made of."""
    return index.kept("plans", lambda: plans(index.graph))


def drawn(index: Index, name: str, **parameters: str) -> FigureShown:
    """Drawn once for each graph, kind and parameters."""

    def draw() -> FigureShown:
        return FigureShown(draw_figure(index.graph, name, parameters))

    return index.kept(("figure", name, *sorted(parameters.items())), draw)


def figure_choices(
    index: Index, name: str, parameters: Mapping[str, str | None]
) -> dict[str, Make]:
    """A figure of the catalog in all formats; a parameter that is None is not given."""
    given = {key: value for key, value in parameters.items() if value is not None}
    return choices_of(lambda sheet: draw_figure(index.graph, name, given, sheet), name)


def figures_of(index: Index, name: str, roots: Sequence[Node]) -> dict[str, Make]:
    """A figure of several plans one after the other, in all formats."""

    def draw(sheet: Sheet) -> tuple[Drawing, ...]:
        figures = (
            draw_figure(index.graph, name, {"plan": root.id}, sheet, number)
            for number, root in enumerate(roots, 1)
        )
        return tuple(page for pages in figures for page in pages)

    return choices_of(draw, name) if roots else {}


def plans_called(index: Index, name: str | None) -> list[Node]:
    """The plan of that name, or the strategy that it carries; all plans without a name."""
    found = plans_of(index)
    if name is None:
        return found
    if called := [plan for plan in found if caption(plan) == name]:
        return called
    carried = index.graph.edges_of("HAS_PLAN")
    above = {edge.source for edge in carried if caption(index.nodes[edge.target]) == name}
    return [plan for plan in found if plan.id in above]


def choices_of(draw: Draw, name: str) -> dict[str, Make]:
    """Pages in all formats, drawn upon the sheet of each; several files come in a ZIP."""
    return {format_: partial(_made, draw, name, format_) for format_ in FORMATS}


def _made(draw: Draw, name: str, format_: str) -> tuple[str, bytes]:
    files = render(draw(sheet_for(format_)), format_)
    if len(files) == 1:
        return f"{name}.{format_}", next(iter(files.values()))
    named = {f"{name}{ending}.{format_}": data for ending, data in files.items()}
    return f"{name}-{format_}.zip", pack(named)
