"""How long a load takes: the command from a cold process, and rows a second on both engines.

    python benchmarks/store_load.py [--runs 5] [--nodes 5000] [--edges 20000] [--no-neo4j]

The bar: `plangraph load` of the owner's document within 4 s, the start of the store included.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from graph.connection import connect_to_server  # noqa: E402
from graph.elements import Edge, Evidence, Node, Subgraph, make_id  # noqa: E402
from graph.engine_connection import connect_to_engine  # noqa: E402
from graph.store import Store  # noqa: E402
from graph.writer import remove_document, write  # noqa: E402
from tests.neo4j_server import neo4j_server  # noqa: E402

SEED = ROOT / "data" / "plans" / "tianjin-smart-technology-2017"
TEXT = (
    "到2030年，推进第{number}项重点任务，建成示范基地（市工业和信息化局牵头，市发展改革委配合）。"
)


def plan(nodes: int, edges: int) -> Subgraph:
    """One document: half clauses, half measures, in a hundred sectors, led by a hundred bodies."""
    title = "规模测试计划"
    document = make_id("Document", title)
    half = nodes // 2
    clauses = [make_id("Clause", document, i) for i in range(half)]
    measures = [make_id("Measure", document, i) for i in range(half)]
    sectors = [make_id("Sector", i) for i in range(100)]
    bodies = [make_id("Organization", i) for i in range(100)]

    def evidence(number: int) -> tuple[Evidence, ...]:
        quote = TEXT.format(number=number)
        return (Evidence(document, clauses[number], 0, len(quote), quote, "made", 0, len(quote)),)

    span = {"start": 0, "end": 9, "raw_start": 0, "raw_end": 9}
    found = [Node(document, "Document", {"title": title, "status": "loaded"})]
    for i in range(half):
        text = TEXT.format(number=i)
        belongs = {"document_id": document, "ordinal": i + 1}
        found.append(
            Node(clauses[i], "Clause", {"text": text, "kind": "paragraph", **belongs, **span})
        )
        named = {"name": f"第{i}项重点任务", "text": text, **belongs}
        found.append(Node(measures[i], "Measure", named, evidence(i)))
    found += [Node(id, "Sector", {"name": f"领域{i}"}) for i, id in enumerate(sectors)]
    found += [
        Node(id, "Organization", {"name": f"单位{i}", "collective": False})
        for i, id in enumerate(bodies)
    ]
    stated = {"origin": "stated", "basis": "explicit"}
    kinds: list[tuple[str, Callable[[int, int], str]]] = [
        ("STATED_IN", lambda i, _: clauses[i]),
        ("IN_SECTOR", lambda i, turn: sectors[(i + turn) % 100]),
        ("LED_BY", lambda i, turn: bodies[(i + turn) % 100]),
        ("SUPPORTED_BY", lambda i, turn: bodies[(i + turn + 50) % 100]),
    ]
    links = []
    for number in range(edges):
        i, turn = number % half, number // half
        type, target = kinds[turn % len(kinds)]
        id = make_id(type, measures[i], target(i, turn), document)
        links.append(Edge(id, type, measures[i], target(i, turn), stated, evidence(i)))
    return Subgraph.of(found, links)


def cold_loads(runs: int) -> None:
    command = [str(Path(sys.executable).with_name("plangraph")), "load", str(SEED)]
    for name, fresh in (("first load, new store", True), ("second load", False)):
        with tempfile.TemporaryDirectory() as folder:
            seconds, processor = [], []
            for run in range(runs + 1 - fresh):
                home = f"{folder}/{run}" if fresh else f"{folder}/same"
                environment = {**os.environ, "PLANGRAPH_HOME": home, "NEO4J_URI": ""}
                started, used = time.perf_counter(), time_of_children()
                subprocess.run(command, env=environment, check=True, capture_output=True)
                seconds.append(time.perf_counter() - started)
                processor.append(time_of_children() - used)
            if not fresh:  # the first one made the store
                del seconds[0], processor[0]
            print(
                f"plangraph load, {name}: median {statistics.median(seconds):.2f} s, longest "
                f"{max(seconds):.2f} s of {runs}; processor {statistics.median(processor):.2f} s"
            )


def time_of_children() -> float:
    """Seconds of processor that ended child processes took: what a busy machine does not blur."""
    times = os.times()
    return times.children_user + times.children_system


def rates(name: str, store: Store, subgraph: Subgraph) -> None:
    """Twice, so that a server that compiles as it runs is seen warm."""
    (document,) = subgraph.nodes_of("Document")
    elements = len(subgraph.nodes) + len(subgraph.edges)
    print(f"{name}: {len(subgraph.nodes)} nodes, {len(subgraph.edges)} edges")
    for warmth in ("cold", "warm"):
        for action, work in (
            ("first load", lambda: write(store, subgraph)),
            ("second load", lambda: write(store, subgraph)),
            ("read", store.read),
            ("remove", lambda: remove_document(store, document.id)),
        ):
            started = time.perf_counter()
            work()
            seconds = time.perf_counter() - started
            print(f"  {warmth} {action}: {seconds:.2f} s, {elements / seconds:,.0f} elements/s")


@contextmanager
def embedded() -> Iterator[Store]:
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(lambda: connect_to_engine(Path(folder))) as store,
    ):
        yield store


@contextmanager
def server() -> Iterator[Store]:
    with (
        tempfile.TemporaryDirectory() as folder,
        neo4j_server(Path(folder) / "neo4j", "sea-and-sky", options=()) as uri,
    ):
        settings = {"NEO4J_URI": uri, "NEO4J_USER": "neo4j", "NEO4J_PASSWORD": "sea-and-sky"}
        with Store(lambda: connect_to_server(settings)) as store:
            yield store


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--nodes", type=int, default=5_000)
    parser.add_argument("--edges", type=int, default=20_000)
    parser.add_argument("--no-neo4j", action="store_true")
    given = parser.parse_args()
    cold_loads(given.runs)
    subgraph = plan(given.nodes, given.edges)
    with embedded() as store:
        rates("embedded", store, subgraph)
    if not given.no_neo4j:
        with server() as store:
            rates("Neo4j 5.26", store, subgraph)


if __name__ == "__main__":
    main()
