"""One hypothesis about the bytes and characters of a damaged run."""

from __future__ import annotations

from loaders.repair.gbk import Pair

Leads = frozenset[int]
"""The possible first bytes of an unfinished character."""
Output = tuple["Output | None", str, int, int]
"""The last text put out and the part of the line it was made of, after all that came before."""

ONE_LEAD = tuple(frozenset((byte,)) for byte in range(256))
NO_LEADS: Leads = frozenset()
ALL_LEADS: Leads = frozenset(range(0x81, 0xFF))


class State:
    """Aligned where `pending` is None, else `pending` holds the leads of the next character.

    `history` are the last two characters, folded; `pair` the last two bytes of the page;
    `opened` the brackets still open; `region` the folded text since the damage began; `since`
    where in the line the pending byte was seen. States are never changed once they are made.
    """

    __slots__ = (
        "history", "opened", "output", "pair", "pending", "region", "repaired", "score", "since",
    )  # fmt: skip

    def __init__(
        self,
        score: float,
        history: str,
        output: Output | None,
        pending: Leads | None,
        pair: Pair,
        opened: str,
        region: str,
        repaired: bool,
        since: int,
    ) -> None:
        self.score = score
        self.history = history
        self.output = output
        self.pending = pending
        self.pair = pair
        self.opened = opened
        self.region = region
        self.repaired = repaired
        self.since = since

    def waiting(self, cost: float, leads: Leads, since: int) -> State:
        """This state out of phase: the next character begins with one of `leads`."""
        return State(
            self.score + cost, self.history, self.output, leads, self.pair, self.opened,
            self.region, True, since,
        )  # fmt: skip

    def leads(self) -> Leads:
        """What this state waits for; nothing where it is in phase."""
        return self.pending or NO_LEADS

    def with_leads(self, leads: Leads) -> State:
        """This state where more is known of what is pending."""
        return State(
            self.score, self.history, self.output, leads, self.pair, self.opened, self.region,
            self.repaired, self.since,
        )  # fmt: skip

    def with_text(self, cost: float, text: str, start: int, end: int) -> State:
        """This state with text put out that the language model does not see (tags)."""
        output = (self.output, text, start, end)
        return State(
            self.score + cost, self.history, output, self.pending, self.pair, self.opened,
            self.region, self.repaired, self.since,
        )  # fmt: skip

    def key(self) -> tuple[object, ...]:
        """States with the same key have the same future and the same text."""
        return self.region, self.pending, self.pair, self.opened, self.history
