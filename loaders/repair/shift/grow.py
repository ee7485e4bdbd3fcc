"""How one token turns a hypothesis into others: the byte arithmetic of a damaged run.

Every visible character is turned back into its two bytes. While shifted, its first byte completes
the pending character and its second byte becomes the next pending lead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from loaders.repair.gbk import FIRST_LEAD, Pair, character, pair_of, tables
from loaders.repair.hanzi import reads
from loaders.repair.seen import BEGIN, fold
from loaders.repair.shift.state import ALL_LEADS, ONE_LEAD, State
from loaders.repair.shift.tokens import Kind, Token
from loaders.repair.shift.write import Option, Writer

KEEP = 24
CUT_STOP, CUT_INDENT = 1.2, 9.0  # 。 and the indent of a line are what usually gets cut
LOST_LEAD_BEFORE_MARK, LOST_LEAD = -3.0, -9.0
LITERAL = -12.0  # a mark of damage that is text after all
SWALLOWED = -0.5
WIDTH_FOLDED, SWALLOWED_ASCII, LOST_AT_END = -1.5, -3.0, -0.5
UNMARKED = 1.0
_STOP, _INDENT = "。", "\u3000"
_AFTER_CUT = frozenset("。！；，：？!;,:?")

EATEN, EATEN_LESS = "\x00", "\x01"
"""Stand for an ASCII character that '?' ate: any, or the '<' of a tag."""


class Growth:
    """Grows hypotheses by the tables of bytes."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._tables = tables()
        self._by_trail, self._by_lead, self._top = _options()

    def aligned(self, state: State, token: Token, following: Token | None) -> Iterator[State]:
        """All that a token can mean in phase."""
        put = self._writer.put
        kind, text, start = token.kind, token.raw, token.start
        if kind is Kind.CHARACTER or kind is Kind.CUT:
            yield put(state, text, 0.0, None, shown_pair(state.pair, text), start, start + 1)
            if kind is Kind.CUT:
                yield from self.shifted(state.waiting(UNMARKED, ALL_LEADS, start), token, following)
        elif kind is Kind.TAG:
            yield state.with_text(0.0, text, start, token.end)
        elif kind is Kind.ANNOTATION:
            if reads(character(*state.pair), token.value):
                yield state  # of no width
            else:
                yield self._writer.literal(state, token, LITERAL if state.repaired else 0.0)
        elif kind is Kind.SWALLOWED:
            read = self._tables.read_as(token.value, ONE_LEAD[state.pair[1]])
            leads = frozenset(trail for _, trail, _ in read)
            if leads:
                yield state.waiting(SWALLOWED, leads, start)
            yield self._writer.literal(state, token, LITERAL)
        elif kind is Kind.TAG_REST:
            yield state.with_text(LITERAL, text, start, token.end)
        else:  # '?' is itself, or a lone lead byte
            yield put(state, text, 0.0, None, (state.pair[1], 0x3F), start, start + 1)
            cost = LOST_LEAD_BEFORE_MARK if _cut_before(following) else LOST_LEAD
            yield state.waiting(cost, ALL_LEADS, start)

    def shifted(self, state: State, token: Token, following: Token | None) -> Iterable[State]:
        """All that a token can mean out of phase."""
        kind, start = token.kind, token.start
        if kind is Kind.CHARACTER or kind is Kind.CUT:
            return self._shifted_character(state, token)
        if kind is Kind.QUESTION:
            cost = SWALLOWED_ASCII if following else LOST_AT_END
            eaten = self._lost_trail(state, cost, token, EATEN if following else "")
            return eaten + self._finish(state, 0xA3, WIDTH_FOLDED, 0xBF, start)
        if kind is Kind.SWALLOWED:
            return [
                self._writer.put(state, ch, 0.0, None, (lead, trail), state.since, start + 1)
                for lead, trail, ch in self._tables.read_as(token.value, state.leads())
            ]
        if kind is Kind.TAG_REST:
            return self._lost_trail(state, 0.0, token, EATEN_LESS + token.value)
        if kind is Kind.ANNOTATION:  # it fired across a border: the last byte and the pending one
            last = state.pair[1]
            leads = frozenset(p for p in state.leads() if reads(character(last, p), token.value))
            return [state.with_leads(leads)] if leads else []
        return []  # a tag out of phase: its '<' would have been eaten

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
                    yield self._writer.put(
                        done, chr(trail), 0.0, None, (lead, trail), start, start + 1
                    )
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
        leads = state.leads()
        pending = None if next_lead is None else ONE_LEAD[next_lead]
        if len(leads) == 1:
            (lead,) = leads
            ch = self._tables.prose.get((lead, trail))
            if ch is None:
                return []
            pair = (lead, trail)
            put = self._writer.put
            return [put(state, ch, cost, pending, pair, state.since, start + 1, start)]
        scored = self._writer.score(state, self._by_trail.get(trail, ()), cost)
        favour = {_STOP: CUT_STOP}
        if state.history[1] == BEGIN:
            favour[_INDENT] = CUT_INDENT
        if trail in _FAVOURED_TRAILS:
            scored = [(score + favour.get(o[1], 0.0), s, o) for score, s, o in scored]
        return self._writer.put_best(scored, KEEP, start + 1, start, pending)

    def _lost_trail(self, state: State, cost: float, token: Token, eaten: str) -> list[State]:
        """The second byte was eaten, together with an ASCII character that `eaten` stands for."""
        leads = state.leads()
        options: Sequence[Option] = self._top
        if len(leads) <= 2:
            options = [option for lead in leads for option in self._by_lead.get(lead, ())]
        scored = self._writer.score(state, options, cost)
        grown = self._writer.put_best(scored, KEEP, token.start + 1, 0)
        if eaten:
            return [done.with_text(0.0, eaten, token.start, token.end) for done in grown]
        return grown


_FAVOURED_TRAILS = {pair_of(_STOP)[1], pair_of(_INDENT)[1]}


def shown_pair(before: Pair, ch: str) -> Pair:
    """The last two bytes of the page after a character in phase."""
    if ord(ch) >= 0x80:
        return pair_of(ch)
    if ch.isalpha():
        return before[1], ord(ch)
    return 0xA3, ord(ch) + 0x80  # the page had the full-width form of this mark or digit


Options = Mapping[int, Sequence[Option]]


@cache
def _options() -> tuple[Options, Options, Sequence[Option]]:
    """The characters of prose by their second byte, by their first byte, and the commonest."""
    known = tables()
    by_trail = {
        trail: [_option(lead, trail, ch) for lead, ch in found]
        for trail, found in known.by_trail.items()
    }
    by_lead = {
        lead: [_option(lead, trail, ch) for trail, ch in found]
        for lead, found in known.by_lead.items()
    }
    return by_trail, by_lead, [_option(lead, trail, ch) for lead, trail, ch in known.top]


def _option(lead: int, trail: int, ch: str) -> Option:
    return fold(ch), ch, lead, trail, None


def _cut_before(following: Token | None) -> bool:
    return (
        following is not None
        and following.kind in (Kind.CHARACTER, Kind.CUT, Kind.QUESTION)
        and following.raw in _AFTER_CUT
    )
