"""Plain text: the encoding is found out, every line is a paragraph."""

from __future__ import annotations

import re

from loaders.document import Block
from loaders.readers.assembly import Assembly
from loaders.readers.encoding import decode
from loaders.source import Source

_LINE = re.compile(r"[^\n\v\f\u2028\u2029]+")


def read_txt(data: bytes, source: Source) -> Assembly:
    """Read plain text; its characters are kept as they are, the last line gets its end.

    Raises SourceError when it is not text.
    """
    text, issues = decode(data, where=source.where)
    if text and not text.endswith("\n"):
        text += "\n"
    assembly = Assembly(parts=[text], length=len(text), issues=issues)
    for line in _LINE.finditer(text):
        words = line.group()
        start = line.start() + len(words) - len(words.lstrip())
        end = line.start() + len(words.rstrip())
        if start < end:
            assembly.blocks.append(Block("paragraph", start, end))
    return assembly
