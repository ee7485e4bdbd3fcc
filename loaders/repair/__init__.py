"""Repair of what the web did to a text: undone, or reported, and every change accounted for.

A text that shows no damage comes back as the identical string. One that does goes through the
steps, one module for each kind of damage; each step knows its own evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from loaders.issues import Code, Issue, Level
from loaders.repair.blocks import moved
from loaders.repair.draft import Doubt, Draft
from loaders.repair.signs import read_signs
from loaders.repair.steps import SOURCE_STEPS, TEXT_STEPS
from loaders.repair.steps.shifted import TOO_MUCH
from loaders.repair.trace import UNCHANGED, Change, Trace

if TYPE_CHECKING:  # a document holds a Trace, so it is imported after this package
    from loaders.document import Document

LONGEST = 3_000_000
"""Characters of the longest text that is repaired: far more than any plan has."""
_PASSES = 3
_LEVELS = {Code.DOUBTFUL_REPAIR: Level.INFO, Code.GIVEN_UP_REPAIR: Level.WARNING}


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text, its map to the raw one, and all that was done."""

    text: str
    trace: Trace = UNCHANGED
    changes: tuple[Change, ...] = ()
    issues: tuple[Issue, ...] = ()


def repair(text: str) -> Repaired:
    """Undo what the web did to a text; a clean text comes back as the identical string.

    Never raises, and repairs nothing more in what it has repaired.
    """
    if len(text) > LONGEST:
        return Repaired(text, issues=_too_long(text))
    draft = _repair(Draft.of(text))
    issues = tuple(_issue(draft, doubt) for doubt in draft.doubts)
    if draft.text == text:
        return Repaired(text, issues=issues)
    return Repaired(draft.text, draft.trace, draft.log(), issues)


def repair_document(document: Document) -> Document:
    """The document with a repaired text, its blocks and cells moved along."""
    repaired = repair(document.text)
    issues = (*document.issues, *repaired.issues)
    if repaired.text is document.text:
        return replace(document, issues=issues)
    return replace(
        document,
        text=repaired.text,
        trace=repaired.trace,
        changes=repaired.changes,
        blocks=moved(document.blocks, repaired.trace, repaired.text),
        issues=issues,
    )


def _repair(draft: Draft) -> Draft:
    """All steps, and again, because what they uncovered may be damage too."""
    for _ in range(_PASSES):
        before = draft
        signs = read_signs(draft.text)
        for step in SOURCE_STEPS:
            draft = step.apply(draft, signs)
        if draft is not before:
            signs = read_signs(draft.text)
        for step in TEXT_STEPS:
            draft = step.apply(draft, signs)
        if draft.text == before.text or any(doubt.message == TOO_MUCH for doubt in draft.doubts):
            break
    return draft


def _too_long(text: str) -> tuple[Issue, ...]:
    signs = read_signs(text)
    if not (signs.noisy or signs.is_traditional):
        return ()
    message = f"{len(text)} characters are more than {LONGEST}: the text was not repaired"
    return (Issue(Level.WARNING, Code.GIVEN_UP_REPAIR, message, fix="split the file"),)


def _issue(draft: Draft, doubt: Doubt) -> Issue:
    start, end = draft.trace.cleaned_span(doubt.start, doubt.end)
    return Issue(
        level=_LEVELS[doubt.code],
        code=doubt.code,
        message=doubt.message,
        span=(start, end),
        quote=draft.text[start:end],
        fix="compare with the original",
    )
