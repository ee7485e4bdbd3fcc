"""What many tests share: a real Neo4j, an embedded engine, and `store`, which is either."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import hypothesis
import pytest

from graph.connection import connect_to_engine, connect_to_server
from graph.store import Store

ROOT = Path(__file__).resolve().parents[1]
NEO4J_JARS = ROOT / ".cache" / "neo4j-5.26.30" / "lib"
NEO4J_MAIN = ROOT / "tests" / "neo4j" / "NeoServer.java"
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
QUICK_START = ("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto")

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


@contextmanager
def neo4j_server(home: Path, password: str) -> Iterator[str]:
    """A server from Maven's jars in a home of its own, stopped by its own process id."""
    _need_neo4j()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
    process = subprocess.Popen(
        ["java", *QUICK_START, *opens, "-cp", f"{NEO4J_JARS}/*", str(NEO4J_MAIN),
         str(home), str(port), password],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        _wait_until_ready(process)
        yield f"bolt://127.0.0.1:{port}"
    finally:
        process.kill()  # its data is thrown away; a clean stop takes ten seconds
        process.communicate()


def _wait_until_ready(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        if line.strip() == "ready":
            return
        said.append(line)
    pytest.fail("Neo4j did not start:\n" + "".join(said))


def _need_neo4j() -> None:
    """Nothing is skipped: without the server the tests on it fail, with what to do."""
    if not NEO4J_JARS.is_dir():
        pytest.fail(f"no Neo4j in {NEO4J_JARS}: run `make test`, which fetches it with Maven")
    if not (shutil.which("java") and shutil.which("javac")):
        pytest.fail("no JDK: sudo apt-get install default-jdk-headless (17 or newer)")
