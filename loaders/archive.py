"""ZIP files within bounds: none may unpack into more than a document can be."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from graph.errors import SourceError

MOST_BYTES = 256 * 1024 * 1024
"""Bytes that one archive may hold when unpacked."""
_MOST_MEMBERS = 10_000
_MOST_TIMES = 200
_SMALL = 64 * 1024 * 1024
BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, ValueError,
           NotImplementedError)  # fmt: skip
"""What zipfile raises for a file that is cut off or altered."""


class Archive:
    """A ZIP file whose size has been checked before anything is unpacked."""

    def __init__(self, data: bytes, where: str) -> None:
        """Open it. Raises SourceError when it is damaged, encrypted, or unpacks too large."""
        self.where = where
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise damaged(where) from error
        members = [info for info in self._zip.infolist() if not info.is_dir()]
        size = sum(info.file_size for info in members)
        packed = sum(info.compress_size for info in members)
        is_dense = size > _SMALL and size > _MOST_TIMES * max(1, packed)
        if len(members) > _MOST_MEMBERS or size > MOST_BYTES or is_dense:
            raise SourceError(
                f"this file would unpack to {size // 1024 // 1024} MB in {len(members)} parts, as"
                " a ZIP bomb does",
                where=where,
                hint="unpack it yourself and give the document in it",
            )
        if any(info.flag_bits & 1 for info in members):
            raise SourceError(
                "this file is encrypted", where=where, hint="save it without a password"
            )
        self.names = tuple(info.filename for info in members)
        self._utf8 = {info.filename for info in members if info.flag_bits & 0x800}

    def read(self, name: str, most: int = MOST_BYTES) -> bytes:
        """The first `most` bytes of a member. Raises SourceError when it is damaged or missing."""
        try:
            with self._zip.open(name) as member:
                return member.read(most)
        except BROKEN as error:
            raise damaged(self.where) from error

    def written_name(self, name: str) -> PurePosixPath:
        """A member's name as its author wrote it: old Chinese programs write GBK."""
        if name in self._utf8 or name.isascii():
            return PurePosixPath(name)
        try:
            return PurePosixPath(name.encode("cp437").decode("gb18030"))
        except UnicodeError:
            return PurePosixPath(name)


def damaged(where: str) -> SourceError:
    """The error for a file that is cut off or broken."""
    return SourceError(
        "this file is damaged or cut off", where=where, hint="get it again, or save it again"
    )
