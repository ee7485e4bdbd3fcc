"""Which plan a figure is about, and how its parts hang together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.elements import Edge, Node, Subgraph
from graph.errors import BadParameter, NotFound

_OWNING = ("HAS_PILLAR", "HAS_PLAN", "HAS_MEASURE", "SETS_TARGET", "HAS_MILESTONE")


@dataclass(frozen=True, slots=True)
class Column:
    """A pillar, or a chapter where no pillar is named, with what stands under it."""

    key: str
    name: str
    kind: str
    node: Node | None
    measures: tuple[Node, ...]
    targets: tuple[Node, ...]


class Scope:
    """A strategy or a plan with all it owns, in the order of the text.

    A strategy is carried by its overall plan: what that plan says, the strategy says.
    """

    def __init__(self, subgraph: Subgraph, root: Node) -> None:
        self.subgraph = subgraph
        self.root = root
        self.nodes = {node.id: node for node in subgraph.nodes}
        self._leaving: dict[str, list[Edge]] = defaultdict(list)
        self._pillar_of: dict[str, Node] = {}
        for edge in subgraph.edges:
            self._leaving[edge.source].append(edge)
            if edge.type == "HAS_MEASURE" and self.nodes[edge.source].label == "Pillar":
                self._pillar_of[edge.target] = self.nodes[edge.source]
        self.title = str(root.properties["name"])
        self.documents: frozenset[str] = frozenset()
        plans = self.owned(root, "HAS_PLAN")
        described = self._documents(root, *filter(_is_overall, plans))
        elsewhere = self._documents(*(plan for plan in plans if not _is_overall(plan)))
        self.documents = frozenset(self._in_force(described - elsewhere or described))
        plans = self.owned(root, "HAS_PLAN")
        self.carriers = (root, *filter(_is_overall, plans))
        self.plans = tuple(plan for plan in plans if not _is_overall(plan))
        measures = [m for carrier in self.carriers for m in self.owned(carrier, "HAS_MEASURE")]
        named = self.owned(root, "HAS_PILLAR")
        found = {p.id: p for p in (*named, *(self._pillar_of.get(m.id) for m in measures)) if p}
        self.pillars = in_order(found.values())
        below = [m for pillar in self.pillars for m in self.owned(pillar, "HAS_MEASURE")]
        self.measures = in_order({m.id: m for m in (*measures, *below)}.values())

    def owned(self, node: Node, *types: str) -> tuple[Node, ...]:
        """What an owner has by the plan's own documents, in the order of the text."""
        found = {e.target for e in self._leaving[node.id] if e.type in types and self._own(e)}
        return in_order(self.nodes[id_] for id_ in found if id_ in self.nodes)

    def _documents(self, *owners: Node) -> set[str]:
        return {document.id for owner in owners for document in self.owned(owner, "DESCRIBED_IN")}

    def _in_force(self, documents: set[str]) -> set[str]:
        """Without drafts and tables, which say the same a second time; of these a draft first."""
        kinds = {id_: self.nodes[id_].properties.get("kind") for id_ in documents}
        for less in (("draft", "table"), ("table",)):
            if kept := {id_ for id_ in documents if kinds[id_] not in less}:
                return kept
        return documents

    def _own(self, edge: Edge) -> bool:
        """False for what another plan's document says of a node that both share."""
        stated = {evidence.document for evidence in edge.evidence}
        return not stated or not self.documents or bool(stated & self.documents)

    def edges(self, node: Node, *types: str) -> list[Edge]:
        """The edges of these types that leave a node."""
        return [edge for edge in self._leaving[node.id] if edge.type in types]

    def everything(self) -> tuple[Node, ...]:
        """The root and all below it, the special plans' own contents excepted."""
        found: dict[str, Node] = {}
        waiting = [*self.carriers, *self.pillars, *self.measures]
        while waiting:
            node = waiting.pop()
            if node.id not in found:
                found[node.id] = node
                waiting += self.owned(node, "SETS_TARGET", "HAS_MILESTONE")
        return in_order((*found.values(), *self.plans))

    def targets(self) -> tuple[Node, ...]:
        """All targets of the plan, whoever in it sets them."""
        return tuple(node for node in self.everything() if node.label == "Target")

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Pillars with their measures and targets; the rest by the chapter it stands in."""
        found = [
            Column(
                pillar.id, str(pillar.properties["name"]), str(pillar.properties["kind"]), pillar,
                tuple(m for m in self.measures if self._pillar_of.get(m.id) == pillar),
                self._targets_below(pillar),
            )
            for pillar in self.pillars
        ]  # fmt: skip
        found += self._by_chapter([m for m in self.measures if m.id not in self._pillar_of])
        return tuple(column for column in found if column.measures or column.targets)

    @cached_property
    def column_word(self) -> str:
        """What the columns of this plan are: 支柱, 章节, or 支柱、章节 when there are both."""
        words = {"章节" if column.kind == "chapter" else "支柱" for column in self.columns}
        return "、".join(sorted(words)) or "支柱"

    def own_targets(self) -> tuple[Node, ...]:
        """What the strategy or plan itself sets, not through a pillar."""
        found = {t.id: t for c in self.carriers for t in self.owned(c, "SETS_TARGET")}
        return in_order(found.values())

    def chapter(self, node: Node) -> Node | None:
        """The section in which a fact is stated."""
        for stated in self.edges(node, "STATED_IN"):
            for edge in self._leaving[stated.target]:
                if edge.type == "IN_SECTION":
                    return self.nodes.get(edge.target)
        return None

    def chapters(self, node: Node) -> list[Node]:
        """The sections above a fact, the innermost first."""
        found: list[Node] = []
        section = self.chapter(node)
        while section is not None and section not in found:
            found.append(section)
            section = next(iter(self.owned(section, "PART_OF")), None)
        return found

    @cached_property
    def setters(self) -> dict[str, list[Node]]:
        """The measures that set a target, by its id."""
        found: dict[str, list[Node]] = defaultdict(list)
        for measure in self.measures:
            for edge in self.edges(measure, "SETS_TARGET"):
                found[edge.target].append(measure)
        return found

    def clause(self, node: Node) -> str:
        """Where a fact is stated first: 第14段."""
        wanted = self.nodes.get(node.evidence[0].clause) if node.evidence else None
        return f"第{wanted.properties['ordinal']}段" if wanted else "—"

    def _targets_below(self, owner: Node) -> tuple[Node, ...]:
        measures = self.owned(owner, "HAS_MEASURE")
        below = [t for m in measures for t in self.owned(m, "SETS_TARGET")]
        return in_order({t.id: t for t in (*self.owned(owner, "SETS_TARGET"), *below)}.values())

    def _by_chapter(self, measures: Sequence[Node]) -> list[Column]:
        groups: dict[str, list[Node]] = defaultdict(list)
        heads: dict[str, Node | None] = {}
        for measure in measures:
            head = self._head(measure)
            key = head.id if head else ""
            groups[key].append(measure)
            heads[key] = head
        rest = "其他举措" if len(groups) > 1 or self.pillars else "全部举措"
        found = []
        for key, members in groups.items():
            head = heads[key]
            name = _heading(head) if head else rest
            targets = {t.id: t for m in members for t in self.owned(m, "SETS_TARGET")}
            found.append(
                Column(key, name, "chapter", head, tuple(members), in_order(targets.values()))
            )
        return found

    def _head(self, measure: Node) -> Node | None:
        """The chapter that gives a column its name: the second level, or the only one."""
        above = self.chapters(measure)[::-1]
        own = [section for section in above if not _names(section, measure)]
        return own[min(1, len(own) - 1)] if own else None


def choose(subgraph: Subgraph, name: str | None = None) -> Scope:
    """The plan of that name, or the only one.

    Raises NotFound for a name that no plan bears, or several, and BadParameter when there is no
    plan at all, or no name to choose one of several by.
    """
    choices = plans(subgraph)
    if not choices:
        raise BadParameter("there is no plan in the graph", hint="plangraph load PATH…")
    if name is not None:
        return Scope(subgraph, _named(choices, name))
    strategies = [node for node in choices if node.label == "Strategy"]
    for found in (strategies, choices):
        if len(found) == 1:
            return Scope(subgraph, found[0])
    raise BadParameter(f"which of the {len(choices)} plans?", hint=_listed(choices))


def _named(choices: Sequence[Node], name: str) -> Node:
    exact = [node for node in choices if name in (node.properties["name"], node.id)]
    near = [node for node in choices if name in str(node.properties["name"])]
    for found in (exact, near):
        if len(found) == 1:
            return found[0]
    raise NotFound(f"no one plan is called “{name}”", hint=_listed(near or choices))


def plans(subgraph: Subgraph) -> list[Node]:
    """Strategies, and plans that say something themselves and carry no strategy."""
    owners = {edge.source for edge in subgraph.edges if edge.type in _OWNING}
    carried = {edge.target for edge in subgraph.edges_of("HAS_PLAN")}
    return [
        node
        for label in ("Strategy", "ActionPlan")
        for node in in_order(subgraph.nodes_of(label))
        if node.id in owners
        and not (node.properties.get("kind") == "overall" and node.id in carried)
    ]


def _is_overall(plan: Node) -> bool:
    return plan.properties["kind"] == "overall"


def in_order(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """By ordinal, then by place in the text, then by id."""
    return tuple(sorted(nodes, key=_place))


def _place(node: Node) -> tuple[object, ...]:
    ordinal = node.properties.get("ordinal")
    first = node.evidence[0] if node.evidence else None
    return (
        ordinal if isinstance(ordinal, int) else 10**6,
        first.document if first else "",
        first.start if first else 0,
        node.id,
    )


def _heading(section: Node) -> str:
    return str(section.properties["title"])


def _names(section: Node, measure: Node) -> bool:
    """True when the heading is the measure itself: 1.推进制造业智能化改造.

    Or the sentence that states it: of a paragraph that is nothing but its number and a sentence.
    """
    if _heading(section) in str(measure.properties["name"]):
        return True
    return any(
        one.clause == two.clause and one.start < two.end and two.start < one.end
        for one in section.evidence
        for two in measure.evidence
    )


def _listed(choices: Sequence[Node]) -> str:
    return "name one of: " + "、".join(str(n.properties["name"]) for n in choices)
