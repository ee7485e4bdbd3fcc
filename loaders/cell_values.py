"""Values as the cells of a table give them: ≥58, 300以上, 3.2—3.5, 〔15〕."""

from __future__ import annotations

import re

from loaders.numerals import DECIMAL
from loaders.quantities import (
    ABOUT_WORDS,
    DASH,
    LOWER_WORDS,
    UPPER_WORDS,
    Comparator,
    Quantity,
)
from loaders.units import MULTIPLIER, UNIT, kind_of


def read_cell(cell: str, unit: str) -> Quantity | None:
    """The value of a table cell in the unit of its row: ≥58, 300以上, 3.2—3.5, 〔15〕.

    A cumulative value in brackets is `written` as "word"; None where the cell has no value.
    Raises nothing; `cell` is `plain`.
    """
    match = _CELL.match(cell)
    if match is None:
        return None
    low = float(match["low"].replace(",", ""))
    high = float(match["high"].replace(",", "")) if match["high"] else None
    whole = (match["multiplier"] or "") + (match["unit"] or match["low_unit"] or unit)
    comparator = _comparator_of_cell(match)
    if high is not None:
        comparator = "range"
    start, end = match.span()
    return Quantity(
        start, end, start, end, low, high, whole, kind_of(whole), comparator,
        written="word" if match["open"] else "digits",
    )  # fmt: skip


_CELL = re.compile(
    rf"""
    \s* (?P<open> [〔\[【] )? \s* (?:累计|年均|达到|达|保持在?|稳定在|控制在|约)?
    (?: (?P<lower> {LOWER_WORDS} ) | (?P<upper> {UPPER_WORDS} )
      | (?P<about> {ABOUT_WORDS} ) )? \s*
    (?P<low> {DECIMAL} ) (?P<low_unit> {UNIT} )? (?: {DASH} (?P<high> {DECIMAL} ) )?
    (?P<multiplier> {MULTIPLIER} )? (?P<unit> {UNIT} )?
    (?: 及? (?: (?P<lower2> 以上 ) | (?P<upper2> 以下 | 以内 ) | (?P<about2> 左右 ) ) )?
    \s* [〕\]】]? \s* (?: [*＊①②③④⑤] | [（(][^（()）]*[)）] | [、，,；;]? (?:力争|且|并|或).* )? $
    """,
    re.VERBOSE | re.DOTALL,
)


def _comparator_of_cell(match: re.Match[str]) -> Comparator:
    if match["lower"] or match["lower2"]:
        return ">="
    if match["upper"] or match["upper2"]:
        return "<="
    return "~" if match["about"] or match["about2"] else "="
