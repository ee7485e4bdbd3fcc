"""The plan the explorer's tests look at keeps the schema."""

from __future__ import annotations

from graph.schema import validate
from tests.ui.sample import sample_graph


def test_the_sample_keeps_the_schema() -> None:
    assert validate(sample_graph()) == []
