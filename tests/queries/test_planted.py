"""The facts planted in the sample city: all of them are found, and no others.

Once in the graph made from its labels, once in the graph that we read from its documents.
"""

from __future__ import annotations

from typing import Any

import pytest

from graph.elements import Subgraph
from graph.store import Store
from queries import run
from tests.oracle.loading import filled
from tests.oracle.truth_graph import truth, truth_parts

PLANTED: dict[str, Any] = truth()["planted"]
TITLES = {name: found.get("title") for name, found in truth()["documents"].items()}
CITY = "江屿市"


@pytest.fixture(
    scope="module",
    params=[
        (graph, engine) for engine in ("embedded", "neo4j") for graph in ("labels", "documents")
    ],
    ids="-".join,
)
def store(request: pytest.FixtureRequest, read_parts: tuple[Subgraph, ...]) -> Store:
    graph, engine = request.param
    parts = truth_parts() if graph == "labels" else read_parts
    return filled(request.getfixturevalue(f"{engine}_store"), parts)


def asked(store: Store, name: str, *columns: str) -> set[tuple[Any, ...]]:
    """The rows of the sample city, cut to some columns."""
    result = run(store, name)
    cells = [result.column(column) for column in columns]
    documents = result.column("document")
    return {
        row for row, title in zip(zip(*cells, strict=True), documents, strict=True) if CITY in title
    }


def test_conflicts(store: Store) -> None:
    columns = ("conflict", "document", "value", "unit", "year")
    others = ("other_document", "other_value", "other_unit", "other_year")
    found = {
        (row[0], frozenset([tuple(map(_plain, row[1:5])), tuple(map(_plain, row[5:]))]))
        for row in asked(store, "targets.conflicts", *columns, *others)
    }
    wanted = {
        (
            planted["kind"],
            frozenset(
                (TITLES[side["document"]], side["value"], side["unit"], side["year"])
                for side in planted["sides"]
            ),
        )
        for planted in PLANTED["conflicts"]
    }
    assert found == wanted


def test_the_total_that_its_parts_do_not_make(store: Store) -> None:
    (planted,) = PLANTED["rollup_mismatch"]
    columns = ("year", "total", "sum", "gap", "parts", "document")
    assert asked(store, "targets.rollup", *columns) == {
        (
            planted["year"], planted["whole"]["value"], planted["sum_of_parts"],
            planted["missing"], len(planted["parts"]), TITLES[planted["whole"]["document"]],
        )
    }  # fmt: skip


def test_parts_that_make_their_total_are_no_gap(store: Store) -> None:
    """NC4: 84 + 76 + 64 + 56 = 280."""
    result = run(store, "targets.rollup", only_gaps=False)
    found = dict(zip(result.column("total"), result.column("gap"), strict=True))
    assert (found[280], found[120]) == (0, 15)


def test_targets_without_a_measure(store: Store) -> None:
    quotes = asked(store, "closure.unsupported_targets", "document", "quote")
    found = {(title, PLANTED_QUOTES[quote]) for title, quote in quotes if quote in PLANTED_QUOTES}
    assert len(quotes) == 5  # one of the four indicators has a value in 2028 and one in 2030
    assert found == {
        (TITLES[planted["document"]], planted["indicator"])
        for planted in PLANTED["targets_without_measure"]
    }


PLANTED_QUOTES = {
    planted["quote"]: planted["indicator"] for planted in PLANTED["targets_without_measure"]
} | {"全社会研发经费投入占地区生产总值比重达到3.2%—3.5%": "全社会研发经费投入占地区生产总值比重"}


def test_measures_without_an_owner(store: Store) -> None:
    wanted = {(TITLES[p["document"]], p["name"], "none") for p in PLANTED["measures_without_owner"]}
    wanted |= {(TITLES[p["document"]], p["name"], "vague") for p in PLANTED["vague_owners"]}
    assert asked(store, "responsibility.unassigned", "document", "measure", "gap") == wanted


def test_one_measure_with_two_leads(store: Store) -> None:
    (planted,) = PLANTED["same_measure_other_lead"]
    columns = ("document", "lead", "other_document", "other_lead")
    result = run(store, "responsibility.split_lead")
    found = [tuple(result.column(name)[n] for name in columns) for n in range(len(result.rows))]
    sides = [(TITLES[side["document"]], side["leads"]) for side in planted["sides"]]
    assert found in ([(*sides[0], *sides[1])], [(*sides[1], *sides[0])])
    assert result.column("task") == (planted["name"],)


def test_dependencies_on_what_another_plan_builds(store: Store) -> None:
    """A plan is read alone: it names what it needs, and another plan has the measure for it.

    In the graph of labels the dependency ends at the other plan.
    """
    measures = {
        measure["id"]: measure["name"]
        for document in truth()["documents"].values()
        for measure in document.get("measures", [])
    }
    result = run(store, "dependency.chain")
    columns = (result.column(name) for name in ("names", "built_by", "quote"))
    found = {(names[0], *built_by, quote) for names, built_by, quote in zip(*columns, strict=True)}
    planted = [
        (measures[p["from_measure"]], p["to_name"], p["quote"]) for p in PLANTED["dependencies"]
    ]
    assert found in ({*planted}, {(first, quote) for first, _, quote in planted})


def test_blind_spots(store: Store) -> None:
    gap = PLANTED["numbering_gap"][0]
    wanted = {("numbering_gap", gap["missing"].strip("（）"), TITLES[gap["document"]])}
    wanted |= {
        ("cited_not_loaded", planted["title"], TITLES[planted["document"]])
        for planted in PLANTED["citation_outside_set"]
    }
    wanted |= {
        ("vague_owner", planted["name"], TITLES[planted["document"]])
        for planted in PLANTED["vague_owners"]
    }
    assert asked(store, "quality.blindspots", "blindspot", "subject", "document") == wanted


def _plain(value: Any) -> Any:
    """A unit that is not there reads the same whether it is absent or empty."""
    return "" if value is None else value
