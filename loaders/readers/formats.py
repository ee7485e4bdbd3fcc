"""Which format a file has: told by its content, as the ending of its name may lie."""

from __future__ import annotations

import re

from graph.errors import SourceError
from loaders.archive import Archive
from loaders.readers.docx import MAIN_PART
from loaders.source import Source

_PAGE_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
_TAG = re.compile(rb"(?i)</?(?:p|div|table|tr|td|span|br|h[1-6]|body|html|li)\b")
_WIDE = "utf-16-le"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_KINDS = (
    ("EncryptedPackage", "an encrypted office file", ""),
    ("WordDocument", "an old Word or WPS text", "docx"),
    ("PowerPoint Document", "an old PowerPoint file", "pdf"),
    ("Workbook", "an old Excel or WPS sheet", "xlsx"),
    ("Book", "an old Excel sheet", "xlsx"),
)  # fmt: skip
_STARTS = (
    (b"{\\rtf", "an RTF text", "docx"),
    (b"Rar!", "a RAR archive", ""),
    (b"7z\xbc\xaf", "a 7z archive", ""),
    (b"\x1f\x8b", "a gzip archive", ""),
    (b"\x89PNG", "a picture", "ocr"),
    (b"\xff\xd8\xff", "a picture", "ocr"),
    (b"GIF8", "a picture", "ocr"),
    (b"II*\0", "a picture", "ocr"),
    (b"MM\0*", "a picture", "ocr"),
)


def find_format(data: bytes, source: Source) -> str:
    """The key of READERS. Raises SourceError with what to do for a format that is not read."""
    if not data.strip(b"\0 \t\r\n"):
        raise SourceError("this file is empty", where=source.where, hint="is it the right file?")
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return _package_format(data, source)
    if data.startswith(_OLE):
        raise _old_format(data, source)
    for start, name, target in _STARTS:
        if data.startswith(start):
            raise _not_read(name, target, source)
    if b"MIME-Version:" in data[:512]:
        raise _not_read("a saved web archive or a mail", "html", source)
    return _text_format(data, source)


def _text_format(data: bytes, source: Source) -> str:
    ending = source.ending
    plain = data[:65_536].replace(b"\0", b"")
    if ending == ".csv":
        return ".csv"
    if _PAGE_START.match(plain.removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")):
        return ".html"
    if ending in (".txt", ".md", ".text"):
        return ".txt"
    return ".html" if _TAG.search(plain) else ".txt"


def _package_format(data: bytes, source: Source) -> str:
    names = set(Archive(data, source.where).names)
    if any(MAIN_PART.fullmatch(name) for name in names):
        return ".docx"
    if "xl/workbook.xml" in names:
        return ".xlsx"
    if "ppt/presentation.xml" in names:
        raise _not_read("a presentation", "pdf", source)
    if "content.xml" in names and "mimetype" in names:
        raise _not_read("an OpenDocument file", "docx or xlsx", source)
    raise SourceError(
        "this ZIP file is no document",
        where=source.where,
        hint="give the whole archive, or the documents in it",
    )


def _old_format(data: bytes, source: Source) -> SourceError:
    for stream, name, target in _OLE_KINDS:
        if stream.encode(_WIDE) in data:
            if not target:
                return SourceError(
                    f"this is {name}", where=source.where, hint="save it without a password"
                )
            return _not_read(name, target, source)
    return _not_read("an old office file", "docx", source)


def _not_read(name: str, target: str, source: Source) -> SourceError:
    if target == "ocr":
        hint = "run it through OCR, or find the original text"
    elif target:
        first = target.split()[0]
        hint = (
            f"open it in Word, WPS or LibreOffice and save it as .{target}"
            f" (soffice --headless --convert-to {first} FILE)"
        )
    else:
        hint = "unpack it and give the documents in it"
    return SourceError(f"{name} is not read", where=source.where, hint=hint)
