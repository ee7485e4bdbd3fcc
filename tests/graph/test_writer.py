"""Loading, loading again and removing: what one document says never touches another's word."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from graph import writer
from graph.elements import Edge, Node, Subgraph, Value
from graph.errors import SchemaError, StoreError
from graph.store import Store
from graph.stored import loaded_documents
from graph.writer import Written, remove_document, write
from tests.graph.small_plans import (
    BUREAU,
    PASTURES,
    PASTURES_ID,
    PORTS,
    PORTS_ID,
    STRATEGY,
    Plan,
    document_id,
    ports,
)  # fmt: skip


def refused(_: object) -> Any:
    raise AssertionError("nothing may be written")


def test_what_was_written_comes_back(store: Store) -> None:
    assert write(store, PORTS) == Written(
        created={
            "Document": 2, "Clause": 1, "Strategy": 1, "Measure": 2, "Organization": 1,
            "HAS_MEASURE": 2, "LED_BY": 1, "CITES": 1, "STATED_IN": 4, "IN_DOCUMENT": 1,
        }
    )  # fmt: skip
    assert store.read() == PORTS


def test_a_second_load_changes_nothing(store: Store) -> None:
    first = write(store, PORTS)
    assert write(store, PORTS) == Written(unchanged=first.created)
    assert store.read() == PORTS


@pytest.mark.parametrize("order", [(PORTS, PASTURES), (PASTURES, PORTS)])
def test_no_load_order_shows(store: Store, order: tuple[Subgraph, ...]) -> None:
    for subgraph in (*order, *order):
        write(store, subgraph)
    assert store.read() == PORTS.merge(PASTURES)


def test_a_document_is_replaced_alone(store: Store) -> None:
    write(store, PORTS)
    write(store, PASTURES)
    shorter = ports(second_measure=False)
    assert write(store, shorter) == Written(
        unchanged={
            "Document": 2, "Clause": 1, "Strategy": 1, "Measure": 1, "Organization": 1,
            "HAS_MEASURE": 1, "LED_BY": 1, "CITES": 1, "STATED_IN": 3, "IN_DOCUMENT": 1,
        },
        removed={"Measure": 1, "HAS_MEASURE": 1, "STATED_IN": 1},
    )  # fmt: skip
    assert store.read() == shorter.merge(PASTURES)


def test_a_shared_node_forgets_what_a_document_no_longer_says(store: Store) -> None:
    write(store, PORTS)
    write(store, PASTURES)
    silent = replace(
        PASTURES,
        nodes=tuple(
            replace(node, properties={"name": "海洋强市"}) if node.id == STRATEGY else node
            for node in PASTURES.nodes
        ),
    )
    assert write(store, silent).updated == {"Strategy": 1}
    (strategy,) = store.read().nodes_of("Strategy")
    assert strategy.properties == {"name": "海洋强市", "period_start": 2026}


def busy(*quotes: str) -> Subgraph:
    """A plan that names the bureau in each of these sentences."""
    plan = Plan("海岸行动计划", *quotes)
    named: dict[str, Value] = {"name": "市海洋局", "collective": False}
    plan.nodes.append(Node(BUREAU, "Organization", named, tuple(map(plan.evidence, quotes))))
    plan.edge("STATED_IN", BUREAU, plan.clause, *quotes)
    return plan.subgraph()


def test_of_many_places_the_node_keeps_the_first_and_the_edges_all(store: Store) -> None:
    often = busy("市海洋局清滩。", "市海洋局护岸。", "市海洋局植树。")
    less = busy("市海洋局植树。", "市海洋局清滩。")
    kept = "MATCH (o:Organization) UNWIND o.evidence AS e RETURN e, o.abridged ORDER BY e"
    for subgraph, first in ((often, "市海洋局清滩。"), (less, "市海洋局植树。")):
        write(store, subgraph)
        write(store, PASTURES)
        assert store.read() == subgraph.merge(PASTURES)
        found = store.rows(kept).values
        assert [json.loads(text)["quote"] for text, _ in found] == [first, "市海洋局"]
        assert [documents for _, documents in found] == [[document_id("海岸行动计划")]] * 2
    remove_document(store, document_id("海岸行动计划"))
    assert store.read() == PASTURES
    assert [documents for _, documents in store.rows(kept).values] == [None]


def test_a_removed_document_leaves_what_others_say(store: Store) -> None:
    write(store, PASTURES)
    write(store, PORTS)
    assert remove_document(store, PASTURES_ID) == Written(
        updated={"Document": 1, "Strategy": 1, "Organization": 1},
        removed={
            "Clause": 1, "Target": 1, "SETS_TARGET": 1, "ASSIGNED_TO": 1, "STATED_IN": 3,
            "IN_DOCUMENT": 1,
        },
    )  # fmt: skip
    assert store.read() == PORTS
    assert [document.id for document in store.status().documents] == [PORTS_ID]


def test_the_last_document_takes_everything_with_it(store: Store) -> None:
    for subgraph in (PORTS, PASTURES):
        write(store, subgraph)
    for document in (PORTS_ID, PASTURES_ID):
        remove_document(store, document)
    assert store.read() == Subgraph()


def test_a_document_that_was_never_loaded_cannot_be_removed(store: Store) -> None:
    write(store, PORTS)
    with pytest.raises(StoreError, match=f"no document {PASTURES_ID} was loaded"):
        remove_document(store, PASTURES_ID)  # it is only cited
    assert store.read() == PORTS


def test_more_than_a_batch(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "BATCH", 2)
    names = [f"第{number}项任务" for number in range(1, 8)]
    plan = Plan("任务清单", *names)
    for name in names:
        plan.measure(name)
    subgraph = plan.subgraph()
    assert write(store, subgraph).created == {
        "Document": 1, "Clause": 1, "Measure": 7, "STATED_IN": 7, "IN_DOCUMENT": 1,
    }  # fmt: skip
    assert store.read() == subgraph
    assert remove_document(store, plan.id).removed["STATED_IN"] == 7


def test_an_edge_whose_ends_have_moved_is_written_anew(store: Store) -> None:
    write(store, PORTS)
    (led,) = PORTS.edges_of("LED_BY")
    other = next(n.id for n in PORTS.nodes_of("Measure") if n.id != led.source)
    moved = Subgraph.of(
        PORTS.nodes, (replace(e, source=other) if e == led else e for e in PORTS.edges)
    )
    assert write(store, moved).updated == {"LED_BY": 1}
    assert store.read() == moved


def test_a_failure_half_way_leaves_the_store_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(store, PORTS)
    monkeypatch.setattr(writer, "_remove_nodes", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write(store, PASTURES)
    assert store.read() == PORTS


def test_writers_at_the_same_time_wait_for_each_other(store: Store) -> None:
    def load(subgraph: Subgraph) -> None:
        with Store(store._open) as other:
            for _ in range(5):
                write(other, subgraph)
                write(other, subgraph)
                remove_document(other, loaded_documents(subgraph)[0].id)
            write(other, subgraph)

    write(store, PORTS)
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(load, [PORTS, PASTURES]))
    assert store.read() == PORTS.merge(PASTURES)


def test_an_id_that_two_documents_claim_is_refused(store: Store) -> None:
    write(store, PORTS)
    (measure, *_) = PORTS.nodes_of("Measure")
    mine = replace(measure, properties={**measure.properties, "document_id": PASTURES_ID})
    with pytest.raises(StoreError, match="1 of 1 Measure were not written"):
        write(store, Subgraph.of((*PASTURES.nodes, mine), PASTURES.edges))
    assert store.read() == PORTS


def without_a_name(subgraph: Subgraph) -> Subgraph:
    nodes = (
        replace(n, properties={"collective": False}) if n.id == BUREAU else n
        for n in subgraph.nodes
    )
    return Subgraph.of(nodes, subgraph.edges)


def of_another(subgraph: Subgraph) -> Subgraph:
    nodes = (
        replace(n, properties={**n.properties, "document_id": PASTURES_ID})
        if n.label == "Measure" else n
        for n in subgraph.nodes
    )  # fmt: skip
    return Subgraph.of(nodes, subgraph.edges)


@pytest.mark.parametrize(
    ("subgraph", "title"),
    [
        (without_a_name(PORTS), f"breaks the schema: {BUREAU}: lacks name"),
        (of_another(PORTS), "belongs to document-.*and 1 more"),
        (PORTS.merge(PASTURES), "one loaded Document, found .*, "),
        (Subgraph(), "one loaded Document, found none"),
        (Subgraph.of([Node("x", "Thing")]), "unknown label Thing"),
        (
            Subgraph.of(PORTS.nodes, [Edge("e", "LED_BY", BUREAU, "nobody", {})]),
            "LED_BY has source Organization",
        ),
    ],
    ids=["property", "owner", "two documents", "none", "label", "ends"],
)
def test_what_breaks_the_schema_is_not_written(
    store: Store, monkeypatch: pytest.MonkeyPatch, subgraph: Subgraph, title: str
) -> None:
    monkeypatch.setattr(store, "change", refused)
    with pytest.raises(SchemaError, match=title):
        write(store, subgraph)
