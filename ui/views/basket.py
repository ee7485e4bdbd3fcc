"""简报: what was collected, and the deck or report made of it."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from graph.elements import Node
from ui.briefing.deck import write_deck
from ui.briefing.document import write_document
from ui.briefing.template import read_template
from ui.explorer import answers, session
from ui.explorer.basket import Basket, briefing_of, pictures_of, told
from ui.explorer.downloads import Make, deliver
from ui.explorer.figures_shown import plans_of
from ui.explorer.index import Index
from ui.explorer.namesakes import told_apart
from ui.explorer.passages import passages
from ui.explorer.wording import Words
from ui.figures.catalog import FIGURES
from ui.figures.scope import Scope

WRITERS = {"pptx": write_deck, "docx": write_document}


def page() -> None:
    """The list at the left, what is made of it at the right."""
    t = session.words()
    index = session.index()
    if not index.graph.nodes:
        session.show_empty(t)
        return
    basket = session.basket()
    if not basket:
        session.show_hint(t("basket.empty"), t("basket.how"))
        return
    left, right = st.columns([0.62, 0.38], gap="large")
    with left:
        show_list(index, basket, t)
    with right:
        make(index, basket, t)


def show_list(index: Index, basket: Basket, t: Words) -> None:
    """Every piece with its quote; each can be taken out."""
    st.subheader(t("basket.collected", count=len(basket)), anchor=False)
    for element in basket.found(index):
        kind, words = told(index, element, t.language)
        quotes = [place.quote for place in passages(index, element)[:1]]
        text, button = st.columns([0.86, 0.14], vertical_alignment="center")
        text.html(
            f'<figure class="passage"><figcaption>{escape(kind)} · {escape(words)}</figcaption>'
            f"<blockquote>{escape(' '.join(quotes))}</blockquote></figure>"
        )
        button.button(
            t("basket.out"), key=f"out-{element.id}", on_click=basket.toggle, args=(element.id,)
        )
    for number, result in enumerate(basket.answers):
        text, button = st.columns([0.86, 0.14], vertical_alignment="center")
        counted = answers.counted(result, t)
        text.html(f"<p>{escape(answers.title(result.query, t))} · {escape(counted)}</p>")
        out = partial(basket.answers.remove, result)
        button.button(t("basket.out"), key=f"out-answer-{number}", on_click=out)
    st.button(t("basket.clear"), on_click=basket.clear)


def make(index: Index, basket: Basket, t: Words) -> None:
    """Title, figures, and the files: deck, report, pictures; made when they are asked for."""
    st.subheader(t("basket.make"), anchor=False)
    title = st.text_input(t("basket.title"), t("basket.title_default"))
    plans = plans_of(index)
    if not plans:
        st.info(t("items.none"))
        return
    ids = [plan.id for plan in plans]
    plan = st.selectbox(
        t("overview.plan"), ids, format_func=told_apart(index, ids).__getitem__, key="basket_plan",
    )  # fmt: skip
    figures = st.multiselect(
        t("basket.figures"),
        [name for name, figure in FIGURES.items() if figure.draw is not None],
        format_func=lambda name: FIGURES[name].zh if t.language == "zh" else FIGURES[name].en,
        placeholder=t("basket.figures_hint"),
    )
    scope = Scope(index.graph, index.nodes[plan])
    pictured = figures or any(isinstance(element, Node) for element in basket.found(index))

    def file(format_: str) -> tuple[str, bytes]:
        briefing = briefing_of(index, basket, title, scope, figures)
        return f"briefing.{format_}", WRITERS[format_](briefing, read_template())

    def archive() -> tuple[str, bytes]:
        return "figures.zip", pictures_of(index, basket, scope, figures)

    asked: Make | None = None
    with st.container(horizontal=True):
        for format_ in WRITERS:
            name = t("basket.download", format=format_.upper())
            if st.button(name, key=f"briefing-{format_}"):
                asked = partial(file, format_)
        if st.button(t("basket.pictures"), key="briefing-zip", disabled=not pictured):
            asked = archive
    if asked is not None:
        deliver(asked, t)
    st.caption(t("basket.made_of"))


with session.three_lines():
    page()
