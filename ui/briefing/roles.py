"""责任分工表: every task with who leads, answers, supports, oversees, its targets, its clause."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any

from graph.exchange.csv_pair import as_text
from graph.exchange.workbook import workbook
from graph.store import Store
from queries.run import run
from ui.figures.writers import report

HEADS = ("序号", "任务", "目标", "牵头单位", "负责单位", "配合单位", "指导督查", "完成时限", "出处")
SHARES = (0.7, 2.6, 2.2, 1.7, 1.5, 2.0, 1.4, 1.2, 1.5)


def rows(store: Store, plan: object | None) -> list[tuple[str, ...]]:
    """The table as texts under HEADS; of all plans when none is named."""
    result = run(store, "responsibility.ledger", **({} if plan is None else {"plan": plan}))
    several = len({row[result.columns.index("document")] for row in result.rows}) > 1
    found: list[tuple[str, ...]] = []
    for at, row in enumerate(result.rows, 1):
        cells = dict(zip(result.columns, row, strict=True))
        place = f"第{cells['clause']}段"
        found.append(
            (
                str(at), str(cells["task"]), _listed(cells["targets"]), _listed(cells["lead"]),
                _listed(cells["responsible"]), _listed(cells["support"]),
                _listed(cells["oversight"]), _listed(cells["deadline"]),
                f"《{cells['document']}》{place}" if several else place,
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
    report.turn(document)
    report.add_title(document, title)
    report.add_table(document, HEADS, table, SHARES)
    return report.document_bytes(document)


WRITERS: dict[str, Callable[[str, Sequence[Sequence[str]]], bytes]] = {
    "xlsx": write_xlsx,
    "docx": write_docx,
    "csv": write_csv,
}


def _listed(value: Any) -> str:
    return "、".join(str(item) for item in value)
