"""XML in and out: any text survives, and a hostile file is refused before it can do anything."""

from __future__ import annotations

import re

from lxml import etree

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def escape(text: str) -> str:
    """Write characters that XML cannot hold as _x001F_, the way of Office files."""
    return _FORBIDDEN.sub(_escaped, text)


def unescape(text: str) -> str:
    """What `escape` wrote, as it was."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def parse(data: bytes) -> etree._Element:
    """The root of a file that declares no document type, hence no entity.

    Raises ValueError for a file that does, or that is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"no well-formed XML: {error}") from error
    if root.getroottree().docinfo.doctype:
        raise ValueError("a document type or entities are not accepted")
    return root


def serialise(root: etree._Element) -> bytes:
    """Indented, UTF-8, LF."""
    etree.indent(root, space=" ")
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _escaped(found: re.Match[str]) -> str:
    text = found[0]
    if len(text) == 1:
        return f"_x{ord(text):04X}_"
    return "_x005F_" + text[1:]
