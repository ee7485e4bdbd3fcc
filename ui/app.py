"""The explorer. `plangraph ui` starts it; the pages stand in ui/pages."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.explorer import session

HERE = Path(__file__).resolve().parent

t = session.words()
st.set_page_config(page_title=t("app.title"), page_icon="🧭", layout="wide")
st.html(f"<style>{(HERE / 'explorer' / 'style.css').read_text(encoding='utf-8')}</style>")

page = st.navigation(
    [
        st.Page("pages/board.py", title=t("page.graph"), url_path="graph", default=True),
        st.Page("pages/questions.py", title=t("page.questions"), url_path="questions"),
    ],
    position="top",
)
with st.container(key="language"):
    session.language_switch()
page.run()
