"""问题: choose a question, say its conditions, read the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from graph.store import Store
from queries.catalog import Parameter, Query, all_queries
from queries.parameters import suggestions
from queries.run import Result, run
from ui.explorer import answers, session
from ui.explorer.wording import Words


def page() -> None:
    """The menu at the left, the form and the answer at the right."""
    t = session.words()
    if not session.index().graph.nodes_of("Document"):
        session.show_empty(t)
        return
    menu, answer = st.columns([0.28, 0.72], gap="large")
    with menu:
        query = chosen_question(t)
    with answer:
        show_question(query, t)
        if given := form(session.store(), query, t):
            st.session_state["answer"] = run(session.store(), query, **given.values)
        result = st.session_state.get("answer")
        if isinstance(result, Result) and result.query.name == query.name:
            answers.show(session.index(), result, t)


@dataclass(frozen=True, slots=True)
class Given:
    """The conditions of a form that was sent."""

    values: dict[str, Any]


def chosen_question(t: Words) -> Query:
    """Every question of the catalog, by category; ?question=… chooses."""
    questions = {query.name: query for query in all_queries()}
    asked = st.query_params.get("question", "")
    names = list(questions)
    name = st.radio(
        t("question.choose"),
        names,
        index=names.index(asked) if asked in questions else 0,
        format_func=lambda n: answers.title(questions[n], t),
        key="question",
    )
    st.query_params["question"] = name
    return questions[name]


def show_question(query: Query, t: Words) -> None:
    """The question itself."""
    st.subheader(query.question if t.language == "zh" else query.question_en, anchor=False)


def form(store: Store, query: Query, t: Words) -> Given | None:
    """One field a parameter; None until it is sent, when something has to be filled in."""
    if not query.params:
        return Given({})
    with st.form(f"form-{query.name}", border=True):
        columns = st.columns(min(3, len(query.params)))
        values = {}
        for number, parameter in enumerate(query.params):
            with columns[number % len(columns)]:
                values[parameter.name] = field(store, query, parameter, t)
        sent = st.form_submit_button(t("question.ask"), type="primary")
    needed = any(parameter.required for parameter in query.params)
    known = st.session_state.get("answer")
    if sent or (not needed and not (isinstance(known, Result) and known.query.name == query.name)):
        return Given(values)
    return None


def field(store: Store, query: Query, parameter: Parameter, t: Words) -> Any:
    """A box with the graph's own values to choose from; one's own words are taken as well."""
    title = parameter.title if t.language == "zh" else parameter.title_en
    if parameter.required:
        title = f"{title}（{t('question.required')}）"
    known = suggestions(store, parameter)
    options = list(dict.fromkeys([*known, *([parameter.default] if parameter.default else [])]))
    default = parameter.example if parameter.required else parameter.default
    return st.selectbox(
        title,
        options,
        index=options.index(default) if default in options else None,
        placeholder=str(parameter.example) if parameter.required else t("question.any"),
        accept_new_options=not parameter.choices,
        key=f"{query.name}.{parameter.name}",
    )


with session.three_lines():
    page()
