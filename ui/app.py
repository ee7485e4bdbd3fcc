"""The explorer. `plangraph ui` starts it.

The pages stand in ui/views: Streamlit would run those of a folder called pages without this file.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.component.phrases import say_in
from ui.explorer import gate, session

HERE = Path(__file__).resolve().parent

t = session.words()
st.set_page_config(
    page_title=t("app.title"), page_icon=str(HERE / "static" / "icon.svg"), layout="wide"
)
st.html(f"<style>{(HERE / 'explorer' / 'style.css').read_text(encoding='utf-8')}</style>")

page = st.navigation(
    [
        st.Page("views/front.py", title=t("app.title"), default=True, visibility="hidden"),
        st.Page("views/overview.py", title=t("page.overview"), url_path="overview"),
        st.Page("views/board.py", title=t("page.graph"), url_path="graph"),
        st.Page("views/coverage.py", title=t("page.coverage"), url_path="coverage"),
        st.Page("views/roadmap.py", title=t("page.roadmap"), url_path="roadmap"),
        st.Page(
            "views/responsibility.py", title=t("page.responsibility"), url_path="responsibility"
        ),
        st.Page("views/questions.py", title=t("page.questions"), url_path="questions"),
        st.Page("views/findings.py", title=t("page.findings"), url_path="findings"),
        st.Page("views/basket.py", title=t("page.basket"), url_path="basket"),
        st.Page("views/documents.py", title=t("page.documents"), url_path="documents"),
        st.Page("views/console.py", title=t("page.console"), url_path="console"),
    ],
    position="top",
)
with st.container(key="language"):
    session.language_switch()
    say_in(t.language)
if gate.is_open(t):
    page.run()
