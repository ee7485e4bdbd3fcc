"""What brackets and stops say of a reading: those that close speak for it."""

from __future__ import annotations

_OPENING = "“《（‘【〈"
_CLOSING = {"”": "“", "》": "《", "）": "（", "’": "‘", "】": "【", "〉": "〈"}
_STOPS = frozenset("，。、；：？！")
_CLOSED, _CROSSED, _NEVER_OPENED, _OPENED_TWICE, _STOP_AFTER_STOP = 1.5, -3.0, -6.0, -3.0, -6.0

WEIGHED = frozenset(_OPENING) | _CLOSING.keys() | _STOPS
"""The characters that `weigh` has to be asked about."""


def weigh(c: str, before: str, opened: str) -> tuple[float, str]:
    """The weight of a mark after `before`, and the brackets that are open after it."""
    if c in _CLOSING:
        mate = _CLOSING[c]
        if opened.endswith(mate):
            return _CLOSED, opened[:-1]
        if mate in opened:
            return _CROSSED, opened[: opened.rindex(mate)]
        return _NEVER_OPENED, opened
    if c in _OPENING:
        return (_OPENED_TWICE if opened.endswith(c) else 0.0), opened + c
    return (_STOP_AFTER_STOP if before in _STOPS else 0.0), opened


def brackets(opened: str, c: str) -> str:
    """The brackets open after a folded character."""
    return weigh(c, "", opened)[1] if c in WEIGHED else opened
