"""The password of an explorer that other machines can reach."""

from __future__ import annotations

import hmac
import os
import threading
import time

import streamlit as st

from ui.explorer.wording import Words
from ui.serve import PASSWORD_VARIABLE

_INSIDE = "inside"
_WAIT = 1.0  # seconds after a wrong password, one try at a time for all
_one_at_a_time = threading.Lock()


def is_open(t: Words) -> bool:
    """True when no password is set or this visitor has given it; else the form is shown."""
    password = os.environ.get(PASSWORD_VARIABLE, "")
    if not password or st.session_state.get(_INSIDE):
        return True
    with st.form("gate", width=420):
        typed = st.text_input(t("gate.password"), type="password")
        sent = st.form_submit_button(t("gate.enter"), type="primary")
    if sent:
        if matches(typed, password):
            st.session_state[_INSIDE] = True
            st.rerun()
        with _one_at_a_time:
            time.sleep(_WAIT)
        st.error(t("gate.wrong"))
    return False


def matches(typed: str, password: str) -> bool:
    """Compared in a time that tells nothing."""
    return hmac.compare_digest(typed.encode("utf-8"), password.encode("utf-8"))
