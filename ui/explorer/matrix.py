"""Coverage as counts: which items two things have in common, and where there are none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ui.explorer.index import Index
from ui.explorer.namesakes import told_apart
from ui.explorer.reach import items_of, items_of_year, years_of

Named = tuple[str, str]
"""An id (or a year) and what is written for it."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows, columns, and the items of every cell; the emptiest row and column come first."""

    rows: tuple[Named, ...]
    columns: tuple[Named, ...]
    cells: Mapping[tuple[str, str], frozenset[str]]

    @property
    def empty(self) -> int:
        """How many cells hold nothing."""
        return sum(not items for items in self.cells.values())


def plans_by_pillars(index: Index, strategy: str) -> Matrix:
    """The plans and pillars of a strategy: what each plan says under each pillar."""
    edges = index.touching.get(strategy, ())
    pillars = [e.target for e in edges if e.type == "HAS_PILLAR"]
    plans = [e.target for e in edges if e.type == "HAS_PLAN"]
    plans += [
        edge.target
        for pillar in pillars
        for edge in index.touching.get(pillar, ())
        if edge.type == "HAS_PLAN" and edge.source == pillar
    ]
    return _matrix(index, _named(index, plans), _named(index, pillars))


def sectors_by_plans(index: Index) -> Matrix:
    """Which plan does something in which sector."""
    sectors = [node.id for node in index.graph.nodes_of("Sector")]
    plans = [node.id for node in index.graph.nodes_of("ActionPlan") if items_of(index, node.id)]
    return _matrix(index, _named(index, sectors), _named(index, plans))


def organizations_by_years(index: Index) -> Matrix:
    """What is due by when, and by whom."""
    bodies = [node.id for node in index.graph.nodes_of("Organization") if items_of(index, node.id)]
    years = sorted({year for node in index.graph.nodes for year in years_of(node)})
    return _matrix(
        index,
        _named(index, bodies),
        [(str(year), str(year)) for year in years],
        column_items=lambda year: items_of_year(index, int(year)),
        sort_columns=False,
    )


def _named(index: Index, ids: Sequence[str]) -> list[Named]:
    return list(told_apart(index, (id for id in dict.fromkeys(ids) if id in index.nodes)).items())


def _matrix(
    index: Index,
    rows: Sequence[Named],
    columns: Sequence[Named],
    *,
    column_items: Callable[[str], frozenset[str]] | None = None,
    sort_columns: bool = True,
) -> Matrix:
    of_row = {id: items_of(index, id) for id, _ in rows}
    of_column = {id: (column_items or (lambda i: items_of(index, i)))(id) for id, _ in columns}
    cells = {(r, c): of_row[r] & of_column[c] for r, _ in rows for c, _ in columns}

    def filled(named: Named, place: int) -> tuple[int, str]:
        return sum(bool(v) for key, v in cells.items() if key[place] == named[0]), named[1]

    return Matrix(
        rows=tuple(sorted(rows, key=lambda named: filled(named, 0))),
        columns=tuple(
            sorted(columns, key=lambda named: filled(named, 1)) if sort_columns else columns
        ),
        cells=cells,
    )
