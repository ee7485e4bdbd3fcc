"""The answer as one paragraph, Chinese or English, from the question's own template.

What may stand in the braces of a narrative:

  {plan}                  a parameter; “全部计划”, “all plans” when it was left open
  {count} {total}         the number of rows, and what they are out of
  {share} {rest_share}    rows out of the total in per cent, and the others; {rest}: how many others
  {first:x}               the value of column x in the first row
  {min:x} {max:x} {sum:x} over a column
  {distinct:x}            how many different values
  {list:x}                the first five different values by name
  {filled:x} {zero:x}     rows with a value; rows with none, with 0 or an empty list
  {holding:x:v}           rows whose x is v, or a list with v in it
  {missing:x:y}           different y among the rows without x
  {histogram:x}           each value and how often it occurs
  {nodes:Label} {path}    nodes of a label in the subgraph; the steps of a path
  {clauses}               the documents and clauses of the rows

[one {x}|another {y}] is a list; a part of it that counts nothing is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal

from graph.elements import Edge, Node
from graph.schema import EDGE_TYPES, NODE_TYPES
from queries.catalog import Query
from queries.run import Result

Language = Literal["zh", "en"]

_LISTED = 5
_PLACES = 6
_SLOT = re.compile(r"\{([^{}]*)\}")
_PIECE = re.compile(r"\[(?P<list>[^\[\]]*)\]|\{(?P<slot>[^{}]*)\}")
_JOINED: dict[Language, str] = {"zh": "、", "en": ", "}
_MISSING: dict[Language, str] = {"zh": "未注明", "en": "none given"}


def narrate(result: Result, language: Language = "zh") -> str:
    """One paragraph, the same for the same answer."""
    query = result.query
    templates = {
        "zh": (query.narrative, query.narrative_none),
        "en": (query.narrative_en, query.narrative_none_en),
    }
    filled, empty = templates[language]
    template = filled if result.rows else empty

    def told(piece: re.Match[str]) -> str:
        if piece["slot"] is not None:
            return _value(result, piece["slot"], language)
        parts = (part for part in piece["list"].split("|") if _counts(result, part, language))
        return _JOINED[language].join(_PIECE.sub(told, part) for part in parts)

    paragraph = _PIECE.sub(told, template)
    return paragraph[:1].upper() + paragraph[1:]


def narrate_row(result: Result, row: Sequence[Any], language: Language = "zh") -> str:
    """One row of a check as a sentence, from the question's `finding`."""
    query = result.query
    template = (query.finding if language == "zh" else query.finding_en) or ""
    values = dict(zip(result.columns, row, strict=True))
    return _SLOT.sub(lambda slot: _written(values[slot[1]], language), template)


def template_problems(query: Query) -> Iterator[tuple[str, str]]:
    """Key of the header and what is wrong with a slot of that narrative."""
    for key in ("finding", "finding_en"):
        template = getattr(query, key)
        if (template is None) != (query.severity is None):
            yield key, "a check has severity, finding and finding_en; other questions have none"
        for slot in _SLOT.findall(template or ""):
            if slot not in query.columns:
                yield key, f"{{{slot}}}: no column {slot}"
    for key in ("narrative", "narrative_en", "narrative_none", "narrative_none_en"):
        for slot in _SLOT.findall(getattr(query, key)):
            name, *arguments = slot.split(":")
            if problem := _problem(query, name, arguments):
                yield key, f"{{{slot}}}: {problem}"
            elif key.startswith("narrative_none") and name != "total" and arguments:
                yield key, f"{{{slot}}}: there are no rows to speak of"


def _problem(query: Query, name: str, arguments: Sequence[str]) -> str:
    if query.parameter(name) is not None and not arguments:
        return ""
    if name not in _SLOTS:
        return "no such slot and no such parameter"
    if len(arguments) != _ARGUMENTS.get(name, 1):
        return f"takes {_ARGUMENTS.get(name, 1)} name(s) after the colon"
    if name == "nodes":
        return "" if arguments[0] in NODE_TYPES else "no such label"
    if name in ("total", "share", "rest", "rest_share") and query.total is None:
        return "the header has no total"
    columns = arguments[:1] if name == "holding" else arguments
    unknown = [column for column in columns if column not in query.columns]
    return f"no column {unknown[0]}" if unknown else ""


def _value(result: Result, slot: str, language: Language) -> str:
    name, *arguments = slot.split(":")
    parameter = result.query.parameter(name)
    if parameter is not None and not arguments:
        given = result.parameters[name]
        if given is not None:
            return _written(given, language)
        return f"全部{parameter.title}" if language == "zh" else f"all {parameter.title_en}s"
    return _SLOTS[name](result, language, *arguments)


def _written(value: Any, language: Language) -> str:
    if value is None:
        return _MISSING[language]
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, list):
        return _JOINED[language].join(_written(v, language) for v in value)
    return str(value)


def _counts(result: Result, part: str, language: Language) -> bool:
    values = (_value(result, slot, language) for slot in _SLOT.findall(part))
    return any(value not in ("0", "", _MISSING[language]) for value in values)


def _cells(result: Result, column: str) -> list[Any]:
    return [cell for cell in result.column(column) if cell is not None]


def _empty(cell: Any) -> bool:
    return cell is None or cell == [] or (cell == 0 and not isinstance(cell, bool))


def _percent(part: float, whole: float | None) -> str:
    return "0%" if not whole else f"{100 * part / whole:.1f}".removesuffix(".0") + "%"


def _rest(result: Result) -> float:
    return (result.denominator or 0) - len(result.rows)


def _listed(result: Result, language: Language, column: str) -> str:
    flat = [
        c for cell in _cells(result, column) for c in (cell if isinstance(cell, list) else [cell])
    ]
    values = [_written(value, language) for value in dict.fromkeys(flat)]
    shown = values[:_LISTED]
    if language == "zh":
        more = f"等{len(values)}项" if len(values) > _LISTED else ""
        return "、".join(shown) + more
    more = f" and {len(values) - _LISTED} more" if len(values) > _LISTED else ""
    return ", ".join(shown) + more


def _holding(result: Result, language: Language, column: str, value: str) -> str:
    cells = result.column(column)
    return str(sum(value in map(str, c if isinstance(c, list) else [c]) for c in cells))


def _missing(result: Result, language: Language, column: str, of: str) -> str:
    pairs = zip(result.column(column), result.column(of), strict=True)
    return str(len({str(other) for cell, other in pairs if _empty(cell)}))


def _histogram(result: Result, language: Language, column: str) -> str:
    counts = sorted(Counter(_written(c, language) for c in _cells(result, column)).items())
    if language == "zh":
        return "、".join(f"{value}（{count}项）" for value, count in counts)
    return ", ".join(f"{value} ({count})" for value, count in counts)


def _path(result: Result, language: Language) -> str:
    names = {node.id: _name(node) for node in result.subgraph.nodes}
    edges = [cell for row in result.rows for cell in row if isinstance(cell, Edge)]
    steps = [
        f"{names[edge.source]} —{getattr(EDGE_TYPES[edge.type], language)}→ {names[edge.target]}"
        for edge in edges
    ]
    return ("；" if language == "zh" else "; ").join(steps)


def _name(node: Node) -> str:
    properties = node.properties
    return str(properties.get("name") or properties.get("title") or node.id)


def _clauses(result: Result, language: Language) -> str:
    places = list(dict.fromkeys(_places(result)))
    clauses: dict[str, list[str]] = {}
    for document, clause in places[:_PLACES]:
        clauses.setdefault(document, []).append(clause)
    more = len(places) > _PLACES
    if language == "zh":
        named = "；".join(f"《{name}》第{'、'.join(found)}段" for name, found in clauses.items())
        return named + ("等" if more else "")
    named = "; ".join(f"“{name}”, clause {', '.join(found)}" for name, found in clauses.items())
    return named + (" and others" if more else "")


def _places(result: Result) -> Iterator[tuple[str, str]]:
    for prefix in ("", "other_"):
        columns = (prefix + "document", prefix + "clause")
        if {*columns} <= {*result.columns}:
            pairs = zip(*(result.column(name) for name in columns), strict=True)
            yield from ((str(document), str(clause)) for document, clause in pairs if clause)


Slot = Callable[..., str]

_SLOTS: dict[str, Slot] = {
    "count": lambda r, _: str(len(r.rows)),
    "total": lambda r, lang: _written(r.denominator, lang),
    "share": lambda r, _: _percent(len(r.rows), r.denominator),
    "rest": lambda r, lang: _written(_rest(r), lang),
    "rest_share": lambda r, _: _percent(_rest(r), r.denominator),
    "first": lambda r, lang, x: _written(r.column(x)[0], lang),
    "min": lambda r, lang, x: _written(min(_cells(r, x), default=None), lang),
    "max": lambda r, lang, x: _written(max(_cells(r, x), default=None), lang),
    "sum": lambda r, lang, x: _written(sum(_cells(r, x)), lang),
    "distinct": lambda r, _, x: str(len({str(c) for c in _cells(r, x)})),
    "list": _listed,
    "filled": lambda r, _, x: str(sum(not _empty(c) for c in r.column(x))),
    "zero": lambda r, _, x: str(sum(_empty(c) for c in r.column(x))),
    "holding": _holding,
    "missing": _missing,
    "histogram": _histogram,
    "nodes": lambda r, _, label: str(len(r.subgraph.nodes_of(label))),
    "path": _path,
    "clauses": _clauses,
}
_ARGUMENTS = {"count": 0, "total": 0, "share": 0, "rest": 0, "rest_share": 0, "path": 0,
              "clauses": 0, "holding": 2, "missing": 2}  # fmt: skip
