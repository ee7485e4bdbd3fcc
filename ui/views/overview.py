"""总览: what is loaded, how closed it is, what needs attention, and the plan as one figure."""

from __future__ import annotations

from functools import partial

import streamlit as st

from graph.elements import Node
from queries.run import run
from ui.explorer import answers, session
from ui.explorer.captions import caption, label_name
from ui.explorer.figures_shown import FORMATS, FigureShown, drawn, plans_of
from ui.explorer.index import Index
from ui.explorer.view import loaded
from ui.explorer.wording import Words
from ui.figures.catalog import FIGURES

COUNTED = ("Strategy", "Pillar", "ActionPlan", "Measure", "Target", "Organization", "Sector")
MOST_FINDINGS = 6


def page() -> None:
    """Numbers, attention, figure."""
    t = session.words()
    index = session.index()
    documents = loaded(index)
    if not documents:
        session.show_empty(t)
        return
    show_counts(index, documents, t)
    left, right = st.columns([0.64, 0.36], gap="large")
    with left:
        show_figure(index, t)
    with right:
        show_attention(t)


def show_counts(index: Index, documents: list[Node], t: Words) -> None:
    """How many of what."""
    cells = [(t("overview.documents"), len(documents))]
    cells += [(label_name(n, t.language), len(index.graph.nodes_of(n))) for n in COUNTED]
    for column, (name, count) in zip(st.columns(len(cells)), cells, strict=True):
        column.metric(name, count)


def show_attention(t: Words) -> None:
    """The closure rate, and the checks that found something, the worst first."""
    gaps = run(session.store(), "closure.gaps")
    if gaps.denominator:
        closed = 1 - len(gaps.rows) / gaps.denominator
        st.metric(t("overview.closure"), f"{closed:.0%}", help=t("overview.closure_help"))
    st.subheader(t("overview.attention"), anchor=False)
    found = [result for result in session.findings() if result.rows]
    for result in found[:MOST_FINDINGS]:
        severity = t.of("findings", str(result.query.severity))
        st.page_link(
            "views/findings.py",
            label=f"{severity} · {answers.title(result.query, t)}（{len(result.rows)}）",
        )
    if not found:
        st.info(t("overview.fine"))


def show_figure(index: Index, t: Words) -> None:
    """A figure of a plan, to look at and to take along."""
    plans = plans_of(index)
    if not plans:
        return
    which, kind = st.columns([0.65, 0.35])
    plan = which.selectbox(t("overview.plan"), plans, format_func=caption)
    kinds = [name for name, figure in FIGURES.items() if figure.draw is not None]
    name = kind.selectbox(
        t("overview.figure"), kinds,
        format_func=lambda n: FIGURES[n].zh if t.language == "zh" else FIGURES[n].en,
    )  # fmt: skip
    with st.spinner(t("overview.drawing")):
        figure = drawn(index, name, plan.id)
    for picture in figure.pictures:
        st.image(picture, width="stretch")
    downloads(figure, name, t)


def downloads(figure: FigureShown, name: str, t: Words) -> None:
    """The same figure as a file; drawn when it is asked for."""
    with st.container(horizontal=True):
        for format_ in FORMATS:
            st.download_button(
                f"{t('overview.download')} {format_.upper()}",
                partial(figure.file, format_),
                file_name=f"{name}.{format_}", key=f"figure-{format_}", on_click="ignore",
            )  # fmt: skip


with session.three_lines():
    page()
