"""Everything plangraph raises, in one tree.

StrategyError            title, where, hint: printed once, as three lines
├─ SourceError           a path, a file or a plan.yaml that cannot be used
├─ RuleError             a lexicon or a rule of ours that is broken
├─ SchemaError           a subgraph that the schema does not allow, or a newer store
├─ StoreError            the database cannot be started, reached or written
├─ QueryError            a question that cannot be asked
│  ├─ NotFound           no such question; the hint names the nearest
│  ├─ BadQueryFile       a query file that breaks the rules, with file and line
│  └─ BadParameter       a parameter that is missing, unknown or mistyped
└─ ExportError           a format or a path that cannot be written

The *content* of a document never raises: it yields an `Issue` (loaders/issues.py).
"""

from __future__ import annotations


class StrategyError(Exception):
    """A mistake of the operator or of our own: what is wrong, where, and what to do."""

    def __init__(self, title: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """The three lines a person sees; an empty one is left out."""
        lines = (("error: ", self.title), ("where: ", self.where), ("hint:  ", self.hint))
        return "\n".join(name + text for name, text in lines if text)


class SourceError(StrategyError):
    """A path, a file or a plan.yaml cannot be used."""


class RuleError(StrategyError):
    """A lexicon or a rule is broken."""


class SchemaError(StrategyError):
    """A subgraph breaks the schema, or a store was written by a newer one."""


class StoreError(StrategyError):
    """The database cannot be started, reached or written."""


class QueryError(StrategyError):
    """A question cannot be asked."""


class NotFound(QueryError):
    """No question bears that name."""


class BadQueryFile(QueryError):
    """A query file breaks the rules of the catalog."""


class BadParameter(QueryError):
    """A parameter is missing, unknown or of the wrong type."""


class ExportError(StrategyError):
    """A format is unknown or a file cannot be written."""
