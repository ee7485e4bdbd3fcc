"""The commands ask, cypher and check, and the questions of a folder, as a shell sees them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ui.cli import main

ROOT = Path(__file__).resolve().parents[2]
PLAN = ROOT / "data" / "sample-city" / "special-health"


class Shell:
    """The command in this process, with one loaded plan."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def run(self, *words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stopped:
            main([*words])
        written = self._capsys.readouterr()
        return int(stopped.value.code or 0), written.out, written.err


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    monkeypatch.setenv("PLANGRAPH_HOME", str(tmp_path / "store"))
    shell = Shell(capsys)
    assert shell.run("load", str(PLAN))[0] == 0
    return shell


def test_own_words_own_cypher_and_checks(shell: Shell, tmp_path: Path) -> None:
    code, out, err = shell.run("ask", "哪些指标没有牵头单位", "--format", "csv")
    assert (code, len(out.splitlines())) == (0, 2)
    assert "推动健康数据安全合规利用" in out
    assert "plangraph query responsibility.unassigned" in err

    code, out, err = shell.run("ask", "单位任务清单")
    assert (code, out) == (1, "")
    assert "-p organization=…" in err

    counted = "MATCH (m:Measure) WHERE m.name = $name RETURN count(m) AS n"
    code, out, _ = shell.run("cypher", counted, "-p", "name=建设智慧医院", "--format", "json")
    assert (code, json.loads(out)) == (0, {"columns": ["n"], "rows": [{"n": 1}]})

    code, out, err = shell.run("cypher", "MATCH (n) DETACH DELETE n")
    assert (code, out, err.splitlines()[0]) == (1, "", "error: “DETACH” is not allowed here")

    code, out, _ = shell.run("check", "--format", "json")
    assert code == 0
    (vague,) = [f for f in json.loads(out)["open"] if f["check"] == "responsibility.unassigned"]
    assert vague["quote"].startswith("3.推动健康数据安全合规利用。")

    assert shell.run("check", "--fail-on", "warning")[0] == 3
    warnings = [f for f in json.loads(out)["open"] if f["level"] == "warning"]
    accepted = tmp_path / "accepted.yaml"
    entries = [f"  - {{finding: {f['key']}, reason: 已知, until: 2999-01-01}}" for f in warnings]
    accepted.write_text("\n".join(["accepted:", *entries]) + "\n", encoding="utf-8")
    code, out, _ = shell.run("check", "--fail-on", "warning", "--accepted", str(accepted))
    assert code == 0
    assert f"{len(warnings)} accepted" in out
    assert "已知 (2999-01-01)" in out


def test_questions_of_a_folder_are_listed_asked_and_linted(shell: Shell, tmp_path: Path) -> None:
    ours = (ROOT / "queries" / "targets" / "undated.cypher").read_text("utf-8")
    mine = tmp_path / "mine" / "topics" / "own.cypher"
    mine.parent.mkdir(parents=True)
    mine.write_text(ours, encoding="utf-8")
    folder = ("--queries", str(tmp_path / "mine"))
    listed = json.loads(shell.run("queries", "--json", *folder)[1])
    assert "topics.own" in {query["name"] for query in listed}
    code, out, _ = shell.run("query", "topics.own", *folder, "--format", "csv")
    assert (code, out) == (0, shell.run("query", "targets.undated", "--format", "csv")[1])

    code, out, _ = shell.run("queries", "--lint", str(mine))
    assert (code, out) == (0, "1 files, no problem\n")
    mine.write_text(ours[: ours.index("ORDER BY document")], encoding="utf-8")
    code, out, _ = shell.run("queries", "--lint", str(mine))
    assert (code, "order: no ORDER BY at the end" in out) == (3, True)
    mine.write_text(ours.replace("// chart:", "// chrat:"), encoding="utf-8")
    code, out, err = shell.run("query", "topics.own", *folder)
    assert (code, out) == (1, "")
    assert "own.cypher:" in err
