"""A store that nothing was loaded into says so, on both engines."""

from __future__ import annotations

import pytest

from graph.errors import QueryError
from graph.store import Store
from queries import run


def test_a_store_without_documents_says_so(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, "targets.list")
    assert caught.value.title == "the store has no documents"
    assert "plangraph load" in caught.value.hint
