"""检查: what the plans leave open or contradict, the worst first."""

from __future__ import annotations

from html import escape
from typing import Any

import streamlit as st

from graph.titles import titled
from queries.run import Result
from ui.explorer import answers, session
from ui.explorer.findings import SEVERITIES, SIGNS
from ui.explorer.index import Index
from ui.explorer.wording import Words

CHECK = "check"
CLEAR = "√"


def page() -> None:
    """How many of each severity; the checks at the left, the findings of one at the right."""
    t = session.words()
    index = session.index()
    if not index.graph.nodes:
        session.show_empty(t)
        return
    results = {result.query.name: result for result in session.findings()}
    for column, severity in zip(st.columns(len(SEVERITIES)), SEVERITIES, strict=True):
        count = sum(len(r.rows) for r in results.values() if r.query.severity == severity)
        column.metric(f"{SIGNS[severity]} {t.of('findings', severity)}", count, border=True)
    menu, answer = st.columns([0.26, 0.74], gap="large")
    with menu:
        name = chosen_check(results, t)
    with answer:
        show(index, results[name], t)


def chosen_check(results: dict[str, Result], t: Words) -> str:
    """The worst is open at first; ?check=… opens another."""

    def named(name: str) -> str:
        result = results[name]
        sign = SIGNS[str(result.query.severity)] if result.rows else CLEAR
        return f"{sign} {answers.title(result.query, t)}{t.aside(len(result.rows))}"

    names = list(results)
    worst = next((name for name in names if results[name].rows), names[0])
    asked = st.query_params.get(CHECK, "")
    name = st.radio(
        t("findings.checks"), names, index=names.index(asked if asked in names else worst),
        format_func=named, key="findings_check",
    )  # fmt: skip
    st.query_params[CHECK] = name
    return name


def show(index: Index, result: Result, t: Words) -> None:
    """The question, both quotes of every conflict, and the answer."""
    query = result.query
    st.subheader(query.question if t.language == "zh" else query.question_en, anchor=False)
    if "other_quote" in result.columns:
        side_by_side(result, t)
    answers.show(index, result, t, none=t("findings.clear"))


def side_by_side(result: Result, t: Words) -> None:
    """Both quotes of a conflict, under what it is about."""
    for row in result.rows[:20]:
        facts = dict(zip(result.columns, row, strict=True))
        with st.container(border=True):
            about = (facts.get("indicator") or facts.get("task"), facts.get("conflict"))
            told = " · ".join(str(answers.cell(value, t)) for value in about if value)
            st.html(f'<h4 class="small">{escape(told)}</h4>')
            both = _quoted(facts, "", t) + _quoted(facts, "other_", t)
            st.html(f'<div class="beside">{both}</div>')


def _quoted(facts: dict[str, Any], prefix: str, t: Words) -> str:
    told = {
        name: str(answers.cell(facts[prefix + name], t))
        for name in ("comparator", "value", "unit", "year", "lead")
        if facts.get(prefix + name) is not None
    }
    year = told.pop("year", "")
    value = "".join(told.values()) + (t.aside(t("findings.year", year=year)) if year else "")
    clause = t("panel.clause", ordinal=facts[prefix + "clause"])
    document, quote = (escape(str(facts[prefix + name])) for name in ("document", "quote"))
    return (
        f'<figure class="passage"><figcaption>{titled(document)}'
        f' · <span class="whole">{escape(clause)}</span></figcaption>'
        f"<blockquote><mark>{quote}</mark></blockquote>"
        f'<p class="quiet">{escape(value)}</p></figure>'
    )


with session.three_lines():
    page()
