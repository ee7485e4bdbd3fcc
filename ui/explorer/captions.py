"""What is written on a node, an edge or a type, in the language of the reader."""

from __future__ import annotations

import re

from graph.elements import Node
from graph.schema import EDGE_TYPES, NODE_TYPES

_COUNTED = re.compile("[〇零一二三四五六七八九十百]+")


def caption(node: Node) -> str:
    """The node's name, whole; its id when it has none."""
    node_type = NODE_TYPES.get(node.label)
    value = node.properties.get(node_type.caption) if node_type else None
    return str(value) if value not in (None, "") else node.id


def heading(section: Node) -> str:
    """Number and title as a plan prints them: 三、重点任务, （一）夯实基础, 1.建设平台."""
    number = str(section.properties.get("number", ""))
    title = str(section.properties.get("title", ""))
    if not number or number.endswith(("）", ")", "、", ".", "是")):
        return number + title
    if _COUNTED.fullmatch(number):
        return f"{number}、{title}"
    return f"{number}.{title}" if number.isdigit() else f"{number} {title}"


SIGNS = {">=": "≥", "<=": "≤", "~": "≈"}


def headline(node: Node, language: str) -> str:
    """The name, and of a target what is promised: 智能科技产业规模 1000亿元（2020年）."""
    promise = promised(node, language)
    return f"{caption(node)} {promise}" if promise else caption(node)


def promised(node: Node, language: str) -> str:
    """Value, unit and year of a target as a person writes them; empty when it has none."""
    facts = node.properties
    if "value" not in facts or node.label not in ("Target", "Observation"):
        return ""
    number = _number(facts["value"])
    if "value_max" in facts:
        number = f"{number}—{_number(facts['value_max'])}"
    sign = SIGNS.get(str(facts.get("comparator", "")), "")
    year = ""
    if "year" in facts:
        year = f"（{facts['year']}年）" if language == "zh" else f" ({facts['year']})"
    return f"{sign}{number}{facts.get('unit', '')}{year}"


def _number(value: object) -> str:
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def label_name(label: str, language: str) -> str:
    """举措 or measure; the label itself when the schema does not know it."""
    node_type = NODE_TYPES.get(label)
    if node_type is None:
        return label
    return node_type.zh if language == "zh" else node_type.en


def edge_name(type: str, language: str) -> str:
    """牵头 or led by."""
    edge_type = EDGE_TYPES.get(type)
    if edge_type is None:
        return type
    return edge_type.zh if language == "zh" else edge_type.en
