"""From a document to what the rules read in it; every module in loaders/rules takes part."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

import loaders.rules
from loaders.document import Document
from loaders.issues import Issue
from loaders.lexicon import Lexicon
from loaders.mentions import Mention
from loaders.rules.survey import survey_text

Finder = Callable[[Document, Lexicon], Iterable[Mention | Issue]]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What all rules read, each kind in the order of the text."""

    mentions: tuple[Mention, ...]
    issues: tuple[Issue, ...]


def extract(document: Document, lexicon: Lexicon) -> Extraction:
    """Run every finder of loaders/rules over the document."""
    mentions: list[Mention] = []
    issues: list[Issue] = []
    for finder in finders():
        for found in finder(document, lexicon):
            if isinstance(found, Issue):
                issues.append(found)
            else:
                mentions.append(found)
    survey_text.cache_clear()  # what the finders of one document shared
    return Extraction(tuple(sorted(mentions, key=_place)), tuple(issues))


@cache
def finders() -> tuple[Finder, ...]:
    """The functions `find_…(document, lexicon)` of the rules modules, by module and name."""
    found: list[Finder] = []
    for module_info in pkgutil.iter_modules(loaders.rules.__path__):
        module = importlib.import_module(f"loaders.rules.{module_info.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if name.startswith("find_") and function.__module__ == module.__name__:
                parameters = tuple(inspect.signature(function).parameters)
                if parameters == ("document", "lexicon"):
                    found.append(function)
    return tuple(found)


def _place(mention: Mention) -> tuple[int, int, str, str]:
    start, end = mention.spans[0] if mention.spans else (0, 0)
    return start, -end, mention.label, mention.rule
