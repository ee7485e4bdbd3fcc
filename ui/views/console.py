"""控制台: Cypher of one's own, reading only."""

from __future__ import annotations

import pandas
import streamlit as st

from graph.errors import QueryError
from queries.console import ask_freely
from ui.explorer import answers, session

EXAMPLES = {
    "leads": "MATCH (o:Organization)<-[:LED_BY]-(m:Measure)\n"
    "RETURN o.name AS body, count(m) AS leads ORDER BY leads DESC LIMIT 20",
    "due": "MATCH (t:Target) WHERE t.year IS NOT NULL\n"
    "RETURN t.year AS year, count(t) AS targets ORDER BY year",
    "labels": "MATCH (n) RETURN labels(n)[0] AS label, count(n) AS nodes ORDER BY nodes DESC",
}


def page() -> None:
    """Examples, the box, the answer."""
    t = session.words()
    example = st.pills(
        t("console.examples"), list(EXAMPLES), format_func=lambda name: t.of("console", name)
    )
    with st.form("console"):
        cypher = st.text_area(
            t("console.cypher"), EXAMPLES[example or "labels"], height=150, key=f"cypher-{example}"
        )
        sent = st.form_submit_button(t("question.ask"), type="primary")
    st.caption(t("console.reading"))
    if not sent:
        return
    try:
        answer = ask_freely(session.store(), cypher)
    except QueryError as error:
        session.show_error(error, retry=False)
        return
    for note in answer.notes:
        st.warning(note.zh if t.language == "zh" else note.en)
    rows = [[answers.cell(value, t) for value in row] for row in answer.rows]
    st.caption(t("question.rows", count=len(rows)))
    st.dataframe(pandas.DataFrame(rows, columns=list(answer.columns)), hide_index=True)


with session.three_lines():
    page()
