"""What a briefing says, before it is a deck or a report: headings, paragraphs, tables, figures."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.store import Store
from graph.stored import loaded_documents
from graph.titles import titled
from queries.catalog import get_query
from queries.narrator import narrate, narrate_row
from queries.run import Result, run
from ui.briefing import roles
from ui.briefing.summary import summary
from ui.briefing.template import SectionPlan, Template
from ui.figures.catalog import FIGURES
from ui.figures.drawing import Drawing, Sheet
from ui.figures.frame import NOTHING
from ui.figures.scope import Scope
from ui.figures.words import UNDATED, as_of

MOST_FINDINGS = 40
"""Findings of a check that a briefing lists; the paragraph above says how many there are."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: its title, heads, shares of the width, rows of texts, the question it answers."""

    title: str
    heads: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    question: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; `figures` are names of the catalog."""

    heading: str
    paragraphs: tuple[str, ...]
    figures: tuple[str, ...]
    tables: tuple[Rows, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole."""

    title: str
    about: str
    scope: Scope
    sections: tuple[Section, ...]


def assemble(store: Store, scope: Scope, template: Template) -> Briefing:
    """Ask the template's questions of the store and put the answers in order."""
    title = template.plan.title.replace("{plan}", scope.title)
    sections = tuple(_section(store, scope, plan) for plan in template.plan.sections)
    date = as_of(scope.subgraph, scope.documents)
    dated = date if date == UNDATED else f"资料截至{date}"
    return Briefing(title, f"{dated}；句句有出处，可在图谱中逐条核对", scope, sections)


def figure_pages(scope: Scope, name: str, sheet: Sheet, number: int) -> tuple[Drawing, ...]:
    """A figure, left out when there is nothing to draw: the paragraphs say so already."""
    draw = FIGURES[name].draw
    pages = draw(scope, sheet, number) if draw else ()
    return () if any(box.key == NOTHING for page in pages for box in page.boxes) else pages


def _section(store: Store, scope: Scope, plan: SectionPlan) -> Section:
    paragraphs = summary(scope) if plan.summary else []
    answers = {name: _ask(store, scope, name) for name in {*plan.say, *plan.findings}}
    paragraphs += [narrate(answer) for name in plan.say if (answer := answers[name])]
    tables = [_findings(answer) for name in plan.findings if (answer := answers[name])]
    if plan.roles:
        found = roles.rows(store, scope.subgraph, scope.carriers[-1].properties["name"])
        table = Rows("责任分工表", roles.HEADS, roles.SHARES, tuple(found), roles.QUESTION)
        tables.append(_filled(table))
    if plan.sources:
        tables += _sources(scope)
    filled = tuple(table for table in tables if table.rows)
    return Section(plan.heading, tuple(paragraphs), plan.figures, filled)


def _ask(store: Store, scope: Scope, name: str) -> Result | None:
    """The question about this plan; None when it takes no plan and no row is about this one."""
    query = get_query(name)
    if query.parameter("plan"):
        return run(store, query, plan=scope.carriers[-1].properties["name"])
    result = run(store, query)
    places = [at for at, c in enumerate(result.columns) if c in ("document", "other_document")]
    if not places:
        return result
    titles = {scope.nodes[id_].properties["title"] for id_ in scope.documents}
    rows = tuple(row for row in result.rows if titles & {row[at] for at in places})
    return replace(result, rows=rows) if rows else None


def _findings(result: Result) -> Rows:
    rows = [
        (narrate_row(result, row), *_quoted(result.columns, row))
        for row in result.rows[:MOST_FINDINGS]
    ]
    heads = ("发现", "原文", "出处")
    return Rows(result.query.title, heads, (3.0, 4.0, 2.4), tuple(rows), result.query.name)


def _quoted(columns: tuple[str, ...], row: tuple[object, ...]) -> tuple[str, str]:
    """Every quote of a row, with its document and clause."""
    values = dict(zip(columns, row, strict=True))
    quotes, places = [], []
    for prefix in ("", "other_"):
        quote = values.get(prefix + "quote")
        if quote:
            quotes.append(f"“{quote}”")
            document, clause = values.get(prefix + "document"), values.get(prefix + "clause")
            places.append(f"{titled(document)}第{clause}段")
    return "\n".join(quotes), "\n".join(dict.fromkeys(places))


def _filled(table: Rows) -> Rows:
    """Without the columns in which nothing stands."""
    kept = [at for at in range(len(table.heads)) if any(row[at] for row in table.rows)]
    return replace(
        table,
        heads=tuple(table.heads[at] for at in kept),
        shares=tuple(table.shares[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in table.rows),
    )


def _sources(scope: Scope) -> list[Rows]:
    """The documents, numbered, and the clauses that rest on them, by those numbers."""
    evidence = [found for node in scope.everything() for found in node.evidence]
    stated = {found.document for found in evidence}
    documents = [d for d in loaded_documents(scope.subgraph) if d.id in stated]
    documents.sort(key=lambda d: (d.id not in scope.documents, str(d.properties["title"])))
    names = ("title", "doc_number", "issuer", "issued")
    listed = tuple(
        (f"文件{at}", *(str(document.properties.get(name, "—")) for name in names))
        for at, document in enumerate(documents, 1)
    )
    numbers = {document.id: at for at, document in enumerate(documents, 1)}
    cited = {found.clause for found in evidence if found.document in numbers}
    clauses = sorted(
        (numbers[str(facts["document_id"])], int(str(facts["ordinal"])), str(facts["text"]))
        for id_, facts in ((c.id, c.properties) for c in scope.subgraph.nodes_of("Clause"))
        if id_ in cited
    )
    quoted = tuple((f"文件{number}第{at}段", text) for number, at, text in clauses)
    heads = ("序号", "文件", "文号", "印发机关", "日期")
    return [
        Rows("依据的文件", heads, (1.2, 4.4, 2.4, 2.0, 2.0), listed),
        Rows("引用的原文", ("出处", "原文"), (2.2, 7.8), quoted),
    ]
