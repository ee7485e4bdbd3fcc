"""Answers as paragraphs: whole texts, in both languages."""

from __future__ import annotations

from dataclasses import replace

from graph.store import Store
from queries import run
from queries.narrator import narrate, narrate_row

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
        f"{HEALTH}: 1 of 12 measures (8.3%) has no clear owner: "
        f"1 names only a vague one (“{HEALTH}”, clause 19)."
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
        "“建设智慧医院” and “市科技局” are 1 step apart: 建设智慧医院 —supported by→ 市科技局."
    )


def test_no_rows_are_a_sentence_too(true_store: Store) -> None:
    result = run(true_store, "responsibility.unassigned", plan=DATA)
    assert narrate(result) == f"{DATA}的11项举措都明确了责任单位。"
    assert narrate(result, "en") == f"{DATA}: each of the 11 measures has a clear owner."


def test_of_none_of_nothing_nothing_is_said(true_store: Store) -> None:
    result = run(true_store, "targets.rollup", plan=HEALTH)
    assert narrate(result) == f"{HEALTH}：没有可核对的内容（可与分项相加核对的总目标：0）。"
    assert narrate(result, "en") == (
        f"{HEALTH}: nothing to look at (totals that can be compared with a sum of parts: 0)."
    )


def test_a_choice_that_was_made_stands_in_the_sentence(true_store: Store) -> None:
    nobody = run(true_store, "responsibility.cooperation", plan=HEALTH, organization="市商务局")
    assert narrate(nobody) == f"{HEALTH}没有符合条件的牵头—配合关系（市商务局）。"
    year = run(true_store, "targets.list", plan=OVERALL, year=2030, bindingness="binding")
    assert "，时限在2030年；" in narrate(year)
    assert ", due 2030; " in narrate(year, "en")


def test_a_finding_speaks_the_language_and_leaves_out_what_is_not_there(true_store: Store) -> None:
    result = run(true_store, "closure.gaps", plan=HEALTH)
    row = next(row for row in result.rows if row[1] == "推动健康数据安全合规利用")
    assert narrate_row(result, row) == "“推动健康数据安全合规利用”缺：目标、责任单位、时限"
    assert narrate_row(result, row, "en") == (
        "“推动健康数据安全合规利用” lacks: target, owner, deadline"
    )
    found = run(true_store, "targets.conflicts")
    ratio = next(row for row in found.rows if row[0] == "新建大型数据中心平均电能利用效率")
    assert narrate_row(found, ratio) == (
        f"“新建大型数据中心平均电能利用效率”：《{OVERALL}》为1.25（2028年），"
        f"《{DATA}》为1.3（2028年）"
    )
    titles = {"document": f"《{OVERALL}》责任分工表", "clause": 7}
    of_its_table = [titles.get(c, v) for c, v in zip(found.columns, ratio, strict=True)]
    assert narrate_row(found, of_its_table).startswith(
        f"“新建大型数据中心平均电能利用效率”：《〈{OVERALL}〉责任分工表》为1.25（2028年），"
    )
    assert narrate(replace(found, rows=(tuple(of_its_table),))).endswith(
        f"（《〈{OVERALL}〉责任分工表》第7段；《{DATA}》第{ratio[found.columns.index('other_clause')]}段）。"
    )


def test_of_a_long_list_five_are_named(true_store: Store) -> None:
    told = narrate(run(true_store, "closure.idle_measures"))
    assert told.startswith("全部计划的68项举措中，23项（33.8%）没有对应的目标：")
    assert "等（《" in told
    assert told == narrate(run(true_store, "closure.idle_measures"))
    english = narrate(run(true_store, "closure.idle_measures"), "en")
    assert english.startswith("All plans: 23 of 68 measures (33.8%) contribute to no target: ")
    assert " and others (" in english
    assert english.endswith(" and others).")
