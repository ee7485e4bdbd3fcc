"""Brings a damaged line back into phase: a beam over hypotheses, region by region.

A region begins at a mark of damage and ends when four characters in phase agree, or with the line.
What lies between regions is only walked over, to know what stands before the next mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.repair.gbk import UNKNOWN, Pair, character
from loaders.repair.hanzi import reads
from loaders.repair.model import Language
from loaders.repair.seen import BEGIN, END, fold
from loaders.repair.shift.grow import Growth, shown_pair
from loaders.repair.shift.output import Region, Restored, restored
from loaders.repair.shift.state import State
from loaders.repair.shift.tokens import LOSSES, Kind, Token, tokens
from loaders.repair.shift.vanish import Vanishing
from loaders.repair.shift.weigh import brackets
from loaders.repair.shift.write import Writer

BEAM, MARGIN = 60, 12.0
CALM = 4
"""So many agreeing characters in phase close a region."""
CONTEXT = 12
LONGEST = 400
"""A longer region is given up: real runs have some tens of tokens."""
WORK = 2_500_000
"""So many hypotheses are looked at in one text, some twenty seconds; the rest is given up."""
WORD_WEIGHT = 0.5
OPEN_BRACKET, UNFINISHED = -4.0, -15.0
NO_RIVAL = 99.0
DOUBTFUL = 4.0


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a place in phase."""

    history: str = BEGIN + BEGIN
    pair: Pair = UNKNOWN
    opened: str = ""
    context: str = ""


class Aligner:
    """Repairs the lines of one text, until it is tired."""

    def __init__(self, language: Language) -> None:
        self._language = language
        writer = Writer(language)
        self._growth = Growth(writer)
        self._vanishing = Vanishing(writer)
        self._work = 0

    def repair(self, line: str) -> Iterator[Restored]:
        """Every place of a line that is read otherwise than it shows, or could not be read."""
        found = tokens(line)
        at, walked, before = 0, 0, Before()
        while at < len(found) and not self.is_tired:
            if found[at].kind not in LOSSES and found[at].kind is not Kind.CUT:
                at += 1
                continue
            before = _walk(before, found[walked:at])
            region = self._region(found, at, before)
            chosen = region.chosen
            if chosen is None or chosen.repaired:
                yield restored(line, found, region)
            if chosen is None:  # what follows it may be in phase, or begin a damage of its own
                walked, at = at, at + 1
            else:
                before = Before(
                    chosen.history, chosen.pair, chosen.opened,
                    (before.context + chosen.region)[-CONTEXT:],
                )  # fmt: skip
                walked = at = region.last

    @property
    def is_tired(self) -> bool:
        """Whether the work allowed for one text is done."""
        return self._work > WORK

    def _region(self, found: Sequence[Token], first: int, before: Before) -> Region:
        beam = [State(0.0, before.history, None, None, before.pair, before.opened, "", False, 0)]
        calm = 0
        for at in range(first, min(len(found), first + LONGEST)):
            token = found[at]
            aligned = all(state.pending is None for state in beam)
            if aligned and token.kind is Kind.CHARACTER and at > first:
                calm += 1
                if calm >= CALM and len({state.history for state in beam}) == 1:
                    return self._choose(beam, first, at, before.context, line_ends=False)
            elif not (aligned and token.kind in (Kind.ANNOTATION, Kind.TAG)):
                calm = 0
            beam = self._grow(beam, token, found[at + 1] if at + 1 < len(found) else None, aligned)
            if not beam:
                return Region(first, at + 1, None)
        if first + LONGEST < len(found):
            return Region(first, first + LONGEST, None)
        return self._choose(beam, first, len(found), before.context, line_ends=True)

    def _grow(
        self, beam: list[State], token: Token, following: Token | None, aligned: bool
    ) -> list[State]:
        growth = self._growth
        extra: list[State] = []
        if not aligned and (token.kind in LOSSES or token.kind is Kind.CHARACTER):
            extra = self._vanishing.grow(beam, token)
        best: dict[object, State] = {}
        for state in (*beam, *extra):
            grow = growth.aligned if state.pending is None else growth.shifted
            for new in grow(state, token, following):
                self._work += 1
                key = new.key()
                known = best.get(key)
                if known is None or new.score > known.score:
                    best[key] = new
        ranked = sorted(best.values(), key=lambda state: -state.score)[:BEAM]
        return [state for state in ranked if state.score >= ranked[0].score - MARGIN]

    def _choose(
        self, beam: list[State], first: int, last: int, context: str, *, line_ends: bool
    ) -> Region:
        ranked = sorted(
            ((self._total(state, context, line_ends), -i) for i, state in enumerate(beam)),
            reverse=True,
        )
        best = beam[-ranked[0][1]]
        rivals = [(total, beam[-i]) for total, i in ranked if beam[-i].region != best.region]
        margin = ranked[0][0] - rivals[0][0] if rivals else NO_RIVAL
        near = tuple(rival for total, rival in rivals if ranked[0][0] - total < DOUBTFUL)
        return Region(first, last, best, margin, near[:2])

    def _total(self, state: State, context: str, line_ends: bool) -> float:
        """Trigrams, words, and phrases seen undamaged elsewhere in the document."""
        value = state.score + WORD_WEIGHT * self._language.word_score(context + state.region)
        value += self._language.seen.bonus(context, state.region)
        if not line_ends:
            return value
        if state.pending is not None:
            return value + UNFINISHED
        return value + self._language.row(state.history)[END] + OPEN_BRACKET * len(state.opened)


def _walk(before: Before, passed: Sequence[Token]) -> Before:
    """Over tokens in phase."""
    pair, opened = before.pair, before.opened
    shown: list[str] = []
    for token in passed:
        if token.kind is Kind.TAG:
            continue
        if token.kind is Kind.ANNOTATION and reads(character(*pair), token.value):
            continue
        for ch in token.raw:
            c = fold(ch)
            opened = brackets(opened, c)
            shown.append(c)
            pair = shown_pair(pair, ch)
    text = "".join(shown)
    return Before(
        (before.history + text)[-2:], pair, opened[-CONTEXT:], (before.context + text)[-CONTEXT:]
    )
