"""How fast the questions are, on the embedded engine and on Neo4j, side by side in one run.

    python benchmarks/queries.py [--documents 100] [--runs 40] [--no-neo4j] [--hostile]

The bars: p95 of 50 ms a question at 50,000 nodes and 200,000 edges (100 documents), of 15 ms at
the scale of one plan (--documents 1). A question that takes a plan, a body or a name is asked
for one. --hostile measures instead how soon the console comes back from queries that would run
for ever: within its time limit and two seconds.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.synthetic_plans import synthetic_plans  # noqa: E402
from graph.connection import connect_to_server  # noqa: E402
from graph.elements import Node  # noqa: E402
from graph.engine_connection import connect_to_engine  # noqa: E402
from graph.errors import QueryError  # noqa: E402
from graph.store import Store  # noqa: E402
from graph.stored import abridged, edge_properties, node_properties  # noqa: E402
from graph.writer import BATCH  # noqa: E402
from queries import Query, all_queries, run  # noqa: E402
from queries.console import ask_freely  # noqa: E402
from tests.neo4j_server import neo4j_server  # noqa: E402

PLAN = "第0号专项行动计划"
GIVEN: dict[str, Any] = {
    "plan": PLAN, "organization": "单位7", "sector": "领域7", "indicator": "指标7",
    "document": PLAN, "thing": f"{PLAN}Measure3", "start": f"{PLAN}Measure3",
    "end": f"{PLAN}Measure4", "words": "第0号计划第7段",
}  # fmt: skip
WARMING = 5
HOSTILE = {
    "cross product": "MATCH (a), (b), (c) WHERE a.name = b.name + c.name RETURN a",
    "all paths": "MATCH p = (a)-[*1..30]-(b) RETURN count(p) AS n",
    "one long expression": "RETURN size(reduce(x = '', i IN range(1, 900000) | x + 'a')) AS n",
    "a million rows": "UNWIND range(1, 1000000) AS x RETURN x",
    "file": "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--no-neo4j", action="store_true")
    parser.add_argument("--hostile", action="store_true")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(lambda: connect_to_engine(Path(folder) / "embedded")) as embedded,
        neo4j(Path(folder) / "neo4j", options.no_neo4j) as server,
    ):
        stores = {"embedded": embedded, **({"neo4j": server} if server else {})}
        for name, store in stores.items():
            print(f"{name}: {loaded(store, options.documents)}", flush=True)
        gc.freeze()  # what filling left behind, as the explorer does with the graph it holds
        if options.hostile:
            hostile(stores)
        else:
            side_by_side(stores, options.runs)


@contextmanager
def neo4j(home: Path, left_out: bool) -> Iterator[Store | None]:
    if left_out:
        yield None
        return
    home.mkdir(parents=True)
    with (
        neo4j_server(home, "side-by-side") as uri,
        Store(lambda: connect_to_server(settings(uri))) as store,
    ):
        yield store


def settings(uri: str) -> dict[str, str]:
    return {"NEO4J_URI": uri, "NEO4J_USER": "neo4j", "NEO4J_PASSWORD": "side-by-side"}


def loaded(store: Store, documents: int) -> str:
    """Fill a store at once (what a load takes is measured in store_load.py)."""
    started = time.perf_counter()
    nodes: dict[tuple[str, str], dict[str, Node]] = {}
    edges: dict[str, dict[tuple[str, str, str], dict[str, dict[str, Any]]]] = {}
    for part in synthetic_plans(documents):
        (document,) = (
            d.id for d in part.nodes_of("Document") if d.properties["status"] == "loaded"
        )
        labels = {node.id: node.label for node in part.nodes}
        for node in abridged(part, document):
            nodes.setdefault((node.label, node.id), {})[document] = node
        for edge in part.edges:
            ends = (edge.type, labels[edge.source], labels[edge.target])
            kept = edges.setdefault(edge.type, {}).setdefault(ends, {})
            kept[edge.id] = edge_properties(edge, document)
    for label in sorted({label for label, _ in nodes}):
        rows = [node_properties(said) for (its, _), said in nodes.items() if its == label]
        create(store, f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", rows)
    for kinds in edges.values():
        for (type, source, target), found in kinds.items():
            text = (
                f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) "
                f"MATCH (b:{target} {{id: row.target}}) CREATE (a)-[r:{type}]->(b) SET r = row"
            )
            create(store, text, list(found.values()))
    status = store.status()
    counted = sum(number for name, number in status.counts.items() if name.isupper())
    seconds = time.perf_counter() - started
    total = sum(status.counts.values())
    return f"{status.version}, {total - counted} nodes, {counted} edges, filled in {seconds:.0f} s"


def create(store: Store, cypher: str, rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        store.change(lambda transaction, batch=batch: transaction.run(cypher, rows=batch).consume())


def side_by_side(stores: dict[str, Store], runs: int) -> None:
    heads = "".join(f"{name + ' p50':>14}{'p95':>8}" for name in stores)
    print(f"{'question':<32}{heads}  rows (ms)")
    for query in all_queries():
        line, rows, asked = f"{query.name:<32}", -1, given(query)
        for store in stores.values():
            try:
                for _ in range(WARMING):  # plans and code are compiled
                    rows = len(run(store, query, **asked).rows)
            except QueryError:
                line += f"{'stopped':>14}{'':>8}"
                continue
            ask = partial(run, store, query, **asked)
            times = sorted(timed(ask) for _ in range(runs))
            middle, late = times[len(times) // 2], times[int(len(times) * 0.95)]
            line += f"{1000 * middle:>14.1f}{1000 * late:>8.1f}"
        print(f"{line}  {rows}", flush=True)


def hostile(stores: dict[str, Store]) -> None:
    for name, cypher in HOSTILE.items():
        line = f"{name:<24}"
        for store in stores.values():
            line += f"{timed(partial(refused, store, cypher)):>8.2f} s"
        print(line, flush=True)


def refused(store: Store, cypher: str) -> None:
    try:
        ask_freely(store, cypher, timeout=1.0)
    except QueryError:
        return


def given(query: Query) -> dict[str, Any]:
    return {p.name: GIVEN[p.name] for p in query.params if p.name in GIVEN}


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
