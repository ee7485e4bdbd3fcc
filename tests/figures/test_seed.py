"""The owner's document, measured as the world measures it: the scorer's numbers, all of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from loaders import build

ROOT = Path(__file__).resolve().parents[2]
KIT = ROOT.parent / "shared"
PLAN = ROOT / "data" / "plans" / "tianjin-smart-technology-2017"


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    folder = tmp_path_factory.mktemp("scores")
    built = build(PLAN)
    (folder / "seed.json").write_text(built.subgraph.to_json(), "utf-8")
    (folder / "seed.txt").write_text(built.document.text, "utf-8", newline="")
    report = folder / "report.json"
    command = [sys.executable, str(KIT / "extraction" / "score.py"), str(folder), "--docs", "seed"]
    run = subprocess.run([*command, "--json", str(report)], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout  # 0 evidence violations
    found = json.loads(report.read_text("utf-8"))
    return dict(found["docs"]["seed"])


def test_the_repaired_text_is_the_reference_character_by_character() -> None:
    reference = (KIT / "noise" / "dev" / "seed.clean.txt").read_bytes().decode("utf-8")
    assert build(PLAN).document.text == reference


@pytest.mark.parametrize(
    ("figure", "tp", "fp", "fn"),
    [("targets strict", 12, 0, 0), ("pillars", 8, 0, 0), ("plans", 10, 0, 0)],
)
def test_names_and_targets_are_all_found_and_nothing_else(
    scores: dict[str, dict[str, float]], figure: str, tp: int, fp: int, fn: int
) -> None:
    counts = scores[figure]
    assert (counts["tp"], counts["fp"], counts["fn"]) == (tp, fp, fn)


def test_measures_sectors_and_relations_meet_their_bars(
    scores: dict[str, dict[str, float]],
) -> None:
    assert scores["measure recall"]["hit"] >= 34
    precision = scores["measure precision"]
    assert precision["hit"] / precision["of"] >= 0.9
    assert scores["relations"]["F1"] >= 0.95
    assert scores["sectors"]["fn"] == 0
    assert scores["sectors"]["fp"] == 0
    assert scores["hard negatives hit"]["hit"] == 0
    assert scores["qualitative recall"]["hit"] == 10


def test_each_pillar_is_a_positioning_or_a_task_area_as_the_text_has_it() -> None:
    pillars = build(PLAN).subgraph.nodes_of("Pillar")
    assert {str(p.properties["name"]): p.properties["kind"] for p in pillars} == {
        "智能科技产业领航区": "positioning",
        "智能科技创新策源地": "positioning",
        "智能科技企业发展湿地": "positioning",
        "智能科技新兴产业培育": "task_area",
        "重点产业智能化升级": "task_area",
        "培育壮大智能科技产业主体": "task_area",
        "建设智能科技创新高地": "task_area",
        "构建全国一流的智能科技创新生态": "task_area",
    }


def test_nothing_is_invented() -> None:
    """The text names no responsible body, and not which special plan serves which pillar."""
    subgraph = build(PLAN).subgraph
    assert subgraph.nodes_of("Organization") == ()
    labels = {node.id: node.label for node in subgraph.nodes}
    assert {labels[edge.source] for edge in subgraph.edges_of("HAS_PLAN")} == {"Strategy"}


def test_two_builds_are_the_same_bytes() -> None:
    assert build(PLAN).subgraph.to_json() == build(PLAN).subgraph.to_json()
