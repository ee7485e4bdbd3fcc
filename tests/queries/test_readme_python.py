"""The Python in both READMEs runs as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.store import open_store
from graph.writer import write
from loaders import build

ROOT = Path(__file__).resolve().parents[2]
PLANS = ("overall-2026", "special-data")


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_python_runs(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLANGRAPH_HOME", str(tmp_path / "store"))
    monkeypatch.chdir(ROOT)
    with open_store() as store:
        for plan in PLANS:
            write(store, build(ROOT / "data" / "sample-city" / plan).subgraph)
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)
    assert any("from queries import" in block for block in blocks)
    for block in blocks:
        exec(compile(block, name, "exec"), {})
    assert capsys.readouterr().out
