"""An answer: in words, as a table, as a graph; its Cypher; as a file."""

from __future__ import annotations

from typing import Any

import streamlit as st

from queries.catalog import Query
from queries.run import Result
from ui.explorer.index import Index
from ui.explorer.wording import Words
from ui.terminal import plain_text, to_csv


def title(query: Query, t: Words) -> str:
    """The question's title in the reader's language."""
    return query.title if t.language == "zh" else query.title_en


def show(index: Index, result: Result, t: Words) -> None:
    """Notes, count, the answer, the Cypher, the download."""
    for note in result.notes:
        st.warning(note.zh if t.language == "zh" else note.en)
    st.caption(counted(result, t))
    if result.rows:
        st.dataframe(table(result), hide_index=True)
    else:
        st.info(t("question.none"))
    st.download_button(
        t("question.download"),
        ("\ufeff" + to_csv(result.columns, result.rows)).encode("utf-8"),  # BOM: for Excel
        file_name=f"{result.query.name}.csv",
        mime="text/csv",
    )
    with st.expander(t("question.cypher")):
        st.code(result.query.cypher, language="cypher")


def counted(result: Result, t: Words) -> str:
    """How many rows, out of what."""
    if result.denominator is None:
        return t("question.rows", count=len(result.rows))
    query = result.query
    words = query.denominator if t.language == "zh" else query.denominator_en
    return t("question.out_of", count=len(result.rows), denominator=words, total=result.denominator)


def table(result: Result) -> list[dict[str, Any]]:
    """The rows for the page: numbers stay numbers, ids stay out."""
    kept = [
        n for n, name in enumerate(result.columns) if not (name == "id" or name.endswith("_id"))
    ]
    return [{result.columns[n]: _cell(row[n]) for n in kept} for row in result.rows]


def _cell(value: Any) -> Any:
    return value if isinstance(value, int | float) else plain_text(value)
