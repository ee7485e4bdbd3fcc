"""Word's paragraph styles: which of them are headings, and which carry a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING_NAME = re.compile(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)
_DEEPEST = 12

NumberingPlace = tuple[str, int]
"""A list of Word (numId) and a level in it (ilvl)."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its paragraphs: the heading level (0: none), a list and level in it."""

    level: int = 0
    list_id: str = ""
    list_level: int | None = None

    def level_of(self, properties: etree._Element | None) -> int:
        """The heading level of a paragraph with this style and these properties of its own."""
        own = _value(properties, "outlineLvl")
        if own.isdecimal():
            return int(own) + 1 if int(own) < 9 else 0
        return self.level

    def numbering_of(self, properties: etree._Element | None) -> NumberingPlace | None:
        """The list that numbers the paragraph; None when nothing does."""
        number = None if properties is None else properties.find(f"{W}numPr")
        list_id = _value(number, "numId") or self.list_id
        level = _value(number, "ilvl")
        if not list_id or list_id == "0":
            return None
        return list_id, int(level) if level.isdecimal() else self.list_level or 0


class Styles:
    """All styles of a document by id, what they inherit included."""

    def __init__(self, root: etree._Element | None) -> None:
        elements = () if root is None else root.iter(f"{W}style")
        self._elements = {element.get(f"{W}styleId", ""): element for element in elements}
        self._default = next(
            (name for name, element in self._elements.items()
             if element.get(f"{W}default") == "1" and element.get(f"{W}type") == "paragraph"), "",
        )  # fmt: skip
        self._read: dict[str, Style] = {}

    def of(self, properties: etree._Element | None) -> Style:
        """The style of a paragraph."""
        name = _value(properties, "pStyle") or self._default
        if name not in self._read:
            self._read[name] = self._resolve(name)
        return self._read[name]

    def _resolve(self, name: str) -> Style:
        level = 0
        list_id = ""
        list_level: int | None = None
        for _ in range(_DEEPEST):
            element = self._elements.get(name)
            if element is None:
                break
            properties = element.find(f"{W}pPr")
            outline = _value(properties, "outlineLvl")
            named = _HEADING_NAME.match(_value(element, "name"))
            if not level and outline.isdecimal() and int(outline) < 9:
                level = int(outline) + 1
            elif not level and named:
                level = int(named[1])
            number = None if properties is None else properties.find(f"{W}numPr")
            list_id = list_id or _value(number, "numId")
            depth = _value(number, "ilvl")
            if list_level is None and depth.isdecimal():
                list_level = int(depth)
            name = _value(element, "basedOn")
        return Style(level, list_id, list_level)


def _value(parent: etree._Element | None, name: str) -> str:
    child = None if parent is None else parent.find(f"{W}{name}")
    return "" if child is None else str(child.get(f"{W}val", ""))
