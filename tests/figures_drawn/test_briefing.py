"""A whole briefing and the table of who does what, opened again."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pptx
import pytest
from plans_to_draw import DATA

from graph.errors import BadParameter, ExportError, NotFound, StrategyError
from graph.store import Store
from graph.writer import write
from loaders import build_source
from loaders.source import find_sources
from queries.run import run
from ui.briefing import roles
from ui.briefing.commands import write_briefing, write_roles
from ui.briefing.template import DEFAULT, read_template

PLAN = "江屿市加快建设“智慧江屿”总体行动计划（2026—2030年）"
SUMMARY = [
    "“智慧江屿”共有8个支柱、20项举措、51项目标（定量43项、定性8项）、4个专项行动计划。"
    "涉及23个单位，其中12个牵头或负责。",
    "愿景：到2030年，“智慧江屿”基本建成，全域感知、数据贯通、智能协同的城市运行体系高效运转，"
    "数字治理能力达到同类城市先进水平，人民群众获得感、幸福感、安全感显著增强。",
    "战略定位：沿海智能制造先行区、区域数据要素流通枢纽、全龄友好智慧健康示范市。"
    "任务领域：加快产业智能化跃升、构建数据和算力底座、建设智慧健康服务体系、提升城市治理效能、"
    "集聚数字人才队伍。",
]
HEADINGS = ["方案要做什么", "目标有哪些", "谁来做", "缺口与冲突", "路线图"]


@pytest.fixture(scope="module")
def city(embedded_store: Store) -> Store:
    embedded_store.clear()
    for folder in ("sample-city", "plans/tianjin-smart-technology-2017"):
        for source in find_sources(DATA / folder):
            write(embedded_store, build_source(source).subgraph)
    return embedded_store


def said(store: Store, name: str) -> str:
    from queries.narrator import narrate

    return narrate(run(store, name, plan=PLAN))


def test_a_deck_has_a_slide_for_every_part(city: Store, tmp_path: Path) -> None:
    write_briefing(city, "智慧江屿", tmp_path / "city.pptx", read_template())
    deck = pptx.Presentation(str(tmp_path / "city.pptx"))
    texts = [
        [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        for slide in deck.slides
    ]
    titles = [found[0] for found in texts]
    assert titles[0] == "“智慧江屿”简报"
    assert [title for title in titles if title in HEADINGS] == HEADINGS
    numbers = [title.partition("　")[0] for title in titles if title.startswith("图")]
    assert list(dict.fromkeys(numbers)) == [f"图{at}" for at in range(1, 8)]
    every = {text for found in texts for text in found}
    assert said(city, "closure.gaps") in every
    assert said(city, "targets.list") in every
    house = next(slide for slide in deck.slides if "战略屋" in slide.shapes[0].text_frame.text)
    notes = house.notes_slide.notes_text_frame.text
    assert "\n".join(SUMMARY) in notes
    assert set(SUMMARY) <= every


def test_every_conflict_stands_there_with_both_sentences(city: Store, tmp_path: Path) -> None:
    write_briefing(city, "智慧江屿", tmp_path / "city.docx", read_template())
    document = docx.Document(str(tmp_path / "city.docx"))
    cells = [[c.text for c in row.cells] for table in document.tables for row in table.rows]
    conflicts = run(city, "targets.conflicts")
    assert len(conflicts.rows) >= 4
    for quote, other in zip(
        conflicts.column("quote"), conflicts.column("other_quote"), strict=True
    ):
        assert any(f"“{quote}”\n“{other}”" in row for row in cells)
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == [
        "一、方案要做什么", "二、目标有哪些", "三、谁来做", "四、缺口与冲突", "五、路线图",
        "六、附录：出处",
    ]  # fmt: skip
    assert len(document.inline_shapes) >= 7


def test_a_plan_without_bodies_has_no_empty_figures(city: Store, tmp_path: Path) -> None:
    write_briefing(city, "大智能", tmp_path / "seed.pptx", read_template())
    deck = pptx.Presentation(str(tmp_path / "seed.pptx"))
    titles = [slide.shapes[0].text_frame.text for slide in deck.slides]
    assert not [title for title in titles if "责任协作网络" in title or "责任负荷" in title]
    assert [t.partition("　")[0] for t in titles if t.startswith("图")][-1] == "图5"


def test_a_briefing_says_nothing_of_other_plans(city: Store, tmp_path: Path) -> None:
    write_briefing(city, "大智能", tmp_path / "seed.docx", read_template())
    document = docx.Document(str(tmp_path / "seed.docx"))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    said = [paragraph.text for paragraph in document.paragraphs]
    assert "未明确责任单位的举措" in " ".join(said)
    assert [text for text in (*cells, *said) if "江屿" in text] == []
    write_briefing(city, "智慧健康", tmp_path / "health.docx", read_template())
    tables = {paragraph.text: table for paragraph, table in
              captioned(docx.Document(str(tmp_path / "health.docx")))}  # fmt: skip
    conflicts = next(table for title, table in tables.items() if "目标冲突" in title)
    assert all("智慧健康" in row.cells[-1].text for row in conflicts.rows[1:])
    assert len(conflicts.rows) == 2


def captioned(document: Any) -> Iterator[tuple[Any, Any]]:
    """Each table with the paragraph above it."""
    parts = list(document.iter_inner_content())
    for before, part in pairwise(parts):
        if isinstance(part, docx.table.Table):
            yield before, part


@pytest.mark.parametrize("suffix", ["pptx", "docx"])
def test_the_same_graph_gives_the_same_briefing(suffix: str, city: Store, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_briefing(city, "智慧健康", tmp_path / f"{name}.{suffix}", read_template())
    one, two = (tmp_path / f"{name}.{suffix}" for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()


def test_the_ledger_has_a_row_a_task_in_every_format(city: Store, tmp_path: Path) -> None:
    for suffix in roles.WRITERS:
        assert write_roles(city, "智慧江屿", tmp_path / f"roles.{suffix}") == 20
    with (tmp_path / "roles.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    sheet = openpyxl.load_workbook(tmp_path / "roles.xlsx")["责任分工表"]
    table = docx.Document(str(tmp_path / "roles.docx")).tables[0]
    assert lines[0] == list(roles.HEADS)
    assert [[c or "" for c in row] for row in sheet.iter_rows(values_only=True)] == lines
    assert [[cell.text for cell in row.cells] for row in table.rows] == lines
    assert lines[4][:6] == [
        "4", "优化算力布局", "新建大型数据中心绿色电力使用比例 60%（2028年）",
        "市发展改革委", "", "市工业和信息化局、市数据局",
    ]  # fmt: skip
    assert lines[4][7:] == ["2027年12月、2028年", "第46段"]


def test_a_template_can_be_changed(city: Store, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(DEFAULT, folder)
    (folder / "briefing.yaml").write_text(
        "title: '{plan}一页纸'\nsections:\n- {heading: 概况, figures: [house]}\n", "utf-8"
    )
    base = pptx.Presentation()
    base.core_properties.category = "我的模板"
    base.save(str(folder / "base.pptx"))
    write_briefing(city, "智慧江屿", tmp_path / "mine.pptx", read_template(folder))
    deck = pptx.Presentation(str(tmp_path / "mine.pptx"))
    titles = [slide.shapes[0].text_frame.text for slide in deck.slides]
    assert titles == ["“智慧江屿”一页纸", "图1　“智慧江屿”：战略屋"]
    assert deck.core_properties.category == "我的模板"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: x\nsections: [{heading: a, figurs: [house]}]", "figurs"),
        ("title: x\nsections: [{heading: a, figures: [hous]}]", "no figure of a plan is called"),
        ("title: x\nsections: [{heading: a, say: [targets.lists]}]", "targets.lists"),
        (
            "title: x\nsections: [{heading: a, findings: [targets.list]}]",
            "targets.list is no check",
        ),
        ("title: x\nsections: []", "sections"),
        ("title: [", "no YAML"),
        ("- heading", "the file: Input should be a valid dictionary"),
    ],
)
def test_a_broken_template_is_named(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "briefing.yaml").write_text(text, "utf-8")
    with pytest.raises(StrategyError, match=message) as error:
        read_template(tmp_path)
    assert len(str(error.value).splitlines()) == 3


def test_a_base_that_is_no_office_file_is_named(city: Store, tmp_path: Path) -> None:
    shutil.copytree(DEFAULT, tmp_path / "mine")
    for suffix in ("pptx", "docx"):
        (tmp_path / "mine" / f"base.{suffix}").write_bytes(b"nothing")
        with pytest.raises(ExportError, match="this template cannot be used"):
            write_briefing(
                city, "大智能", tmp_path / f"x.{suffix}", read_template(tmp_path / "mine")
            )
    with pytest.raises(ExportError, match="no template"):
        read_template(tmp_path / "none")


def test_a_deck_that_is_too_small_for_the_pages_grows(city: Store, tmp_path: Path) -> None:
    shutil.copytree(DEFAULT, tmp_path / "mine")
    small = pptx.Presentation()  # 4:3, ten inches wide
    small.save(str(tmp_path / "mine" / "base.pptx"))
    out = tmp_path / "deck.pptx"
    write_briefing(city, "大智能", out, read_template(tmp_path / "mine"))
    deck = pptx.Presentation(str(out))
    assert (deck.slide_width.pt, deck.slide_height.pt) == (960, 540)
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    assert all(shape.left + shape.width <= deck.slide_width for shape in shapes)


def test_a_wrong_wish_is_answered_before_anything_is_written(city: Store, tmp_path: Path) -> None:
    with pytest.raises(BadParameter, match="which of the"):
        write_briefing(city, None, tmp_path / "x.pptx", read_template())
    with pytest.raises(NotFound, match="no one plan is called"):
        write_briefing(city, "没有", tmp_path / "x.pptx", read_template())
    with pytest.raises(ExportError, match="unknown format “ppt”"):
        write_briefing(city, "大智能", tmp_path / "x.ppt", read_template())
    with pytest.raises(ExportError, match="unknown format “pdf”"):
        write_roles(city, "大智能", tmp_path / "x.pdf")
    assert list(tmp_path.iterdir()) == []
