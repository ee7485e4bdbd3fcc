"""An XLSX workbook: a sheet a label, one of relations, one of evidence, every cell a value.

No cell is a formula, whatever a document says: texts are stored as texts and marked so.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from graph.elements import Edge, Evidence, Node, Subgraph, Value
from graph.exchange.captions import caption
from graph.exchange.files import without_clock
from graph.exchange.xml import escape
from graph.schema import EDGE_TYPES, NODE_TYPES

LONGEST_CELL = 32_767
"""Characters a cell of this format holds; a longer text is cut there."""

_EVIDENCE = ("document", "clause", "start", "end", "quote", "rule")
_WIDEST = 60.0


def write_xlsx(subgraph: Subgraph) -> bytes:
    """Sheets in the order of the schema, rows in the order of their ids."""
    sheets: list[tuple[str, list[Sequence[Value | None]]]] = []
    for label, node_type in NODE_TYPES.items():
        nodes = subgraph.nodes_of(label)
        if nodes:
            names = [p.name for p in node_type.properties]
            names = [name for name in names if any(name in node.properties for node in nodes)]
            rows = [[node.id, *(node.properties.get(name) for name in names)] for node in nodes]
            sheets.append((node_type.zh, [("id", *names), *rows]))
    sheets.append(("关系", [_EDGE_HEAD, *_edges(subgraph)]))
    sheets.append(("出处", [("of", *_EVIDENCE), *_places((*subgraph.nodes, *subgraph.edges))]))
    return workbook(sheets)


def workbook(sheets: Iterable[tuple[str, Sequence[Sequence[Value | None]]]]) -> bytes:
    """Sheets by name; the first row of each is its head. The same values give the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        _fill(book.create_sheet(title), rows)
    file = io.BytesIO()
    book.save(file)
    return without_clock(file.getvalue())


_EDGE_HEAD = ("id", "type", "关系", "source", "source_name", "target", "target_name",
              "origin", "basis", "quote")  # fmt: skip


def _edges(subgraph: Subgraph) -> Iterable[list[Value | None]]:
    captions = {node.id: caption(node) for node in subgraph.nodes}
    for edge in subgraph.edges:
        zh = EDGE_TYPES[edge.type].zh if edge.type in EDGE_TYPES else edge.type
        ends = (edge.source, captions[edge.source], edge.target, captions[edge.target])
        facts = (edge.properties.get("origin"), edge.properties.get("basis"))
        quote = edge.evidence[0].quote if edge.evidence else None
        yield [edge.id, edge.type, zh, *ends, *facts, quote]


def _places(elements: Iterable[Node | Edge]) -> Iterable[list[Value | None]]:
    for element in elements:
        for evidence in element.evidence:
            yield [element.id, *_place(evidence)]


def _place(evidence: Evidence) -> Iterable[Value]:
    return (getattr(evidence, name) for name in _EVIDENCE)


def _fill(sheet: Any, rows: Sequence[Sequence[Value | None]]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    head = Font(bold=True)
    shade = PatternFill("solid", start_color="D9E2EC")
    wrap = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row, 1):
            cell = sheet.cell(number, place)
            _write(cell, value)
            cell.alignment = wrap
            if number == 1:
                cell.font, cell.fill = head, shade
    sheet.freeze_panes = "A2"
    _print_on_pages(sheet)
    if rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(rows[0]))}{len(rows)}"
        for place in range(len(rows[0])):
            longest = max(_width(row[place]) for row in rows)
            sheet.column_dimensions[get_column_letter(place + 1)].width = min(longest, _WIDEST)


def _print_on_pages(sheet: Any) -> None:
    """Landscape, all columns on one page's width, the head and the lines on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.print_options.gridLines = True


def _write(cell: Any, value: Value | None) -> None:
    if value is None:
        return
    if isinstance(value, bool | int | float):
        cell.value = value
        return
    text = "、".join(value) if isinstance(value, list) else value
    cell.value = escape(text)[:LONGEST_CELL]
    cell.data_type = "s"  # openpyxl takes a text that begins with = for a formula
    cell.quotePrefix = True


def _width(value: Value | None) -> float:
    text = "、".join(value) if isinstance(value, list) else str("" if value is None else value)
    longest = max(text.split("\n"), key=len)
    return 2 + sum(2.0 if sign > "\u2e7f" else 1.1 for sign in longest[: int(_WIDEST)])
