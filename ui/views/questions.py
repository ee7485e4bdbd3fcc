"""问题: choose a question, say its conditions, read the answer."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graph.store import Store
from queries.ask import AskBox, Guess
from queries.asking.names import Names
from queries.catalog import Parameter, Query, all_queries
from queries.parameters import suggestions
from queries.run import Result, run
from ui.explorer import answers, session
from ui.explorer.wording import Words

ASKED = "question"


def page() -> None:
    """The menu at the left, the form and the answer at the right."""
    t = session.words()
    index = session.index()
    if not index.graph.nodes:
        session.show_empty(t)
        return
    menu, answer = st.columns([0.24, 0.76], gap="large")
    with menu:
        ask(t)
        query = chosen_question(t)
    with answer:
        st.subheader(query.question if t.language == "zh" else query.question_en, anchor=False)
        result = asked(session.store(), query, t)
        if result is not None:
            answers.show(index, result, t)


def ask(t: Words) -> None:
    """A sentence, pinyin or English: the questions that are probably meant."""
    typed = st.text_input(t("question.box"), placeholder=t("question.box_hint"), key="ask")
    if not typed:
        return
    for guess in ask_box(session.store().where, session.store().revision()).ask(typed):
        told = "，".join(str(answers.cell(value, t)) for value in guess.parameters.values())
        name = answers.title(guess.query, t) + (f"：{told}" if told else "")
        st.button(name, key=f"guess-{guess.query.name}", on_click=follow, args=(guess,))


def follow(guess: Guess) -> None:
    """Go to a question with its form filled in."""
    st.session_state[ASKED] = st.query_params[ASKED] = guess.query.name
    for name, value in guess.parameters.items():
        st.session_state[f"{guess.query.name}.{name}"] = value
    st.session_state.pop("answer", None)


@st.cache_resource(show_spinner=False, max_entries=2)
def ask_box(where: str, revision: int) -> AskBox:
    """Made ready once for each state of the store."""
    questions = all_queries()
    return AskBox(questions, Names.of(session.store(), questions))


def chosen_question(t: Words) -> Query:
    """The questions of a topic; ?question=… chooses one."""
    questions = {query.name: query for query in all_queries()}
    name = st.query_params.get(ASKED) or st.session_state.get(ASKED, "")
    if name not in questions:
        name = next(iter(questions))
    topics = list(dict.fromkeys(n.partition(".")[0] for n in questions))
    topic = st.selectbox(
        t("question.category"),
        topics,
        index=topics.index(name.partition(".")[0]),
        format_func=lambda topic: t.of("category", topic),
    )
    names = [n for n in questions if n.partition(".")[0] == topic]
    name = st.radio(
        t("question.choose"),
        names,
        index=names.index(name) if name in names else 0,
        format_func=lambda name: answers.title(questions[name], t),
    )
    st.session_state[ASKED] = st.query_params[ASKED] = name
    return questions[name]


def asked(store: Store, query: Query, t: Words) -> Result | None:
    """The answer to what stands in the form; at once when nothing has to be filled in."""
    known = st.session_state.get("answer")
    if known is not None and (known.query.name != query.name or known.query != query):
        known = None
    sent, values = form(store, query, t)
    needed = any(parameter.required and not values[parameter.name] for parameter in query.params)
    if sent or (known is None and not needed):
        known = run(store, query, **values)
        st.session_state["answer"] = known
    return known if isinstance(known, Result) else None


def form(store: Store, query: Query, t: Words) -> tuple[bool, dict[str, Any]]:
    """One field a parameter, and whether it was sent."""
    if not query.params:
        return False, {}
    values = {}
    with st.form(f"form-{query.name}", border=True):
        columns = st.columns([*([1] * len(query.params)), 0.4], vertical_alignment="bottom")
        for column, parameter in zip(columns, query.params, strict=False):
            with column:
                values[parameter.name] = field(store, query, parameter, t)
        sent = columns[-1].form_submit_button(t("question.ask"), type="primary")
    return sent, values


def field(store: Store, query: Query, parameter: Parameter, t: Words) -> Any:
    """A box with the graph's own values to choose from; one's own words are taken as well."""
    title = parameter.title if t.language == "zh" else parameter.title_en
    if parameter.required:
        title = f"{title}（{t('question.required')}）"
    options = list(suggestions(store, parameter))
    if parameter.default is not None and parameter.default not in options:
        options.insert(0, parameter.default)
    return st.selectbox(
        title,
        options,
        index=options.index(parameter.default) if parameter.default in options else None,
        format_func=lambda value: str(answers.cell(value, t)),
        placeholder=str(parameter.example) if parameter.required else t("question.any"),
        accept_new_options=not parameter.choices,
        key=f"{query.name}.{parameter.name}",
    )


with session.three_lines():
    page()
