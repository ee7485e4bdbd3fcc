"""ZIP packages (DOCX, XLSX, ZIP): opened within bounds, their XML read without entities."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from graph.errors import SourceError

MOST_BYTES = 256 * 1024 * 1024
"""Bytes that one package may hold when unpacked."""
_MOST_MEMBERS = 10_000
_MOST_TIMES = 200
_SMALL = 1024 * 1024


class Package:
    """The members of a ZIP file, each read at most once and within the bounds."""

    def __init__(self, data: bytes, where: str) -> None:
        """Open a package. Raises SourceError when it is damaged, locked, or unpacks too large."""
        self.where = where
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise damaged(where) from error
        infos = self._zip.infolist()
        size = sum(info.file_size for info in infos)
        packed = sum(info.compress_size for info in infos)
        if len(infos) > _MOST_MEMBERS or size > MOST_BYTES or (
            size > _SMALL and size > _MOST_TIMES * max(1, packed)
        ):  # fmt: skip
            raise SourceError(
                f"this file unpacks to {size // 1024 // 1024} MB in {len(infos)} parts,"
                " which looks like a ZIP bomb",
                where=where,
                hint="unpack it yourself and give the document in it",
            )
        if any(info.flag_bits & 1 for info in infos):
            raise SourceError(
                "this file is encrypted", where=where, hint="save it without password"
            )
        self.names = tuple(info.filename for info in infos if not info.is_dir())

    def read(self, name: str) -> bytes:
        """A member's bytes. Raises SourceError when it is damaged or missing."""
        try:
            with self._zip.open(name) as member:
                data = member.read(MOST_BYTES + 1)
        except (zipfile.BadZipFile, KeyError, OSError, EOFError, ValueError, NotImplementedError,
                zlib.error) as error:  # fmt: skip
            raise damaged(self.where) from error
        if len(data) > MOST_BYTES:
            raise damaged(self.where)
        return data

    def head(self, name: str) -> bytes:
        """The first bytes of a member."""
        try:
            with self._zip.open(name) as member:
                return member.read(4096)
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, zlib.error) as error:
            raise damaged(self.where) from error

    def read_xml(self, name: str) -> etree._Element | None:
        """A member's root element, None when there is no such member."""
        if name not in self.names:
            return None
        data = self.read(name)
        self.refuse_entities(data)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise damaged(self.where) from error

    def refuse_entities(self, data: bytes) -> None:
        """No office file declares a document type; one that does wants to blow up."""
        head = data[:4096].replace(b"\0", b"")
        if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
            raise SourceError(
                "this file declares XML entities, which no office program writes",
                where=self.where,
                hint="do not trust it; open it in an office program and save it again",
            )


def damaged(where: str) -> SourceError:
    """The error for a file that is cut off or broken."""
    return SourceError(
        "this file is damaged or cut off", where=where, hint="get it again, or save it again"
    )
