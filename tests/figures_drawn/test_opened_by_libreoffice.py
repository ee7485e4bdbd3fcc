"""LibreOffice opens what we write, and its pages say what ours say."""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pptx
import pypdfium2
import pytest
from plans_to_draw import DATA, seed

from graph.exchange import export
from graph.store import Store
from graph.writer import write
from loaders import build_source
from loaders.source import find_sources
from ui.briefing.commands import write_briefing, write_roles
from ui.briefing.template import read_template

PLAN = "智慧健康"
MINUTES = 5  # on a machine that does much else; ten seconds are usual


@pytest.fixture(scope="module")
def folder(embedded_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A briefing, the table of who does what and a workbook, each beside what became of it."""
    embedded_store.clear()
    for source in find_sources(DATA / "sample-city"):
        write(embedded_store, build_source(source).subgraph)
    folder = tmp_path_factory.mktemp("office")
    for name in ("deck.pptx", "report.docx"):
        write_briefing(embedded_store, PLAN, folder / name, read_template())
    for name in ("roles.xlsx", "table.docx"):
        write_roles(embedded_store, PLAN, folder / name)
    export(seed(), "xlsx", folder / "graph.xlsx")
    convert(folder)
    yield folder


def convert(folder: Path) -> None:
    """Every file to PDF, by one LibreOffice with settings of its own; without it the test fails."""
    office = shutil.which("soffice")
    assert office, (
        "no LibreOffice: run tests/system_packages.sh test, or "
        "apt-get install libreoffice-impress libreoffice-writer libreoffice-calc"
    )
    files = sorted(str(path) for path in folder.iterdir())
    profile = (folder / "profile").as_uri()
    done = subprocess.run(
        [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), *files],
        capture_output=True, text=True, timeout=60 * MINUTES,
        env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
    )  # fmt: skip
    missing = [file for file in files if not Path(file).with_suffix(".pdf").exists()]
    assert missing == [], done.stdout + done.stderr


def pages(path: Path) -> list[str]:
    """The text of each page without spaces and line ends, which every program sets differently."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [same(page.get_textpage().get_text_range()) for page in pdf]


def same(text: str) -> str:
    """PDF knows some characters by their look-alikes, and quotation marks are set by themselves."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    return plain.translate(dict.fromkeys(map(ord, "\ufffe“”"), ""))


def test_every_slide_is_a_page_with_all_its_words(folder: Path) -> None:
    slides = list(pptx.Presentation(str(folder / "deck.pptx")).slides)
    found = pages(folder / "deck.pdf")
    assert len(found) == len(slides) > 10
    for slide, page in zip(slides, found, strict=True):
        texts = [same(shape.text_frame.text) for shape in slide.shapes if shape.has_text_frame]
        assert [text for text in texts if text not in page] == []


def test_the_report_has_all_its_paragraphs_and_tables(folder: Path) -> None:
    document = docx.Document(str(folder / "report.docx"))
    whole = "".join(pages(folder / "report.pdf"))
    said = [same(paragraph.text) for paragraph in document.paragraphs]
    heads = [same(cell.text) for table in document.tables for cell in table.rows[0].cells]
    assert [text for text in (*said, *heads) if text not in whole] == []
    assert len(document.inline_shapes) >= 5


def test_the_table_of_who_does_what_stands_on_pages_of_its_own_width(folder: Path) -> None:
    table = docx.Document(str(folder / "table.docx")).tables[0]
    cells = [same(cell.text) for row in table.rows for cell in row.cells]
    for name in ("table.pdf", "roles.pdf"):
        whole = "".join(pages(folder / name))
        assert [text for text in cells if text not in whole] == []
        with pypdfium2.PdfDocument(folder / name) as pdf:
            assert all(page.get_width() > page.get_height() for page in pdf)
    assert len(pages(folder / "roles.pdf")) == 1


def test_a_workbook_of_the_graph_opens(folder: Path) -> None:
    names = [row[1].value for row in openpyxl.load_workbook(folder / "graph.xlsx")["支柱"]]
    whole = "".join(pages(folder / "graph.pdf"))
    assert len(names) > 8
    assert [name for name in names if same(str(name)) not in whole] == []
