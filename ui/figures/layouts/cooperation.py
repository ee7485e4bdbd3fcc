"""The responsibility network: who leads at the left, who supports at the right.

A line joins a body that leads a measure with one that supports it; the thicker, the more
measures. Numbers stand in the boxes, so that nothing depends on a thickness.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.elements import Node
from ui.figures.chips import Setting, chip, height, largest_fit, moved, settings, stack
from ui.figures.columns import filled
from ui.figures.drawing import Box, Connector, Drawing, Sheet
from ui.figures.frame import Area, Body, Caption, framed, key_of, label, paged
from ui.figures.layouts.lanes import LEADERS
from ui.figures.look import LINE, QUIET
from ui.figures.scope import Scope
from ui.figures.words import as_of, asked, source

SUPPORTERS = ("SUPPORTED_BY", "GUIDED_BY", "SUPERVISED_BY")


@dataclass(frozen=True, slots=True)
class _Lead:
    """A body that leads, with those that support it."""

    body: str
    others: tuple[str, ...]

    def halves(self) -> tuple[_Lead, _Lead] | None:
        """With more to support it than a page holds, it stands on two."""
        half = len(self.others) // 2
        if not half:
            return None
        return _Lead(self.body, self.others[:half]), _Lead(self.body, self.others[half:])


def draw_cooperation(scope: Scope, sheet: Sheet, number: int = 1) -> tuple[Drawing, ...]:
    """Those with most measures first, on as few pages as can be read."""
    leads, supports, pairs = _counted(scope)
    beside: dict[str, list[str]] = {leader: [] for leader in leads}
    for leader, other in sorted(pairs):
        beside[leader].append(other)
    bodies = len(leads.keys() | supports.keys())
    ordered = sorted(leads if pairs else (), key=lambda id_: (-leads[id_], _name(scope, id_)))

    def page(items: Sequence[_Lead], most: float) -> Drawing | None:
        here = {
            (item.body, other): pairs[item.body, other] for item in items for other in item.others
        }
        leaders = list(dict.fromkeys(item.body for item in items))
        return _page(scope, sheet, leaders, (leads, supports), here, bodies, number, most)

    return paged([_Lead(id_, tuple(beside[id_])) for id_ in ordered], page, _Lead.halves)


def _page(
    scope: Scope, sheet: Sheet, leaders: Sequence[str],
    counts: tuple[Counter[str], Counter[str]], here: dict[tuple[str, str], int], every: int,
    number: int, most: float,
) -> Drawing | None:  # fmt: skip
    place = {id_: at for at, id_ in enumerate(leaders)}
    others = sorted(
        {other for _, other in here},
        key=lambda id_: (_barycentre(id_, here, place), _name(scope, id_)),
    )

    def draw(area: Area) -> Body | None:
        return largest_fit(
            settings(sheet, most=most),
            lambda setting: _columns(scope, area, setting, leaders, others, counts, here),
        )

    bodies = [scope.nodes[id_] for id_ in dict.fromkeys((*leaders, *others))]
    caption = Caption(
        f"{scope.title}：责任协作网络",
        source(scope.subgraph, _facts(scope), scope.documents),
        as_of(scope.subgraph, scope.documents),
        asked("responsibility.cooperation", plan=scope.title),
        (key_of("Organization", "责任单位（●）"),),
        number,
        f"{len(bodies)}个单位；左：牵头、负责，右：配合、指导、督查；括号内为举措数，线越粗越多"
        if bodies
        else f"{every}个单位，没有由一家牵头或负责、另一家配合的举措"
        if every
        else "文中没有写明责任单位",
    )
    return framed(sheet, caption, draw)


def _columns(
    scope: Scope, area: Area, setting: Setting, leaders: Sequence[str], others: Sequence[str],
    counts: tuple[Counter[str], Counter[str]], pairs: dict[tuple[str, str], int],
) -> Body | None:  # fmt: skip
    if not leaders:
        return (), ()
    room = area.width * 0.3
    title = setting.size * 1.6
    left = _bodies(scope, leaders, counts[0], "leads ", room, setting)
    right = _bodies(scope, others, counts[1], "supports ", room, setting)
    tall = area.height - title
    if left is None or right is None or max(height(left), height(right)) > tall:
        return None
    left = moved(filled(left, tall, 1.8), area.x, area.y + title)
    right = moved(filled(right, tall, 1.8), area.x + area.width - room, area.y + title)
    heads = [
        label("head leads", "牵头、负责", area.x, area.y, room, setting.size, ink=QUIET, bold=True),
        label("head supports", "配合、指导、督查", area.x + area.width - room, area.y, room,
              setting.size, ink=QUIET, bold=True),
    ]  # fmt: skip
    return [*heads, *left, *right], _lines([*left, *right], pairs)


def _lines(boxes: Sequence[Box], pairs: dict[tuple[str, str], int]) -> list[Connector]:
    """From side to side, spread along the edge of a box in the order of where they go."""
    placed = {box.key: box for box in boxes}
    ends = [(placed[f"leads {one}"], placed[f"supports {two}"]) for one, two in sorted(pairs)]
    lines = []
    for (one, two), count in zip(ends, (pairs[pair] for pair in sorted(pairs)), strict=True):
        start = (one.right, _along(one, two, [b for a, b in ends if a is one]))
        end = (two.x, _along(two, one, [a for a, b in ends if b is two]))
        weight = 0.6 + 0.7 * min(count, 6)
        lines.append(
            Connector(f"{one.key} {two.key}", one.key, two.key, (start, end), LINE, weight,
                      arrow=False, text=str(count))
        )  # fmt: skip
    return lines


def _along(box: Box, other: Box, others: Sequence[Box]) -> float:
    place = sorted(others, key=lambda found: found.y).index(other)
    return box.y + box.height * (0.15 + 0.7 * (place + 0.5) / len(others))


def _bodies(
    scope: Scope, ids: Sequence[str], counts: Counter[str], owner: str, room: float,
    setting: Setting,
) -> list[Box] | None:  # fmt: skip
    chips = []
    for id_ in ids:
        body = scope.nodes[id_]
        vague = "，统称" if body.properties.get("collective") else ""
        text = f"{_name(scope, id_)}（{counts[id_]}{vague}）"
        chips.append(replace(chip(body, text=text, owner=owner)))
    return stack(chips, room, setting)


def _counted(scope: Scope) -> tuple[Counter[str], Counter[str], Counter[tuple[str, str]]]:
    """How much each leads, how much each supports (with any number of leaders), and who whom."""
    leads: Counter[str] = Counter()
    supports: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for fact in _facts(scope):
        first = {edge.target for edge in scope.edges(fact, *LEADERS)}
        rest = {edge.target for edge in scope.edges(fact, *SUPPORTERS)} - first
        leads.update(first)
        supports.update(rest)
        pairs.update((one, other) for one in first for other in rest)
    return leads, supports, pairs


def _facts(scope: Scope) -> list[Node]:
    roles = (*LEADERS, *SUPPORTERS)
    return [node for node in scope.everything() if scope.edges(node, *roles)]


def _barycentre(id_: str, pairs: dict[tuple[str, str], int], place: dict[str, int]) -> float:
    """Where the leaders of a supporter stand on average: it keeps lines from crossing."""
    found = [(place[one], count) for (one, other), count in pairs.items() if other == id_]
    return sum(at * count for at, count in found) / sum(count for _, count in found)


def _name(scope: Scope, id_: str) -> str:
    return str(scope.nodes[id_].properties["name"])
