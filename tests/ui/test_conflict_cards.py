"""Conflicts: both quotes, and under each what it promises, as a person writes it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from queries.catalog import get_query
from queries.run import Result
from tests.ui.sample import sample_graph
from ui.explorer import session
from ui.explorer.index import Index

PAGE = Path(__file__).resolve().parents[2] / "ui" / "views" / "findings.py"
FACTS = {
    "indicator": "水质达标率", "conflict": "deadline",
    "comparator": ">=", "value": 99.0, "unit": "%", "year": 2030,
    "document": "总体计划", "clause": 3, "quote": "水质达标率达到99%以上",
    "other_comparator": "=", "other_value": 99.5, "other_unit": "%", "other_year": None,
    "other_document": "专项计划", "other_clause": 7, "other_quote": "水质达标率99.5%",
    "id": "target-quality", "other_id": "target-pipes",
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "told"), [("zh", ["≥99%（2030年）", "=99.5%"]), ("en", ["≥99% (2030)", "=99.5%"])]
)
def test_what_each_quote_promises_reads_as_a_person_writes_it(
    language: str, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    query = get_query("targets.conflicts")
    row = tuple(FACTS[name] for name in query.columns)
    result = Result(
        query=query, parameters={}, columns=query.columns, rows=(row,),
        subgraph=sample_graph(), denominator=2,
    )  # fmt: skip
    index = Index(sample_graph())
    monkeypatch.setattr(session, "index", lambda: index)
    monkeypatch.setattr(session, "findings", lambda: [result])
    page = AppTest.from_file(str(PAGE), default_timeout=20)
    page.query_params["lang"] = language
    page.run()
    assert not page.exception
    cards = "".join(element.proto.body for element in page.get("html"))
    assert re.findall(r'<p class="quiet">([^<]*)</p></figure>', cards)[:2] == told
