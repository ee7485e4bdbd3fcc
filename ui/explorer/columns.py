"""How wide the columns of a table are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from ui.explorer.wrapping import width_of

_LETTER, _AROUND, _WIDEST = 14, 20, 240  # pixels


def column_widths(table: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    """Room for the longest text of each column, up to a limit; the longest of all takes the rest.

    Streamlit looks at the first rows alone, and keeps what it found when other rows come.
    """
    needed = {
        name: _AROUND + _LETTER * max(width_of(text) for text in (name, *map(str, cells)))
        for name, cells in table.items()
        if any(isinstance(cell, str) for cell in cells)
    }
    longest = max(needed, key=needed.__getitem__, default="")
    return {
        name: st.column_config.Column(width=min(round(width), _WIDEST))
        for name, width in needed.items()
        if name != longest
    }
