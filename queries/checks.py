"""Checks: the questions that have a severity, asked together; every row is a finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from graph.elements import make_id
from queries.acceptance import Acceptance
from queries.catalog import SEVERITIES, Query, all_queries
from queries.narrator import narrate_row
from queries.run import Result, run

if TYPE_CHECKING:
    from graph.store import Store

_PLACE = """
UNWIND $places AS place
MATCH (d:Document)<-[:IN_DOCUMENT]-(c:Clause)
WHERE d.title = place[0] AND c.ordinal = place[1]
RETURN d.title AS document, c.ordinal AS clause, d.source AS source, c.start AS start,
       c.text AS text, c.id AS id
ORDER BY document, clause, id
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found at one place.

    `key` is the same as long as the facts are: name it in accepted.yaml. `start` and `end` bound
    the quote in the cleaned text of `source`; None where a finding has no single place.
    """

    key: str
    check: str
    level: str
    message: str
    message_en: str
    document: str | None
    clause: int | None
    quote: str | None
    source: str | None = None
    start: int | None = None
    end: int | None = None
    accepted: Acceptance | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, the open ones apart from the accepted, and what was asked.

    `expired` are acceptances whose day has passed, `unused` those that name no finding.
    """

    checks: tuple[Query, ...]
    open: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    expired: tuple[Acceptance, ...] = ()
    unused: tuple[Acceptance, ...] = ()

    def fails(self, level: str) -> bool:
        """True when an open finding is as severe as `level`, or more."""
        worst = SEVERITIES.index(level)
        return any(SEVERITIES.index(finding.level) <= worst for finding in self.open)


def check(
    store: Store,
    acceptances: Mapping[str, Acceptance] | None = None,
    *,
    today: date,
    queries: Iterable[Query] | None = None,
) -> Report:
    """Ask every check of a store. Raises QueryError when the store has no documents."""
    asked = all_queries() if queries is None else queries
    checks = tuple(query for query in asked if query.severity)
    found = [f for query in checks for f in _findings(store, run(store, query))]
    found.sort(key=lambda finding: (SEVERITIES.index(finding.level), finding.check))
    known = dict(acceptances or {})
    valid = {key: accepted for key, accepted in known.items() if accepted.until >= today}
    keys = {finding.key for finding in found}
    return Report(
        checks=checks,
        open=tuple(finding for finding in found if finding.key not in valid),
        accepted=tuple(_accept(f, valid[f.key]) for f in found if f.key in valid),
        expired=tuple(a for a in known.values() if a.finding in keys and a.until < today),
        unused=tuple(a for a in known.values() if a.finding not in keys),
    )


def _accept(finding: Finding, acceptance: Acceptance) -> Finding:
    values = {name: getattr(finding, name) for name in finding.__slots__}
    return Finding(**{**values, "accepted": acceptance})


def _findings(store: Store, result: Result) -> list[Finding]:
    rows = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
    places = sorted({(r["document"], r["clause"]) for r in rows if r.get("clause") is not None})
    clauses = {
        (row["document"], row["clause"]): row
        for row in (store.rows(_PLACE, {"places": [list(p) for p in places]}) if places else ())
    }
    return [
        _finding(result, row, values, clauses.get((values.get("document"), values.get("clause"))))
        for row, values in zip(result.rows, rows, strict=True)
    ]


def _finding(
    result: Result,
    row: tuple[Any, ...],
    values: Mapping[str, Any],
    clause: Mapping[str, Any] | None,
) -> Finding:
    query = result.query
    ids = [value for name, value in values.items() if name == "id" or name.endswith("_id")]
    kinds = [values[name] for name in ("conflict", "blindspot", "problem", "gap") if name in values]
    quote = values.get("quote")
    at = clause["text"].find(quote) if clause and quote else -1
    return Finding(
        key=make_id(query.name, *ids, *kinds),
        check=query.name,
        level=query.severity or "info",
        message=narrate_row(result, row),
        message_en=narrate_row(result, row, "en"),
        document=values.get("document"),
        clause=values.get("clause"),
        quote=quote,
        source=clause["source"] if clause else None,
        start=clause["start"] + at if clause and at >= 0 else None,
        end=clause["start"] + at + len(quote) if clause and quote and at >= 0 else None,
    )
