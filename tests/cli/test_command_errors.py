"""Every mistake of an operator: three lines, exit 1, and a store that is as it was."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.elements import Subgraph
from graph.errors import StrategyError
from graph.store import open_store
from ui.cli import main

PLAN_TEXT = (
    "云岚市海洋牧场行动方案\n一、总体目标\n到2030年，建成海洋牧场12处。\n"
    "二、重点任务\n（一）建设渔港。修复码头。（市海洋局负责）\n"
)


class Shell:
    """The command in this process, with the store in a folder of its own."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home = home
        self._capsys = capsys

    def run(self, *words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stopped:
            main([*words])
        written = self._capsys.readouterr()
        return int(stopped.value.code or 0), written.out, written.err

    def fails(self, *words: str) -> dict[str, str]:
        """The three lines of the one error that the command must end with."""
        code, _, err = self.run(*words)
        assert code == 1
        assert "Traceback" not in err
        names = ("error: ", "where: ", "hint:  ")
        lines = [line for line in err.splitlines() if line.startswith(names)]
        assert [line[:7] for line in lines] == list(names)
        return {line[:5].rstrip(": "): line[7:] for line in lines}

    def graph(self) -> Subgraph:
        with open_store(self.home) as store:
            return store.read()


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    monkeypatch.setenv("PLANGRAPH_HOME", str(tmp_path / "store"))
    return Shell(tmp_path / "store", capsys)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN_TEXT, encoding="utf-8")
    return path


def missing(folder: Path) -> Path:
    return folder / "nowhere.txt"


def empty(folder: Path) -> Path:
    path = folder / "empty.txt"
    path.write_bytes(b"")
    return path


def binary(folder: Path) -> Path:
    path = folder / "binary.txt"
    path.write_bytes(bytes(range(256)) * 8)
    return path


def no_known_encoding(folder: Path) -> Path:
    path = folder / "odd.txt"
    path.write_bytes(b"\xff\x80\x81\xff\xfe\xff" * 50 + b"\x80")
    return path


def no_plan_in_it(folder: Path) -> Path:
    path = folder / "poem.txt"
    path.write_text("床前明月光，疑是地上霜。\n", encoding="utf-8")
    return path


def nothing_readable(folder: Path) -> Path:
    path = folder / "pictures"
    path.mkdir()
    (path / "photo.jpeg").write_bytes(b"\xff\xd8\xff")
    return path


def unknown_key(folder: Path) -> Path:
    path = folder / "misspelt"
    path.mkdir()
    (path / "original.txt").write_text(PLAN_TEXT, encoding="utf-8")
    (path / "plan.yaml").write_text("issuer: 云岚市人民政府\ntitel: 方案\n", encoding="utf-8")
    return path


def wrong_type(folder: Path) -> Path:
    path = folder / "mistyped"
    path.mkdir()
    (path / "original.txt").write_text(PLAN_TEXT, encoding="utf-8")
    (path / "plan.yaml").write_text("title: 方案\nexpect: many\n", encoding="utf-8")
    return path


BAD_PATHS = [missing, empty, binary, no_known_encoding, no_plan_in_it, nothing_readable]


@pytest.mark.parametrize("make", BAD_PATHS, ids=lambda make: make.__name__)
def test_a_bad_path_changes_nothing_and_says_where(
    make: object, shell: Shell, plan: Path, tmp_path: Path
) -> None:
    assert shell.run("load", str(plan))[0] == 0
    before = shell.graph()
    assert callable(make)
    path = make(tmp_path)
    assert str(path) in shell.fails("load", str(path))["where"]
    assert shell.graph() == before


@pytest.mark.parametrize(
    ("make", "line", "word"),
    [(unknown_key, 2, "titel"), (wrong_type, 2, "expect")],
    ids=["unknown key", "wrong type"],
)
def test_a_bad_plan_yaml_is_named_with_file_and_line(
    make: object, line: int, word: str, shell: Shell, tmp_path: Path
) -> None:
    assert callable(make)
    error = shell.fails("load", str(make(tmp_path)))
    assert error["where"].endswith(f"plan.yaml:{line}")
    assert word in error["error"]


def test_the_good_documents_of_a_call_are_loaded_beside_a_bad_one(
    shell: Shell, plan: Path, tmp_path: Path
) -> None:
    shell.fails("load", str(empty(tmp_path)), str(plan))
    assert len(shell.graph().nodes_of("Target")) == 1


def test_an_unreachable_server_is_said(
    shell: Shell, plan: Path, monkeypatch: pytest.MonkeyPatch, free_port: int
) -> None:
    monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{free_port}")
    assert str(free_port) in shell.fails("load", str(plan))["where"]


def test_a_uri_that_is_none_is_said(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "ftp://127.0.0.1")
    assert "ftp://127.0.0.1" in shell.fails("status")["where"]


def test_a_port_in_use_is_said(shell: Shell) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert port in " ".join(shell.fails("ui", "--port", port).values())


def test_another_host_needs_a_password(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLANGRAPH_PASSWORD", raising=False)
    assert "PLANGRAPH_PASSWORD" in shell.fails("ui", "--host", "0.0.0.0")["hint"]


def test_a_store_folder_that_cannot_be_made_is_said(
    shell: Shell, plan: Path, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    error = shell.fails("load", str(plan), "--store", str(in_the_way / "store"))
    assert str(in_the_way) in error["where"]


def test_an_unknown_question_names_the_nearest(shell: Shell) -> None:
    assert "targets.list" in shell.fails("query", "target.list")["hint"]


def test_debug_shows_the_traceback(shell: Shell) -> None:
    with pytest.raises(StrategyError):
        main(["query", "no.such", "--debug"])


def test_a_json_error_never_stands_on_standard_output(shell: Shell) -> None:
    code, out, _ = shell.run("query", "no.such", "--format", "json")
    assert (code, out) == (1, "")


@pytest.fixture
def free_port() -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    yield port


def test_queries_as_json_are_only_json(shell: Shell) -> None:
    code, out, err = shell.run("queries", "--json")
    listed = json.loads(out)
    assert (code, err) == (0, "")
    assert {"name", "title", "title_en", "question", "params"} <= set(listed[0])
    assert {"name", "type", "example", "default"} <= set(listed[0]["params"][0])
