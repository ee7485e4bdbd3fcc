"""The version comparison: a row a change, the old and the new sentence side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.elements import Node, Subgraph
from graph.schema import NODE_TYPES
from ui.figures.drawing import Drawing, Sheet
from ui.figures.frame import Caption
from ui.figures.layouts.tables import Line, Table, draw_table
from ui.figures.versions import COMPARED, Change, Fact, compare, own_words
from ui.figures.words import as_of, short, source

_ADDED, _REMOVED, _CHANGED, _SAME = "新增", "删除", "修改", "不变"
_ORDER = (_CHANGED, _ADDED, _REMOVED)
_FILLS = {_CHANGED: "#F8E3B6", _ADDED: "#CFE8DF", _REMOVED: "#E3E6EA"}
_LONGEST = 60  # characters of a quote that a cell shows


def draw_comparison(
    subgraph: Subgraph, old: Node, new: Node, sheet: Sheet, number: int = 1
) -> tuple[Drawing, ...]:
    """All changes from the old document to the new one, on as many pages as they need."""
    changes = compare(subgraph, old, new)
    shown = _in_order(changes)
    titles = (str(old.properties["title"]), str(new.properties["title"]))
    facts = [fact.node for c in shown for fact in (c.old, c.new) if fact]
    caption = Caption(
        f"{titles[1]}：版本比较",
        source(subgraph, facts),
        as_of(subgraph, {old.id, new.id}),
        f"两个版本有何不同（old={titles[0]}，new={titles[1]}）",
        number=number,
        note=_note(changes),
    )
    table = Table(
        _heads(old, new), (0.8, 0.8, 2.6, 4.2, 4.2, 1.5),
        ("middle", "middle", "start", "start", "start", "middle"),
        tuple(_line(change) for change in shown),
    )  # fmt: skip
    return draw_table(table, sheet, lambda _: caption)


def comparison_table(subgraph: Subgraph, old: Node, new: Node) -> dict[str, list[str]]:
    """The same rows, column by column under their heads; no rows when nothing differs."""
    lines = [_line(change).cells for change in _in_order(compare(subgraph, old, new))]
    return {head: [cells[place] for cells in lines] for place, head in enumerate(_heads(old, new))}


def _in_order(changes: Sequence[Change]) -> list[Change]:
    return [
        change
        for label in COMPARED
        for kind in _ORDER
        for change in changes
        if change.label == label and _kind(change) == kind
    ]


def _heads(old: Node, new: Node) -> tuple[str, ...]:
    return ("类别", "变化", "内容", _headed("原版本", old), _headed("新版本", new), "配对依据")


def _kind(change: Change) -> str:
    if change.old is None:
        return _ADDED
    if change.new is None:
        return _REMOVED
    return _CHANGED if change.differing else _SAME


def _line(change: Change) -> Line:
    kind = _kind(change)
    fact = change.new or change.old
    assert fact is not None  # a change is of something
    name = fact.name
    if change.differing:
        name += f"\n（{'、'.join(change.differing)}）"
    cells = (
        NODE_TYPES[change.label].zh, kind, name, _said(change.old, change.new, change.differing),
        _said(change.new, change.old, change.differing), change.basis or "—",
    )  # fmt: skip
    quotes = [found.quote for found in (change.old, change.new) if found]
    fills = ("", _FILLS[kind], "", "", "", "")
    return Line(cells, fact.node.id, " ／ ".join(dict.fromkeys(quotes)), fills)


def _said(fact: Fact | None, other: Fact | None, differing: Sequence[str]) -> str:
    """What differs, then the sentence and its place; without a pair all that it says."""
    if fact is None:
        return "—"
    headings = differing or tuple(fact.says)
    words = {"名称": fact.name, **fact.says}
    parts = [f"{heading}：{words.get(heading) or '—'}" for heading in headings if heading != "文字"]
    quote = f"“{short(own_words(fact, other), _LONGEST)}”（第{fact.clause}段）"
    return "\n".join(["；".join(parts), quote] if parts else [quote])


def _headed(word: str, document: Node) -> str:
    issued = document.properties.get("issued")
    return f"{word}（{issued}）" if issued else word


def _note(changes: Sequence[Change]) -> str:
    counted = Counter((change.label, _kind(change)) for change in changes)
    parts = []
    for label in COMPARED:
        numbers = [
            f"{kind}{counted[label, kind]}" for kind in (*_ORDER, _SAME) if counted[label, kind]
        ]
        if numbers:
            parts.append(f"{NODE_TYPES[label].zh}：{'、'.join(numbers)}")
    if not any(_kind(change) != _SAME for change in changes):
        return "两个版本的支柱、目标、节点和举措没有差别"
    return "；".join(parts)
