"""The graphs that questions are asked of, each loaded once on each engine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from pathlib import Path

import pytest

from graph.elements import Subgraph
from graph.store import Store
from loaders import build_source
from loaders.source import find_sources
from tests.oracle.index import Index
from tests.oracle.loading import filled
from tests.oracle.truth_graph import truth_parts

ROOT = Path(__file__).resolve().parents[2]
DATA = (ROOT / "data" / "plans" / "tianjin-smart-technology-2017", ROOT / "data" / "sample-city")


@dataclass(frozen=True)
class Loaded:
    """A store and the same graph in plain Python."""

    store: Store
    index: Index


@pytest.fixture(scope="session")
def read_parts() -> tuple[Subgraph, ...]:
    """The owner's document and the five of the sample city, as we read them."""
    sources = [source for path in DATA for source in find_sources(path)]
    return tuple(build_source(source).subgraph for source in sources)


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def read_graph(request: pytest.FixtureRequest, read_parts: tuple[Subgraph, ...]) -> Loaded:
    """What we read, on each engine."""
    store = request.getfixturevalue(f"{request.param}_store")
    return Loaded(filled(store, read_parts), Index(reduce(Subgraph.merge, read_parts)))


@pytest.fixture(scope="module")
def true_store(embedded_store: Store) -> Store:
    """The sample city by its labels, on the embedded engine only."""
    return filled(embedded_store, truth_parts())
