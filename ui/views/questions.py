"""问题: choose a question, say its conditions, read the answer.

The address has it all: ?question=…, each condition by its name, and ?as=chart|graph|table.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from queries.ask import AskBox, Guess
from queries.asking.names import Names
from queries.catalog import Parameter, Query, all_queries
from queries.parameters import suggestions
from queries.run import Result, run
from ui.explorer import answers, session
from ui.explorer.index import Index
from ui.explorer.panel import as_text
from ui.explorer.wording import Words

ASKED = "question"
TOPIC, CHOSEN = "question_topic", "question_chosen"
MOST_GUESSES = 4


def page() -> None:
    """The menu at the left, the form and the answer at the right."""
    t = session.words()
    index = session.index()
    if not index.graph.nodes:
        session.show_empty(t)
        return
    menu, answer = st.columns([0.24, 0.76], gap="large")
    with menu:
        ask(index, t)
        query = chosen_question(t)
    with answer:
        st.subheader(query.question if t.language == "zh" else query.question_en, anchor=False)
        result = asked(index, query, t)
        if result is not None:
            answers.show(index, result, t)


def ask(index: Index, t: Words) -> None:
    """A sentence, pinyin or English: the questions that are probably meant."""
    typed = st.text_input(t("question.box"), placeholder=t("question.box_hint"), key="ask")
    if not typed:
        return
    guesses = index.kept("ask", ask_box).ask(typed)[:MOST_GUESSES]
    if guesses:
        st.caption(t("question.nearest"))
    for guess in guesses:
        name = answers.title(guess.query, t)
        told = t.listed(answers.cell(value, t) for value in guess.parameters.values())
        if told:
            name = t("question.guess", question=name, values=told)
        st.button(
            as_text(name), key=f"guess-{guess.query.name}", on_click=follow, args=(guess,),
            width="stretch",
        )  # fmt: skip
    if not guesses:
        st.info(t("question.not_understood"))


def follow(guess: Guess) -> None:
    """Go to a question with its form filled in."""
    choose(guess.query.name)
    for name, value in guess.parameters.items():
        st.session_state[f"{guess.query.name}.{name}"] = value
    st.session_state.pop("answer", None)


def ask_box() -> AskBox:
    """Made ready once for each state of the store."""
    questions = all_queries()
    return AskBox(questions, Names.of(session.store(), questions))


def choose(name: str) -> None:
    """Both boxes of the menu follow."""
    st.session_state[TOPIC], st.session_state[CHOSEN] = name.partition(".")[0], name


def chosen_question(t: Words) -> Query:
    """The questions of a topic; the address chooses one, and follows what is chosen."""
    questions = {query.name: query for query in all_queries()}
    topics: dict[str, list[str]] = {}
    for name in questions:
        topics.setdefault(name.partition(".")[0], []).append(name)
    if CHOSEN not in st.session_state:
        name = st.query_params.get(ASKED) or st.session_state.get(ASKED, "")
        choose(name if name in questions else next(iter(questions)))
    st.selectbox(
        t("question.category"), list(topics), key=TOPIC,
        format_func=lambda topic: t.of("category", topic),
        on_change=lambda: choose(topics[st.session_state[TOPIC]][0]),
    )  # fmt: skip
    name = st.radio(
        t("question.choose"), topics[st.session_state[TOPIC]], key=CHOSEN,
        format_func=lambda name: answers.title(questions[name], t),
    )  # fmt: skip
    st.session_state[ASKED] = name  # for the way back from another page
    return questions[name]


def asked(index: Index, query: Query, t: Words) -> Result | None:
    """The answer to what stands in the form; at once when nothing has to be filled in."""
    known: tuple[Index, Result] | None = st.session_state.get("answer")
    if known is not None and (known[0] is not index or known[1].query.name != query.name):
        known = None
    sent, values = form(index, query, t)
    needed = any(parameter.required and not values[parameter.name] for parameter in query.params)
    if needed:
        st.info(t("question.fill_in"))
    elif sent or known is None:
        known = st.session_state["answer"] = (index, run(session.store(), query, **values))
        remember(query, values)
    return known[1] if known and not needed else None


def remember(query: Query, values: dict[str, Any]) -> None:
    """Question and conditions stand in the address."""
    kept = {name: st.query_params[name] for name in ("lang", "as") if name in st.query_params}
    if st.query_params.get(ASKED) != query.name:
        kept.pop("as", None)
    given = {
        parameter.name: str(values[parameter.name]) for parameter in query.params
        if values[parameter.name] not in (None, parameter.default)
    }  # fmt: skip
    st.query_params.from_dict({**kept, ASKED: query.name, **given})


def form(index: Index, query: Query, t: Words) -> tuple[bool, dict[str, Any]]:
    """One field a parameter, and whether it was sent."""
    if not query.params:
        return False, {}
    values = {}
    with st.form(f"form-{query.name}", border=True):
        columns = st.columns([*([1] * len(query.params)), 0.4], vertical_alignment="bottom")
        for column, parameter in zip(columns, query.params, strict=False):
            with column:
                values[parameter.name] = field(index, query, parameter, t)
        sent = columns[-1].form_submit_button(t("question.ask"), type="primary")
    return sent, values


def field(index: Index, query: Query, parameter: Parameter, t: Words) -> Any:
    """A box with the graph's own values to choose from; one's own words are taken as well."""
    title = parameter.title if t.language == "zh" else parameter.title_en
    if parameter.required:
        title += t.aside(t("question.required"))
    key = f"{query.name}.{parameter.name}"
    options = list(index.kept(key, lambda: suggestions(session.store(), parameter)))
    if parameter.default is not None and parameter.default not in options:
        options.insert(0, parameter.default)
    if key not in st.session_state and st.query_params.get(ASKED) == query.name:
        given = st.query_params.get(parameter.name)
        alike = next((option for option in options if str(option) == given), given)
        if given and (alike in options or not parameter.choices):
            st.session_state[key] = alike
    return st.selectbox(
        title,
        options,
        index=options.index(parameter.default) if parameter.default in options else None,
        format_func=lambda value: str(answers.cell(value, t)),
        placeholder=str(parameter.example) if parameter.required else t("question.any"),
        accept_new_options=not parameter.choices,
        key=key,
    )


with session.three_lines():
    page()
