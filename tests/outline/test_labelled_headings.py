"""Headings of the labelled documents, by the kit's scorer: all of them, and none besides."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from loaders.outline import outline
from loaders.readers import read_document
from loaders.repair import repair_document
from loaders.source import read_source

KIT = Path(__file__).resolve().parents[2] / ".." / "shared"
sys.path.insert(0, str(KIT / "extraction"))
import score  # noqa: E402

DOCUMENTS = {
    path.stem: (path, gold)
    for folder, labels in (
        ("extraction/dev/docs", "extraction/dev"),
        ("sample-city", "sample-city"),
    )
    for path in sorted((KIT / folder).iterdir())
    if (gold := KIT / labels / "gold" / f"{path.stem}.json").is_file()
}


def sections_as_graph(path: Path) -> dict[str, Any]:
    """The sections alone as graph JSON, as the scorer reads it."""
    document = outline(repair_document(read_document(read_source(path))))
    nodes = [
        {
            "id": str(index),
            "label": "Section",
            "properties": {"number": s.number, "title": s.title, "level": s.level, "kind": s.kind},
        }
        for index, s in enumerate(document.sections)
    ]
    edges = [
        {"id": f"e{index}", "type": "PART_OF", "source": str(index), "target": str(s.parent)}
        for index, s in enumerate(document.sections)
        if s.parent is not None
    ]
    return {"nodes": nodes, "edges": edges}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_labelled_heading_and_parent_is_found_and_nothing_else(name: str) -> None:
    path, gold = DOCUMENTS[name]
    report = score.Report()
    labels = json.loads(gold.read_text("utf-8"))
    score.score_headings(labels, score.read_facts(sections_as_graph(path)), report)
    assert report.errors == []
