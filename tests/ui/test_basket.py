"""What a reader collected becomes a deck or a report."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from pptx import Presentation

from queries.catalog import get_query
from queries.run import Result
from tests.ui.sample import TITLE, sample_graph
from ui.briefing.deck import write_deck
from ui.briefing.document import write_document
from ui.briefing.template import read_template
from ui.explorer.basket import Basket, briefing_of, pictures_of
from ui.explorer.figures_shown import plans_of
from ui.explorer.index import Index
from ui.figures.scope import Scope

INDEX = Index(sample_graph())


def filled() -> Basket:
    query = get_query("targets.undated")
    basket = Basket()
    basket.toggle("measure-pipes")
    basket.toggle("led_by-measure-pipes-organization-water")
    basket.toggle("gone")
    result = Result(
        query=query, parameters={"plan": None}, columns=query.columns, rows=(),
        subgraph=INDEX.graph, denominator=2,
    )  # fmt: skip
    basket.add(result)
    return basket


def test_a_basket_holds_each_thing_once() -> None:
    basket = filled()
    basket.add(basket.answers[0])
    assert len(basket) == 4
    basket.toggle("gone")
    assert [element.id for element in basket.found(INDEX)] == [
        "measure-pipes", "led_by-measure-pipes-organization-water",
    ]  # fmt: skip
    basket.clear()
    assert not basket


def test_a_basket_is_a_briefing_with_quotes() -> None:
    scope = Scope(INDEX.graph, plans_of(INDEX)[0])
    briefing = briefing_of(INDEX, filled(), "水务要点", scope, ())
    chosen, answer = briefing.sections
    assert chosen.tables[0].rows == (
        ("举措", "改造老旧管网", "改造老旧管网", f"《{TITLE}》第2段"),
        ("牵头", "改造老旧管网 —牵头→ 市水务局", "市水务局牵头改造老旧管网", f"《{TITLE}》第3段"),
    )
    assert answer.heading == "没有时限的目标"
    assert len(answer.paragraphs) == 1


def test_deck_and_report_can_be_opened() -> None:
    scope = Scope(INDEX.graph, plans_of(INDEX)[0])
    briefing = briefing_of(INDEX, filled(), "水务要点", scope, ("house",))
    template = read_template()
    deck = Presentation(io.BytesIO(write_deck(briefing, template)))
    assert len(deck.slides) >= 3
    report = write_document(briefing, template)
    assert "水务要点" in [p.text for p in Document(io.BytesIO(report)).paragraphs]
    assert zipfile.is_zipfile(io.BytesIO(report))


def test_figures_come_as_files_that_are_the_same_each_time() -> None:
    scope = Scope(INDEX.graph, plans_of(INDEX)[0])
    data = pictures_of(INDEX, filled(), scope, ("house",))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == [
            "01-house.svg", "01-house.png", "01-house.pdf",
            "02-neighbourhood.svg", "02-neighbourhood.png", "02-neighbourhood.pdf",
        ]  # fmt: skip
        assert "改造老旧管网" in archive.read("02-neighbourhood.svg").decode("utf-8")
    assert pictures_of(INDEX, filled(), scope, ("house",)) == data
