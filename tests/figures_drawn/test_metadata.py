"""What a figure is, where it comes from and what was asked travels inside every file."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import docx
import pptx
import pypdfium2
import pytest
from lxml import etree
from PIL import Image
from plans_to_draw import seed

from ui.figures.catalog import draw_figure, render
from ui.figures.drawing import Drawing
from ui.figures.writers import FORMATS

TITLE = "图1　“大智能”战略：战略屋"
ABOUT = (
    "数据来源：《天津市加快推进智能科技产业发展总体行动计划》（津政办发〔2017〕112号）"
    "第1、4—8、10—15段；截至日期：2017-12-26；"
    "问题与筛选：计划一览图（plan.overview，plan=“大智能”战略）"
)
Told = tuple[str, str]


def of_svg(data: bytes) -> Told:
    root = etree.fromstring(data)
    return root.findtext("{*}title"), root.findtext("{*}desc")


def of_png(data: bytes) -> Told:
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        return image.text["Title"], image.text["Description"]


def of_pdf(data: bytes) -> Told:
    with pypdfium2.PdfDocument(data) as pdf:
        found = pdf.get_metadata_dict()
        assert pdf[0].get_textpage().get_text_range()
    return found["Title"], found["Subject"]


def of_pptx(data: bytes) -> Told:
    found = pptx.Presentation(io.BytesIO(data)).core_properties
    return found.title, found.subject


def of_docx(data: bytes) -> Told:
    found = docx.Document(io.BytesIO(data)).core_properties
    return found.title, found.subject


def of_html(data: bytes) -> Told:
    root = etree.HTML(data.decode("utf-8"))
    return root.findtext(".//title"), ABOUT if ABOUT in "".join(root.itertext()) else ""


def of_drawio(data: bytes) -> Told:
    root = etree.fromstring(data)
    (said,) = [o.get("label") for o in root.iter("UserObject") if "数据来源" in o.get("label")]
    parts = said.replace("<br>", "").replace(" ｜ ", "；").replace("问题：", "问题与筛选：")
    return root.find("diagram").get("name"), parts


def of_mmd(data: bytes) -> Told:
    lines = data.decode("utf-8").splitlines()
    return lines[1].removeprefix("title: "), lines[4].removeprefix("  %% ")


READERS: dict[str, Callable[[bytes], Told]] = {
    "svg": of_svg, "png": of_png, "pdf": of_pdf, "pptx": of_pptx, "docx": of_docx,
    "html": of_html, "drawio": of_drawio, "mmd": of_mmd,
}  # fmt: skip


def only(pages: tuple[Drawing, ...], format_: str) -> bytes:
    (data,) = render(pages, format_).values()
    return data


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_says_what_it_is(format_: str) -> None:
    assert READERS[format_](only(draw_figure(seed(), "house"), format_)) == (TITLE, ABOUT)


@pytest.mark.parametrize("format_", ["png", "pdf", "pptx", "docx", "svg"])
def test_a_long_title_and_origin_break_no_file(format_: str) -> None:
    page = draw_figure(seed(), "coverage")[0]
    long = replace(page, title="长" * 300, about={"数据来源": "《(文件)\\》" * 100})
    title, about = READERS[format_](only((long,), format_))
    office = format_ in ("pptx", "docx")
    whole = "数据来源：" + "《(文件)\\》" * 100
    assert title == ("长" * 254 + "…" if office else "长" * 300)
    assert about == (whole[:254] + "…" if office else whole)


def test_a_pdf_of_several_pages_says_it_too() -> None:
    page = draw_figure(seed(), "coverage")[0]
    data = only((page, page), "pdf")
    assert of_pdf(data)[0] == page.title
    with pypdfium2.PdfDocument(data) as pdf:
        assert len(pdf) == 2
