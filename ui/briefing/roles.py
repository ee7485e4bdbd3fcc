"""责任分工表: every task with who leads, answers, supports, oversees, its targets, its clause."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from graph.elements import Node, Subgraph
from graph.exchange.csv_pair import as_text
from graph.exchange.workbook import workbook
from graph.store import Store
from graph.titles import titled
from queries.run import run
from ui.figures.scope import in_order
from ui.figures.words import date_text, target_text
from ui.figures.writers import report

QUESTION = "responsibility.ledger"
HEADS = ("序号", "任务", "目标", "牵头单位", "负责单位", "配合单位", "指导督查", "完成时限", "出处")
SHARES = (0.8, 2.4, 2.6, 1.7, 1.4, 2.0, 1.4, 1.5, 1.2)


def rows(store: Store, subgraph: Subgraph, plan: object | None) -> list[tuple[str, ...]]:
    """The table as texts under HEADS; of all plans when none is named.

    `subgraph` is what the store holds: it gives the targets their values.
    """
    targets = _targets(subgraph)
    result = run(store, QUESTION, **({} if plan is None else {"plan": plan}))
    several = len({row[result.columns.index("document")] for row in result.rows}) > 1
    found: list[tuple[str, ...]] = []
    for at, row in enumerate(result.rows, 1):
        cells = dict(zip(result.columns, row, strict=True))
        place = f"第{cells['clause']}段"
        found.append(
            (
                str(at), str(cells["task"]), "；".join(targets[cells["id"]]),
                _listed(cells["lead"]), _listed(cells["responsible"]), _listed(cells["support"]),
                _listed(cells["oversight"]), _listed([date_text(day) for day in cells["deadline"]]),
                f"{titled(cells['document'])}{place}" if several else place,
            )
        )  # fmt: skip
    return found


def write_csv(title: str, table: Sequence[Sequence[str]]) -> bytes:
    """With a byte order mark for spreadsheets; no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADS)
    writer.writerows([as_text(cell) if cell else "" for cell in row] for row in table)
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(title: str, table: Sequence[Sequence[str]]) -> bytes:
    """One sheet."""
    return workbook([("责任分工表", [HEADS, *table])])


def write_docx(title: str, table: Sequence[Sequence[str]]) -> bytes:
    """A landscape page, the head repeated on every page."""
    document = report.open_document(None, title)
    report.turn(document, new=False)
    report.add_title(document, title)
    report.add_table(document, HEADS, table, SHARES)
    return report.document_bytes(document)


WRITERS: dict[str, Callable[[str, Sequence[Sequence[str]]], bytes]] = {
    "xlsx": write_xlsx,
    "docx": write_docx,
    "csv": write_csv,
}


def _targets(subgraph: Subgraph) -> dict[object, list[str]]:
    """The targets of a measure in words, with their values, in the order of the text."""
    nodes = {node.id: node for node in subgraph.nodes_of("Target")}
    found: dict[object, list[Node]] = defaultdict(list)
    for edge in subgraph.edges_of("SETS_TARGET"):
        found[edge.source].append(nodes[edge.target])
    words = {id_: [target_text(node) for node in in_order(set_)] for id_, set_ in found.items()}
    return defaultdict(list, words)


def _listed(value: Any) -> str:
    return "、".join(str(item) for item in value)
