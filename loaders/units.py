"""Units of measure: their kinds, what they multiply out to, and how they are found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import yaml

Kind = Literal["share", "money", "count", "occasion", "time", "multiple", "measure", "none"]


def standard(value: float, unit: str) -> tuple[float, str]:
    """A value and its unit with the multipliers worked out: (1.2, 万名) -> (12000, 人)."""
    match = _MULTIPLIED.match(unit)
    assert match is not None
    factor = 1.0
    for name in _MULTIPLIER.findall(match["multiplier"]):
        factor *= _FACTORS[name]
    base = match["base"]
    if base.startswith(":"):  # 1 in :1.25 is 0.8 to one
        factor, base = factor / float(base[1:]), ":1"
    if base in _SCALED:
        scale, base = _SCALED[base]
        factor *= scale
    return round(value * factor, 6), _SAME_UNIT.get(base, base)


def kind_of(unit: str) -> Kind:
    """What sort of unit it is: 万名 -> count, 亿元 -> money, 微克/立方米 -> measure."""
    match = _MULTIPLIED.match(unit)
    base = match["base"] if match else unit
    if "/" in base:
        return "time" if base.startswith(("学时", "课时")) else "measure"
    return _KINDS.get(base, "measure" if base else "none")


def _flat(items: Iterable[str | list[str]]) -> Iterator[str]:
    for item in items:
        yield from (item,) if isinstance(item, str) else item


_FILE = yaml.safe_load(Path(__file__).with_name("units.yaml").read_text(encoding="utf-8"))
_NOT_BEFORE: dict[str, str] = _FILE.pop("not_before")
_SAME_UNIT: dict[str, str] = _FILE.pop("same_as")
_SCALED: dict[str, tuple[float, str]] = {
    unit: (float(factor), base) for unit, (factor, base) in _FILE.pop("scaled").items()
}
_UNITS: dict[Kind, list[str]] = {kind: list(_flat(items)) for kind, items in _FILE.items()}
_KINDS: dict[str, Kind] = {unit: kind for kind, units in _UNITS.items() for unit in units}


def _either(units: Iterable[str]) -> str:
    return "|".join(map(_unit_pattern, sorted(units, key=len, reverse=True)))


def _unit_pattern(unit: str) -> str:
    after = f"(?![{_NOT_BEFORE[unit]}])" if unit in _NOT_BEFORE else ""
    return re.escape(unit) + after


_LATIN = [unit for unit in _KINDS if unit.isascii() and unit[0].isalpha()]
_HAN_UNITS = [unit for unit in _KINDS if unit not in _LATIN]
_BASE = rf"(?:{_either(_HAN_UNITS)}|(?:{_either(_LATIN)})(?![A-Za-z0-9]))"
UNIT = rf"(?:{_BASE}(?:/(?:{_BASE}|[万千百]{_BASE}|工日)(?:·[年日天])?)?|/(?:10|十)?万)"
MULTIPLIER = r"(?:万亿|[千百十]亿|亿|[千百十]万|万|千(?![瓦克米伏卡帕赫兆])|百(?![分帕]))"
_MULTIPLIED = re.compile(
    r"(?P<multiplier>(?:[万亿十百千](?!瓦|克|米|伏|分点))*)(?P<base>.*)", re.DOTALL
)
_MULTIPLIER = re.compile("[万亿千百十]")

_FACTORS = {"万": 1e4, "亿": 1e8, "千": 1e3, "百": 1e2, "十": 10.0}
