"""Graphs to send round: one by hand, that shows every trouble, and any by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from graph.elements import Edge, Evidence, Node, Subgraph, Value, make_id
from graph.schema import EDGE_PROPERTIES, EDGE_TYPES, NODE_TYPES, Property, Strings

DOCUMENT = make_id("Document", "江屿市总体方案", "official")
CLAUSE = make_id("Clause", DOCUMENT, 7)
QUOTE = "到2030年，规模达到1000亿元（市工信局牵头）"


def evidence(quote: str = QUOTE, start: int = 10) -> tuple[Evidence, ...]:
    end = start + len(quote)
    return (Evidence(DOCUMENT, CLAUSE, start, end, quote, "reach_value", start + 1, end + 1),)


def edge(type_: str, source: Node, target: Node, **properties: Value) -> Edge:
    facts: dict[str, Value] = {"origin": "stated", "basis": "explicit", **properties}
    id_ = make_id(type_, source.id, target.id)
    return Edge(id_, type_, source.id, target.id, facts, evidence())


def node(label: str, name: str, **properties: Value) -> Node:
    return Node(make_id(label, name), label, {"name": name, **properties}, evidence())


STRATEGY = node("Strategy", "智汇江屿", vision="全国一流", period_start=2026, period_end=2030)
PILLAR = node("Pillar", "数据要素高地", kind="task_area", ordinal=1)
PLAN = node(
    "ActionPlan", "数据要素专项行动计划", kind="special", ordinal=2, aliases=["数据计划", "行动;二"]
)
MEASURE = node(
    "Measure", '=1+1 建设"数据港"', text="@建设数据港，\n第二行\r第三行", number="（一）"
)
TARGET = node(
    "Target", "数据产业规模", kind="quantified", comparator=">=", value=1000.0, unit="亿元",
    value_std=1e11, unit_std="元", year=2030,
)  # fmt: skip
WISH = node("Target", "生态基本形成", kind="qualitative", year=2028)
BUREAU = node("Organization", "市工信局", collective=False, aliases=["'工信局", "市工业和信息化局"])
EVERYONE = node("Organization", "各区\x0b_x000B_", collective=True, aliases=[])

CITY = Subgraph.of(
    (STRATEGY, PILLAR, PLAN, MEASURE, TARGET, WISH, BUREAU, EVERYONE),
    (
        edge("HAS_PILLAR", STRATEGY, PILLAR),
        edge("HAS_PLAN", STRATEGY, PLAN),
        edge("HAS_MEASURE", PILLAR, MEASURE),
        edge("SETS_TARGET", MEASURE, TARGET),
        edge("SETS_TARGET", PLAN, WISH, basis="inherited"),
        edge("LED_BY", MEASURE, BUREAU),
        edge("SUPPORTED_BY", MEASURE, EVERYONE, origin="derived"),
        edge("SUPERVISED_BY", TARGET, BUREAU),
    ),
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
words = st.one_of(
    texts, st.sampled_from(["", "=A1", "'", "'=", "+1", "\r", "\n", "_x000B_", "；;"])
)
numbers = st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False))
evidences = st.lists(
    st.builds(
        Evidence, words, words, st.integers(), st.integers(), words, words,
        st.integers(), st.integers(),
    ),
    max_size=2, unique=True,
).map(lambda found: tuple(sorted(found)))  # fmt: skip


def _values(declared: Property) -> st.SearchStrategy[Value]:
    if declared.values:
        return st.sampled_from(declared.values)
    kinds: dict[object, st.SearchStrategy[Value]] = {
        str: words, int: st.integers(), bool: st.booleans(), float: numbers,
        Strings: st.lists(words, max_size=3, unique=True).map(sorted),
    }  # fmt: skip
    return kinds[declared.kind]


def _properties(declared: tuple[Property, ...]) -> st.SearchStrategy[dict[str, Value]]:
    needed = {p.name: _values(p) for p in declared if p.required}
    free = {p.name: _values(p) for p in declared if not p.required}
    return st.fixed_dictionaries(needed, optional=free)


_nodes = st.sampled_from(sorted(NODE_TYPES)).flatmap(
    lambda label: st.builds(
        Node,
        st.integers(0, 10**6).map(lambda key: make_id(label, key)),
        st.just(label),
        _properties(NODE_TYPES[label].properties),
        evidences,
    )
)


def _edges(ids: list[str]) -> st.SearchStrategy[list[Edge]]:
    if not ids:
        return st.just([])
    made = st.builds(
        Edge,
        st.integers(0, 10**6).map(lambda key: make_id("edge", key)),
        st.sampled_from(sorted(EDGE_TYPES)),
        st.sampled_from(ids),
        st.sampled_from(ids),
        _properties(EDGE_PROPERTIES),
        evidences,
    )
    return st.lists(made, max_size=5, unique_by=lambda e: e.id)


graphs: st.SearchStrategy[Subgraph] = st.lists(
    _nodes, max_size=5, unique_by=lambda n: n.id
).flatmap(lambda nodes: _edges([n.id for n in nodes]).map(lambda edges: Subgraph.of(nodes, edges)))
