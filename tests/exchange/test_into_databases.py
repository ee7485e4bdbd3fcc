"""A database that was filled by one of our files holds the same graph as one we wrote."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import py2neo
import pytest
from made_graphs import CITY
from neo4j_server import OPENED, jars, neo4j_server

from graph.connection import connect_to_server
from graph.elements import Subgraph
from graph.errors import ExportError
from graph.exchange import EXPORTERS, to_py2neo
from graph.exchange.cypher import literal
from graph.store import Store
from graph.writer import write
from loaders import build_source
from loaders.source import find_sources
from queries.run import run

DATA = Path(__file__).resolve().parents[2] / "data"
QUESTIONS = (
    "coverage.plan_pillar", "closure.gaps", "closure.unsupported_targets",
    "responsibility.ledger", "responsibility.unassigned", "responsibility.load",
    "targets.list", "targets.conflicts", "targets.roadmap", "quality.lint",
)  # fmt: skip


@pytest.fixture(scope="module")
def plans() -> list[Subgraph]:
    """Two plans that share bodies, indicators and a conflict."""
    folders = ("special-data", "special-health")
    found = [find_sources(DATA / "sample-city" / folder)[0] for folder in folders]
    return [build_source(source).subgraph for source in found]


@pytest.fixture(scope="module")
def city(plans: list[Subgraph]) -> Subgraph:
    one, two = plans
    return one.merge(two)


def answers(store: Store) -> dict[str, object]:
    return {name: run(store, name).rows for name in QUESTIONS}


def run_script(store: Store, script: bytes) -> None:
    """As cypher-shell would; the constraints are the store's own already."""
    statements = script.decode("utf-8").split(";\n")
    data = [text for text in statements if text.strip() and "CREATE CONSTRAINT" not in text]
    for text in data:
        store.change(lambda transaction, text=text: transaction.run(text).consume())


def test_the_script_fills_a_database_and_may_run_twice(store: Store, plans: list[Subgraph]) -> None:
    script = EXPORTERS["cypher"].write(plans[0])
    run_script(store, script)
    run_script(store, script)
    assert store.read().to_json() == plans[0].to_json()


def test_any_text_survives_the_script(store: Store) -> None:
    run_script(store, EXPORTERS["cypher"].write(CITY))
    assert store.read().to_json() == CITY.to_json()


def test_py2neo_merges_the_graph_into_a_real_neo4j(
    neo4j_store: Store, neo4j_settings: dict[str, str]
) -> None:
    neo4j_store.clear()
    user = (neo4j_settings["NEO4J_USER"], neo4j_settings["NEO4J_PASSWORD"])
    database = py2neo.Graph(neo4j_settings["NEO4J_URI"], auth=user)
    for _ in range(2):
        database.merge(to_py2neo(CITY))
    database.service.connector.close()
    assert neo4j_store.read().to_json() == CITY.to_json()


def test_without_py2neo_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py2neo", None)
    with pytest.raises(ExportError) as error:
        to_py2neo(CITY)
    assert (error.value.title, error.value.hint) == (
        "py2neo is not installed", "pip install 'plangraph[py2neo]'",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["it's", '"', "\\", "\\u0041", "\\\\u0041'", "\n\r\t\x00\x7f", "`", "${x} $x", "\u2028"]
)
def test_a_literal_is_read_as_it_was_meant(store: Store, text: str) -> None:
    assert store.rows(f"RETURN {literal(text)} AS text").values == ((text,),)


def test_the_bulk_importer_fills_a_server_that_gives_the_same_answers(
    tmp_path: Path, embedded_store: Store, plans: list[Subgraph], city: Subgraph
) -> None:
    embedded_store.clear()
    for plan in plans:
        write(embedded_store, plan)
    home = tmp_path / "home"
    tables = tmp_path / "tables"
    with zipfile.ZipFile(io.BytesIO(EXPORTERS["neo4j-admin"].write(city))) as archive:
        archive.extractall(tables)
    import_(home, tables)
    ours = answers(embedded_store)
    assert all(ours[name] for name in ("responsibility.ledger", "targets.list", "closure.gaps"))
    with neo4j_server(home, "sea-and-sky") as uri:
        settings = {"NEO4J_URI": uri, "NEO4J_USER": "neo4j", "NEO4J_PASSWORD": "sea-and-sky"}
        with Store(lambda: connect_to_server(settings)) as imported:
            assert imported.read().to_json() == city.to_json()
            assert answers(imported) == ours


def import_(home: Path, tables: Path) -> None:
    """The command of import.sh, with neo4j-admin taken out of the jars."""
    words = (tables / "import.sh").read_text("utf-8").partition("neo4j-admin ")[2]
    arguments = words.replace("\\\n", " ").split()
    opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
    java = shutil.which("java")
    assert java is not None
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").write_text("", "utf-8")
    done = subprocess.run(
        [java, "-Xmx512m", *opens, "-cp", f"{jars()}/*", "org.neo4j.cli.AdminTool", *arguments],
        cwd=tables, capture_output=True, text=True, encoding="utf-8",
        env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
