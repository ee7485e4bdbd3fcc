"""Every question's answer, computed in plain Python: rows and what they are out of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.oracle import (
    of_closure,
    of_graphs,
    of_responsibility,
    of_soundness,
    of_targets,
    of_texts,
)
from tests.oracle.index import Index, Row

Answer = Callable[..., tuple[list[Row], int | None]]

ANSWERS: dict[str, Answer] = {
    **of_closure.ANSWERS,
    **of_graphs.ANSWERS,
    **of_responsibility.ANSWERS,
    **of_soundness.ANSWERS,
    **of_targets.ANSWERS,
    **of_texts.ANSWERS,
}


def expected(index: Index, name: str, **parameters: Any) -> tuple[list[Row], int | None]:
    """The rows that a question must give, in its order, and its denominator."""
    return ANSWERS[name](index, **parameters)
