"""Title, source, date and question inside the file, where a picture is cut out of its page."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping

from ui.figures.drawing import Drawing

LONGEST_OFFICE = 255
"""Characters that a property of an Office file holds."""

_IHDR_END = 33
_TRAILER = re.compile(rb"/Root (\d+ \d+ R).*?/Info (\d+) 0 R", re.DOTALL)
_SIZE = re.compile(rb"/Size (\d+)")


def about(page: Drawing) -> str:
    """Where it comes from, as of when, and what was asked, as one text."""
    return "；".join(f"{name}：{value}" for name, value in page.about.items())


def for_office(text: str) -> str:
    """A text as long as a property may be."""
    return text if len(text) <= LONGEST_OFFICE else text[: LONGEST_OFFICE - 1] + "…"


def with_png_text(png: bytes, texts: Mapping[str, str]) -> bytes:
    """The picture with international text chunks (iTXt) behind its head."""
    chunks = b"".join(
        _chunk(name.encode("ascii") + b"\0\0\0\0\0" + text.encode("utf-8"))
        for name, text in texts.items()
    )
    return png[:_IHDR_END] + chunks + png[_IHDR_END:]


def with_pdf_info(pdf: bytes, title: str, subject: str) -> bytes:
    """The document with an update at its end that says what it is (PDF 32000-1, 7.5.6)."""
    at = pdf.rindex(b"startxref")
    before = int(pdf[at:].split()[1])
    trailer = pdf[pdf.rindex(b"trailer") : at]
    found, size = _TRAILER.search(trailer), _SIZE.search(trailer)
    assert found and size  # both writers of ours write them so
    root, info = found[1], found[2]
    start = len(pdf) + 1
    entry = b"%s 0 obj\n<< /Title %s /Subject %s /Creator (plangraph) >>\nendobj\n" % (
        info, _pdf_text(title), _pdf_text(subject),
    )  # fmt: skip
    table = b"xref\n%s 1\n%010d 00000 n\r\n" % (info, start)
    end = b"trailer\n<< /Size %s /Root %s /Info %s 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        size[1], root, info, before, start + len(entry),
    )  # fmt: skip
    return pdf + b"\n" + entry + table + end


def _chunk(data: bytes) -> bytes:
    body = b"iTXt" + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def _pdf_text(text: str) -> bytes:
    return b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode("ascii") + b">"
