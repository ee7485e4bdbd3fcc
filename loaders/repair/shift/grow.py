"""How one token turns a hypothesis into others: the byte arithmetic of a damaged run.

Every visible character is turned back into its two bytes. While shifted, its first byte completes
the pending character and its second byte becomes the next pending lead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest

from loaders.repair.gbk import FIRST_LEAD, Pair, Tables, character, pair_of
from loaders.repair.hanzi import reads
from loaders.repair.model import Language
from loaders.repair.seen import BEGIN, fold
from loaders.repair.shift.state import ALL_LEADS, ONE_LEAD, Leads, State
from loaders.repair.shift.tokens import Kind, Token

KEEP = 24
CUT_STOP, CUT_INDENT = 1.2, 9.0  # 。 and the indent of a line are what usually gets cut
LOST_LEAD_BEFORE_MARK, LOST_LEAD = -3.0, -9.0
LITERAL = -12.0  # a mark of damage that is text after all
SWALLOWED = -0.5
VANISHED_PAIR = -0.3  # nearly free: given the true text the damage is determined
WIDTH_FOLDED, SWALLOWED_ASCII, LOST_AT_END = -1.5, -3.0, -0.5
UNMARKED = 1.0
UNLIKELY = -3.5  # vanished pairs are tried only where the plain reading is this unlikely
NEAR_THE_BEST = 12.0
VANISHING_FROM, VAGUE_FROM, VANISHED_KEPT, VANISHED_TWICE, VANISHED_TWICE_KEPT = 12, 3, 30, 3, 20

EATEN, EATEN_LESS = "\x00", "\x01"
"""Stand for an ASCII character that '?' ate: any, or the '<' of a tag."""
_OPENING = "“《（‘【〈"
_CLOSING = {"”": "“", "》": "《", "）": "（", "’": "‘", "】": "【", "〉": "〈"}
_STOPS = frozenset("，。、；：？！")
_WEIGHED = frozenset(_OPENING) | _CLOSING.keys() | _STOPS
_AFTER_CUT = frozenset("。！；，：？!;,:?")
Option = tuple[float, str, Leads | None, Pair]
"""A character that may come next: its score, itself, what is pending after it, its bytes."""


class Growth:
    """Grows hypotheses by the tables of bytes and a language model."""

    def __init__(self, language: Language, tables: Tables) -> None:
        self._row = language.row
        self._tables = tables
        usual = [t for t in tables.vanishing if t == 0xA2 or 0xAA <= t <= 0xAF or 0xF8 <= t <= 0xFE]
        self._vanishing = {
            False: _by_lead(tables, tables.vanishing, tables.by_trail),
            True: _by_lead(tables, usual, tables.frequent_by_trail),
        }

    # ------------------------------------------------------------ one character more

    def put(
        self, state: State, ch: str, cost: float, pending: Leads | None, pair: Pair,
        start: int, end: int, since: int = 0,
    ) -> State:  # fmt: skip
        """The state with one character more, made of line[start:end]."""
        c = fold(ch)
        opened = state.opened
        if c in _WEIGHED:
            weight, opened = _weigh(c, state.history[1], opened)
            cost += weight
        return State(
            state.score + cost + self._row(state.history)[c], state.history[1] + c,
            (state.output, ch, start, end), pending, pair, opened, state.region + c,
            state.repaired, since,
        )  # fmt: skip

    def _put_best(
        self, candidates: Iterable[tuple[State, Option]], keep: int, end: int, since: int
    ) -> list[State]:
        """The likeliest of many characters, each made of what its state waited for up to `end`."""
        scored = []
        state: State | None = None
        for state_, option in candidates:
            if state_ is not state:
                state = state_
                row, opened, before = self._row(state.history), state.opened, state.history[1]
            c = fold(option[1])
            score = state.score + option[0] + row[c]
            if c in _WEIGHED:
                score += _weigh(c, before, opened)[0]
            scored.append((score, state, option))
        if len(scored) > keep:
            scored = nlargest(keep, scored, key=_first)
        return [
            self.put(state, ch, cost, pending, pair, state.since, end, since)
            for _, state, (cost, ch, pending, pair) in scored
        ]

    def literal(self, state: State, token: Token, cost: float) -> State:
        """The token as the text it shows."""
        for i, ch in enumerate(token.raw):
            pair = (state.pair[1], ord(ch)) if ord(ch) < 0x80 else pair_of(ch)
            state = self.put(state, ch, cost, None, pair, token.start + i, token.start + i + 1)
            cost = 0.0
        return state

    # ------------------------------------------------------------ one token more

    def aligned(self, state: State, token: Token, following: Token | None) -> Iterator[State]:
        """All that a token can mean in phase."""
        kind, text, start = token.kind, token.raw, token.start
        if kind is Kind.CHARACTER or kind is Kind.CUT:
            yield self.put(state, text, 0.0, None, shown_pair(state.pair, text), start, start + 1)
            if kind is Kind.CUT:
                yield from self.shifted(state.waiting(UNMARKED, ALL_LEADS, start), token, following)
        elif kind is Kind.TAG:
            yield state.with_text(0.0, text, start, token.end)
        elif kind is Kind.ANNOTATION:
            if reads(character(*state.pair), token.value):
                yield state  # of no width
            else:
                yield self.literal(state, token, LITERAL if state.repaired else 0.0)
        elif kind is Kind.SWALLOWED:
            last = ONE_LEAD[state.pair[1]]
            read = self._tables.read_as(token.value, last)
            leads = frozenset(trail for _, trail, _ in read)
            if leads:
                yield state.waiting(SWALLOWED, leads, start)
            yield self.literal(state, token, LITERAL)
        elif kind is Kind.TAG_REST:
            yield state.with_text(LITERAL, text, start, token.end)
        else:  # '?' is itself, or a lone lead byte
            yield self.put(state, text, 0.0, None, (state.pair[1], 0x3F), start, start + 1)
            before_mark = (
                following is not None
                and following.kind in (Kind.CHARACTER, Kind.CUT, Kind.QUESTION)
                and following.raw in _AFTER_CUT
            )
            cost = LOST_LEAD_BEFORE_MARK if before_mark else LOST_LEAD
            yield state.waiting(cost, ALL_LEADS, start)

    def shifted(self, state: State, token: Token, following: Token | None) -> Iterator[State]:
        """All that a token can mean out of phase."""
        assert state.pending is not None
        kind, start = token.kind, token.start
        if kind is Kind.CHARACTER or kind is Kind.CUT:
            yield from self._shifted_character(state, token)
        elif kind is Kind.QUESTION:
            cost = SWALLOWED_ASCII if following else LOST_AT_END
            yield from self._lost_trail(state, cost, token, EATEN if following else "")
            yield from self._finish(state, 0xA3, WIDTH_FOLDED, 0xBF, start)
        elif kind is Kind.SWALLOWED:
            for lead, trail, ch in self._tables.read_as(token.value, state.pending):
                yield self.put(state, ch, 0.0, None, (lead, trail), state.since, start + 1)
        elif kind is Kind.TAG_REST:
            yield from self._lost_trail(state, 0.0, token, EATEN_LESS + token.value)
        elif kind is Kind.ANNOTATION:  # it fired across a border: the last byte and the pending one
            before = state.pair[1]
            leads = frozenset(p for p in state.pending if reads(character(before, p), token.value))
            if leads:
                yield State(
                    state.score, state.history, state.output, leads, state.pair, state.opened,
                    state.region, state.repaired, state.since,
                )  # fmt: skip

    def _shifted_character(self, state: State, token: Token) -> Iterator[State]:
        ch, start = token.raw, token.start
        code = ord(ch)
        if ch == "€":  # CP936 has it as the single byte 0x80
            yield from self._finish(state, 0x80, 0.0, None, start)
        if code >= 0x80:
            lead, trail = pair_of(ch)
            if trail >= FIRST_LEAD:
                yield from self._finish(state, lead, 0.0, trail, start)
            elif lead and trail < 0x80:  # its second byte was a genuine ASCII character
                for done in self._finish(state, lead, 0.0, None, start):
                    yield self.put(done, chr(trail), 0.0, None, (lead, trail), start, start + 1)
            return
        if 0x40 <= code <= 0x7E:  # a lone second byte: back in phase
            yield from self._finish(state, code, 0.0, None, start)
        if 0x21 <= code <= 0x7E:  # or a full-width mark that was folded later
            cost = WIDTH_FOLDED * (2 if ch.isalnum() else 1)
            yield from self._finish(state, 0xA3, cost, code + 0x80, start)
        elif ch == " ":
            yield from self._finish(state, 0xA1, WIDTH_FOLDED * 2, 0xA1, start)

    def _finish(
        self, state: State, trail: int, cost: float, next_lead: int | None, start: int
    ) -> list[State]:
        """The pending leads with a known second byte."""
        assert state.pending is not None
        pending = None if next_lead is None else ONE_LEAD[next_lead]
        if len(state.pending) == 1:
            (lead,) = state.pending
            ch = self._tables.prose.get((lead, trail))
            if ch is None:
                return []
            pair = (lead, trail)
            return [self.put(state, ch, cost, pending, pair, state.since, start + 1, start)]
        before, leads = state.history[1], state.pending
        options = (
            (state, (cost + _often_cut(ch, before), ch, pending, (lead, trail)))
            for lead, ch in self._tables.by_trail.get(trail, ())
            if lead in leads
        )
        return self._put_best(options, KEEP, start + 1, start)

    def _lost_trail(self, state: State, cost: float, token: Token, eaten: str) -> list[State]:
        """The second byte was eaten, together with an ASCII character that `eaten` stands for."""
        assert state.pending is not None
        tables = self._tables
        if len(state.pending) <= 2:
            known = (
                (state, (cost, ch, None, (lead, trail)))
                for lead in state.pending
                for trail, ch in tables.by_lead.get(lead, ())
            )
        else:
            known = (
                (state, (cost, ch, None, (lead, trail)))
                for lead, trail, ch in tables.top
                if lead in state.pending
            )
        grown = self._put_best(known, KEEP, token.start + 1, 0)
        if eaten:
            return [done.with_text(0.0, eaten, token.start, token.end) for done in grown]
        return grown

    # ------------------------------------------------------------ pairs that vanished

    def with_vanished_pairs(self, beam: list[State], token: Token) -> list[State]:
        """Up to two private-use pairs that vanished inside the run before this token."""
        at = token.start
        lead = _first_byte(token)
        least = max(state.score for state in beam) - NEAR_THE_BEST
        known: list[State] = []
        vague: list[State] = []
        for state in beam:
            if state.pending is None or state.score < least:
                continue
            if len(state.pending) > 1:
                if len(vague) < VAGUE_FROM:
                    vague.append(state)
            elif len(known) < VANISHING_FROM:
                (first,) = state.pending
                ch = self._tables.prose.get((first, lead)) if lead else None
                if ch is None or self._row(state.history)[fold(ch)] < UNLIKELY:
                    known.append(state)
        if not known and not vague:
            return []
        one = self._put_best(self._before_vanished(known, False), VANISHED_KEPT, at, at)
        one += self._put_best(self._before_vanished(vague, True), VANISHED_KEPT, at, at)
        best = nlargest(VANISHED_TWICE, one, key=_score)
        twice = self._before_vanished(best, True)
        return one + self._put_best(twice, VANISHED_TWICE_KEPT, at, at)

    def _before_vanished(
        self, states: Iterable[State], usual: bool
    ) -> Iterator[tuple[State, Option]]:
        """Characters that the pending byte and the first one of a vanished pair can make."""
        for state in states:
            assert state.pending is not None
            for lead in state.pending:
                for trail, ch, leads in self._vanishing[usual].get(lead, ()):
                    yield state, (VANISHED_PAIR, ch, leads, (lead, trail))


def shown_pair(before: Pair, ch: str) -> Pair:
    """The last two bytes of the page after a character in phase."""
    if ord(ch) >= 0x80:
        return pair_of(ch)
    if ch.isalpha():
        return before[1], ord(ch)
    return 0xA3, ord(ch) + 0x80  # the page had the full-width form of this mark or digit


def brackets(opened: str, c: str) -> str:
    """The brackets open after a folded character."""
    return _weigh(c, "", opened)[1] if c in _WEIGHED else opened


def _weigh(c: str, before: str, opened: str) -> tuple[float, str]:
    """What brackets and stops say of a text: those that close speak for it."""
    if c in _CLOSING:
        mate = _CLOSING[c]
        if opened.endswith(mate):
            return 1.5, opened[:-1]
        if mate in opened:
            return -3.0, opened[: opened.rindex(mate)]
        return -6.0, opened
    if c in _OPENING:
        return (-3.0 if opened.endswith(c) else 0.0), opened + c
    return (-6.0 if before in _STOPS else 0.0), opened


def _often_cut(ch: str, before: str) -> float:
    if ch == "。":
        return CUT_STOP
    return CUT_INDENT if ch == "\u3000" and before == BEGIN else 0.0


def _first_byte(token: Token) -> int:
    """The byte that completes the pending character; 0 where there is none to be seen."""
    if token.kind not in (Kind.CHARACTER, Kind.CUT):
        return 0
    code = ord(token.raw)
    if code >= 0x80:
        return pair_of(token.raw)[0] or 0xA3
    return code if 0x40 <= code <= 0x7E else 0xA3


def _first(scored: tuple[float, State, Option]) -> float:
    return scored[0]


def _score(state: State) -> float:
    return state.score


def _by_lead(
    tables: Tables,
    trails: Iterable[int],
    characters: Mapping[int, Sequence[tuple[int, str]]],
) -> dict[int, list[tuple[int, str, Leads]]]:
    """lead → (trail, character, the leads that may follow if a pair that began so vanished)."""
    found: dict[int, list[tuple[int, str, Leads]]] = defaultdict(list)
    for trail in trails:
        for lead, ch in characters.get(trail, ()):
            found[lead].append((trail, ch, tables.vanishing[trail]))
    return found
