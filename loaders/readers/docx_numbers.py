"""The numbers that Word makes: they are in no paragraph's text, but a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from loaders.readers.docx_styles import NumberingPlace

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "零一二三四五六七八九"
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list is numbered: format, text with %1 …, first number."""

    format: str
    text: str
    start: int


class Numbers:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, ListLevel]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        shapes = {
            shape.get(f"{W}abstractNumId", ""): _levels(shape)
            for shape in root.iter(f"{W}abstractNum")
        }
        for number in root.iter(f"{W}num"):
            name = number.get(f"{W}numId", "")
            abstract = number.find(f"{W}abstractNumId")
            shape = "" if abstract is None else abstract.get(f"{W}val", "")
            self._levels[name] = dict(shapes.get(shape, {}))
            restarts = False
            for change in number.iter(f"{W}lvlOverride"):
                restarts = restarts or change.find(f"{W}startOverride") is not None
                self._levels[name] |= _levels(change)
            self._abstract[name] = name if restarts else shape

    def next(self, place: NumberingPlace | None) -> str:
        """The number of the next paragraph at a place, "" for a bullet or for none."""
        if place is None or place[0] not in self._levels:
            return ""
        name, depth = place
        levels = self._levels[name]
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(self._abstract[name], {})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        if levels[depth].format in ("bullet", "none"):
            return ""

        def number(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            shape = levels.get(level)
            if shape is None:
                return ""
            return written(counts.setdefault(level, shape.start), shape.format)

        return _PLACE.sub(number, levels[depth].text)


def written(number: int, format_: str) -> str:
    """A number in one of Word's formats; decimal where the format is unknown."""
    write = _FORMATS.get(format_)
    return write(number) if write and 0 < number < 1000 else str(number)


def _levels(parent: etree._Element) -> dict[int, ListLevel]:
    found = {}
    for level in parent.iter(f"{W}lvl"):
        depth = level.get(f"{W}ilvl", "")
        if depth.isdecimal():
            start = _value(level, "start")
            found[int(depth)] = ListLevel(
                _value(level, "numFmt") or "decimal",
                _value(level, "lvlText"),
                int(start) if start.isdecimal() else 1,
            )
    return found


def _value(parent: etree._Element, name: str) -> str:
    child = parent.find(f"{W}{name}")
    return "" if child is None else str(child.get(f"{W}val", ""))


def _chinese(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    pairs = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
             (4, "iv"), (1, "i"))  # fmt: skip
    words = ""
    for value, letters in pairs:
        count, number = divmod(number, value)
        words += letters * count
    return words


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if number <= 20 else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "ideographTraditional", "japaneseCounting",
         "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital"),
        _chinese,
    ),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}  # fmt: skip
