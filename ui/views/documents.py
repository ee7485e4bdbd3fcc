"""文件: what is loaded; hand in a file, see what would change, load it; remove one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from graph.elements import Node
from graph.writer import remove_document, write
from loaders import Build
from queries.run import run
from ui.explorer import answers, session, uploads
from ui.explorer.downloads import by_column, table_menu
from ui.explorer.errors import in_words
from ui.explorer.index import Index
from ui.explorer.reading import Reading
from ui.explorer.versions_shown import show_versions
from ui.explorer.view import loaded
from ui.explorer.wording import Words

SUFFIXES = ["txt", "html", "htm", "docx", "pdf", "xlsx", "csv", "zip"]
MOST_SHOWN = 30
OFTEN = 0.7  # seconds between two looks at what is being read
DOCUMENT = "document"


def page() -> None:
    """The list, and the place to hand in files."""
    t = session.words()
    index = session.index()
    for done in st.session_state.pop("done", ()):
        st.success(done)
    show_list(index, t)
    if loaded(index):
        show_versions(index, t)
    st.subheader(t("documents.add"), anchor=False)
    st.html(f"<style>{words_of_the_box(t)}</style>")
    with st.container(key="uploader"):
        files = st.file_uploader(
            t("documents.choose"), SUFFIXES, accept_multiple_files=True,
            key=f"files-{st.session_state.get('uploads', 0)}",
        )  # fmt: skip
    readings = begin({file.file_id: file for file in files})
    finished = [reading for reading in readings if reading.finished]
    if len(finished) < len(readings):
        watch(readings, t)
    show_readings(index, finished, t)


def words_of_the_box(t: Words) -> str:
    """Streamlit's upload box has English words of its own, and hides why it refused a file."""
    chip, button = '.stFileChip[aria-invalid="true"]', "[data-testid=stBaseButton-secondary] p"
    return f"""
.st-key-uploader {button} {{ font-size: 0; }}
.st-key-uploader {button}::after {{ content: "{t("documents.open")}"; font-size: .875rem; }}
.st-key-uploader [data-testid="stFileUploaderDropzoneInstructions"] {{ display: none; }}
.st-key-uploader:has({chip})::after {{ content: "▲ {t("documents.refused")}"; }}
"""


def show_list(index: Index, t: Words) -> None:
    """Loaded documents; of the chosen one what was not understood, and the way to remove it."""
    documents = loaded(index)
    if not documents:
        session.show_empty(t, link=False)
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
    table_menu(by_column(rows), "documents", t, key="documents")
    event = st.dataframe(
        rows, hide_index=True, on_select="rerun", selection_mode="single-row", key="documents",
        column_config={t("documents.understood"): st.column_config.ProgressColumn(
            format="percent", min_value=0, max_value=1)},
    )  # fmt: skip
    picked = [documents[n] for n in event["selection"]["rows"] if n < len(documents)]
    asked = [d for d in documents if d.id == st.query_params.get(DOCUMENT)]
    if not (picked or asked):
        st.caption(t("documents.remove_hint"))
        return
    chosen = (picked or asked)[0]
    st.query_params[DOCUMENT] = chosen.id
    show_document(index, chosen, t)


def show_document(index: Index, document: Node, t: Words) -> None:
    """Its blind spots, the sentences that gave nothing, and the button that removes it."""
    title = str(document.properties.get("title", document.id))
    with st.container(border=True):
        st.html(f"<h4 class='small'>{escape(title)}</h4>")
        for name in ("quality.blindspots", "quality.untyped"):
            result = index.kept(name, partial(run, session.store(), name))
            place = result.columns.index("document")
            own = replace(result, rows=tuple(row for row in result.rows if row[place] == title))
            with st.expander(answers.title(result.query, t) + t.aside(len(own.rows))):
                if own.rows:
                    answers.show_rows(index, replace(own, denominator=None), t)
                else:
                    st.info(t("question.none"))
        if st.button(t("documents.remove"), key="remove"):
            ask_before_removing(document.id, title, t)


def understood(properties: Mapping[str, Any]) -> float | None:
    """The share of sentences that gave a fact, in whole percent."""
    total = properties.get("sentences")
    return round(float(properties.get("sentences_typed", 0)) / total, 2) if total else None


def ask_before_removing(id: str, title: str, t: Words) -> None:
    """A dialog: removing cannot be undone."""

    @st.dialog(t("documents.remove"))
    def dialog() -> None:
        st.html(f"<p>{escape(t('documents.remove_ask', title=title))}</p>")
        if st.button(t("documents.remove_yes"), type="primary"):
            with session.three_lines():
                remove_document(session.store(), id)
                st.session_state["done"] = [t("documents.removed", title=title)]
                st.query_params.pop(DOCUMENT, None)
                st.rerun()

    dialog()


def begin(files: Mapping[str, Any]) -> list[Reading]:
    """A reading for every file that was handed in; one that was taken back is stopped."""
    known: dict[str, Reading] = st.session_state.setdefault("readings", {})
    for key in known.keys() - files.keys():
        known.pop(key).cancel()
    for key in files.keys() - known.keys():
        known[key] = Reading(files[key].name, files[key].getvalue())
    return [known[key] for key in files]


@st.fragment(run_every=OFTEN)
def watch(readings: Sequence[Reading], t: Words) -> None:
    """How far each is, and a button that stops it; when all are done the page follows."""
    # by their places among all: a button stops what it stood for when it was pressed
    waiting = {n: reading for n, reading in enumerate(readings) if not reading.finished}
    if not waiting:
        st.rerun()
    for number, reading in waiting.items():
        done, total = reading.progress
        told = t("documents.reading", name=reading.name, seconds=reading.seconds)
        if total > 1:
            told += t("documents.of_many", done=done, total=total)
        left, right = st.columns([0.86, 0.14], vertical_alignment="center")
        left.progress(done / total if total else 0.0, text=told.replace("[", "\\["))
        right.button(t("documents.cancel"), key=f"cancel-{number}", on_click=reading.cancel)


def show_readings(index: Index, readings: Sequence[Reading], t: Words) -> None:
    """What was read, file by file, and the way to load all of it."""
    builds = [built for reading in readings for built in reading.upload.builds]
    wanted = [built for built in builds if uploads.refusal(built) is None]
    if len(wanted) > 1 and st.button(
        t("documents.load_all", count=len(wanted)), type="primary", key="load-all"
    ):
        load(wanted, t)
    for reading in readings:
        if reading.cancelled:
            st.info(t("documents.cancelled", name=reading.name))
        if reading.upload.error is not None:
            session.show_error(reading.upload.error, retry=False)
    for number, built in enumerate(builds):
        show_build(index, built, t, key=f"build-{number}")


def show_build(index: Index, built: Build, t: Words, *, key: str) -> None:
    """A dry run: what would change, what is doubtful, what was repaired; then the button."""
    title = uploads.title_of(built)
    with st.container(border=True):
        st.html(f"<h4 class='small'>{escape(title)}</h4>")
        if issue := uploads.refusal(built):
            told = {"message": issue.message, "fix": issue.fix}
            said = {name: in_words(text, t.language) for name, text in told.items()}
            st.warning(t("documents.not_loaded", **said))
            return
        st.caption(t("documents.dry_run"))
        show_table(uploads.changes(index, built, t), "changes", t, key=f"{key}-changes")
        names = uploads.names_changed(index, built, t)
        pairs = list(uploads.raw_and_repaired(built))
        with st.expander(t("documents.names", count=len(names))):
            show_table(names, "names", t, key=f"{key}-names")
        with st.expander(t("documents.issues", count=len(built.issues))):
            show_table(uploads.issue_rows(built.issues, t), "issues", t, key=f"{key}-issues")
        if pairs:
            with st.expander(t("documents.repaired", count=len(pairs))):
                show_pairs(pairs, t)
        if st.button(t("documents.load"), type="primary", key=f"{key}-load"):
            load([built], t)


def show_table(rows: Sequence[Mapping[str, Any]], name: str, t: Words, *, key: str) -> None:
    """A table to read and to take along."""
    table_menu(by_column(rows), name, t, key=key)
    st.dataframe(rows, hide_index=True, key=key)


def load(builds: Sequence[Build], t: Words) -> None:
    """One document after the other, each all or nothing; any click stops before the next."""
    st.session_state["done"] = done = []
    st.button(t("documents.cancel"), key="stop-loading")
    bar = st.progress(0.0)
    for number, built in enumerate(builds):
        bar.progress(number / len(builds), text=t("documents.loading", done=number + 1,
                                                  total=len(builds)))  # fmt: skip
        write(session.store(), built.subgraph)
        done.append(t("documents.loaded", title=uploads.title_of(built)))
    st.session_state["uploads"] = st.session_state.get("uploads", 0) + 1
    st.rerun()


def show_pairs(pairs: Sequence[tuple[str, str]], t: Words) -> None:
    """Raw beside repaired."""
    heads = f"<th>{escape(t('documents.raw'))}</th><th>{escape(t('documents.clean'))}</th>"
    rows = "".join(
        f"<tr><td>{escape(raw)}</td><td>{escape(text)}</td></tr>"
        for raw, text in pairs[:MOST_SHOWN]
    )
    st.html(f'<table class="pairs"><tr>{heads}</tr>{rows}</table>')


with session.three_lines():
    page()
