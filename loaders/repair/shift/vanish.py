"""Pairs that vanished inside a shifted run, because they show as nothing.

A vanished pair was the second byte of one character and the first of the next: the character that
was pending is complete, and another one is pending of which only a set of first bytes is known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from heapq import nlargest

from loaders.repair.gbk import pair_of, tables
from loaders.repair.seen import fold
from loaders.repair.shift.state import Leads, State
from loaders.repair.shift.tokens import Kind, Token
from loaders.repair.shift.write import Option, Writer

COST = -0.3  # nearly free: given the true text the damage is determined
UNLIKELY = -3.5  # vanished pairs are tried only where the plain reading is this unlikely
NEAR_THE_BEST = 12.0
KNOWN, VAGUE = 12, 3
KEPT, KEPT_VAGUE, TWICE, KEPT_TWICE = 30, 30, 3, 20

Following = Mapping[int, Sequence[Option]]


class Vanishing:
    """Grows hypotheses by pairs that are not seen."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._prose = tables().prose
        self._any, self._usual = _options()

    def grow(self, beam: Sequence[State], token: Token) -> list[State]:
        """Hypotheses with one or two pairs more that vanished before this token."""
        at = token.start
        known, vague = self._candidates(beam, token)
        if not known and not vague:
            return []
        one = self._grow(known, self._any, KEPT, at)
        one += self._grow(vague, self._usual, KEPT_VAGUE, at)
        best = nlargest(TWICE, one, key=lambda state: state.score)
        return one + self._grow(best, self._usual, KEPT_TWICE, at)

    def _candidates(self, beam: Sequence[State], token: Token) -> tuple[list[State], list[State]]:
        """The states that wait for a byte, with one possible lead and with several."""
        lead = _first_byte(token)
        least = max(state.score for state in beam) - NEAR_THE_BEST
        known: list[State] = []
        vague: list[State] = []
        for state in beam:
            if state.pending is None or state.score < least:
                continue
            if len(state.pending) > 1:
                if len(vague) < VAGUE:
                    vague.append(state)
            elif len(known) < KNOWN:
                (first,) = state.pending
                ch = self._prose.get((first, lead))
                if ch is None or self._writer.likelihood(state, ch) < UNLIKELY:
                    known.append(state)
        return known, vague

    def _grow(self, states: Iterable[State], options: Following, keep: int, at: int) -> list[State]:
        scored = [
            found
            for state in states
            for lead in state.pending or ()
            for found in self._writer.score(state, options.get(lead, ()), COST)
        ]
        return self._writer.put_best(scored, keep, at, at)


@cache
def _options() -> tuple[Following, Following]:
    """lead → what it makes with the first byte of a vanished pair; then of a usual one."""
    known = tables()
    usual = (t for t in known.vanishing if t == 0xA2 or 0xAA <= t <= 0xAF or t >= 0xF8)
    return (
        _by_lead(known.vanishing, known.vanishing, known.by_trail),
        _by_lead(known.vanishing, usual, known.frequent_by_trail),
    )


def _by_lead(
    vanishing: Mapping[int, Leads],
    trails: Iterable[int],
    characters: Mapping[int, Sequence[tuple[int, str]]],
) -> Following:
    found: dict[int, list[Option]] = defaultdict(list)
    for trail in trails:
        for lead, ch in characters.get(trail, ()):
            found[lead].append((fold(ch), ch, lead, trail, vanishing[trail]))
    return dict(found)


def _first_byte(token: Token) -> int:
    """The byte that completes the pending character; 0 where there is none to be seen."""
    if token.kind not in (Kind.CHARACTER, Kind.CUT):
        return 0
    code = ord(token.raw)
    if code >= 0x80:
        return pair_of(token.raw)[0] or 0xA3
    return code if 0x40 <= code <= 0x7E else 0xA3
