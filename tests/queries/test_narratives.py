"""Answers as paragraphs: whole texts, in both languages."""

from __future__ import annotations

from graph.store import Store
from queries import run
from queries.narrator import narrate

OVERALL = "江屿市加快建设“智慧江屿”总体行动计划（2026—2030年）"
DATA = "江屿市数据要素流通专项行动计划（2026—2028年）"
HEALTH = "江屿市智慧健康专项行动计划（2026—2030年）"


def test_the_answer_is_a_paragraph_with_numbers_and_places(true_store: Store) -> None:
    result = run(true_store, "responsibility.unassigned", plan=HEALTH)
    assert narrate(result) == (
        f"{HEALTH}共12项举措，其中1项（8.3%）未明确责任单位："
        f"1项只写了笼统的单位（《{HEALTH}》第19段）。"
    )
    assert narrate(result, "en") == (
        f"{HEALTH}: 1 of 12 measures (8.3%) have no clear owner: "
        f"1 name only a vague one (“{HEALTH}”, clause 19)."
    )


def test_two_sides_of_a_conflict_are_both_named(true_store: Store) -> None:
    result = run(true_store, "targets.conflicts", indicator="累计开放公共数据集")
    assert narrate(result) == (
        "1个指标在多个文件中都有目标值，发现1处不一致：单位1处，"
        f"涉及累计开放公共数据集（《{OVERALL}》第21段；《{DATA}》第7段）。"
    )


def test_a_path_is_told_step_by_step(true_store: Store) -> None:
    result = run(true_store, "dependency.path", start="建设智慧医院", end="市科技局")
    assert narrate(result) == (
        "“建设智慧医院”与“市科技局”之间最短相隔1步：建设智慧医院 —配合→ 市科技局。"
    )
    assert narrate(result, "en") == (
        "“建设智慧医院” and “市科技局” are 1 steps apart: 建设智慧医院 —supported by→ 市科技局."
    )


def test_no_rows_are_a_sentence_too(true_store: Store) -> None:
    result = run(true_store, "responsibility.unassigned", plan=DATA)
    assert narrate(result) == f"{DATA}的11项举措都明确了责任单位。"
    assert narrate(result, "en") == f"{DATA}: each of the 11 measures has a clear owner."


def test_a_long_list_names_five_and_counts_all(true_store: Store) -> None:
    told = narrate(run(true_store, "closure.idle_measures"))
    assert told.startswith("全部计划的68项举措中，23项（33.8%）没有对应的目标：")
    assert "等23项（" in told
    assert told == narrate(run(true_store, "closure.idle_measures"))
    english = narrate(run(true_store, "closure.idle_measures"), "en")
    assert english.startswith("All plans: 23 of 68 measures (33.8%) contribute to no target: ")
    assert " and 18 more (" in english
    assert english.endswith(" and others).")
