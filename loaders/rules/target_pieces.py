"""A clause with several numbers cut into pieces, each with the words that belong to its number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.rules.claims import Piece, piece_at
from loaders.rules.folding import QUANTITY_SIGNS, SIGNS, Folded
from loaders.rules.indicators import indicator_name
from loaders.rules.passages import Phrase
from loaders.rules.rule import compile_verbose
from loaders.rules.target_rejections import reason_against
from loaders.rules.target_words import WORDS


@dataclass(frozen=True, slots=True)
class Part:
    """A piece and its quantity's place in the folded passage.

    `name` is set where a list before 分别 names it, `order` is its place among the values of
    分别 (-1: there is no 分别), `base` the year and value it starts from.
    """

    piece: Piece
    at: int
    name: str = ""
    order: int = -1
    base: tuple[int | None, float | None] = (None, None)


def parts_of(phrase: Phrase, verb: str) -> list[Part]:
    """The parts of a phrase, refused quantities left out; `verb` is carried from before it."""
    folded = phrase.folded
    if phrase.end - phrase.start > _LONGEST:
        return []
    starts = {
        match.start("q"): match
        for match in _FROM_TO.finditer(folded.text, phrase.start, phrase.end)
    }
    bases = {match.start("base") for match in starts.values()}
    live = [
        at
        for at in folded.quantities(phrase.start, phrase.end)
        if at not in bases and not reason_against(piece_at(folded, at, phrase.start, phrase.end))
    ]
    parts = _shared(phrase, live) or list(_listed(phrase, live, verb))
    return [replace(part, base=_base(phrase, part.at, starts.get(part.at))) for part in parts]


_LONGEST = 400
"""Characters of a phrase; what is longer is no prose, and patterns would take too long."""
_FROM_TO = compile_verbose(
    r"(?: 由 | 从 ) (?: (?P<year> {DATE} ) 底? 的? )? {words}{0,14}? (?: 的 | 约 | 不足 )?"
    r" (?P<base> {Q} ) [^，、]{0,10}? (?: 到 | 至 | 为 | 成 ) 约? (?P<q> {Q} )",
    **SIGNS,
    words=f"[^，、{QUANTITY_SIGNS}]",
)
_JOIN = re.compile("、|和|及其?|以及|与|并|，|或")
_SHARED = re.compile("分别")
_DELIVER = re.compile(WORDS["deliver"])


def _listed(phrase: Phrase, live: list[int], verb: str) -> Iterator[Part]:
    """建成深水网箱60个、海洋牧场4处: cut at the joins, the verb carries over."""
    folded, start = phrase.folded, phrase.start
    for index, at in enumerate(live):
        last = index + 1 == len(live)
        end = phrase.end if last else _cut(folded.text, at + 1, live[index + 1])
        while (join := _JOIN.match(folded.text, start, at)) is not None:
            start = join.end()
        own = _DELIVER.search(folded.text, start, at)
        verb = own.group() if own else verb
        yield Part(piece_at(folded, at, start, end, verb), at)
        start = end


def _cut(text: str, start: int, end: int) -> int:
    """Where one quantity's words end and the next one's begin."""
    joins = list(_JOIN.finditer(text, start, end))
    if not joins:
        return start if _noun_before(text, start) else end
    if joins[0].start() == start or joins[-1].end() == end:
        return joins[0].start() if joins[0].start() == start else joins[-1].start()
    return next((join.start() for join in joins if join.group() in "、，"), joins[0].start())


def _noun_before(text: str, at: int) -> bool:
    return at >= 2 and "\u4e00" <= text[at - 2] <= "\u9fff"


def _shared(phrase: Phrase, live: list[int]) -> list[Part]:
    """A、B分别达到x和y: one part for each value, all with the words of the whole phrase."""
    folded = phrase.folded
    word = _SHARED.search(folded.text, phrase.start, phrase.end)
    if word is None and not _side_by_side(phrase, live):
        return []
    head_end = word.start() if word else live[0]
    values = [at for at in live if at > head_end] if word else live
    if len(values) < 2 or values != live[-len(values) :]:
        return []
    names = (
        _names(folded.text[phrase.start : head_end], len(values)) if word else [""] * len(values)
    )
    head = folded.text[phrase.start : values[0]]
    return [
        Part(_shared_piece(folded, at, values[-1], head, phrase), at, name, order)
        for order, (at, name) in enumerate(zip(values, names, strict=True))
    ]


def _side_by_side(phrase: Phrase, live: list[int]) -> bool:
    """2033年和2035年达到37%和40%: as many values as years, and nothing between them."""
    years = phrase.horizon_at(live[0]).years if live else ()
    gaps = pairwise(live)
    return len(live) == len(years) > 1 and all(
        _JOIN.fullmatch(phrase.folded.text, left + 1, right) for left, right in gaps
    )


def _shared_piece(folded: Folded, at: int, last: int, head: str, phrase: Phrase) -> Piece:
    """A unit missing at a member is that of the last one; 不低于 before the first binds all."""
    piece = piece_at(folded, at, phrase.start, phrase.end)
    quantity, model = piece.quantity, folded.quantity(last)
    if not quantity.unit:
        quantity = replace(quantity, unit=model.unit, kind=model.kind)
    first = folded.quantity(phrase.start + len(head))
    if quantity.comparator == "=":
        if first.binding:
            quantity = replace(quantity, binding=first.binding, comparator=first.comparator)
        elif head.endswith("控制在") and model.comparator == "<=":
            quantity = replace(quantity, comparator="<=")
    return Piece(head + folded.text[at], len(head), quantity, piece.span)


def _names(head: str, count: int) -> list[str]:
    """The members of A、B和C when there are as many as values, else no names."""
    undated = re.sub(SIGNS["DATE"] + "|(?:年均|每年)(?:增长|增速|增幅)?$", "", head)
    for joins in ("、|和|以及|及|与", "、"):
        members = [name for part in re.split(joins, undated) if (name := indicator_name(part))]
        if len(members) == count:
            return _with_shared_end(members)
    return [""] * count


def _with_shared_end(members: list[str]) -> list[str]:
    """城市、农村污水处理率: the members before the last lack what the last one ends with."""
    *before, last = members
    if not _INDICATOR_END.search(last) or any(map(_INDICATOR_END.search, before)):
        return members
    own = len(before[-1])
    while own < len(last) and last[own] in _NOUN_ENDS:
        own += 1
    return [*(name + last[own:] for name in before), last]


_INDICATOR_END = re.compile(
    "(?:率|比例|占比|比重|产值|增加值|面积|产量|数|量|水平|规模|收入|收益|增速|增幅)$"
)
_NOUN_ENDS = frozenset("品类业物区市县镇村户员师者厂料材")
"""With these a noun goes on: 水产品 has one character more than 肉类."""


def _base(phrase: Phrase, at: int, match: re.Match[str] | None) -> tuple[int | None, float | None]:
    """The year and the value compared with, where the phrase gives them."""
    years = [m.year for m in phrase.folded.moments(phrase.start, at) if m.sense == "baseline"]
    year = years[-1] if years else None
    if match is None:
        return year, None
    if match["year"]:
        year = phrase.folded.moment(match.start("year")).year
    return year, phrase.folded.quantity(match.start("base")).value
