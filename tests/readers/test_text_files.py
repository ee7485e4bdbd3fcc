"""Plain text: encodings, line ends, damage, and files that are no text."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_files import lines, read

from graph.errors import SourceError
from loaders.issues import Code

KIT = Path(__file__).resolve().parents[2] / ".." / "shared"
TEXT = "一、总体目标\n到2030年，海洋产业增加值达到800亿元。\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_every_encoding_gives_the_same_text(tmp_path: Path, encoding: str) -> None:
    document = read(tmp_path, "plan.txt", TEXT.encode(encoding))
    assert document.raw == document.text == TEXT
    assert lines(document) == ["一、总体目标", "到2030年，海洋产业增加值达到800亿元。"]


def test_line_ends_of_all_systems_are_one_and_the_last_line_gets_its_own(tmp_path: Path) -> None:
    document = read(tmp_path, "plan.txt", "甲。\r\n　　乙。 \r\r\n丙。")
    assert document.text == "甲。\n　　乙。 \n\n丙。\n"
    assert lines(document) == ["甲。", "乙。", "丙。"]


def test_a_few_wrong_bytes_do_not_turn_utf8_into_gb18030(tmp_path: Path) -> None:
    data = bytearray((TEXT * 20).encode("utf-8"))
    data[100] = 0xFF
    document = read(tmp_path, "plan.txt", bytes(data))
    assert document.text.replace("\ufffd", "")[-20:] == TEXT[-20:]
    assert [issue.code for issue in document.issues] == [Code.LOST_TEXT]
    assert document.issues[0].message.endswith("the first in line 4")


def test_damaged_utf8_stays_utf8_even_where_gb18030_could_read_it(tmp_path: Path) -> None:
    data = bytearray(("推动海洋产业强市\n" * 20).encode("utf-8"))
    data[4] = 0xC3
    assert data.decode("gb18030")  # it could
    assert lines(read(tmp_path, "plan.txt", bytes(data)))[1:] == ["推动海洋产业强市"] * 19


def test_the_owners_document_is_kept_byte_for_byte(tmp_path: Path) -> None:
    original = (KIT / "extraction" / "dev" / "docs" / "seed.txt").read_bytes()
    shipped = Path(__file__).resolve().parents[2] / "data/plans/tianjin-smart-technology-2017"
    assert (shipped / "original.txt").read_bytes() == original
    assert read(tmp_path, "seed.txt", original).raw == original.decode("utf-8") + "\n"


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (b"", "this file is empty"),
        (b"\0" * 4000, "this file is empty"),
        (bytes(range(1, 256)) * 40, "this is not text in UTF-8, GB18030 or UTF-16"),
        (b"\x89PNG\r\n\x1a\n" + bytes(400), "a picture is not read"),
        (b"Rar!\x1a\x07\x00" + bytes(400), "a RAR archive is not read"),
        (b"{\\rtf1\\ansi", "an RTF text is not read"),
        (b" \n\xe3\x80\x80\n", "there is no text in this file"),
    ],
)
def test_what_is_no_text_is_said_with_its_place(tmp_path: Path, content: bytes, title: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path, "plan.txt", content)
    assert caught.value.title == title
    assert caught.value.where == str(tmp_path / "plan.txt")
    assert caught.value.hint
