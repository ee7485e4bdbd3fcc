"""Files of tables, charts and canvases, without a page."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from openpyxl import load_workbook
from pptx import Presentation
from pypdfium2 import PdfDocument

from graph.elements import Subgraph
from graph.errors import ExportError
from graph.exchange.graph_json import read_json
from queries.catalog import get_query
from queries.run import Result
from tests.ui.sample import TITLE, sample_graph
from ui.explorer.answer_files import answer_choices
from ui.explorer.downloads import by_column, table_choices
from ui.explorer.figures_shown import FORMATS, choices_of, figures_of, plans_called
from ui.explorer.graph_files import GRAPH_FORMATS, graph_choices, hubs_of
from ui.explorer.index import Index
from ui.figures import writers
from ui.figures.catalog import draw_figure

INDEX = Index(sample_graph())
TABLE = {"名称": ["=1+1", "管网"], "数值": [500, 1.5]}
NAMES = (
    "organization-water", "organization-money", "measure-pipes", "measure-leaks", "pillar-pipes"
)  # fmt: skip
LOAD = Result(
    query=get_query("responsibility.load"),
    parameters={"plan": None},
    columns=get_query("responsibility.load").columns,
    rows=(("市水务局", False, 1, 0, 1, None, 0, "organization-water"),),
    subgraph=INDEX.graph,
    denominator=None,
)


def test_no_cell_of_a_table_is_a_formula() -> None:
    choices = table_choices(TABLE, "items")
    assert list(choices) == ["xlsx", "csv"]
    name, data = choices["csv"]()
    assert (name, data.decode("utf-8-sig")) == (
        "items.csv", "名称,数值\r\n'=1+1,500\r\n管网,1.5\r\n",
    )  # fmt: skip
    name, data = choices["xlsx"]()
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert name == "items.xlsx"
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["名称", "数值"], ["=1+1", 500], ["管网", 1.5],
    ]  # fmt: skip
    assert [cell.data_type for cell in sheet["A"]] == ["s", "s", "s"]


def test_rows_become_columns() -> None:
    assert by_column([{"a": 1, "b": 2}, {"a": 3, "b": 4}]) == {"a": [1, 3], "b": [2, 4]}
    assert by_column([]) == {}


def test_the_menu_offers_every_format_there_is() -> None:
    assert sorted(FORMATS) == sorted(writers.FORMATS)


def test_a_chosen_node_gives_its_neighbourhood_and_the_graph_comes_back() -> None:
    shown = INDEX.among(NAMES)
    choices = graph_choices(INDEX, shown, INDEX.nodes["organization-water"])
    assert list(choices) == [*FORMATS, *GRAPH_FORMATS]
    name, data = choices["svg"]()
    assert name == "neighbourhood.svg"
    assert "市水务局：关联图" in data.decode("utf-8")
    name, data = choices["json"]()
    assert (name, read_json(data)) == ("graph.json", shown)
    for other in ("graphml", "gexf"):
        name, data = choices[other]()
        assert name == f"graph.{other}"
        assert etree.QName(etree.fromstring(data)).localname == other


def test_a_view_with_a_plan_is_its_lane_board() -> None:
    facts = ("pillar-pipes", "measure-pipes", "pillar-quality", "measure-watch")
    shown = INDEX.among(("strategy-water", *facts))
    name, data = graph_choices(INDEX, shown, None)["svg"]()
    text = data.decode("utf-8")
    assert name == "graph.svg"
    assert "实行从水源到龙头的监测" in text
    assert "水质达标率" not in text  # not shown, hence not drawn


def test_a_view_without_a_plan_is_a_board_of_its_relations() -> None:
    shown = INDEX.among(NAMES)
    assert hubs_of(shown.edges) == ["measure-pipes", "pillar-pipes"]
    choices = graph_choices(INDEX, shown, None)
    (slide,) = Presentation(io.BytesIO(choices["pptx"]()[1])).slides
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert texts[0] == "图1　所示内容之间的关系"
    assert choices["png"]()[0] == "graph.png"


def test_pictures_of_several_pages_are_an_archive() -> None:
    page = draw_figure(INDEX.graph, "house")[0]
    name, data = choices_of(lambda sheet: (page, page), "graph")["png"]()
    assert name == "graph-png.zip"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["graph-1.png", "graph-2.png"]
        assert all(archive.read(n).startswith(b"\x89PNG\r\n") for n in archive.namelist())


def test_a_chart_is_framed_like_a_figure() -> None:
    choices = answer_choices(INDEX, LOAD, chart=True)
    assert list(choices) == ["chart_pdf", "chart_svg", "chart_png", *FORMATS]
    name, data = choices["chart_svg"]()
    assert name == "responsibility.load.svg"
    root = etree.fromstring(data)
    told = "".join(root.itertext())
    assert "图1　责任单位负荷" in told
    assert f"数据来源：《{TITLE}》第3段" in told
    assert "截至日期：2026-05-01" in told
    assert "市水务局" in told
    assert choices["chart_svg"]() == (name, data)
    name, data = choices["chart_png"]()
    assert name == "responsibility.load.png"
    assert data.startswith(b"\x89PNG\r\n")
    name, data = choices["chart_pdf"]()
    assert name == "responsibility.load.pdf"
    assert choices["chart_pdf"]() == (name, data)
    (page,) = PdfDocument(data)
    told = page.get_textpage().get_text_range()
    assert "图1 责任单位负荷" in told
    assert f"数据来源：《{TITLE}》第3段 ｜ 截至日期：2026-05-01" in told
    assert "市水务局" in told
    assert b"FontFile3" in data
    assert list(answer_choices(INDEX, LOAD, chart=False)) == list(FORMATS)


def test_a_sign_that_the_font_lacks_is_named() -> None:
    nodes = [
        type(n)(n.id, n.label, {**n.properties, "name": "𰻞局"}, n.evidence)
        if n.id == "organization-water" else n
        for n in INDEX.graph.nodes
    ]  # fmt: skip
    index = Index(Subgraph.of(nodes, INDEX.graph.edges))
    choices = graph_choices(index, index.graph, index.nodes["organization-water"])
    with pytest.raises(ExportError, match="𰻞"):
        choices["png"]()


def test_the_plans_that_a_name_means() -> None:
    assert [plan.id for plan in plans_called(INDEX, None)] == ["strategy-water"]
    assert [plan.id for plan in plans_called(INDEX, "智慧水务战略")] == ["strategy-water"]
    assert plans_called(INDEX, "别的规划") == []
    assert figures_of(INDEX, "roadmap", []) == {}
