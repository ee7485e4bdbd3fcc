"""Elements as they are found, each id once: a body that a thousand tags name is joined once."""

from __future__ import annotations

from dataclasses import replace
from typing import Generic, TypeVar

from graph.elements import Edge, Evidence, Node, join, join_evidence

Element = TypeVar("Element", Node, Edge)


class Gathering(Generic[Element]):
    """Nodes or edges by id; places of one and the same element are collected, then joined."""

    def __init__(self) -> None:
        self._kept: dict[str, Element] = {}
        self._more: dict[str, list[Evidence]] = {}

    def add(self, element: Element) -> None:
        """Take in an element, or one more place of it."""
        known = self._kept.get(element.id)
        if known is None:
            self._kept[element.id] = element
        elif known.properties == element.properties:
            if element.evidence != known.evidence:
                self._more.setdefault(element.id, []).extend(element.evidence)
        else:
            self._kept[element.id] = join(known, element)

    def take(self) -> list[Element]:
        """All of them; the gathering is empty afterwards and holds nothing of a long document."""
        for id, places in self._more.items():
            known = self._kept[id]
            self._kept[id] = replace(known, evidence=join_evidence(known.evidence, places))
        taken = list(self._kept.values())
        self._kept.clear()
        self._more.clear()
        return taken
