"""What a pair of braces in a narrative says of an answer; queries/narrator.py lists them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Literal

from graph.elements import Edge, Node
from graph.schema import EDGE_TYPES, NODE_TYPES
from graph.titles import titled
from queries.catalog import Query
from queries.run import Result

Language = Literal["zh", "en"]

_LISTED = 5
_PLACES = 6
_FORMS = 2
"""Of a word: with the number 1, and with any other."""
_JOINED: dict[Language, str] = {"zh": "、", "en": ", "}
_MISSING: dict[Language, str] = {"zh": "未注明", "en": "none given"}


def value(result: Result, slot: str, language: Language) -> str:
    """What stands in the place of `{slot}`."""
    slot, *forms = slot.split("/")
    name, *arguments = slot.split(":")
    parameter = result.query.parameter(name)
    if parameter is None or arguments:
        said = _SLOTS[name](result, language, *arguments)
    elif (given := result.parameters[name]) is not None:
        said = written(result.query, given, language)
    else:
        said = f"全部{parameter.title}" if language == "zh" else f"all {_many(parameter.title_en)}"
    return said if not forms else forms[said != "1"]


def written(query: Query, cell: Any, language: Language) -> str:
    """A value in a sentence; a code of the question or a label in the words of the language."""
    if cell is None:
        return _MISSING[language]
    if isinstance(cell, float):
        return f"{cell:.10g}"
    if isinstance(cell, list):
        return _JOINED[language].join(written(query, member, language) for member in cell)
    if isinstance(cell, str) and cell in query.words:
        return query.words[cell].zh if language == "zh" else query.words[cell].en
    if isinstance(cell, str) and cell in NODE_TYPES:
        return NODE_TYPES[cell].zh if language == "zh" else NODE_TYPES[cell].en
    return str(cell)


def says_something(text: str) -> bool:
    """False for a count of nothing and for a value that is not there."""
    return text not in ("0", "", *_MISSING.values())


def problem(query: Query, slot: str) -> str:
    """What is wrong with a slot of this question; empty when nothing is."""
    slot, *forms = slot.split("/")
    name, *arguments = slot.split(":")
    if forms and len(forms) != _FORMS:
        return "takes two forms of a word, as in {count/is/are}"
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


def _many(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def _cells(result: Result, column: str) -> list[Any]:
    return [cell for cell in result.column(column) if cell is not None]


def _empty(cell: Any) -> bool:
    return cell is None or cell == [] or (cell == 0 and not isinstance(cell, bool))


def _percent(part: float, whole: float | None) -> str:
    return "0%" if not whole else f"{100 * part / whole:.1f}".removesuffix(".0") + "%"


def _rest(result: Result) -> float:
    return (result.denominator or 0) - len(result.rows)


def _first(result: Result, language: Language, column: str) -> str:
    """Without the stop at its end: the sentence goes on."""
    return written(result.query, result.column(column)[0], language).rstrip("。；;")


def _span(result: Result, language: Language, column: str) -> str:
    cells = _cells(result, column)
    ends = dict.fromkeys(written(result.query, end(cells), language) for end in (min, max) if cells)
    return ("—" if language == "zh" else "–").join(ends)


def _listed(result: Result, language: Language, column: str) -> str:
    flat = [
        c for cell in _cells(result, column) for c in (cell if isinstance(cell, list) else [cell])
    ]
    values = [written(result.query, value, language) for value in dict.fromkeys(flat)]
    shown = _JOINED[language].join(values[:_LISTED])
    if len(values) <= _LISTED:
        return shown
    return shown + ("等" if language == "zh" else " and others")


def _holding(result: Result, language: Language, column: str, value: str) -> str:
    cells = result.column(column)
    return str(sum(value in map(str, c if isinstance(c, list) else [c]) for c in cells))


def _missing(result: Result, language: Language, column: str, of: str) -> str:
    pairs = zip(result.column(column), result.column(of), strict=True)
    return str(len({str(other) for cell, other in pairs if _empty(cell)}))


def _histogram(result: Result, language: Language, column: str) -> str:
    cells = (written(result.query, cell, language) for cell in _cells(result, column))
    counts = sorted(Counter(cells).items())
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
    clauses: dict[str, list[int]] = {}
    for document, clause in places[:_PLACES]:
        clauses.setdefault(document, []).append(clause)
    named = (_clauses_of(name, sorted(found), language) for name, found in clauses.items())
    more = len(places) > _PLACES
    if language == "zh":
        return "；".join(named) + ("等" if more else "")
    return "; ".join(named) + (" and others" if more else "")


def _clauses_of(document: str, clauses: list[int], language: Language) -> str:
    numbers = _JOINED[language].join(map(str, clauses))
    if language == "zh":
        return f"{titled(document)}第{numbers}段"
    return f"“{document}”, {'clause' if len(clauses) == 1 else 'clauses'} {numbers}"


def _places(result: Result) -> Iterator[tuple[str, int]]:
    for prefix in ("", "other_"):
        columns = (prefix + "document", prefix + "clause")
        if {*columns} <= {*result.columns}:
            pairs = zip(*(result.column(name) for name in columns), strict=True)
            yield from ((str(document), clause) for document, clause in pairs if clause)


Slot = Callable[..., str]

_SLOTS: dict[str, Slot] = {
    "count": lambda r, _: str(len(r.rows)),
    "total": lambda r, lang: written(r.query, r.denominator, lang),
    "share": lambda r, _: _percent(len(r.rows), r.denominator),
    "rest": lambda r, lang: written(r.query, _rest(r), lang),
    "rest_share": lambda r, _: _percent(_rest(r), r.denominator),
    "first": _first,
    "chain": lambda r, lang, x: " → ".join(written(r.query, c, lang) for c in r.column(x)[0]),
    "min": lambda r, lang, x: written(r.query, min(_cells(r, x), default=None), lang),
    "max": lambda r, lang, x: written(r.query, max(_cells(r, x), default=None), lang),
    "span": _span,
    "sum": lambda r, lang, x: written(r.query, sum(_cells(r, x)), lang),
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
