"""What a reader takes along of an answer by a click: words, table, Cypher, all for a briefing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from queries.run import Result
from ui.component.copying import copy_button
from ui.explorer import session
from ui.explorer.wording import Words

_COPIED = 1_000
"""Rows that a click copies; a longer table is taken as a file."""


def take_along(result: Result, t: Words, told: str, table: Mapping[str, Sequence[Any]]) -> None:
    """The buttons below an answer, and the Cypher that can be shown."""
    name = result.query.name
    with st.container(horizontal=True):
        if st.button(t("basket.add"), key=f"basket-{name}"):
            session.basket().add(result)
            st.toast(t("basket.added"))
        copy(t("question.copy_words"), told, t, key=f"copy-words-{name}")
        if 0 < len(result.rows) <= _COPIED:
            copy(t("question.copy_table"), with_tabs(table), t, key=f"copy-table-{name}")
    with st.expander(t("question.cypher")):
        st.code(result.query.cypher, language="cypher")


def copy(label: str, text: str, t: Words, *, key: str) -> None:
    """A button that copies a text."""
    copy_button(label, text, done=t("question.copied"), failed=t("question.not_copied"), key=key)


def with_tabs(table: Mapping[str, Sequence[Any]]) -> str:
    """A table as spreadsheets and word processors take it from the clipboard."""
    lines = [list(table), *zip(*table.values(), strict=True)]
    return "\n".join("\t".join(" ".join(str(cell).split()) for cell in line) for line in lines)
