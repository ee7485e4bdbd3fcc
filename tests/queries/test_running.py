"""What a question is told, what it says beside its rows, and what a notebook makes of it."""

from __future__ import annotations

from typing import Any

import pandas
import pytest

from graph.errors import BadParameter, NotFound
from graph.store import Store
from queries import run, suggestions
from queries.catalog import get_query

HEALTH = "江屿市智慧健康专项行动计划（2026—2030年）"


@pytest.mark.parametrize(
    ("name", "given", "title", "hint"),
    [
        ("responsibility.portfolio", {}, "“organization” is missing", "organization=市数据局"),
        ("targets.list", {"yaer": 2030}, "no parameter “yaer”", "did you mean “year”?"),
        ("targets.list", {"year": "soon"}, "must be of type integer", "year=2030"),
        ("targets.list", {"year": "2030.5"}, "must be of type integer", "year=2030"),
        ("targets.list", {"year": True}, "must be of type integer", "year=2030"),
        ("targets.list", {"bindingness": "hard"}, "cannot be 'hard'", "binding, anticipatory"),
        ("targets.list", {"plan": 7}, "must be of type string", "plan="),
        ("targets.rollup", {"only_gaps": "perhaps"}, "must be of type boolean", "only_gaps=False"),
        ("quality.blindspots", {"coverage": "much"}, "must be of type number", "coverage=0.5"),
        ("quality.lint", {"plan": "x"}, "no parameter “plan”", "takes no parameters"),
    ],
)
def test_a_bad_parameter_is_said_with_what_to_do(
    true_store: Store, name: str, given: dict[str, Any], title: str, hint: str
) -> None:
    with pytest.raises(BadParameter) as caught:
        run(true_store, name, **given)
    assert title in caught.value.title
    assert caught.value.where == name
    assert hint in caught.value.hint


def test_texts_are_read_as_the_declared_type(true_store: Store) -> None:
    assert run(true_store, "targets.list", year="2029").parameters["year"] == 2029
    assert run(true_store, "targets.list", year="", plan=None).parameters["year"] is None
    assert run(true_store, "targets.rollup", only_gaps="否").parameters["only_gaps"] is False
    assert run(true_store, "quality.blindspots", coverage="0.5").parameters["coverage"] == 0.5


def test_a_part_of_one_name_stands_for_it(true_store: Store) -> None:
    result = run(true_store, "targets.list", plan="智慧健康", year=2029)
    assert result.parameters["plan"] == HEALTH
    assert [str(note) for note in result.notes] == [f"plan: “智慧健康” was taken as “{HEALTH}”"]
    assert result.column("target") == ("二级及以上医院检查检验结果互认率",)


def test_a_name_that_is_not_in_the_graph_is_said(true_store: Store) -> None:
    result = run(true_store, "responsibility.portfolio", organization="市卫生委")
    assert (result.rows, result.denominator) == ((), 0)
    (note,) = result.notes
    assert note.zh.startswith("图中没有单位“市卫生委”，相近的有“市卫生健康委”")
    assert note.en.startswith(
        "organization: “市卫生委” is not in the graph; nearest: “市卫生健康委”"
    )


def test_a_word_that_many_names_hold_is_no_name(true_store: Store) -> None:
    result = run(true_store, "targets.list", plan="专项行动计划")
    assert result.rows == ()
    assert result.notes[0].zh.count("专项行动计划（") == 4


def test_a_year_without_targets_is_said(true_store: Store) -> None:
    result = run(true_store, "targets.list", year=2035)
    assert "2026" in result.notes[0].en


def test_suggestions_come_from_the_graph_or_from_the_choices(true_store: Store) -> None:
    query = get_query("targets.list")
    offered = {p.name: suggestions(true_store, p) for p in query.params}
    assert offered["year"] == (2026, 2027, 2028, 2029, 2030)
    assert offered["bindingness"] == ("binding", "anticipatory", "unknown")
    assert len(offered["plan"]) == 6
    assert HEALTH in offered["plan"]


def test_an_unknown_question_is_said(true_store: Store) -> None:
    with pytest.raises(NotFound):
        run(true_store, "targets.lost")


def test_a_notebook_gets_frames_and_graphs(true_store: Store) -> None:
    listed = run(true_store, "targets.list", year=2029)
    frame = listed.to_pandas()
    assert list(frame.columns) == list(listed.columns)
    assert frame.loc[0, "target"] == "二级及以上医院检查检验结果互认率"
    graph = run(true_store, "dependency.path", start="建设智慧医院", end="市科技局")
    wanted = pandas.DataFrame(
        [[1, "建设智慧医院", "SUPPORTED_BY", "市科技局"]],
        columns=["step", "source", "relation", "target"],
    )
    pandas.testing.assert_frame_equal(graph.to_pandas(), wanted)
    assert sorted(graph.to_networkx().nodes) == sorted(n.id for n in graph.subgraph.nodes)
    assert graph.to_networkx().number_of_edges() == 1
