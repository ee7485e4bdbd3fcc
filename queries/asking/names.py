"""Names of the graph in what a person typed: they fill the parameters of a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from graph.schema import NODE_TYPES
from queries.asking.pinyin import spelled
from queries.catalog import Query

if TYPE_CHECKING:
    from graph.store import Store

_WHOLE_ONLY = frozenset(["Measure", "Target", "Milestone"])
"""Labels with many long names: only a name that stands there in full is taken."""
_LEAST = 3
_INITIALS = re.compile(r"[a-z]{3,}")
_PLAN_WORDS = ("计划", "专项", "行动", "方案", "规划", " plan")
_GENERIC = re.compile(r"(?:专项|总体)?(?:行动)?(?:计划|方案|规划)$|实施(?:方案|意见)$")


@dataclass(frozen=True, slots=True)
class Name:
    """What is called so: its label, its name in full, and what may be typed for it."""

    label: str
    name: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A piece of the text and all that may be called so, what is called exactly so first."""

    piece: str
    meant: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions of a text, in its order, and the text without them."""

    mentions: tuple[Mention, ...]
    rest: str


@dataclass(slots=True)
class Names:
    """The names that the graph offers to the parameters of some questions."""

    known: list[Name] = field(default_factory=list)

    @classmethod
    def of(cls, store: Store, queries: Iterable[Query]) -> Names:
        """Read them from a store."""
        sources = {source for query in queries for p in query.params for source in p.suggest}
        found = cls()
        for source in sorted(sources):
            label, _, property = source.partition(".")
            if property in ("name", "title"):
                found.known += _read(store, label, property)
        return found

    def short(self) -> Iterable[str]:
        """What is typed in full, and so may be mistyped: not the names of tasks and targets."""
        return (s for name in self.known if name.label not in _WHOLE_ONLY for s in name.spellings)

    def find(self, text: str) -> Found:
        """What the text names, longest first; no character belongs to two names."""
        found: list[tuple[int, Mention]] = []
        while pieces := [(p, name) for name in self.known if (p := self._piece(text, name))]:
            piece = max((p for p, _ in pieces), key=lambda p: (len(p), p))
            at = text.index(piece)
            meant = tuple(name for p, name in pieces if p == piece)
            plans = tuple(name for name in meant if name.label == "ActionPlan")
            whole = tuple(name for name in meant if piece in name.spellings)
            if plans and text.startswith(_PLAN_WORDS, at + len(piece)):
                meant = plans
            else:
                meant = (*whole, *(name for name in meant if name not in whole))
            found.append((at, Mention(piece, meant)))
            text = text[:at] + " " * len(piece) + text[at + len(piece) :]
        return Found(tuple(m for _, m in sorted(found, key=lambda f: f[0])), text)

    def _piece(self, text: str, name: Name) -> str:
        whole = [spelling for spelling in name.spellings if len(spelling) > 1 and spelling in text]
        if whole:
            return max(whole, key=len)
        if name.label in _WHOLE_ONLY:
            return ""
        typed = _INITIALS.findall(text)
        for spelling in name.spellings if typed else ():
            initials = spelled(spelling)[0]
            if len(initials) >= _LEAST and initials in typed:
                return initials
        return self._distinctive_part(text, name)

    def _distinctive_part(self, text: str, name: Name) -> str:
        """The longest part of the name that stands in the text, if no other name has it."""
        matcher = SequenceMatcher(None, name.name, text, autojunk=False)
        match = matcher.find_longest_match()
        part = name.name[match.a : match.a + match.size].strip("（）()“”《》 ")
        core = _GENERIC.sub("", part)
        if len(core) < _LEAST or core.isdigit():
            return ""
        others = (other for other in self.known if other.label == name.label and other != name)
        return "" if any(core in other.name for other in others) else part


def _read(store: Store, label: str, property: str) -> list[Name]:
    """What bears a name; 各有关部门 is nobody's."""
    has = {p.name for p in NODE_TYPES[label].properties}
    named = "WHERE NOT coalesce(n.collective, false) " if "collective" in has else ""
    rows = store.rows(
        f"MATCH (n:{label}) {named}"
        f"RETURN DISTINCT n.{property} AS name, "
        f"{'n.aliases' if 'aliases' in has else 'NULL'} AS aliases ORDER BY name"
    )
    return [
        Name(label, row["name"], (row["name"], *(row["aliases"] or ())))
        for row in rows
        if row["name"]
    ]


def fill(query: Query, found: Found, numbers: Mapping[str, int]) -> tuple[dict[str, object], int]:
    """Parameters of a question from names, in the order typed, and from years; and how many of
    the names and numbers were of use.
    """
    values: dict[str, object] = {}
    left = list(found.mentions)
    for parameter in query.params:
        labels = [source.partition(".")[0] for source in parameter.suggest]
        if parameter.type == "integer" and parameter.name in numbers:
            values[parameter.name] = numbers[parameter.name]
        elif parameter.type == "string" and labels:
            fitting = ((m, n) for m in left for n in m.meant if n.label in labels)
            mention, name = next(fitting, (None, None))
            if mention is not None and name is not None:
                values[parameter.name] = name.name
                left.remove(mention)
    return values, len(values)
