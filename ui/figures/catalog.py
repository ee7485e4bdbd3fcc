"""The figures there are, by name, and how one is drawn and written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from graph.elements import Subgraph
from graph.errors import BadParameter, ExportError, NotFound
from graph.exchange.files import write_file
from ui.figures import font
from ui.figures.drawing import SLIDE, Box, Drawing, Sheet
from ui.figures.layouts.comparison import draw_comparison
from ui.figures.layouts.cooperation import draw_cooperation
from ui.figures.layouts.heat import draw_coverage
from ui.figures.layouts.house import draw_house
from ui.figures.layouts.lanes import draw_lanes
from ui.figures.layouts.ledger import draw_ledger
from ui.figures.layouts.load import draw_load
from ui.figures.layouts.neighbourhood import draw_neighbourhood
from ui.figures.layouts.roadmap import draw_roadmap
from ui.figures.scope import Scope, choose
from ui.figures.versions import choose_versions
from ui.figures.writers import FORMATS, SINGLE, WRITERS, sheet_for


@dataclass(frozen=True, slots=True)
class Figure:
    """A kind of figure: name, titles, the function that draws it for a plan, what it asks for.

    Without that function it is no figure of one plan.
    """

    name: str
    zh: str
    en: str
    draw: Callable[[Scope, Sheet, int], tuple[Drawing, ...]] | None
    parameters: tuple[str, ...] = ("plan",)


FIGURES: dict[str, Figure] = {
    figure.name: figure
    for figure in (
        Figure("house", "战略屋", "strategy house", draw_house),
        Figure("lanes", "泳道图", "lane board", draw_lanes),
        Figure("roadmap", "路线图", "roadmap", draw_roadmap),
        Figure("coverage", "闭环覆盖热力图", "coverage heat map", draw_coverage),
        Figure("ledger", "目标台账", "target ledger", draw_ledger),
        Figure("cooperation", "责任协作网络", "responsibility network", draw_cooperation),
        Figure("load", "责任负荷", "load chart", draw_load),
        Figure("neighbourhood", "关联图", "neighbourhood of a node", None, ("node",)),
        Figure("comparison", "版本比较", "two versions compared", None, ("old", "new")),
    )
}


def draw_figure(
    subgraph: Subgraph, name: str, parameters: Mapping[str, str] | None = None,
    sheet: Sheet = SLIDE, number: int = 1,
) -> tuple[Drawing, ...]:  # fmt: skip
    """The pages of a figure; `plan` names the plan, `node` the middle of a neighbourhood.

    `old` and `new` name the documents of a comparison, which finds them itself when there are
    two of one title. Raises NotFound for a figure, plan, node or document that is not there, and
    BadParameter for a parameter that the figure does not know, or needs and did not get.
    """
    given = dict(parameters or {})
    figure = _get_figure(name, given)
    if figure.draw is not None:
        return figure.draw(choose(subgraph, given.get("plan")), sheet, number)
    if name == "comparison":
        versions = choose_versions(subgraph, given.get("old"), given.get("new"))
        return draw_comparison(subgraph, *versions, sheet, number)
    return draw_neighbourhood(subgraph, given["node"], sheet, number)


def check_figure(name: str, parameters: Mapping[str, str], path: Path) -> None:
    """Raise what `write_figure` would for a wrong name, parameter or ending, without a graph."""
    _get_figure(name, parameters)
    format_of(path)


def _get_figure(name: str, given: Mapping[str, str]) -> Figure:
    if name not in FIGURES:
        near = get_close_matches(name, FIGURES, n=2) or list(FIGURES)
        raise NotFound(f"no figure is called “{name}”", hint="there are: " + ", ".join(near))
    figure = FIGURES[name]
    if strange := sorted(given.keys() - set(figure.parameters)):
        hint = " ".join(f"-p {known}=…" for known in figure.parameters)
        raise BadParameter(f"{name} knows no “{strange[0]}”", hint=hint)
    if name == "neighbourhood" and not given:
        raise BadParameter("whose neighbourhood?", hint="-p node=… with an id or a full name")
    return figure


def format_of(path: Path) -> str:
    """The format that a file's ending asks for. Raises ExportError for an unknown one."""
    format_ = path.suffix.removeprefix(".").lower()
    if format_ not in FORMATS:
        raise ExportError(
            f"unknown format “{format_}”", where=str(path),
            hint="end the name in " + ", ".join(f".{name}" for name in FORMATS),
        )  # fmt: skip
    return format_


def render(pages: Sequence[Drawing], format_: str) -> dict[str, bytes]:
    """File name endings and contents: one file, or one a page (-1, -2 …).

    Raises ExportError when the font lacks a glyph.
    """
    font.check(text for page in pages for text in page.texts())
    if format_ in WRITERS:
        return {"": WRITERS[format_](pages)}
    if len(pages) == 1:
        return {"": SINGLE[format_](pages[0])}
    return {f"-{at}": SINGLE[format_](page) for at, page in enumerate(pages, 1)}


def write_figure(
    subgraph: Subgraph, name: str, parameters: Mapping[str, str], path: Path,
    *, force: bool = False, missing: str | None = None,
) -> list[Path]:  # fmt: skip
    """Draw and write; the paths written. `missing` stands in for signs the font lacks."""
    format_ = format_of(path)
    pages = draw_figure(subgraph, name, parameters, sheet_for(format_))
    if missing is not None:
        pages = tuple(_without_missing(page, missing) for page in pages)
    written = []
    for ending, data in render(pages, format_).items():
        target = path.with_stem(path.stem + ending)
        write_file(target, data, force=force)
        written.append(target)
    return written


def _without_missing(page: Drawing, sign: str) -> Drawing:
    lacking = dict.fromkeys(map(ord, font.missing(page.texts())), sign)

    def again(box: Box) -> Box:
        lines = tuple(line.translate(lacking) for line in box.lines)
        return replace(box, lines=lines, text=box.text.translate(lacking))

    return replace(page, boxes=tuple(again(box) for box in page.boxes))
