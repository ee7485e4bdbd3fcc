"""An answer as a chart: what is drawn of which columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from graph.elements import Subgraph
from queries.catalog import all_queries, get_query
from queries.run import Result
from ui.explorer.answer_charts import MOST, Chart, Point, chart_of
from ui.explorer.charts import drawing, styled
from ui.explorer.wording import words_of

T = words_of("zh")


def result(name: str, *rows: dict[str, Any]) -> Result:
    """Rows of a question; what is not given is nothing."""
    query = get_query(name)
    filled = tuple(tuple(row.get(column) for column in query.columns) for row in rows)
    return Result(
        query=query, parameters={}, columns=query.columns, rows=filled,
        subgraph=Subgraph(), denominator=None,
    )  # fmt: skip


def points(*told: tuple[str, str, float]) -> tuple[Point, ...]:
    return tuple(Point(*one) for one in told)


CASES: Sequence[tuple[str, list[dict[str, Any]], Chart]] = [
    (
        "responsibility.load",
        [{"organization": "市水务局", "leads": 3, "other_roles": 1}],
        Chart("bars", points(("市水务局", "牵头数", 3), ("市水务局", "其他角色数", 1))),
    ),
    (
        "targets.rollup",
        [{"indicator": "项目", "year": 2028, "total": 120.0, "sum": 105.0}],
        Chart("beside", points(("项目（2028）", "总目标", 120), ("项目（2028）", "分项合计", 105))),
    ),
    (
        "targets.deadline_pileup",
        [{"year": 2028, "targets": 2, "milestones": 0}],
        Chart("years", points(("2028", "目标数", 2), ("2028", "节点数", 0))),
    ),
    (
        "closure.gaps",
        [
            {"item": "Measure", "lacks": ["target", "owner"]},
            {"item": "Measure", "lacks": ["target"]},
        ],
        Chart("bars", points(("举措", "目标", 2), ("举措", "责任单位", 1))),
    ),
    (
        "coverage.plan_pillar",
        [{"plan": "甲", "pillar": "乙", "measures": 2, "targets": 3}],
        Chart("cells", points(("甲", "乙", 5))),
    ),
    (
        "targets.roadmap",
        [
            {"year": 2028, "item": "Target"},
            {"year": 2027, "item": "Milestone"},
            {"year": 2028, "item": "Target"},
        ],
        Chart("years", points(("2027", "节点", 1), ("2028", "目标", 2))),
    ),
    (
        "responsibility.portfolio",
        [{"role": "LED_BY", "item": "Measure", "deadline": ["2028-12-31", "2030"]}],
        Chart("years", points(("2028", "牵头", 1), ("2030", "牵头", 1))),
    ),
    (
        "targets.indicator",
        [
            {"year": 2028, "document": "甲", "value": 10.0, "unit": "亿元"},
            {"year": 2030, "document": "甲", "value": 20.0, "unit": "亿元"},
            {"year": 2030, "document": "乙", "value": 2.0, "unit": "倍"},
        ],
        Chart("points", points(("2028", "甲", 10), ("2030", "甲", 20)), unit="亿元", left_out=1),
    ),
]


@pytest.mark.parametrize(("name", "rows", "chart"), CASES, ids=[case[0] for case in CASES])
def test_the_hint_of_a_question_says_what_is_drawn(
    name: str, rows: list[dict[str, Any]], chart: Chart
) -> None:
    assert chart_of(result(name, *rows), T) == chart


@pytest.mark.parametrize("chart", [case[2] for case in CASES], ids=[case[0] for case in CASES])
def test_every_shape_is_a_valid_drawing_in_our_font(chart: Chart) -> None:
    assert styled(drawing(chart, T)).to_dict()["config"]["font"] == "Plangraph Sans"


def test_every_question_with_a_chart_has_columns_for_it() -> None:
    drawn = {name for name, *_ in CASES} | {
        "coverage.sector_plan", "plan.shared_topics", "plan.similarity",
        "responsibility.brokers", "targets.wording",
    }  # fmt: skip
    hinted = {
        query.name for query in all_queries()
        if query.chart in ("bar", "stacked", "matrix", "timeline")
    }  # fmt: skip
    assert hinted == drawn
    full = {
        "lacks": ["target"],
        "deadline": ["2028"],
        "item": "Measure",
        "year": 2028,
        "value": 1.0,
        "unit": "个",
    }
    empty = {
        name for name in hinted
        if chart_of(result(name, {c: full.get(c, 1) for c in get_query(name).columns}), T) is None
    }  # fmt: skip
    assert empty == set()


def test_a_long_answer_is_cut_and_says_so() -> None:
    rows = [{"organization": f"单位{n}", "measures": n} for n in range(MOST + 7)]
    chart = chart_of(result("responsibility.brokers", *rows), T)
    assert chart is not None
    assert (len(chart.points), chart.left_out) == (MOST, 7)


def test_nothing_to_draw_is_no_chart() -> None:
    assert chart_of(result("responsibility.load"), T) is None
    assert chart_of(result("targets.list", {"target": "甲"}), T) is None
    assert chart_of(result("targets.indicator", {"year": 2030, "value": None}), T) is None


def test_a_number_without_room_is_left_out_but_keeps_its_place_in_the_stack() -> None:
    chart = Chart("years", points(("2027", "目标", 3), ("2027", "节点", 7), ("2028", "目标", 93)))
    bars, numbers = drawing(chart, T).to_dict()["layer"]
    assert "transform" not in numbers
    assert bars["encoding"]["y"]["stack"] == numbers["encoding"]["y"]["stack"] == "zero"
    assert numbers["encoding"]["text"] == {
        "condition": {"test": "datum.number > 5.58", "field": "number", "type": "quantitative"},
        "value": "",
    }
