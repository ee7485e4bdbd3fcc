"""The command line contract: what each command writes, on a pipe and twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ui.cli import main

ROOT = Path(__file__).resolve().parents[2]
PLAN = ROOT / "data" / "plans" / "tianjin-smart-technology-2017"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    monkeypatch.setenv("PLANGRAPH_HOME", str(tmp_path / "store"))

    def run(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stopped:
            main([*words])
        written = capsys.readouterr()
        return int(stopped.value.code or 0), written.out, written.err

    return run


def test_read_writes_the_graph_and_the_text_its_offsets_refer_to(run: Run, tmp_path: Path) -> None:
    assert run("read", str(PLAN), "--out", str(tmp_path / "a"))[0] == 0
    assert run("read", str(PLAN), "--out", str(tmp_path / "b"))[0] == 0
    names = ["tianjin-smart-technology-2017.json", "tianjin-smart-technology-2017.txt"]
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == names
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    graph = json.loads((tmp_path / "a" / names[0]).read_text("utf-8"))
    text = (tmp_path / "a" / names[1]).read_bytes().decode("utf-8")
    evidence = [e for item in graph["nodes"] + graph["edges"] for e in item["evidence"]]
    assert evidence
    assert [e for e in evidence if text[e["start"] : e["end"]] != e["quote"]] == []


def test_read_prints_what_repair_changed(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "雲嵐市發(fā)展海洋產(chǎn)業(yè)行動方案\n一、總體目標\n到2030年，建成漁港9座。\n",
        encoding="utf-8",
    )
    out = run("read", str(page), "--out", str(tmp_path / "out"), "--changes")[1]
    rows = [
        tuple(cell.strip() for cell in line.split("│")[1:-1])
        for line in out.splitlines()
        if "annotations" in line
    ]
    assert rows == [
        ("4–8", "(fā)", "", "annotations", "1.00"),
        ("12–18", "(chǎn)", "", "annotations", "1.00"),
        ("19–23", "(yè)", "", "annotations", "1.00"),
    ]


def test_a_second_load_changes_nothing(run: Run) -> None:
    first = run("load", str(PLAN))[1]
    second = run("load", str(PLAN))[1]
    created, updated, unchanged, removed = _totals(first)
    assert (updated, unchanged, removed) == (0, 0, 0)
    assert created > 200
    assert _totals(second) == (0, 0, created, 0)


def test_status_names_the_engine_the_place_and_the_documents(run: Run, tmp_path: Path) -> None:
    run("load", str(PLAN))
    code, out, _ = run("status")
    assert code == 0
    assert "ArcadeDB" in out
    assert str(tmp_path / "store") in out
    assert "天津市加快推进智能科技产业发展总体行动计划" in out


def test_an_answer_is_a_table_or_json_or_csv(run: Run) -> None:
    run("load", str(PLAN))
    table = run("query", "targets.list")[1]
    answer = json.loads(run("query", "targets.list", "--format", "json")[1])
    csv = run("query", "targets.list", "--format", "csv")[1]
    assert len([row for row in answer["rows"] if row["value"] is not None]) == 12
    assert len(csv.splitlines()) == 1 + len(answer["rows"])
    assert "智能科技产业规模" in table
    assert "\x1b[" not in table


def test_clear_needs_yes_and_then_empties_the_store(run: Run) -> None:
    run("load", str(PLAN))
    assert run("clear")[0] == 2
    assert run("clear", "--yes")[0] == 0
    code, out, _ = run("status")
    assert (code, "documents: 0" in out) == (0, True)


def test_schema_is_the_committed_file(run: Run) -> None:
    assert run("schema")[1] == (ROOT / "graph" / "schema.cypher").read_text("utf-8")


def _totals(out: str) -> tuple[int, ...]:
    line = next(line for line in out.splitlines() if "total" in line)
    return tuple(int(word) for word in line.replace("│", " ").split() if word.isdigit())


def test_a_load_counts_what_loses_nothing_and_a_read_lists_it(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "plan.txt"
    text.write_text(
        "云岚市海洋牧场行动方案\n一、总体目标\n到2030年，建成海洋牧场12处。\n"
        "截至2025年底，全市已建成渔港9座。\n",
        encoding="utf-8",
    )
    assert run("load", str(text))[2] == (
        f"info: {text}: notes: 1 (plangraph read --report lists them)\n"
    )
    listed = run("read", str(text), "--out", str(tmp_path / "out"))[2].splitlines()
    assert listed[1] == "  “截至2025年底，全市已建成渔港9座。”"
