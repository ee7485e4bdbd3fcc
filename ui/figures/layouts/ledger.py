"""The target ledger: every target with its value, its year, who answers for it and its clause."""

from __future__ import annotations

from graph.elements import Node
from ui.figures.drawing import Drawing, Sheet
from ui.figures.frame import Caption
from ui.figures.layouts.lanes import LEADERS
from ui.figures.layouts.tables import Line, Table, draw_table, without_empty_columns
from ui.figures.scope import Scope
from ui.figures.words import as_of, asked, source, target_amount

HEADS = ("序号", "目标", "目标值", "期限", "性质", "牵头、负责单位", "出处")
_BINDING = {"binding": "约束性", "anticipatory": "预期性"}


def draw_ledger(scope: Scope, sheet: Sheet, number: int = 1) -> tuple[Drawing, ...]:
    """Targets with a number first, by year; then those without."""
    targets = ordered(scope.targets())
    lines = [
        Line(tuple(row), target.id, target.evidence[0].quote if target.evidence else "")
        for target, row in zip(targets, rows(scope), strict=True)
    ]
    caption = Caption(
        f"{scope.title}：目标台账",
        source(scope.subgraph, targets, scope.documents),
        as_of(scope.subgraph, scope.documents),
        asked("targets.list", plan=scope.title),
        number=number,
        note=_note(targets),
    )
    table = Table(
        HEADS, (0.8, 4.0, 1.8, 1.1, 1.1, 2.2, 1.1),
        ("middle", "start", "middle", "middle", "middle", "start", "middle"), tuple(lines),
    )  # fmt: skip
    return draw_table(without_empty_columns(table), sheet, lambda _: caption)


def rows(scope: Scope) -> list[list[str]]:
    """The ledger as a table of texts under HEADS."""
    found = []
    for number, target in enumerate(ordered(scope.targets()), 1):
        facts = target.properties
        year = f"{facts['year']}年" if "year" in facts else "—"
        binding = _BINDING.get(str(facts.get("bindingness")), "—")
        found.append(
            [
                str(number), str(facts["name"]), target_amount(target) or "定性", year, binding,
                "、".join(_answering(scope, target)) or "—", scope.clause(target),
            ]
        )  # fmt: skip
    return found


def ordered(targets: tuple[Node, ...]) -> list[Node]:
    """Numbers before words, years in order, none last."""
    return sorted(
        targets,
        key=lambda t: (
            t.properties["kind"] != "quantified",
            int(str(t.properties.get("year", 9999))),
        ),
    )


def _answering(scope: Scope, target: Node) -> list[str]:
    """Who is named for the target itself, else for the measure that sets it."""
    own = scope.edges(target, *LEADERS)
    if not own:
        setters = scope.setters.get(target.id, ())
        own = [edge for measure in setters for edge in scope.edges(measure, *LEADERS)]
    names = {e.target: str(scope.nodes[e.target].properties["name"]) for e in own}
    return sorted(names.values())


def _note(targets: list[Node]) -> str:
    if not targets:
        return "没有目标"
    counted = sum(target.properties["kind"] == "quantified" for target in targets)
    return f"共{len(targets)}项，其中定量{counted}项，定性{len(targets) - counted}项"
