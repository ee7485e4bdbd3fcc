"""The bare address: to the overview, or to the graph when it names a node or an edge.

Streamlit's default page has no address of its own; this one leads on, so that every page has one.
"""

from __future__ import annotations

import streamlit as st

address = st.query_params.to_dict()
named = "node" in address or "edge" in address
st.switch_page("views/board.py" if named else "views/overview.py", query_params=address)
