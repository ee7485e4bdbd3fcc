"""检查: what the plans leave open or contradict, the worst first."""

from __future__ import annotations

from html import escape
from typing import Any

import streamlit as st

from queries.run import Result
from ui.explorer import answers, session
from ui.explorer.findings import SEVERITIES
from ui.explorer.wording import Words

SIGNS = {"error": "■", "warning": "▲", "info": "●"}
CLEAR = "√"


def page() -> None:
    """How many of each severity; each check with its findings."""
    t = session.words()
    index = session.index()
    if not index.graph.nodes:
        session.show_empty(t)
        return
    results = session.findings()
    for column, severity in zip(st.columns(len(SEVERITIES)), SEVERITIES, strict=True):
        count = sum(len(r.rows) for r in results if r.query.severity == severity)
        column.metric(f"{SIGNS[severity]} {t.of('findings', severity)}", count)
    for result in results:
        sign = SIGNS[str(result.query.severity)] if result.rows else CLEAR
        with st.expander(f"{sign} {answers.title(result.query, t)}（{len(result.rows)}）"):
            if "other_quote" in result.columns and result.rows:
                side_by_side(result, t)
            answers.show(index, result, t)


def side_by_side(result: Result, t: Words) -> None:
    """Both quotes of a conflict."""
    for row in result.rows[:20]:
        facts = dict(zip(result.columns, row, strict=True))
        with st.container(border=True):
            left, right = st.columns(2)
            left.html(_quoted(facts, "", t))
            right.html(_quoted(facts, "other_", t))


def _quoted(facts: dict[str, Any], prefix: str, t: Words) -> str:
    value = " ".join(
        str(answers.cell(facts[prefix + name], t))
        for name in ("comparator", "value", "unit", "year", "lead")
        if facts.get(prefix + name) is not None
    )
    clause = t("panel.clause", ordinal=facts[prefix + "clause"])
    return (
        f'<figure class="passage"><figcaption>《{escape(str(facts[prefix + "document"]))}》'
        f" · {escape(clause)}</figcaption><blockquote><mark>{escape(str(facts[prefix + 'quote']))}"
        f'</mark></blockquote><p class="quiet">{escape(value)}</p></figure>'
    )


with session.three_lines():
    page()
