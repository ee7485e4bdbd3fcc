"""Query files: what a good one gives, and what is said of a bad one, with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import BadQueryFile, NotFound
from queries.catalog import FOLDER, Query, all_queries, get_query, parse_query
from queries.lint import lint, lint_cypher

GOOD = """\
// title: 目标数
// title_en: Number of targets
// question: 某年有多少目标？
// question_en: How many targets fall due in a year?
// returns: rows
// params:
//   year: {type: integer, title: 年份, title_en: year, suggest: Target.year, example: 2030}
// denominator: 全部目标
// denominator_en: all targets
// narrative: "{year}年有{count}项目标。"
// narrative_en: "{count} targets in {year}."
// narrative_none: "{year}年没有目标。"
// narrative_none_en: "No target in {year}."
// chart: table
// tags: [目标]
MATCH (t:Target)
WHERE t.year = $year
RETURN t.name AS target, t.id AS id
ORDER BY target, id
"""


def written(folder: Path, text: str, name: str = "mine/count.cypher") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_query_is_its_header_and_its_cypher(tmp_path: Path) -> None:
    query = parse_query(written(tmp_path, GOOD))
    assert (query.name, query.title, query.returns) == ("mine.count", "目标数", "rows")
    assert query.columns == ("target", "id")
    assert [(p.name, p.type, p.required) for p in query.params] == [("year", "integer", True)]
    assert query.params[0].suggest == ("Target.year",)
    assert query.cypher.startswith("MATCH (t:Target)")


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("// title_en: Number of targets\n", "", 1, "lacks “title_en”"),
        (
            "// title_en: Number of targets\n// question: 某年有多少目标？\n",
            "",
            1,
            "lacks “title_en”, “question”",
        ),
        ("// chart: table", "// chrat: table", 14, "unknown key “chrat”"),
        ("// returns: rows", "// returns: table", 5, "returns"),
        ("type: integer", "typ: integer", 7, "unknown key “typ”"),
        ("type: integer", "type: date", 7, "type"),
        ("Target.year", "Target.yaer", 7, "Target.yaer"),
        ("// tags: [目标]", "// tags: [目标", 15, "no YAML"),
        ("// question: 某年", "// question: 如下: 某年", 3, "no YAML"),
        ("t.year = $year", "t.year = $jahr", 17, "$jahr"),
        ("t.year = $year", "t.year = 2030", 7, "“year” is declared but not used"),
        ("// title: 目标数", "// name: 目标数", 1, "unknown key “name”"),
    ],
)
def test_a_bad_header_is_named_with_file_and_line(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    assert old in GOOD
    path = written(tmp_path, GOOD.replace(old, new))
    with pytest.raises(BadQueryFile) as caught:
        parse_query(path)
    assert (caught.value.where, words in caught.value.title) == (f"{path}:{line}", True)
    assert [problem.rule for problem in lint(path)] == ["header"]


def test_a_file_without_cypher_or_header_is_refused(tmp_path: Path) -> None:
    header = GOOD[: GOOD.index("MATCH")]
    for text, title in ((header, "no Cypher below the header"), ("RETURN 1\n", "no header")):
        with pytest.raises(BadQueryFile, match=title):
            parse_query(written(tmp_path, text))


def test_an_unknown_question_names_the_nearest() -> None:
    with pytest.raises(NotFound) as caught:
        get_query("target.conflict")
    assert "targets.conflicts" in caught.value.hint


def test_a_folder_of_ones_own_works_the_same(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    names = {query.name for query in all_queries()}
    assert {query.name for query in all_queries(tmp_path)} == names | {"mine.count"}
    assert get_query("mine.count", tmp_path).title == "目标数"
    with pytest.raises(BadQueryFile, match=r"two questions named targets\.list"):
        written(tmp_path, GOOD, "targets/list.cypher")
        all_queries(tmp_path)
    with pytest.raises(NotFound):
        all_queries(tmp_path / "nowhere")


@pytest.mark.parametrize("query", all_queries(), ids=lambda query: query.name)
def test_our_questions_keep_every_rule(query: Query) -> None:
    assert lint(query.path, FOLDER) == []


@pytest.mark.parametrize(
    ("cypher", "found"),
    [
        ("MATCH (t:Target) RETURN sum(t.value) IS NULL AS x", [("aggregate", 1)]),
        ("MATCH (t:Target)\nWITH t.year AS y, count(t) + 1 AS n\nRETURN y", [("aggregate", 2)]),
        ("MATCH (t:Target) WITH t.year AS y, count(t) AS n RETURN y, n + 1 AS m", []),
        ("MATCH (t:Target) RETURN round(avg(t.value), 2) AS x", [("aggregate", 1)]),
        ("MATCH (t:Target) RETURN COUNT { (t)--() } AS x", []),
        ("MATCH (n:$($label)) RETURN n.id AS id", [("portable", 1)]),
        ("MATCH (n:Target {year: $year}) RETURN n.id AS id", []),
        ("MATCH p = SHORTEST 1 (a:Target)--(b:Target) RETURN p", [("portable", 1)]),
        ("MATCH p = ANY (a:Target)--(b:Target) RETURN p", []),
        ("MATCH (t:Target) WHERE any(x IN [1] WHERE x = t.year) RETURN t.id AS id", []),
        ("MATCH (a:Clause)-[:NEXT]->(b:Clause) RETURN b.id AS id", []),
        ("USE neo4j MATCH (t:Target) RETURN t.id AS id", [("portable", 1)]),
        ("CALL { MATCH (t:Target) RETURN t } RETURN t.id AS id", [("portable", 1)]),
        ("CALL apoc.help('x') YIELD name RETURN name", [("portable", 1), ("portable", 1)]),
        ("MATCH (t:Target) RETURN elementId(t) AS id", [("stable", 1)]),
        ("MATCH (t:Target) RETURN t.id AS id", []),
        ("MATCH (t:Target) RETURN labels(t) AS x", [("stable", 1)]),
        ("MATCH (t:Target) RETURN labels(t)[0] AS x", []),
        ("MATCH (t:Target) RETURN collect(t.name) AS x", [("stable", 1)]),
        ("MATCH (t:Target) WITH t ORDER BY t.id RETURN collect(t.name) AS x", []),
        ("MATCH (t:Target) WITH t ORDER BY t.id MATCH (t)--(o) RETURN collect(o) AS x",
         [("stable", 1)]),
        ("MATCH (t:Target) WITH t ORDER BY t.id UNWIND t.documents AS d RETURN collect(t.id) AS x",
         []),
        ("MATCH (t:Target) WITH t UNWIND t.documents AS d RETURN collect(t.id) AS x",
         [("stable", 1)]),
        ("MATCH (t:Target) WITH t LIMIT 3 RETURN t.id AS id", [("stable", 1)]),
        ("MATCH (t:Tarket) RETURN t.id AS id", [("schema", 1)]),
        ("MATCH (t:Target)-[:LEDBY|ASSIGNED_TO]->(o) RETURN o.id AS id", [("schema", 1)]),
        ("MATCH (t:Target) SET t.x = 1 RETURN t.id AS id", [("read-only", 1)]),
        ("MATCH (t:Target) RETURN t.set AS delete, {create: 1} AS map", []),
        ("MATCH (t:Target) // SET t.x = 1\nRETURN 'CREATE' AS x", []),
        ("MATCH (t:Target) RETURN t.id AS id;", [("portable", 1)]),
    ],
)  # fmt: skip
def test_the_rules_of_portable_cypher(cypher: str, found: list[tuple[str, int]]) -> None:
    assert [(rule, line) for line, rule, _ in lint_cypher(cypher)] == found


@pytest.mark.parametrize(
    ("old", "new", "rule", "line"),
    [
        ("ORDER BY target, id", "", "order", 18),
        ("ORDER BY target, id", "ORDER BY target", "order", 19),
        ("{count} targets in {year}", "{cuont} targets in {year}", "narrative", 11),
        ("{count}项目标", "{first:clause}项目标", "narrative", 10),
        ("没有目标。", "没有目标，共{total}项。", "narrative", 12),
        ("// chart:", "// severity: info\n// chart:", "narrative", 1),
    ],
)
def test_a_total_order_and_true_narratives(
    tmp_path: Path, old: str, new: str, rule: str, line: int
) -> None:
    assert old in GOOD
    problems = lint(written(tmp_path, GOOD.replace(old, new)))
    assert {(problem.rule, problem.line) for problem in problems} == {(rule, line)}
