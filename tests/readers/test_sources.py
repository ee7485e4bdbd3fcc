"""From a path to documents: folders, plan.yaml, archives, and what is wrong with them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from small_files import docx, lines, paragraph, zipped

from graph.errors import SourceError
from loaders.readers import read_document
from loaders.source import Source, find_sources, read_source

ROOT = Path(__file__).resolve().parents[2]
PLAN = """title: 云岚市海洋方案
issuer: 云岚市人民政府
issued: 2031-05-08
kind: official
expect:
  Pillar: 2
"""


def planned(folder: Path, plan: str = PLAN, original: str = "original.txt") -> Path:
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text(plan, encoding="utf-8")
    (folder / original).write_text("正文。", encoding="utf-8")
    return folder


def test_a_folder_with_a_plan_yaml_is_one_document(tmp_path: Path) -> None:
    folder = planned(tmp_path / "haiyang-2031")
    source = read_source(folder)
    assert source == Source(
        path=folder / "original.txt",
        stem="haiyang-2031",
        title="云岚市海洋方案",
        issuer="云岚市人民政府",
        issued="2031-05-08",
        kind="official",
        sha256=hashlib.sha256("正文。".encode()).hexdigest(),
        expect={"Pillar": 2},
        has_plan_yaml=True,
    )
    assert read_source(folder / "original.txt") == read_source(folder / "plan.yaml") == source


def test_a_folder_gives_its_documents_in_order_and_leaves_others_alone(tmp_path: Path) -> None:
    planned(tmp_path / "b" / "plan-b")
    (tmp_path / "a.html").write_text("<p>正文。</p>", encoding="utf-8")
    (tmp_path / "c.DOC").write_bytes(b"old")
    for name in (".hidden.txt", "~$open.docx", "notes.py", "README"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [source.stem for source in find_sources(tmp_path)] == ["a", "plan-b", "c"]


def test_the_documents_of_an_archive_keep_their_names(tmp_path: Path) -> None:
    path = tmp_path / "plans.zip"
    content = zipped(
        {"x-gbk-name.txt": "甲。", "b/plan.docx": docx(paragraph("乙。")), "x.exe": "x"}
    )
    content = content.replace(b"x-gbk-name", "云岚市方案".encode("gb18030"))
    path.write_bytes(content)
    found = find_sources(path)
    assert [(source.stem, source.where.partition("!")[0]) for source in found] == [
        ("plan", str(path)), ("云岚市方案", str(path)),
    ]  # fmt: skip
    assert [lines(read_document(source)) for source in found] == [["乙。"], ["甲。"]]


NO_LABEL = "the field “expect” is wrong: there is no label “Pilar”; did you mean “Pillar”?"
NO_NUMBER = "the field “expect.Pillar” is wrong: Input should be a valid integer"
NO_DATE = "the field “issued” is wrong: Input should be a valid date"
NO_KIND = "the field “kind” is wrong: Input should be '', 'official', 'news', 'draft' or 'table'"
NO_YAML = "this is not YAML: mapping values are not allowed here"


@pytest.mark.parametrize(
    ("plan", "title", "line", "hint"),
    [
        (PLAN.replace("issuer", "isuer"), "unknown field “isuer”", 2, "did you mean “issuer”?"),
        (PLAN.replace("Pillar: 2", "Pilar: 2"), NO_LABEL, 5, "labels: "),
        (PLAN.replace(": 2\n", ": two\n"), NO_NUMBER, 6, "labels: "),
        (PLAN.replace("2031-05-08", "8 May"), NO_DATE, 3, "write a date as 2017-12-26"),
        (PLAN.replace("official", "plan"), NO_KIND, 4, "official, news"),
        ("kind: news\n", "the field “title” is missing", 1, "put text"),
        ("title: 甲: 乙\n", NO_YAML, 1, "one “field: value” a line"),
        ("- 甲\n", "plan.yaml must hold fields", 1, "fields: title"),
    ],
)
def test_a_broken_plan_yaml_is_said_with_file_and_line(
    tmp_path: Path, plan: str, title: str, line: int, hint: str
) -> None:
    folder = planned(tmp_path / "plan", plan)
    with pytest.raises(SourceError) as caught:
        find_sources(tmp_path)
    assert caught.value.title == title
    assert caught.value.where == f"{folder / 'plan.yaml'}:{line}"
    assert caught.value.hint.startswith(hint)


def test_paths_that_hold_no_document_are_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "two").mkdir()
    planned(tmp_path / "twice")
    (tmp_path / "twice" / "original.html").write_text("x", encoding="utf-8")
    (tmp_path / "none.zip").write_bytes(zipped({"a.exe": "x"}))
    for path, title in (
        (tmp_path / "missing", "no such file or folder"),
        (tmp_path / "empty", "nothing to read in this folder"),
        (tmp_path / "twice", "2 files are called original.* here, there must be one"),
        (tmp_path / "none.zip", "there is no document in this ZIP file"),
    ):
        with pytest.raises(SourceError) as caught:
            find_sources(path)
        assert (caught.value.title, caught.value.where) == (title, str(path))
        assert caught.value.hint


def test_everything_that_is_shipped_can_be_read() -> None:
    shipped = find_sources(ROOT / "data")
    assert [(source.stem, source.kind) for source in shipped] == [
        ("tianjin-smart-technology-2017", "news"),
        ("overall-2026", "official"),
        ("special-data", "news"),
        ("special-health", "official"),
        ("special-manufacturing", "official"),
        ("special-talent", "official"),
        ("overall-2026-draft", "draft"),
        ("responsibility", "table"),
        ("progress-2027", ""),
    ]
    assert all(read_document(source).blocks for source in shipped)


def test_the_sample_city_says_that_it_is_invented() -> None:
    for source in find_sources(ROOT / "data"):
        if source.has_plan_yaml and "sample-city" in str(source.path):
            assert source.about.startswith("虚构示例")
