"""Adds characters to hypotheses and scores them by the language model."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from loaders.repair.gbk import Pair, pair_of
from loaders.repair.model import Language
from loaders.repair.seen import fold
from loaders.repair.shift.state import Leads, State
from loaders.repair.shift.tokens import Token
from loaders.repair.shift.weigh import WEIGHED, brackets, weigh

Option = tuple[str, str, int, int, Leads | None]
"""A character that may come next: folded, itself, its two bytes, and what is pending after it."""
Scored = tuple[float, State, Option]
_score = itemgetter(0)


class Writer:
    """The language model as the hypotheses use it."""

    def __init__(self, language: Language) -> None:
        self._row = language.row

    def likelihood(self, state: State, ch: str) -> float:
        """log P of a character after a hypothesis."""
        return self._row(state.history)[fold(ch)]

    def put(
        self, state: State, ch: str, cost: float, pending: Leads | None, pair: Pair,
        start: int, end: int, since: int = 0,
    ) -> State:  # fmt: skip
        """The hypothesis with one character more, made of line[start:end]."""
        c = fold(ch)
        opened = state.opened
        if c in WEIGHED:
            weight, opened = weigh(c, state.history[1], opened)
            cost += weight
        return State(
            state.score + cost + self._row(state.history)[c], state.history[1] + c,
            (state.output, ch, start, end), pending, pair, opened, state.region + c,
            state.repaired, since,
        )  # fmt: skip

    def literal(self, state: State, token: Token, cost: float) -> State:
        """The token as the text it shows."""
        for at, ch in enumerate(token.raw, token.start):
            pair = (state.pair[1], ord(ch)) if ord(ch) < 0x80 else pair_of(ch)
            state = self.put(state, ch, cost, None, pair, at, at + 1)
            cost = 0.0
        return state

    def score(self, state: State, options: Iterable[Option], cost: float) -> list[Scored]:
        """The options that begin with a byte the state waits for, with the score of each."""
        leads = state.leads()
        row, base = self._row(state.history), state.score + cost
        before, opened = state.history[1], state.opened
        return [
            (
                base + row[option[0]] + weigh(option[0], before, opened)[0]
                if option[0] in WEIGHED
                else base + row[option[0]],
                state,
                option,
            )
            for option in options
            if option[2] in leads
        ]

    def put_best(
        self, scored: list[Scored], keep: int, end: int, since: int, pending: Leads | None = None
    ) -> list[State]:
        """The likeliest of many characters, each made of what its state waited for up to `end`.

        `pending` is what follows where the option itself does not say it.
        """
        if len(scored) > keep:
            scored.sort(key=_score, reverse=True)
            del scored[keep:]
        return [
            State(
                score, state.history[1] + c, (state.output, ch, state.since, end),
                after or pending, (lead, trail), brackets(state.opened, c), state.region + c,
                state.repaired, since,
            )
            for score, state, (c, ch, lead, trail, after) in scored
        ]  # fmt: skip
