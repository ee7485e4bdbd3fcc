"""文件: what is loaded; hand in a file, see what would change, load it; remove one."""

from __future__ import annotations

from html import escape

import streamlit as st

from graph.writer import remove_document, write
from loaders import Build
from ui.explorer import session, uploads
from ui.explorer.index import Index
from ui.explorer.view import loaded
from ui.explorer.wording import Words

SUFFIXES = ["txt", "html", "htm", "docx", "pdf", "xlsx", "csv", "zip"]
MOST_SHOWN = 30


def page() -> None:
    """The list, and the place to hand in files."""
    t = session.words()
    index = session.index()
    if done := st.session_state.pop("done", None):
        st.success(done)
    show_list(index, t)
    st.subheader(t("documents.add"), anchor=False)
    files = st.file_uploader(
        t("documents.choose"), SUFFIXES, accept_multiple_files=True,
        key=f"files-{st.session_state.get('uploads', 0)}",
    )  # fmt: skip
    for file in files:
        for built in read(file.name, file.getvalue(), t):
            show_build(index, built, t)


def show_list(index: Index, t: Words) -> None:
    """Loaded documents; the chosen one can be removed."""
    documents = loaded(index)
    if not documents:
        session.show_empty(t)
        return
    rows = [
        {
            t("column.title"): str(d.properties.get("title", "")),
            t("property.issuer"): str(d.properties.get("issuer", "")),
            t("property.doc_number"): str(d.properties.get("doc_number", "")),
            t("property.issued"): str(d.properties.get("issued", "")),
            t("column.kind"): t.of("value", str(d.properties.get("kind", ""))),
            t("documents.understood"): understood(d.properties),
        }
        for d in documents
    ]
    event = st.dataframe(
        rows, hide_index=True, on_select="rerun", selection_mode="single-row", key="documents",
        column_config={t("documents.understood"): st.column_config.ProgressColumn(
            format="percent", min_value=0, max_value=1)},
    )  # fmt: skip
    picked = [n for n in event["selection"]["rows"] if n < len(documents)]
    if not picked:
        st.caption(t("documents.remove_hint"))
        return
    chosen = documents[picked[0]]
    if st.button(t("documents.remove"), key="remove"):
        ask_before_removing(chosen.id, str(chosen.properties["title"]), t)


def understood(properties: object) -> float | None:
    """The share of sentences that gave a fact."""
    facts = dict(properties)  # type: ignore[call-overload]
    total = facts.get("sentences")
    return facts.get("sentences_typed", 0) / total if total else None


def ask_before_removing(id: str, title: str, t: Words) -> None:
    """A dialog: removing cannot be undone."""

    @st.dialog(t("documents.remove"))
    def dialog() -> None:
        st.html(f"<p>{escape(t('documents.remove_ask', title=title))}</p>")
        if st.button(t("documents.remove_yes"), type="primary"):
            with session.three_lines():
                remove_document(session.store(), id)
                st.session_state["done"] = t("documents.removed", title=title)
                st.rerun()

    dialog()


def read(name: str, data: bytes, t: Words) -> tuple[Build, ...]:
    """Read a file once; what cannot be read is said."""
    known: dict[str, uploads.Upload] = st.session_state.setdefault("builds", {})
    key = uploads.fingerprint(name, data)
    if key not in known:
        with st.spinner(t("documents.reading", name=name)):
            known[key] = uploads.read_upload(name, data)
    upload = known[key]
    if upload.error is not None:
        session.show_error(upload.error, retry=False)
    return upload.builds


def show_build(index: Index, built: Build, t: Words) -> None:
    """A dry run: what would change, what is doubtful, what was repaired; then the button."""
    title = uploads.title_of(built)
    with st.container(border=True):
        st.html(f"<h4>{escape(title)}</h4>")
        if issue := uploads.refusal(built):
            st.warning(f"{issue.message} {issue.fix}")
            return
        st.dataframe(uploads.changes(index, built, t), hide_index=True)
        pairs = list(uploads.raw_and_repaired(built))
        with st.expander(t("documents.issues", count=len(built.issues))):
            st.dataframe(uploads.issue_rows(built.issues, t), hide_index=True)
        if pairs:
            with st.expander(t("documents.repaired", count=len(pairs))):
                show_pairs(pairs, t)
        if st.button(t("documents.load"), type="primary", key=f"load-{title}"):
            with st.spinner(t("documents.loading")):
                write(session.store(), built.subgraph)
            st.session_state["uploads"] = st.session_state.get("uploads", 0) + 1
            st.session_state["done"] = t("documents.loaded", title=title)
            st.rerun()


def show_pairs(pairs: list[tuple[str, str]], t: Words) -> None:
    """Raw beside repaired."""
    heads = f"<th>{escape(t('documents.raw'))}</th><th>{escape(t('documents.clean'))}</th>"
    rows = "".join(
        f"<tr><td>{escape(raw)}</td><td>{escape(text)}</td></tr>"
        for raw, text in pairs[:MOST_SHOWN]
    )
    st.html(f'<table class="pairs"><tr>{heads}</tr>{rows}</table>')


with session.three_lines():
    page()
