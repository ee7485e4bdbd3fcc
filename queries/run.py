"""Ask a question: `run(store, "targets.list", year=2030)` gives a Result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.elements import Edge, Node, Subgraph
from graph.errors import QueryError
from queries.catalog import Query, Scalar, get_query
from queries.notes import Note
from queries.parameters import convert, spelled_as_in_the_graph
from queries.parameters import suggestions as suggestions

if TYPE_CHECKING:
    import pandas

    from graph.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Rows under their columns; `subgraph` holds every node and edge of them.

    A node that many sentences state (a body, a sector) comes with its first place in each
    document; `trace.evidence` gives all.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    subgraph: Subgraph
    notes: tuple[Note, ...] = ()

    def column(self, name: str) -> tuple[Any, ...]:
        """The values of one column, from top to bottom."""
        index = self.columns.index(name)
        return tuple(row[index] for row in self.rows)

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a DataFrame; a node shows by its name, an edge by its type."""
        import pandas

        rows = [[_shown(value) for value in row] for row in self.rows]
        return pandas.DataFrame(rows, columns=list(self.columns))

    def to_networkx(self) -> Any:
        """The subgraph as a networkx.MultiDiGraph."""
        from graph.exchange import to_networkx

        return to_networkx(self.subgraph)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Answer):
    """The answer to a canned question.

    `denominator` is the number that the rows are out of (None when the question has none), see
    `query.denominator` for its words. Columns named `id` or `…_id` hold ids of the graph: what a
    row speaks of, for `trace.evidence`.
    """

    query: Query
    parameters: Mapping[str, Scalar | None]
    denominator: int | float | None


def run(store: Store, query_or_name: Query | str, /, **params: object) -> Result:
    """Ask a question of a store. Raises QueryError (NotFound, BadParameter)."""
    query = get_query(query_or_name) if isinstance(query_or_name, str) else query_or_name
    values, notes = spelled_as_in_the_graph(store, query, convert(query, params))
    found = store.rows(query.cypher, values)
    rows = tuple(tuple(row[column] for column in query.columns) for row in found)
    if not rows:
        _refuse_an_empty_store(store)
    told = answer(query.columns, rows, tuple(notes))
    return Result(
        columns=told.columns,
        rows=told.rows,
        subgraph=told.subgraph,
        notes=told.notes,
        query=query,
        parameters=values,
        denominator=_total(store, query, values),
    )


def answer(
    columns: tuple[str, ...], rows: tuple[tuple[Any, ...], ...], notes: tuple[Note, ...] = ()
) -> Answer:
    """Rows with the subgraph of all nodes and edges that stand in them."""
    elements = tuple(_elements(rows))
    subgraph = Subgraph.of(
        (element for element in elements if isinstance(element, Node)),
        (element for element in elements if isinstance(element, Edge)),
    )
    return Answer(columns=columns, rows=rows, subgraph=subgraph, notes=notes)


def _total(store: Store, query: Query, values: Mapping[str, Scalar | None]) -> int | float | None:
    if query.total is None:
        return None
    (row,) = store.rows(query.total, values)
    (number,) = row.values()
    return number if isinstance(number, int | float) else None


def _refuse_an_empty_store(store: Store) -> None:
    if not store.rows("MATCH (d:Document) RETURN d.id AS id ORDER BY id LIMIT 1", {}):
        raise QueryError(
            "the store has no documents",
            where=store.where,
            hint="load some first: plangraph load PATH",
        )


def _elements(value: object) -> Iterator[Node | Edge]:
    if isinstance(value, Node | Edge):
        yield value
    elif isinstance(value, Subgraph):  # a path
        yield from value.nodes
        yield from value.edges
    elif isinstance(value, Mapping):
        yield from _elements(value.values())
    elif isinstance(value, Iterable) and not isinstance(value, str):
        for item in value:
            yield from _elements(item)


def _shown(value: object) -> object:
    if isinstance(value, Node):
        return value.properties.get("name") or value.properties.get("title") or value.id
    return value.type if isinstance(value, Edge) else value
