"""Tables of measures and targets: by year on the roadmap, with its role for a body."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph.elements import Edge, Node, Subgraph
from ui.explorer import session
from ui.explorer.index import Index
from ui.explorer.matrix import organizations_by_years

VIEWS = Path(__file__).resolve().parents[2] / "ui" / "views"


def plan() -> Subgraph:
    """A body that leads one measure and supports another, and two targets, the later first."""
    nodes = [
        Node("body", "Organization", {"name": "市水务局"}),
        Node("measure-1", "Measure", {"name": "改造老旧管网"}),
        Node("measure-2", "Measure", {"name": "监测水质"}),
        Node("target-1", "Target", {"name": "水质达标率", "year": 2030}),
        Node("target-2", "Target", {"name": "漏损率", "year": 2028}),
    ]
    edges = [
        Edge("e1", "SUPPORTED_BY", "measure-1", "body"),
        Edge("e2", "LED_BY", "measure-2", "body"),
        Edge("e4", "SETS_TARGET", "measure-2", "target-1"),
        Edge("e3", "SUPERVISED_BY", "measure-2", "body"),
    ]
    return Subgraph.of(nodes, edges)


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch) -> Index:
    index = Index(plan())
    monkeypatch.setattr(session, "index", lambda: index)
    return index


def table(view: str, *columns: str) -> list[tuple[str, ...]]:
    page = AppTest.from_file(str(VIEWS / view), default_timeout=20).run()
    assert not page.exception
    rows = page.dataframe[0].value
    return [tuple(row) for row in rows[list(columns)].astype(str).itertuples(index=False)]


@pytest.mark.usefixtures("index")
def test_the_roadmap_goes_from_year_to_year() -> None:
    assert table("roadmap.py", "年份", "名称") == [("2028", "漏损率"), ("2030", "水质达标率")]


@pytest.mark.usefixtures("index")
def test_of_every_item_a_body_is_told_its_role_and_the_year() -> None:
    assert table("responsibility.py", "角色", "名称", "年份") == [
        ("配合", "改造老旧管网", ""),
        ("牵头、督查督办", "监测水质", "2030"),
    ]


def test_a_column_of_years_has_room_for_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    edges = [*plan().edges, Edge("e5", "SETS_TARGET", "measure-2", "target-2")]
    index = Index(Subgraph.of(plan().nodes, edges))
    monkeypatch.setattr(session, "index", lambda: index)
    page = AppTest.from_file(str(VIEWS / "responsibility.py"), default_timeout=20).run()
    assert json.loads(page.dataframe[0].proto.columns)["年份"]["width"] == 97  # 2028、2030


def test_two_bodies_of_one_name_are_two_rows_that_can_be_told_apart() -> None:
    nodes = [
        *plan().nodes,
        Node("all-1", "Organization", {"name": "各区"}),
        Node("all-2", "Organization", {"name": "各区"}),
    ]
    edges = [Edge(f"e-{id}", "LED_BY", "measure-1", id) for id in ("all-1", "all-2")]
    matrix = organizations_by_years(Index(Subgraph.of(nodes, (*plan().edges, *edges))))
    assert [name for _, name in matrix.rows] == ["各区", "各区 (2)", "市水务局"]
