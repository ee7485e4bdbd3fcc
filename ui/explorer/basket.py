"""The briefing basket: what a reader collected on any page, as a deck or a report."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.elements import Edge, Node
from graph.titles import titled
from queries.narrator import narrate
from queries.run import Result
from ui.briefing.contents import Briefing, Rows, Section
from ui.explorer.captions import edge_name, headline, label_name
from ui.explorer.index import Index
from ui.explorer.passages import passages
from ui.explorer.wording import words_of
from ui.figures.catalog import draw_figure, render
from ui.figures.scope import Scope
from ui.terminal import plain_text

MOST_ROWS, MOST_COLUMNS = 40, 5
_UNWANTED = ("quote", "other_quote", "clause", "other_clause")


PICTURES = ("svg", "png", "pdf")


@dataclass
class Basket:
    """Ids of nodes and edges, and answers, in the order in which they were put in."""

    elements: list[str] = field(default_factory=list)
    answers: list[Result] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.elements) + len(self.answers)

    def __contains__(self, id: object) -> bool:
        return id in self.elements

    def toggle(self, id: str) -> None:
        """Put a node or an edge in, or take it out again."""
        if id in self.elements:
            self.elements.remove(id)
        else:
            self.elements.append(id)

    def add(self, result: Result) -> None:
        """Put an answer in; the same question with the same conditions stands in it once."""
        asked = (result.query.name, dict(result.parameters))
        known = [a for a in self.answers if (a.query.name, dict(a.parameters)) != asked]
        self.answers = [*known, result]

    def clear(self) -> None:
        """Empty it."""
        self.elements, self.answers = [], []

    def found(self, index: Index) -> list[Node | Edge]:
        """What of it the graph still holds."""
        elements = (index.nodes.get(id) or index.edges.get(id) for id in self.elements)
        return [element for element in elements if element is not None]


def told(index: Index, element: Node | Edge, language: str) -> tuple[str, str]:
    """What it is and what it says."""
    if isinstance(element, Node):
        return label_name(element.label, language), headline(element, language)
    source, target = (
        headline(index.nodes[id], language) for id in (element.source, element.target)
    )
    name = edge_name(element.type, language)
    return name, f"{source} —{name}→ {target}"


def briefing_of(
    index: Index, basket: Basket, title: str, scope: Scope, figures: Sequence[str]
) -> Briefing:
    """The basket in the form that decks and reports are made of; as they are, in Chinese."""
    sections = [Section("图示", (), tuple(figures), ())] if figures else []
    if elements := basket.found(index):
        rows = tuple(_row(index, element) for element in elements)
        table = Rows("选定内容", ("类型", "内容", "原文", "出处"), (1.0, 3.0, 4.0, 2.4), rows)
        sections.append(Section("选定内容", (), (), (table,)))
    sections += [_answer(result) for result in basket.answers]
    return Briefing(title, "由规划图谱选编；句句有出处，可逐条核对", scope, tuple(sections))


def pictures_of(index: Index, basket: Basket, scope: Scope, figures: Sequence[str]) -> bytes:
    """The figures, and what stands around every collected node, as files of PICTURES in a ZIP.

    The same basket gives the same bytes.
    """
    wanted = [(name, {"plan": scope.root.id}) for name in figures]
    nodes = [element.id for element in basket.found(index) if isinstance(element, Node)]
    wanted += [("neighbourhood", {"node": id}) for id in nodes]
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for number, (name, parameters) in enumerate(wanted, 1):
            pages = draw_figure(index.graph, name, parameters, number=number)
            for format_ in PICTURES:
                for ending, content in render(pages, format_).items():
                    entry = zipfile.ZipInfo(f"{number:02}-{name}{ending}.{format_}")
                    archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def _row(index: Index, element: Node | Edge) -> tuple[str, str, str, str]:
    places = passages(index, element)[:1]
    quote = places[0].quote if places else ""
    where = f"{titled(places[0].document)}第{places[0].ordinal}段" if places else ""
    return (*told(index, element, "zh"), quote, where)


def _answer(result: Result) -> Section:
    kept = [
        (number, name)
        for number, name in enumerate(result.columns)
        if not (name == "id" or name.endswith("_id") or name in _UNWANTED)
    ][:MOST_COLUMNS]
    rows = tuple(
        tuple(plain_text(row[number]) for number, _ in kept) for row in result.rows[:MOST_ROWS]
    )
    heads = tuple(words_of("zh").of("column", name) for _, name in kept)
    tables = (Rows(result.query.title, heads, (1.0,) * len(heads), rows),) if rows else ()
    return Section(result.query.title, (narrate(result),), (), tables)
