"""Where the embedded engine keeps its data, and folders and machines in which it cannot start."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from graph import embedded
from graph.errors import StoreError
from graph.store import open_store
from graph.writer import write
from tests.graph.small_plans import PORTS


def test_the_home_is_named_by_argument_or_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANGRAPH_HOME", str(tmp_path / "named"))
    with open_store() as store:
        assert store.where == str(tmp_path / "named")
    with open_store(tmp_path / "given") as store:
        assert store.where == str(tmp_path / "given")
    monkeypatch.delenv("PLANGRAPH_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert tmp_path in embedded.default_home().parents
    assert embedded.default_home().name == "plangraph"


def test_a_file_is_no_home(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine", encoding="utf-8")
    for home in (file, file / "below"):
        with pytest.raises(StoreError, match="is a file, not a folder") as caught:
            open_store(home)
        assert (caught.value.where, bool(caught.value.hint)) == (str(home), True)
    assert file.read_text("utf-8") == "mine"


def test_a_folder_that_cannot_be_written() -> None:
    """/proc refuses even the administrator, who may write everywhere else."""
    home = Path("/proc/plangraph")
    with pytest.raises(StoreError, match="folder cannot be written") as caught:
        open_store(home)
    assert (caught.value.where, bool(caught.value.hint)) == (str(home), True)


def test_a_database_that_is_damaged_is_said(home: Path) -> None:
    with open_store(home) as store:
        write(store, PORTS)
    damaged = home / "databases" / embedded.DATABASE / "configuration.json"
    damaged.write_text("{", encoding="utf-8")
    with pytest.raises(StoreError, match="does not start") as caught:
        open_store(home)
    assert re.search("move this folder away", caught.value.hint)


def test_a_machine_without_the_engine(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "arcadedb", None)
    with pytest.raises(StoreError, match="does not run on this machine") as caught:
        open_store(home)
    assert "NEO4J_URI" in caught.value.hint
