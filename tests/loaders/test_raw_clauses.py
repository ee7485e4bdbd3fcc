"""A clause that repair changed keeps the words as they were received."""

from __future__ import annotations

from pathlib import Path

from loaders import build

TEXT = """云川市智慧水务行动计划
一、主要任务
（一）建設漏損監測平台。
（二）改造老旧管网５００公里。
"""
DAMAGED = "建设新的发展优(yōu)势，營造發(fā)展?jié)竦厣?/strong>环境。\n"


def test_words_as_received_stand_beside_what_was_read(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(TEXT, encoding="utf-8")
    clauses = build(file).subgraph.nodes_of("Clause")
    ordered = sorted(clauses, key=lambda clause: int(str(clause.properties["ordinal"])))
    found = [
        tuple(clause.properties.get(name) for name in ("text", "raw_text", "repair_confidence"))
        for clause in ordered
    ]
    assert found == [
        ("云川市智慧水务行动计划", None, None),
        ("一、主要任务", None, None),
        ("（一）建设漏损监测平台。", "（一）建設漏損監測平台。", 1.0),
        ("（二）改造老旧管网500公里。", "（二）改造老旧管网５００公里。", 1.0),
    ]


def test_the_least_sure_repair_of_a_clause_counts(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(DAMAGED, encoding="utf-8")
    built = build(file)
    [clause] = built.subgraph.nodes_of("Clause")
    least = min(change.confidence for change in built.document.changes)
    assert least < 1
    assert clause.properties["repair_confidence"] == least
    start, end = int(str(clause.properties["raw_start"])), int(str(clause.properties["raw_end"]))
    assert clause.properties["raw_text"] == built.document.raw[start:end]
