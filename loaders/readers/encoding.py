"""From bytes to text: UTF-8, GB18030 and UTF-16, with or without a byte order mark."""

from __future__ import annotations

import codecs
import re

from graph.errors import SourceError
from loaders.issues import Code, Issue, Level

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_COMMON = re.compile(r"[\t\n\r\x20-\x7e\u2010-\u203f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LOST = "\ufffd"
_SAMPLE = 65_536
_MAY_BE_LOST = 0.02
"""Share of characters that may be undecodable before a text counts as unreadable."""


def decode(data: bytes, where: str = "") -> tuple[str, list[Issue]]:
    """The text with "\\n" line ends; an Issue where bytes could not be read (they become \\ufffd).

    Raises SourceError when the bytes are not text in a known encoding.
    """
    text = _decode(data, where)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(_CONTROL.findall(text)) > 0.01 * len(text):
        raise _not_text(where)
    return text, _lost_places(text)


def _decode(data: bytes, where: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    wide = _wide_encoding(data)
    for encoding in (wide,) if wide else ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            if encoding == "utf-8" and _is_damaged_utf8(data):
                break
    readings = [data.decode(encoding, errors="replace") for encoding in ("utf-8", "gb18030")]
    text = min(readings[: 1 if _is_damaged_utf8(data) else 2], key=_share_lost)
    if _share_lost(text) > _MAY_BE_LOST:
        raise _not_text(where)
    return text


def _is_damaged_utf8(data: bytes) -> bool:
    """A few wrong bytes must not turn UTF-8 into GB18030, which can read almost anything."""
    sample = data[:_SAMPLE].decode("utf-8", errors="replace")
    wide = sum(character > "\x7f" for character in sample)
    return 10 * sample.count(_LOST) < wide


def _share_lost(text: str) -> float:
    return text.count(_LOST) / max(1, len(text))


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark: when read so, nearly every character is a common one."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(data) % 2 or not sample:
        return ""
    narrow = _commonness(sample.decode("utf-8", errors="replace"))
    best = max(
        ("utf-16-le", "utf-16-be"),
        key=lambda encoding: _commonness(sample.decode(encoding, errors="replace")),
    )
    wide = _commonness(sample.decode(best, errors="replace"))
    has_marks = re.search(r"[\n,.，。 ]", sample.decode(best, errors="replace"))
    return best if wide > 0.9 and wide > narrow and has_marks and b"\0" in sample else ""


def _commonness(text: str) -> float:
    return len(_COMMON.findall(text)) / max(1, len(text))


def _lost_places(text: str) -> list[Issue]:
    count = text.count(_LOST)
    if not count:
        return []
    line = text.count("\n", 0, text.index(_LOST)) + 1
    return [
        Issue(
            Level.WARNING,
            Code.LOST_TEXT,
            f"{count} characters could not be decoded, the first in line {line}",
            fix="save the original again as UTF-8",
        )
    ]


def _not_text(where: str) -> SourceError:
    return SourceError(
        "this is not text in UTF-8, GB18030 or UTF-16",
        where=where,
        hint="is it a binary file? otherwise save it again as UTF-8",
    )
