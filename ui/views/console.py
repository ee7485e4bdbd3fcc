"""控制台: Cypher of one's own, reading only; ?cypher=… brings it back."""

from __future__ import annotations

import streamlit as st

from graph.errors import QueryError
from graph.schema import EDGE_TYPES, NODE_TYPES
from queries.console import ask_freely
from queries.run import Answer
from ui.explorer import answers, session
from ui.explorer.captions import label_name
from ui.explorer.downloads import table_menu
from ui.explorer.index import Index
from ui.explorer.take_along import copy, with_tabs
from ui.explorer.wording import Words

EXAMPLES = {
    "labels": "MATCH (n) RETURN labels(n)[0] AS label, count(n) AS nodes ORDER BY nodes DESC",
    "leads": "MATCH (o:Organization)<-[:LED_BY]-(m:Measure)\n"
    "RETURN o.name AS body, count(m) AS leads ORDER BY leads DESC LIMIT 20",
    "due": "MATCH (t:Target) WHERE t.year IS NOT NULL\n"
    "RETURN t.year AS year, count(t) AS targets ORDER BY year",
    "sentences": "MATCH (m:Measure)-[s:STATED_IN]->(c:Clause)\n"
    "RETURN m.name AS measure, c.ordinal AS clause, s.quote AS quote LIMIT 20",
    "network": "MATCH path = (p:Pillar)-[:HAS_MEASURE]->(m:Measure)-[:LED_BY]->(o:Organization)\n"
    "RETURN path LIMIT 30",
}
BOX, ANSWER, ADDRESS = "console_cypher", "console_answer", "cypher"
LONGEST = 2_000
"""Characters of Cypher that an address holds."""


def page() -> None:
    """Examples, the box, the answer."""
    t = session.words()
    index = session.index()
    if BOX not in st.session_state:
        st.session_state[BOX] = st.query_params.get(ADDRESS, EXAMPLES["labels"])
    st.pills(
        t("console.examples"), list(EXAMPLES), format_func=lambda name: t.of("console", name),
        key="console_example", on_change=take_example,
    )  # fmt: skip
    with st.form("console"):
        cypher = st.text_area(t("console.cypher"), height=150, key=BOX)
        sent = st.form_submit_button(t("question.ask"), type="primary")
    st.caption(t("console.reading"))
    with st.expander(t("console.types")):
        types = {
            t("column.label"): list(NODE_TYPES),
            t("column.name"): [label_name(label, t.language) for label in NODE_TYPES],
            t("console.relations"): [outgoing(label) for label in NODE_TYPES],
        }
        table_menu(types, "types", t, key="types")
        st.dataframe(types, hide_index=True)
    if sent:
        st.session_state.pop(ANSWER, None)
        try:
            st.session_state[ANSWER] = ask_freely(session.store(), cypher)
        except QueryError as error:
            session.show_error(error, retry=False)
        if len(cypher) <= LONGEST:
            st.query_params[ADDRESS] = cypher
    if ANSWER in st.session_state:
        show(index, st.session_state[ANSWER], t)


def outgoing(label: str) -> str:
    """The relations that begin at a type, as Cypher names them."""
    return ", ".join(name for name, edge in EDGE_TYPES.items() if label in edge.source)


def take_example() -> None:
    """Into the box, to be changed and sent."""
    if name := st.session_state["console_example"]:
        st.session_state[BOX] = EXAMPLES[name]


def show(index: Index, answer: Answer, t: Words) -> None:
    """The graph when there are nodes in it, the table, and what to take along."""
    for note in answer.notes:
        st.warning(note.zh if t.language == "zh" else note.en)
    ids = frozenset(node.id for node in answer.subgraph.nodes) & index.nodes.keys()
    if ids:
        draw(index, ids, t)
    table = answers.columns_of(answer, t)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(t("question.rows", count=len(answer.rows)), width="content")
        table_menu(table, "answer", t, key="console")
    st.dataframe(table, hide_index=True)
    copy(t("question.copy_table"), with_tabs(table), t, key="console-copy")


@st.fragment
@session.three_lines()
def draw(index: Index, ids: frozenset[str], t: Words) -> None:
    """The nodes of the answer on a canvas."""
    answers.show_ids(index, ids, t, key="canvas-console")


with session.three_lines():
    page()
