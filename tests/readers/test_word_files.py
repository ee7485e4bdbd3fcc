"""Word files: headings, the numbers that Word makes, tables, boxes, and hostile packages."""

from __future__ import annotations

import io
from pathlib import Path

import docx as python_docx
import pytest
from small_files import W, cells, docx, lines, paragraph, read, zipped

from graph.errors import SourceError
from loaders.issues import Code

NUMBERING = """
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
 <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3.%4"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""  # noqa: E501
STYLES = """
<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="二级"/><w:basedOn w:val="a1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
"""  # noqa: E501


def numbered(words: str, list_id: int, level: int) -> str:
    return paragraph(
        words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    )


def test_the_numbers_that_word_makes_are_in_the_text(tmp_path: Path) -> None:
    body = "".join(
        numbered(words, list_id, level)
        for words, list_id, level in [
            ("总体要求", 1, 0), ("思想", 1, 1), ("原则", 1, 1), ("任务", 1, 0), ("行动", 1, 1),
            ("建港", 1, 2), ("码头", 1, 3), ("修路", 1, 2), ("点", 2, 0), ("重新开始", 3, 0),
        ]
    )  # fmt: skip
    assert lines(read(tmp_path, "plan.docx", docx(body, NUMBERING))) == [
        "一、总体要求", "（一）思想", "（二）原则", "二、任务", "（一）行动", "1.建港", "1.1码头",
        "2.修路", "点", "一、重新开始",
    ]  # fmt: skip


def test_heading_levels_come_from_styles_and_what_they_inherit(tmp_path: Path) -> None:
    body = (
        paragraph("海洋方案", '<w:pStyle w:val="t"/>')
        + paragraph("总体要求", '<w:pStyle w:val="a1"/>')
        + paragraph("指导思想", '<w:pStyle w:val="a2"/>')
        + paragraph("正文", '<w:outlineLvl w:val="9"/>')
    )
    document = read(tmp_path, "plan.docx", docx(body, NUMBERING, STYLES))
    assert lines(document) == ["海洋方案", "一、总体要求", "二、指导思想", "正文"]
    assert [block.level for block in document.blocks] == [0, 1, 2, 0]


def test_deleted_hidden_and_generated_text_is_left_out(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>留下</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>加上</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:br/></w:r><w:r><w:t>新行</w:t></w:r></w:p>"
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{paragraph('目录一')}</w:sdtContent></w:sdt>"
        f"<w:sdt><w:sdtContent>{paragraph('控件里的正文')}</w:sdtContent></w:sdt>"
    )
    assert lines(read(tmp_path, "plan.docx", docx(body))) == ["留下加上", "新行", "控件里的正文"]


def test_strict_open_xml_and_another_main_part_are_read(tmp_path: Path) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    xml = f'<w:document xmlns:w="{strict}"><w:body>{paragraph("正文。")}</w:body></w:document>'
    content = zipped({"word/document2.xml": xml})
    assert lines(read(tmp_path, "plan.docx", content)) == ["正文。"]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{paragraph('专栏1 主要指标')}</w:txbxContent>"
    body = (
        f'<w:p><w:r><w:t>正文。</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="{compatible}">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert lines(read(tmp_path, "plan.docx", docx(body))) == ["正文。", "专栏1 主要指标"]


def test_tables_with_merged_cells(tmp_path: Path) -> None:
    document = python_docx.Document()
    table = document.add_table(rows=4, cols=3)
    for row, words in enumerate(["指标 2030年 2033年", "渔港 3 5", "渔港 4 6", "合计 7 11"]):
        for column, word in enumerate(words.split()):
            table.cell(row, column).text = word
    table.cell(1, 0).merge(table.cell(2, 0)).text = "渔港"
    target = io.BytesIO()
    document.save(target)
    read_document = read(tmp_path, "plan.docx", target.getvalue())
    assert lines(read_document) == [
        "指标 | 2030年 | 2033年",
        "渔港 | 3 | 5",
        "4 | 6",
        "合计 | 7 | 11",
    ]
    assert cells(read_document)[2] == [(0, "渔港"), (1, "4"), (2, "6")]
    assert [block.head for block in read_document.blocks] == [True, False, False, False]


def test_a_frame_around_text_is_no_table_however_deep(tmp_path: Path) -> None:
    body = "<w:tbl><w:tr><w:tc>" * 40 + paragraph("专栏。") + "</w:tc></w:tr></w:tbl>" * 40
    document = read(tmp_path, "plan.docx", docx(body))
    assert lines(document) == ["专栏。"]
    assert document.blocks[0].kind == "paragraph"


def test_a_table_in_a_cell_is_read_as_a_table_after_the_one_that_holds_it(tmp_path: Path) -> None:
    def row(*contents: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{content}</w:tc>" for content in contents) + "</w:tr>"

    def table(*rows: str) -> str:
        return f"<w:tbl>{''.join(rows)}</w:tbl>"

    inner = table(
        row(paragraph("项目"), paragraph("牵头单位")), row(paragraph("渔港"), paragraph("市海洋局"))
    )
    frame = table(row(paragraph("见下表")))
    body = table(row(paragraph("专栏1"), frame + inner + paragraph("单位：个")))
    document = read(tmp_path, "plan.docx", docx(body))
    assert lines(document) == ["专栏1 | 见下表单位：个", "项目 | 牵头单位", "渔港 | 市海洋局"]
    assert len({block.table for block in document.blocks}) == 2


def test_a_table_of_100000_rows_is_cut_with_an_issue(tmp_path: Path) -> None:
    row = f"<w:tr><w:tc>{paragraph('1')}</w:tc><w:tc>{paragraph('建港')}</w:tc></w:tr>"
    document = read(tmp_path, "plan.docx", docx(f"<w:tbl>{row * 21_000}</w:tbl>"))
    assert len(document.blocks) == 20_000
    assert [issue.code for issue in document.issues] == [Code.LOST_TEXT]


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DECLARES = "this file declares XML entities, which no office program writes"
BOMB = "this file would unpack to 286 MB in 1 parts, as a ZIP bomb does"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
)


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (docx(paragraph("正文。"))[:200], "this file is damaged or cut off"),
        (zipped({"word/document.xml": "<w:document"}), "this file is damaged or cut off"),
        (zipped({"word/document.xml": LAUGHS}), DECLARES),
        (zipped({"word/document.xml": LAUGHS.encode("utf-16")}), DECLARES),
        (zipped({"word/document.xml": b" " * 300_000_000}), BOMB),
        (zipped({"ppt/presentation.xml": ""}), "a presentation is not read"),
        (zipped({"mimetype": "", "content.xml": ""}), "an OpenDocument file is not read"),
        (OLD + "WordDocument".encode("utf-16-le"), "an old Word or WPS text is not read"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "this is an encrypted office file"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_with_what_to_do(
    tmp_path: Path, content: bytes, title: str
) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path, "plan.docx", content)
    assert caught.value.title == title
    assert caught.value.hint
