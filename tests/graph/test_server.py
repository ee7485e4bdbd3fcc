"""A Neo4j server by its environment, and every way in which it cannot be reached."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph import connection
from graph.errors import StoreError
from graph.store import open_store
from graph.writer import write
from tests.graph.small_plans import PORTS
from tests.neo4j_server import LONG_TERM


def use(monkeypatch: pytest.MonkeyPatch, settings: Mapping[str, str]) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)


def failure() -> StoreError:
    with pytest.raises(StoreError) as caught:
        open_store()
    assert len(str(caught.value).splitlines()) == 3
    return caught.value


def test_the_environment_names_the_server(
    monkeypatch: pytest.MonkeyPatch, neo4j_settings: dict[str, str], tmp_path: Path
) -> None:
    use(monkeypatch, {**neo4j_settings, "NEO4J_DATABASE": "neo4j"})
    with open_store(tmp_path) as store:
        store.clear()
        write(store, PORTS)
        status = store.status()
        assert (status.engine, status.version) == ("Neo4j", LONG_TERM)
        assert status.where == f"{neo4j_settings['NEO4J_URI']} database neo4j"
        assert store.read() == PORTS
    assert list(tmp_path.iterdir()) == []  # no embedded engine beside it


def test_an_empty_address_means_the_embedded_engine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    use(monkeypatch, {"NEO4J_URI": ""})
    with open_store(tmp_path) as store:
        assert store.status().engine == "ArcadeDB"


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_nobody_listens(monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        uri = f"{scheme}://127.0.0.1:{closed.getsockname()[1]}"
        use(monkeypatch, {"NEO4J_URI": uri})
        error = failure()
    assert error.title.startswith("the database cannot be reached: ")
    assert error.where == uri
    assert "check NEO4J_URI" in error.hint


def test_a_host_that_does_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, {"NEO4J_URI": "bolt://nowhere.invalid:7687"})
    assert failure().title.startswith("the database cannot be reached: ")


def test_something_else_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes the connection and says nothing."""
    for name in ("connection_timeout", "connection_acquisition_timeout"):
        monkeypatch.setitem(connection.SETTINGS, name, 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        use(monkeypatch, {"NEO4J_URI": f"bolt://127.0.0.1:{silent.getsockname()[1]}"})
        assert failure().title.startswith("the database cannot be reached: ")


@pytest.mark.parametrize(
    "uri",
    [
        "localhost:7687",
        "http://127.0.0.1:7474",
        "bolt//x",
        "bolt://",
        "bolt://x:y",
        "bolt://[",
        "x",
    ],
)
def test_an_address_that_is_none(monkeypatch: pytest.MonkeyPatch, uri: str) -> None:
    use(monkeypatch, {"NEO4J_URI": uri})
    error = failure()
    assert error.title == "NEO4J_URI is no address of a Neo4j server"
    assert (error.where, "neo4j+s://" in error.hint) == (uri, True)


def test_an_address_with_a_password_is_refused_and_not_printed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    use(monkeypatch, {"NEO4J_URI": "bolt://neo4j:secret@127.0.0.1"})
    error = failure()
    assert error.title == "NEO4J_URI is no address of a Neo4j server"
    assert "secret" not in str(error)


@pytest.mark.parametrize(
    "wrong",
    [
        {"NEO4J_PASSWORD": "guess"},
        {"NEO4J_USER": "nobody"},
        {"NEO4J_USER": "", "NEO4J_PASSWORD": ""},
    ],
    ids=["password", "user", "neither"],
)
def test_a_user_or_password_that_is_refused(
    monkeypatch: pytest.MonkeyPatch, neo4j_settings: dict[str, str], wrong: dict[str, str]
) -> None:
    use(monkeypatch, {**neo4j_settings, **wrong})
    error = failure()
    assert error.title == "the Neo4j server refuses this user or password"
    assert error.where == neo4j_settings["NEO4J_URI"]
    assert error.hint == "check NEO4J_USER and NEO4J_PASSWORD"


def test_the_user_is_neo4j_unless_said(
    monkeypatch: pytest.MonkeyPatch, neo4j_settings: dict[str, str]
) -> None:
    use(monkeypatch, {**neo4j_settings, "NEO4J_USER": ""})
    with open_store() as store:
        assert store.status().engine == "Neo4j"


def test_a_database_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, neo4j_settings: dict[str, str]
) -> None:
    use(monkeypatch, {**neo4j_settings, "NEO4J_DATABASE": "plans"})
    error = failure()
    assert error.title == "the Neo4j server has no such database"
    assert error.where == f"{neo4j_settings['NEO4J_URI']} database plans"
    assert error.hint == "check NEO4J_DATABASE"
