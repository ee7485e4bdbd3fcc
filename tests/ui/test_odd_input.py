"""Names and files that would break a careless page."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from graph.elements import Node, Subgraph
from ui.explorer import uploads
from ui.explorer.index import Index
from ui.explorer.lanes import lane_board
from ui.explorer.panel import as_text
from ui.explorer.picture import picture
from ui.explorer.wording import words_of

PLAN = """云川市智慧公园行动计划
一、总体目标
到2030年，建成智慧公园30个。
二、主要任务
（一）建设公园感知网络。由市园林局牵头，市财政局配合。
"""


@pytest.mark.parametrize(
    "name",
    [
        "长" * 5000,
        "x" * 5000,
        "🏗️👩‍🔬" * 20,
        "خطة المدينة الذكية",
        "a\nb\tc",
        " ",
        "**粗** `x` [link](javascript:1) $x$ :red[x] <b>",
    ],
    ids=["long", "long word", "emoji", "right to left", "line ends", "blank", "markdown"],
)
def test_any_name_fits_on_its_card(name: str) -> None:
    graph = Subgraph.of([Node("m", "Measure", {"name": name})])
    [node] = picture(graph, lane_board(graph), "zh")["nodes"]
    assert len(node["lines"]) <= 2
    assert len(node["name"]) <= 300
    assert all(len(line) <= 60 for line in node["lines"])


def test_a_name_on_a_button_stays_text() -> None:
    assert as_text("[a](b) `c` <d> $e$") == r"\[a\]\(b\) \`c\` \<d\> \$e\$"
    assert len(as_text("长" * 5000)) == 60


def test_an_upload_is_built_and_says_what_would_change() -> None:
    upload = uploads.read_upload("公园.txt", PLAN.encode("utf-8"))
    [built] = upload.builds
    assert uploads.title_of(built) == "云川市智慧公园行动计划"
    t = words_of("zh")
    rows = {row["类型"]: row for row in uploads.changes(Index(Subgraph()), built, t)}
    assert rows["责任单位"] == {"类型": "责任单位", "新增": 2, "已有": 0, "移除": 0}
    again = {row["类型"]: row for row in uploads.changes(Index(built.subgraph), built, t)}
    assert again["责任单位"] == {"类型": "责任单位", "新增": 0, "已有": 2, "移除": 0}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("公园.exe", bytes(range(256)) * 40),
        ("公园.zip", b"PK\x03\x04broken"),
        ("公园.txt", b""),
    ],
)
def test_a_file_that_cannot_be_read_is_said_without_our_folders(name: str, data: bytes) -> None:
    upload = uploads.read_upload(name, data)
    assert upload.builds == ()
    assert upload.error is not None
    assert upload.error.title
    assert "/" not in upload.error.where.replace(name, "")


@pytest.mark.parametrize("name", ["../../etc/公园.txt", "C:\\dir\\公园.txt", "/tmp/公园.txt"])
def test_the_name_of_an_upload_leads_nowhere(name: str) -> None:
    upload = uploads.read_upload(name, PLAN.encode("utf-8"))
    assert upload.name == "公园.txt"
    assert len(upload.builds) == 1


def test_a_text_without_a_plan_is_refused() -> None:
    [built] = uploads.read_upload("诗.txt", "床前明月光。\n疑是地上霜。\n".encode()).builds
    issue = uploads.refusal(built)
    assert issue is not None
    assert issue.message


def test_files_above_the_limit_are_refused_by_the_server() -> None:
    config = Path(__file__).resolve().parents[2] / "ui" / ".streamlit" / "config.toml"
    assert tomllib.loads(config.read_text("utf-8"))["server"]["maxUploadSize"] == 100


def test_repair_is_shown_beside_what_was_received() -> None:
    [built] = uploads.read_upload("公园.txt", PLAN.replace("建设", "建\u200b设").encode()).builds
    assert [text for _, text in uploads.raw_and_repaired(built)] == [
        "（一）建设公园感知网络。由市园林局牵头，市财政局配合。"
    ]
