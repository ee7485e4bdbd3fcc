"""Office packages (DOCX, XLSX): their XML is read without entities."""

from __future__ import annotations

from lxml import etree

from graph.errors import SourceError
from loaders.archive import Archive, damaged

_HEAD = 4096
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""The two names of Word's vocabulary: Strict Open XML says the first."""


class Package(Archive):
    """An archive of XML parts, none of which declares a document type."""

    def __init__(self, data: bytes, where: str) -> None:
        """Open it. Raises SourceError also when a part declares entities (billion laughs)."""
        super().__init__(data, where)
        for name in self.names:
            if name.endswith((".xml", ".rels")):
                self._refuse_entities(self.read(name, _HEAD))

    def read_xml(self, name: str) -> etree._Element | None:
        """A part's root element, None when there is no such part."""
        if name not in self.names:
            return None
        data = self.read(name).replace(_STRICT, _USUAL)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise damaged(self.where) from error

    def _refuse_entities(self, head: bytes) -> None:
        words = head.replace(b"\0", b"").upper()  # UTF-16 is seen through
        if b"<!DOCTYPE" in words or b"<!ENTITY" in words:
            raise SourceError(
                "this file declares XML entities, which no office program writes",
                where=self.where,
                hint="do not trust it; open it in an office program and save it again",
            )
