"""README cannot rot: it names everything there is, in both languages, and its commands run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from graph.exchange import EXPORTERS
from graph.schema import EDGE_TYPES, NODE_TYPES
from queries.catalog import all_queries
from ui.cli import cli, main
from ui.documentation import refreshed

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = (ROOT / "README.md").read_text("utf-8")
CHINESE = (ROOT / "README.zh-CN.md").read_text("utf-8")
SERVES_FOREVER = {"ui"}


def commands(readme: str) -> list[str]:
    """The lines of the sh blocks, without their comments."""
    blocks = re.findall(r"```sh\n(.*?)```", readme, re.DOTALL)
    lines = (line.partition("#")[0].strip() for block in blocks for line in block.splitlines())
    return [line for line in lines if line]


@pytest.mark.parametrize("readme", [ENGLISH, CHINESE], ids=["en", "zh"])
@pytest.mark.parametrize(
    "names",
    [
        [f"plangraph {name}" for name in cli.commands],
        [f"`{query.name}`" for query in all_queries()],
        [f"`{label}`" for label in NODE_TYPES],
        [f"`{name}`" for name in EDGE_TYPES],
        [f"`{name}`" for name in EXPORTERS],
    ],
    ids=["commands", "questions", "labels", "edge types", "formats"],
)
def test_readme_names_all_there_is(readme: str, names: list[str]) -> None:
    assert [name for name in names if name not in readme] == []


@pytest.mark.parametrize(("readme", "language"), [(ENGLISH, "en"), (CHINESE, "zh")])
def test_the_lists_are_those_of_the_code(readme: str, language: str) -> None:
    """If not: python -m ui.documentation."""
    assert refreshed(readme, language) == readme


def test_both_languages_give_the_same_commands() -> None:
    assert commands(ENGLISH) == commands(CHINESE)


def test_the_commands_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PLANGRAPH_HOME", str(tmp_path / "store"))
    for line in commands(ENGLISH):
        program, *words = shlex.split(line)
        if program != "plangraph" or words[0] in SERVES_FOREVER:
            continue
        with pytest.raises(SystemExit) as exit_:
            main(words)
        assert exit_.value.code in (0, None), f"{line}\n{capsys.readouterr().err}"
