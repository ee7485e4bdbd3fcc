"""What the pages share: the store, the graph, the language and the choice. Knows Streamlit."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, tzinfo
from html import escape
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from graph.errors import StrategyError
from graph.store import Store, open_store
from queries.run import Result
from ui.explorer.basket import Basket
from ui.explorer.desk import Desk
from ui.explorer.errors import translated
from ui.explorer.findings import all_findings
from ui.explorer.index import Index
from ui.explorer.wording import LANGUAGES, Words, words_of
from ui.serve import HOME_VARIABLE

LANGUAGE = "language"


def words() -> Words:
    """The dictionary in the reader's language: as chosen, else as in the address, else Chinese."""
    if LANGUAGE not in st.session_state:
        asked = st.query_params.get("lang", "zh")
        st.session_state[LANGUAGE] = asked if asked in LANGUAGES else "zh"
    return words_of(st.session_state[LANGUAGE])


def language_switch() -> None:
    """A switch whose choice stands in the address (?lang=en)."""
    # A widget's own state ends with its page; the choice must not.
    chosen = st.segmented_control(
        words()("app.language"),
        options=list(LANGUAGES),
        format_func=LANGUAGES.__getitem__,
        default=st.session_state[LANGUAGE],
        label_visibility="collapsed",
        key="language_switch",
    )
    if chosen and chosen != st.session_state[LANGUAGE]:
        st.session_state[LANGUAGE] = chosen
        st.query_params["lang"] = chosen
        st.rerun()
    if st.session_state[LANGUAGE] != "zh":  # another page's address has not got it yet
        st.query_params["lang"] = st.session_state[LANGUAGE]


def store() -> Store:
    """The store, opened once for all sessions; this process hosts the embedded engine."""
    home = os.environ.get(HOME_VARIABLE)
    return _opened(home)


def index() -> Index:
    """The whole graph, read again when the store was changed."""
    with st.spinner(words()("app.opening")):
        return _read(store().where, store().revision())


def desk(index: Index) -> Desk:
    """The reader's desk; a new one when the graph was changed."""
    known = st.session_state.get("desk")
    if known is None or known[0] is not index:
        selected = known[1].selected if known else None
        known = (index, Desk.of(index))
        known[1].selected = selected
        st.session_state["desk"] = known
    return known[1]


def follow(key: str, value: object) -> None:
    """Let a widget show what the desk says, before it is drawn.

    A new key would do that too, but for a moment there are two of them, and the focus is lost.
    """
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def basket() -> Basket:
    """What the reader collected; it lasts as long as the visit."""
    known: Basket = st.session_state.setdefault("basket", Basket())
    return known


def time_zone() -> tzinfo:
    """The reader's, as the browser says; UTC when the machine does not know it."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def findings() -> list[Result]:
    """The answers of all checks, asked again when the store was changed."""
    return _findings(store().where, store().revision())


def show_empty(t: Words, *, link: bool = True) -> None:
    """What to do while nothing is loaded, with the way there."""
    show_hint(t("empty.title"), t("empty.hint"))
    if link:
        with st.container(horizontal_alignment="center"):
            st.page_link("views/documents.py", label=f"{t('empty.upload')} →")


def show_hint(title: str, hint: str) -> None:
    """An empty state: what is missing, and what to do next."""
    st.html(f'<div class="empty"><h3>{escape(title)}</h3>{escape(hint)}</div>')


@contextmanager
def three_lines() -> Iterator[None]:
    """Show an error of ours as its three lines, and any other as one; never a traceback."""
    try:
        yield
    except StrategyError as error:
        show_error(error)
    except Exception as error:  # Streamlit's own control flow is not among them
        t = words()
        problem = f"{type(error).__name__}: {error}"
        show_error(StrategyError(t("error.internal", error=problem), hint=t("error.internal_hint")))


def show_error(error: StrategyError, *, retry: bool = True) -> None:
    """What is wrong, where, and what to do; with a button that tries again."""
    t = words()
    error = translated(error, t.language)
    lines = [f"<strong>{escape(error.title)}</strong>"]
    if error.where:
        lines.append(escape(t("error.where") + error.where))
    if error.hint:
        lines.append(escape(t("error.hint") + error.hint))
    st.html(f'<div class="trouble" role="alert">{"<br>".join(lines)}</div>')
    if retry and st.button(t("error.retry"), key="retry"):
        _opened.clear()
        st.rerun()


@st.cache_resource(show_spinner=False, max_entries=2)
def _findings(where: str, revision: int) -> list[Result]:
    return all_findings(store())


@st.cache_resource(show_spinner=False)
def _opened(home: str | None) -> Store:
    return open_store(Path(home) if home else None)


@st.cache_resource(show_spinner=False, max_entries=2)
def _read(where: str, revision: int) -> Index:
    index = Index(_opened(os.environ.get(HOME_VARIABLE)).read()).prepare()
    _spare_what_lives()
    return index


def _spare_what_lives() -> None:
    """Keep the graph out of what Streamlit's garbage collection goes through after every run.

    That took 140 ms at 2,000 nodes, most of a click; a graph without cycles needs none. What has
    become garbage among that which was spared before is collected now.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
