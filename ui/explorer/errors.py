"""Errors and doubts on Chinese pages: the English sentence is found again and said in Chinese.

The code and the command line speak English; texts/errors.zh.yaml has the Chinese of every
sentence. What it does not know stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter

import yaml

from graph.errors import StrategyError
from queries.catalog import all_queries
from ui.explorer.captions import label_name
from ui.explorer.wording import FOLDER

FILE = FOLDER / "errors.zh.yaml"
_NO_NAMES: Mapping[str, str] = {}
_NUMBERS, _NUMBER, _ANY = ("line", "column"), r"\d+", ".*?"
_BETWEEN = {"list": (", ", "、"), "kinds": (" ", "、"), "readings": ("” or “", "”、“")}
"""What stands between the parts of a list, in English and in Chinese."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One English sentence with named holes, and the Chinese one."""

    english: str
    chinese: str
    pattern: re.Pattern[str]
    quoted: frozenset[str]
    """Holes in quotation marks: their values are somebody's words and stay as they are."""


def in_words(text: str, language: str) -> str:
    """A sentence of an issue in the words of a page."""
    return chinese(text) if language == "zh" else text


def translated(error: StrategyError, language: str) -> StrategyError:
    """The same error in the words of a page: in Chinese as far as its sentences are known."""
    if language != "zh":
        return error
    query = next((q for q in all_queries() if q.name == error.where), None)
    names = {p.name: p.title for p in query.params} if query else _NO_NAMES
    where = f"“{query.title}”" if query else chinese(error.where)
    return type(error)(chinese(error.title, names), where=where, hint=chinese(error.hint, names))


def chinese(text: str, names: Mapping[str, str] = _NO_NAMES) -> str:
    """The Chinese of an English sentence; an unknown one as it is.

    `names` are the titles of a question's parameters.
    """
    for sentence in sentences():
        if found := sentence.pattern.fullmatch(text):
            values = {
                hole: _value(hole, value, names, hole in sentence.quoted)
                for hole, value in found.groupdict().items()
            }
            return sentence.chinese.format(**values)
    return words().get(text, text)


@cache
def sentences() -> tuple[Sentence, ...]:
    """All of the dictionary, those with the most words of their own first."""
    found = [_sentence(*pair) for pair in _dictionary()["sentences"].items()]
    return tuple(sorted(found, key=lambda s: -sum(len(w) for w, _ in pieces(s.english))))


def words() -> Mapping[str, str]:
    """The Chinese of what stands in holes."""
    return _dictionary()["words"]


def pieces(text: str) -> list[tuple[str, str | None]]:
    """Words and the name of the hole behind them, in turn."""
    return [(words, hole) for words, hole, _, _ in Formatter().parse(text)]


@cache
def _dictionary() -> Mapping[str, Mapping[str, str]]:
    data: Mapping[str, Mapping[str, str]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return data


def _sentence(english: str, chinese: str) -> Sentence:
    parts = pieces(english)
    pattern = "".join(
        re.escape(words) + (f"(?P<{hole}>{_NUMBER if hole in _NUMBERS else _ANY})" if hole else "")
        for words, hole in parts
    )
    quoted = frozenset(hole for words, hole in parts if hole and words.endswith("“"))
    return Sentence(english, chinese, re.compile(pattern, re.DOTALL), quoted)


def _value(hole: str, value: str, names: Mapping[str, str], quoted: bool) -> str:
    if hole in ("parameter", "parameters"):
        return "、".join(names.get(name, name) for name in value.split(", "))
    if hole in _BETWEEN:
        english, chinese = _BETWEEN[hole]
        return chinese.join(value.split(english))
    if hole == "label":
        return label_name(value, "zh")
    if quoted:
        return value
    if found := re.fullmatch(r"'(.*)'", value, re.DOTALL):  # a text as Python shows it
        return f"“{found[1]}”"
    return words().get(value, value)
