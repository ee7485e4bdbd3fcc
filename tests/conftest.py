"""What many tests share: a real Neo4j, an embedded engine, `store`, which is either, a browser."""

from __future__ import annotations

from collections.abc import Iterator

import hypothesis
import pytest
from playwright.sync_api import Browser

from graph.connection import connect_to_server
from graph.engine_connection import connect_to_engine
from graph.store import Store
from tests.chromium_browser import chromium_browser
from tests.neo4j_server import neo4j_server

hypothesis.settings.register_profile("plangraph", deadline=None, derandomize=True)
hypothesis.settings.load_profile("plangraph")  # the same examples for everyone, however slow


@pytest.fixture(autouse=True)
def no_settings_of_the_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No test reaches the store of the person who runs it."""
    for name in ("NEO4J_URI", "NEO4J_USER", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PLANGRAPH_HOME", str(tmp_path_factory.getbasetemp() / "home"))


@pytest.fixture(scope="session")
def neo4j_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD of a Neo4j Community server on loopback."""
    with neo4j_server(tmp_path_factory.mktemp("neo4j"), "sea-and-sky") as uri:
        yield {"NEO4J_URI": uri, "NEO4J_USER": "neo4j", "NEO4J_PASSWORD": "sea-and-sky"}


@pytest.fixture(scope="session")
def neo4j_store(neo4j_settings: dict[str, str]) -> Iterator[Store]:
    with Store(lambda: connect_to_server(neo4j_settings)) as store:
        yield store


@pytest.fixture(scope="session")
def embedded_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    home = tmp_path_factory.mktemp("embedded")
    with Store(lambda: connect_to_engine(home)) as store:
        yield store


@pytest.fixture(params=["embedded", "neo4j"])
def store(request: pytest.FixtureRequest) -> Store:
    """An empty store; a test that takes it runs on both engines."""
    found: Store = request.getfixturevalue(f"{request.param}_store")
    found.clear()
    return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with chromium_browser() as browser:
        yield browser
