"""The graph page without a browser: what it sends to the canvas, panel and table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from graph.elements import Subgraph
from graph.errors import StoreError
from tests.ui.sample import NASTY, sample_graph
from ui.explorer import session
from ui.explorer.index import Index

PAGE = Path(__file__).resolve().parents[2] / "ui" / "views" / "board.py"


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    index = Index(sample_graph())
    monkeypatch.setattr(session, "index", lambda: index)
    return AppTest.from_file(str(PAGE), default_timeout=20)


def canvas(page: AppTest) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(page.get("bidi_component")[0].proto.json)
    return data


def html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def test_the_canvas_gets_places_lines_and_names(page: AppTest) -> None:
    page.run()
    picture = canvas(page)["picture"]
    [node] = [n for n in picture["nodes"] if n["id"] == "measure-pipes"]
    assert (node["name"], node["lines"], node["kind"], node["more"]) == (
        "改造老旧管网", ["改造老旧管网"], "Measure", 2,
    )  # fmt: skip
    [edge] = [e for e in picture["edges"] if e["to"] == "measure-pipes"]
    assert (edge["from"], edge["name"]) == ("pillar-pipes", "举措")
    assert "title" not in node  # vis-network would show it as HTML


def test_a_link_to_a_node_opens_its_sentence(page: AppTest) -> None:
    page.query_params["node"] = "measure-pipes"
    page.run()
    assert "在管网改造方面，<mark>改造老旧管网</mark>，建设漏损监测平台。" in html(page)
    assert "二、主要任务 · 第 2 段" in html(page)


def test_the_panel_names_the_rule_in_words_and_how_sure_the_repair_is(page: AppTest) -> None:
    page.query_params["node"] = "measure-nasty"
    page.run()
    assert "原件（修复前） · 修复把握 95%" in html(page)
    assert '<p class="standing stated">原文写明</p>' in html(page)
    assert "识别规则：by_hand<br>原文字符" in html(page)


def test_a_link_to_an_edge_opens_its_sentence(page: AppTest) -> None:
    page.query_params["edge"] = "led_by-measure-pipes-organization-water"
    page.run()
    assert "<mark>市水务局牵头改造老旧管网</mark>，市财政局配合。" in html(page)


def test_a_link_to_what_is_gone_says_so(page: AppTest) -> None:
    page.query_params["node"] = "measure-of-yesterday"
    page.run()
    assert r"measure\-of\-yesterday" in page.warning[0].value
    assert page.get("bidi_component")


def test_a_name_with_script_stays_text(page: AppTest) -> None:
    page.query_params["node"] = "measure-nasty"
    page.run()
    assert "<img" not in html(page) and "<script" not in html(page)
    [node] = [n for n in canvas(page)["picture"]["nodes"] if n["id"] == "measure-nasty"]
    assert node["name"] == NASTY


def test_english(page: AppTest) -> None:
    page.session_state[session.LANGUAGE] = "en"
    page.query_params["node"] = "measure-pipes"
    page.run()
    assert "clause 2" in html(page)
    assert {e["name"] for e in canvas(page)["picture"]["edges"]} >= {"has measure", "sets target"}


def test_the_types_filter(page: AppTest) -> None:
    page.run()
    page.get("button_group")[0].set_value(["Pillar"]).run()
    assert {n["kind"] for n in canvas(page)["picture"]["nodes"]} == {"Pillar"}


def test_an_empty_store_says_what_to_do(monkeypatch: pytest.MonkeyPatch, page: AppTest) -> None:
    monkeypatch.setattr(session, "index", lambda: Index(Subgraph()))
    page.run()
    assert "plangraph load data/plans" in html(page)


def test_an_error_of_ours_is_three_lines(monkeypatch: pytest.MonkeyPatch, page: AppTest) -> None:
    def broken() -> Index:
        raise StoreError("the server <b>does not answer</b>", where="bolt://x", hint="start it")

    monkeypatch.setattr(session, "index", broken)
    page.run()
    assert not page.exception
    assert (
        "<strong>the server &lt;b&gt;does not answer&lt;/b&gt;</strong><br>"
        "位置：bolt://x<br>建议：start it"
    ) in html(page)


def test_any_other_error_is_no_traceback(monkeypatch: pytest.MonkeyPatch, page: AppTest) -> None:
    monkeypatch.setattr(session, "index", lambda: 1 / 0)
    page.run()
    assert not page.exception
    assert "页面出错了：ZeroDivisionError: division by zero" in html(page)
