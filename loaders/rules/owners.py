"""Owner tags in the order of the text: from tag to edges, with the rules that reach further."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.schema import ROLES
from loaders.document import Document, Span
from loaders.lexicon import Lexicon
from loaders.mentions import Link
from loaders.rules.roles import Assignment, first_leads, first_of_list_leads
from loaders.rules.tags import Tag

_NOTE = re.compile(r"(?m)^[\s*※（(]*(?:注|说明|备注)\s*[:：][^\n]*")


@dataclass(slots=True)
class OwnerState:
    """What earlier tags and notes say of later ones.

    `_first_leads`: the order rule (列首位者牵头，下同) holds. `_below`: bodies that carry out
    every later item of a part (the task sections, the safeguards), with the words that say so.
    """

    document: Document
    lexicon: Lexicon
    _first_leads: bool = False
    _below: list[tuple[str, str, Span]] = field(default_factory=list)

    def __post_init__(self) -> None:
        notes = _NOTE.finditer(self.document.text)
        self._first_leads = any(first_leads(note.group()) for note in notes)

    def links(
        self, section: int | None, span: Span, tag: Tag, rule: str, basis: str
    ) -> tuple[Link, ...]:
        """The edges that a tag states, the order rule applied where it holds."""
        self._first_leads = self._first_leads or tag.first_leads
        ordered = tag.assignments
        if self._first_leads:
            ordered = first_of_list_leads(tag.assignments)
        stated = owner_links(ordered, span, rule, basis, before_order=tag.assignments)
        derived = self.below(section)
        for name in tag.all_below:
            self._below.append((self._part(section), name, span))
            own = Assignment(name, "responsible")
            stated += owner_links((own,), span, rule, "explicit")
        names = {link.name for link in stated}
        return stated + tuple(link for link in derived if link.name not in names)

    def below(self, section: int | None) -> tuple[Link, ...]:
        """The edges of bodies that an earlier tag of the part made responsible for all."""
        part = self._part(section)
        return tuple(
            Link(
                "ASSIGNED_TO",
                "Organization",
                name,
                span,
                "owners_of_all_below",
                basis="document_rule",
                origin="derived",
            )
            for where, name, span in self._below
            if where == part
        )

    def _part(self, section: int | None) -> str:
        return "" if section is None else self.document.sections[section].kind


def owner_links(
    assignments: tuple[Assignment, ...],
    span: Span,
    rule: str,
    basis: str,
    before_order: tuple[Assignment, ...] = (),
) -> tuple[Link, ...]:
    """An edge per body and role; one that the order rule changed says so."""
    return tuple(
        Link(
            ROLES[one.role],
            "Organization",
            one.name,
            span,
            rule,
            basis="order_rule" if before_order and one not in before_order else basis,
        )
        for one in assignments
    )
