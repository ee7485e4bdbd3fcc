"""The unit of a number that has none: from the list it stands in, or from what it counts."""

from __future__ import annotations

import re

from loaders.numerals import DECIMAL
from loaders.units import MULTIPLIER, UNIT


def missing_unit(text: str, start: int, end: int, multiplier: str) -> str:
    """The unit a number takes from the list it is in (10、9、8个小时), or 元 behind 亿."""
    listed = _LIST_UNIT.match(text, end)
    if listed:
        return listed["unit"]
    if multiplier.endswith("万") and _PERSONS.match(text, end):
        return "人"  # 30万农村人口
    if multiplier.endswith("万") and _HOUSEHOLDS.match(text, end):
        return "户"  # 2万农户
    people = _PEOPLE.search(text, max(0, start - 10), start)
    return "元" if multiplier.endswith("亿") and not people else ""


_LIST_UNIT = re.compile(rf"(?:[、和]{DECIMAL})*[、和]{DECIMAL}(?P<unit>{MULTIPLIER}?{UNIT})")
_PERSONS = re.compile(
    "[\u4e00-\u9fff]{0,6}?(?:人口|群众|居民|农民|职工|学生|劳动力|老年人|残疾人|劳动者|农牧民)"
)
_HOUSEHOLDS = re.compile("[\u4e00-\u9fff]{0,4}?(?:农户|住户|用户|家庭)")
_PEOPLE = re.compile("用户|人数|人口|网民|人次|户数")
