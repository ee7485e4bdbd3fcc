"""An answer as files: its chart framed like a figure, and the figure that shows the same."""

from __future__ import annotations

from collections.abc import Iterable

from graph.elements import Node
from queries.run import Result
from ui.explorer.answer_charts import chart_of
from ui.explorer.chart_files import caption_of, chart_choices
from ui.explorer.charts import drawing
from ui.explorer.downloads import Make
from ui.explorer.figures_shown import figure_choices, figures_of, plans_called
from ui.explorer.index import Index
from ui.explorer.wording import words_of
from ui.figures.frame import Caption
from ui.figures.words import asked

FIGURES_OF = {
    "closure": {"gaps": "coverage"},
    "coverage": {"plan_pillar": "lanes"},
    "plan": {"overview": "house"},
    "responsibility": {"cooperation": "cooperation", "load": "load"},
    "targets": {"list": "ledger", "roadmap": "roadmap"},
}
"""The figure that shows what a question asks of a plan; by topic and question."""


def answer_choices(index: Index, result: Result, *, chart: bool) -> dict[str, Make]:
    """The chart, if it is shown, and the figure; both in Chinese, as all figures are."""
    charts = answer_chart(index, result) if chart else {}
    return {**charts, **figure_of(index, result)}


def answer_chart(index: Index, result: Result) -> dict[str, Make]:
    """The chart of an answer with the documents and clauses that its rows stand on."""
    zh = words_of("zh")
    chart = chart_of(result, zh)
    if chart is None:
        return {}

    def caption() -> Caption:
        given = {name: str(value) for name, value in result.parameters.items() if value is not None}
        question = asked(result.query.name, **given)
        return caption_of(index.graph, told_of(index, result), result.query.title, question)

    return chart_choices(lambda: drawing(chart, zh), caption, result.query.name)


def told_of(index: Index, result: Result) -> Iterable[Node]:
    """The nodes that an answer stands on: of its rows, else of its facts."""
    ids = {value for row in result.rows for value in row if isinstance(value, str)}
    return [index.nodes[id] for id in sorted(ids & index.nodes.keys())] or result.subgraph.nodes


def figure_of(index: Index, result: Result) -> dict[str, Make]:
    """The figure of the plan that was asked for, or of all plans."""
    body = result.parameters.get("organization")
    if result.query.name == "organization.overview" and body is not None:
        return figure_choices(index, "neighbourhood", {"node": str(body)})
    topic, _, question = result.query.name.partition(".")
    name = FIGURES_OF.get(topic, {}).get(question)
    if name is None:
        return {}
    plan = result.parameters.get("plan")
    return figures_of(index, name, plans_called(index, None if plan is None else str(plan)))
