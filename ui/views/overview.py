"""总览: what is loaded, how closed it is, what needs attention, and the plan as one figure."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graph.elements import Node
from queries.run import Result
from ui.explorer import answers, session
from ui.explorer.downloads import download_menu
from ui.explorer.figures_shown import drawn, figure_choices, plans_of
from ui.explorer.findings import SIGNS
from ui.explorer.index import Index
from ui.explorer.namesakes import told_apart
from ui.explorer.panel import as_text
from ui.explorer.view import loaded
from ui.explorer.wording import Words
from ui.figures.catalog import FIGURES

# Where the count of each type leads.
COUNTED = {
    "Strategy": ("views/questions.py", {"question": "plan.family"}),
    "Pillar": ("views/coverage.py", {"of": "plan_pillar"}),
    "ActionPlan": ("views/questions.py", {"question": "plan.overview"}),
    "Measure": ("views/responsibility.py", {"view": "ledger"}),
    "Target": ("views/questions.py", {"question": "targets.list"}),
    "Organization": ("views/responsibility.py", {"view": "load"}),
    "Sector": ("views/coverage.py", {"of": "sector_plan"}),
}
CLOSURE = "closure.gaps"


def page() -> None:
    """Numbers, figure, attention."""
    t = session.words()
    index = session.index()
    documents = loaded(index)
    if not documents:
        session.show_empty(t)
        return
    show_counts(index, documents, t)
    left, right = st.columns([0.7, 0.3], gap="large")
    with left:
        show_figure(index, t)
    with right:
        show_attention(session.findings(), t)
        show_last_load(t)


def show_counts(index: Index, documents: list[Node], t: Words) -> None:
    """How many of what; each leads to its page."""
    with st.container(key="counts"):
        columns = iter(st.columns(len(COUNTED) + 1))
    count(next(columns), t("overview.documents"), len(documents), "views/documents.py", {})
    for column, (label, (view, address)) in zip(columns, COUNTED.items(), strict=True):
        count(column, t.of("counted", label), len(index.graph.nodes_of(label)), view, address)


def count(
    column: Any, name: str, number: int | str, view: str,
    address: dict[str, str],
) -> None:  # fmt: skip
    """A number above the link to what it counts, in a column or on the page."""
    with column.container(border=True, gap=None):
        st.html(f'<p class="count">{number}</p>')
        st.page_link(view, label=f"{name} →", query_params=address)


def show_attention(results: list[Result], t: Words) -> None:
    """The closure rate, and the checks that found something, the worst first."""
    gaps = next((r for r in results if r.query.name == CLOSURE), None)
    if gaps is not None and gaps.denominator:
        closed = f"{1 - len(gaps.rows) / gaps.denominator:.0%}"
        with st.container(key="closure"):
            count(st, t("overview.closure"), closed, "views/findings.py", {"check": CLOSURE})
            st.caption(t("overview.closure_help"))
    st.subheader(t("overview.attention"), anchor=False)
    found = [result for result in results if result.rows]
    for result in found:
        severity = str(result.query.severity)
        told = f"{SIGNS[severity]} {t.of('findings', severity)}"
        st.page_link(
            "views/findings.py",
            label=f"{told} · {answers.title(result.query, t)}{t.aside(len(result.rows))}",
            query_params={"check": result.query.name},
        )
    if not found:
        st.info(t("overview.fine"))


def show_last_load(t: Words) -> None:
    """When something was loaded, and what."""
    load = session.store().last_load()
    if load is None:
        return
    st.subheader(t("overview.last_load"), anchor=False)
    at = load.at.astimezone(session.time_zone()).strftime("%Y-%m-%d %H:%M")
    st.page_link("views/documents.py", label=f"{at} · {as_text(load.title)}")


def show_figure(index: Index, t: Words) -> None:
    """A figure of a plan, to look at and to take along; ?plan=…&figure=… chooses it."""
    plans = plans_of(index)
    if not plans:
        return
    kinds = [name for name, figure in FIGURES.items() if figure.draw is not None]
    which, kind, menu = st.columns([0.55, 0.29, 0.16], vertical_alignment="bottom")
    ids = [plan.id for plan in plans]
    asked, named = st.query_params.get("plan"), st.query_params.get("figure")
    plan = which.selectbox(
        t("overview.plan"), ids, index=ids.index(asked) if asked in ids else 0,
        format_func=told_apart(index, ids).__getitem__, key="overview_plan",
    )  # fmt: skip
    name = kind.selectbox(
        t("overview.figure"), kinds, index=kinds.index(named) if named in kinds else 0,
        format_func=lambda n: FIGURES[n].zh if t.language == "zh" else FIGURES[n].en,
        key="overview_figure",
    )  # fmt: skip
    st.query_params["plan"], st.query_params["figure"] = plan, name
    with menu:
        download_menu(figure_choices(index, name, {"plan": plan}), t, key="figure")
    with st.spinner(t("overview.drawing")):
        pictures = drawn(index, name, plan=plan).pictures
    for picture in pictures:
        st.image(picture, width="stretch")


with session.three_lines():
    page()
