"""The coverage heat map: pillars against what a closed loop needs; empty cells stand out.

Every cell shows its number, so that shade only helps; an empty cell is white and marked 缺.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graph.elements import Node
from ui.figures.drawing import Drawing, Sheet
from ui.figures.frame import Caption, Key
from ui.figures.layouts.lanes import LEADERS
from ui.figures.layouts.tables import Line, Table, draw_table
from ui.figures.look import mix
from ui.figures.scope import Column, Scope
from ui.figures.words import as_of, asked, source

_SHADE = "#0072B2"
_EMPTY = "#FFFFFF"
_LACKING = "缺"


def draw_coverage(scope: Scope, sheet: Sheet, number: int = 1) -> tuple[Drawing, ...]:
    """A row a pillar or chapter, a column a part of the loop."""
    columns = scope.columns
    parts: tuple[tuple[str, Callable[[Column], int]], ...] = (
        ("举措", lambda column: len(column.measures)),
        ("有牵头、负责单位的举措", lambda column: _led(scope, column)),
        ("定量目标", lambda column: _kind(column.targets, "quantified")),
        ("定性目标", lambda column: _kind(column.targets, "qualitative")),
        ("有期限的目标", lambda column: sum("year" in t.properties for t in column.targets)),
        ("节点", lambda column: _milestones(scope, column)),
    )
    counts = [[count(column) for _, count in parts] for column in columns]
    most = [max((row[place] for row in counts), default=0) for place in range(len(parts))]
    lines = [_line(column, row, most) for column, row in zip(columns, counts, strict=True)]
    empty = sum(value == 0 for row in counts for value in row)
    facts = [fact for c in columns for fact in (*c.measures, *c.targets)]
    caption = Caption(
        f"{scope.title}：闭环覆盖热力图",
        source(scope.subgraph, facts, scope.documents),
        as_of(scope.subgraph, scope.documents),
        asked("coverage.plan_pillar", "closure.gaps", plan=scope.title),
        (
            Key("该列最多", mix(_SHADE, 0.55), _SHADE),
            Key("较少", mix(_SHADE, 0.15), _SHADE),
            Key("空缺", _EMPTY, _SHADE),
        ),
        number,
        f"{_counted(columns)}、{len(parts)}个环节，空缺{empty}处" if columns else "没有举措和目标",
    )
    heads = (scope.column_word, *(head for head, _ in parts))
    aligns = ("start", *("middle" for _ in parts))
    table = Table(heads, (2.2, *(1.0 for _ in parts)), aligns, tuple(lines))
    return draw_table(table, sheet, lambda _: caption)


def _line(column: Column, row: Sequence[int], most: Sequence[int]) -> Line:
    shades = [
        mix(_SHADE, 0.1 + 0.45 * value / high) if value else _EMPTY
        for value, high in zip(row, most, strict=True)
    ]
    cells = (column.name, *(str(value) if value else _LACKING for value in row))
    lacking = tuple(place for place, cell in enumerate(cells) if cell == _LACKING)
    quote = column.node.evidence[0].quote if column.node and column.node.evidence else ""
    return Line(cells, column.node.id if column.node else "", quote, ("#F4F6F8", *shades), lacking)


def _counted(columns: Sequence[Column]) -> str:
    chapters = sum(column.kind == "chapter" for column in columns)
    counts = ((len(columns) - chapters, "个支柱"), (chapters, "个章节"))
    return "、".join(f"{count}{word}" for count, word in counts if count)


def _led(scope: Scope, column: Column) -> int:
    return sum(bool(scope.edges(measure, *LEADERS)) for measure in column.measures)


def _kind(targets: Sequence[Node], kind: str) -> int:
    return sum(target.properties["kind"] == kind for target in targets)


def _milestones(scope: Scope, column: Column) -> int:
    return sum(len(scope.owned(measure, "HAS_MILESTONE")) for measure in column.measures)
