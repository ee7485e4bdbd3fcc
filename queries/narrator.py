"""The answer as one paragraph, Chinese or English, from the question's own template.

What may stand in the braces of a narrative:

  {plan}                  a parameter; “全部计划”, “all plans” when it was left open
  {count} {total}         the number of rows, and what they are out of
  {share} {rest_share}    rows out of the total in per cent, and the others; {rest}: how many others
  {first:x} {chain:x}     the value of column x in the first row; its members, as steps
  {min:x} {max:x} {sum:x} over a column; {span:x} from the least to the greatest
  {distinct:x}            how many different values
  {list:x}                the first five different values by name
  {filled:x} {zero:x}     rows with a value; rows with none, with 0 or an empty list
  {holding:x:v}           rows whose x is v, or a list with v in it
  {missing:x:y}           different y among the rows without x
  {histogram:x}           each value and how often it occurs
  {nodes:Label} {path}    nodes of a label in the subgraph; the steps of a path
  {clauses}               the documents and clauses of the rows
  {count/is/are}          the word that fits when a slot says 1, and when it says another number

[one {x}|another {y}] is a list; a part of it that counts nothing is left out.
In a finding the braces hold columns of the row; a part in brackets without a value is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from graph.titles import titled
from queries.catalog import Query
from queries.run import Result
from queries.slots import Language, problem, says_something, value, written

__all__ = ["Language", "narrate", "narrate_row", "template_problems"]

_SLOT = re.compile(r"\{([^{}]*)\}")
_PIECE = re.compile(r"\[(?P<list>[^\[\]]*)\]|《\{(?P<title>[^{}]*)\}》|\{(?P<slot>[^{}]*)\}")
_BETWEEN: dict[Language, str] = {"zh": "、", "en": ", "}


def narrate(result: Result, language: Language = "zh") -> str:
    """One paragraph, the same for the same answer."""
    query = result.query
    templates = {
        "zh": (query.narrative, query.narrative_none),
        "en": (query.narrative_en, query.narrative_none_en),
    }
    filled, empty = templates[language]
    if not result.rows and result.denominator == 0 and "{total}" in empty:
        return _nothing_to_look_at(result, language)
    template = filled if result.rows else empty
    paragraph = _filled(template, lambda slot: value(result, slot, language), _BETWEEN[language])
    return paragraph[:1].upper() + paragraph[1:]


def narrate_row(result: Result, row: Sequence[Any], language: Language = "zh") -> str:
    """One row of a check as a sentence, from the question's `finding`."""
    query = result.query
    template = (query.finding if language == "zh" else query.finding_en) or ""
    values = dict(zip(result.columns, row, strict=True))
    return _filled(template, lambda slot: written(query, values[slot], language), "")


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
            name, *arguments = slot.partition("/")[0].split(":")
            if found := problem(query, slot):
                yield key, f"{{{slot}}}: {found}"
            elif key.startswith("narrative_none") and name != "total" and arguments:
                yield key, f"{{{slot}}}: there are no rows to speak of"


def _filled(template: str, said: Callable[[str], str], between: str) -> str:
    def told(piece: re.Match[str]) -> str:
        if piece["slot"] is not None:
            return said(piece["slot"])
        if piece["title"] is not None:
            return titled(said(piece["title"]))
        parts = (
            part
            for part in piece["list"].split("|")
            if any(says_something(said(slot)) for slot in _SLOT.findall(part) if "/" not in slot)
        )
        return between.join(_PIECE.sub(told, part) for part in parts)

    return _PIECE.sub(told, template)


def _nothing_to_look_at(result: Result, language: Language) -> str:
    """Of none of nothing all can be said: better to say that there is nothing."""
    query = result.query
    given = [
        str(result.parameters[parameter.name])
        for parameter in query.params
        if parameter.suggest and result.parameters[parameter.name] is not None
    ]
    if language == "zh":
        return f"{'、'.join(given)}{'：' * bool(given)}没有可核对的内容（{query.denominator}：0）。"
    told = f"{', '.join(given)}{': ' * bool(given)}nothing to look at ({query.denominator_en}: 0)."
    return told[:1].upper() + told[1:]
