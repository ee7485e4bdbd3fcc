"""Quantified targets in running text: which numbers are promised, by when, and how firmly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.elements import Value
from loaders.deadlines import Moment
from loaders.document import Document, Span
from loaders.issues import Issue
from loaders.lexicon import Lexicon
from loaders.mentions import Link, Mention
from loaders.quantities import Quantity, standard
from loaders.rules.claims import Claim, Piece, piece_at
from loaders.rules.folding import QUANTITY_SIGNS, SIGNS
from loaders.rules.indicators import canonical_name, indicator_name, split_qualifier
from loaders.rules.passages import NO_HORIZON, Horizon, Phrase, passages
from loaders.rules.rule import compile_verbose
from loaders.rules.target_rejections import reason_against
from loaders.rules.target_shapes import claim_of
from loaders.rules.target_words import WORDS


def find_targets(document: Document, lexicon: Lexicon) -> Iterable[Mention | Issue]:
    """The quantified targets of every paragraph and heading."""
    for phrases in passages(document):
        yield from targets_of(phrases, document.text)


def targets_of(phrases: Iterable[Phrase], text: str) -> Iterator[Mention]:
    """The quantified targets of a passage."""
    thread = _Thread()
    for phrase in phrases:
        thread.turn_to(phrase)
        if phrase.folded.quantities(phrase.start, phrase.end):
            yield from _read(phrase, thread, text)


@dataclass(slots=True)
class _Thread:
    """What the sentence has said so far and later phrases lean on."""

    verb: str = ""
    subject: str = ""
    strength: int = 3
    last: list[tuple[Span, str]] | None = None

    def turn_to(self, phrase: Phrase) -> None:
        """A new sentence starts afresh; after ； only the verb and the wording do."""
        if phrase.opens:
            self.subject = ""
            self.last = []
        if phrase.opens or phrase.after in "；;":
            self.verb, self.strength = "", 3


_STRENGTHS = (
    (4, re.compile(r"确保|必须|务必|不得|严禁|保证|坚决")),
    (2, re.compile(r"力争|争取|努力|原则上|一般|力求|尽可能")),
    (0, re.compile(r"探索|鼓励|研究(?=建立|设立|制定|推出|推动)")),
    (1, re.compile(r"推动|支持|引导|促进|推进|带动|帮助")),
)
_BASELINE = compile_verbose(
    r"(?: 由 | 从 ) (?: (?P<year>{DATE}) 底? 的? )? [^，、{Q}]{0,14}? (?: 的 | 约 "
    r"| 不足 )? (?P<base>{Q}) [^，、]{0,10}? (?: 到 | 至 | 为 | 成 ) 约? (?P<q>{Q})".replace(
        "[^，、{Q}]", f"[^，、{QUANTITY_SIGNS}]"
    ),
    **SIGNS,
)
_COMPARED = compile_verbose(r"{DATE}", **SIGNS)
_JOIN = re.compile(r"(?:、|和|及其?|以及|与|并|，|或)")
_SHARED = re.compile("分别")
_DELIVER = re.compile(WORDS["deliver"])
_PER = re.compile(
    r"每(?P<unit>年度?|季度|半年|月|周)|(?:年均|每年平均)(?=新增|培训|培养|引进|完成|建设"
    r"|开展|组织)|每(?:个|一个|一)?(?P<place>[\u4e00-\u9fff]{1,4}?(?:区|县|乡|镇|村|市|省"
    r"|园区|街道|社区|学校|家庭|户|企业)(?:（[^）]*）)?)(?=[^，]*(?:建|培|设|配|有|打|至|不"
    r"|完|创))"
)
_WEAK_REACH = re.compile(
    r"(?:为|是|有|占|(?<![达高升加长低降少短减制展充])[至到]|(?<![制持定])在)$"
)
_WILL = re.compile(r"将|要|应|须|力争|争取|确保|努力|计划|每年|必须|推动|支持|引导|鼓励|实现")


def _read(phrase: Phrase, thread: _Thread, text: str) -> Iterator[Mention]:
    folded = phrase.folded
    baselines = {
        match.start("q"): match
        for match in _BASELINE.finditer(folded.text, phrase.start, phrase.end)
    }
    bases = {match.start("base") for match in baselines.values()}
    live = [
        at
        for at in folded.quantities(phrase.start, phrase.end)
        if at not in bases
        and not reason_against(piece_at(folded, text, at, phrase.start, phrase.end))
    ]
    if not live:
        return
    _hear_strength(phrase, thread, live[0])
    shared = _shared(phrase, live, text)
    for order, (piece, at, name) in enumerate(shared or _pieces(phrase, live, thread, text)):
        found = _claim(piece, name)
        if found is None or not _is_promised(phrase, at, found, thread, piece):
            continue
        rule, claim = found
        horizon = phrase.horizon_at(at)
        if shared and len(horizon.years) == len(live):
            horizon = replace(horizon, years=(horizon.years[order],))
        base = _baseline(phrase, at, baselines.get(at))
        yield _mention(rule, claim, piece, phrase, horizon, thread, base)


def _claim(piece: Piece, name: str) -> tuple[str, Claim] | None:
    found = claim_of(piece)
    if found is None or not name:
        return found
    return found[0], replace(found[1], name=name)


# ---------------------------------------------------------------- cutting


def _pieces(
    phrase: Phrase, live: list[int], thread: _Thread, text: str
) -> Iterator[tuple[Piece, int, str]]:
    """One piece for each live quantity; the deliverable verb carries over from piece to piece."""
    folded = phrase.folded
    start = phrase.start
    for index, at in enumerate(live):
        end = phrase.end
        if index + 1 < len(live):
            end = _cut(folded.text, at + 1, live[index + 1])
        while start < at and _JOIN.match(folded.text, start):
            start += len(_JOIN.match(folded.text, start).group())  # type: ignore[union-attr]
        head = folded.text[start:at]
        match = _DELIVER.search(head)
        if match:
            thread.verb = match.group()
        yield piece_at(folded, text, at, start, end, thread.verb), at, ""
        start = end


def _cut(text: str, start: int, end: int) -> int:
    """Where one quantity's words end and the next one's begin."""
    between = text[start:end]
    joins = list(_JOIN.finditer(between))
    if not joins:
        return start if _noun_before(text, start) else end
    if joins[0].start() == 0:
        return start
    if joins[-1].end() == len(between):
        return start + joins[-1].start()
    return start + next((j.start() for j in joins if j.group() in "、，"), joins[0].start())


def _noun_before(text: str, at: int) -> bool:
    return at >= 2 and "\u4e00" <= text[at - 2] <= "\u9fff"


def _shared(phrase: Phrase, live: list[int], text: str) -> list[tuple[Piece, int, str]] | None:
    """A、B分别达到x和y: one piece for each value, all with the words of the whole phrase."""
    folded = phrase.folded
    word = _SHARED.search(folded.text, phrase.start, phrase.end)
    if word is None:
        return None
    values = [at for at in live if at > word.end() - 1]
    if len(values) < 2 or values != live[-len(values) :]:
        return None
    head = folded.text[phrase.start : word.start()]
    names = _names(head, len(values))
    unit_from = folded.quantity(values[-1])
    pieces = []
    for order, at in enumerate(values):
        piece = piece_at(folded, text, at, phrase.start, phrase.end)
        quantity = piece.quantity
        if not quantity.unit and unit_from.unit:
            quantity = replace(quantity, unit=unit_from.unit, kind=unit_from.kind)
        first = folded.text[phrase.start : values[0]]
        piece = Piece(first + folded.text[at], len(first), quantity, piece.span)
        pieces.append((piece, at, names[order] if names else ""))
    return pieces


def _names(head: str, count: int) -> list[str]:
    """The members of A、B和C, when there are as many as values."""
    parts = [
        part for part in re.split(r"、|和|以及|及|与", re.sub(SIGNS["DATE"], "", head)) if part
    ]
    if len(parts) != count:
        parts = [
            part
            for part in re.split(r"、", re.sub(SIGNS["DATE"], "", head))
            if part.strip("到至在")
        ]
    return [indicator_name(part) for part in parts] if len(parts) == count else []


# ---------------------------------------------------------------- judging


def _is_promised(
    phrase: Phrase, at: int, found: tuple[str, Claim], thread: _Thread, piece: Piece
) -> bool:
    """Whether the place of a claim makes it a promise and not a report, a rule or a remark."""
    rule, claim = found
    horizon, setting = phrase.horizon_at(at), phrase.setting
    if phrase.past_at(at):
        return False
    own = horizon.basis in ("explicit", "relative")
    if setting in ("history", "rules") and not own:
        return False
    before = piece.text[: piece.at]
    if rule == "bare" and not (thread.verb or horizon.years or "其中" in phrase.text):
        return False
    if rule == "bare" and len(claim.name) < 2:
        return False
    if horizon.years:
        return True
    if rule == "reach" and _WEAK_REACH.search(before):
        return False
    if setting in ("goals", "tasks"):
        return True
    return bool(_WILL.search(phrase.text)) or bool(_DELIVER.match(before))


def _hear_strength(phrase: Phrase, thread: _Thread, at: int) -> None:
    """The word governs on until a phrase has a subject of its own."""
    head = phrase.folded.text[phrase.start : at]
    for strength, words in _STRENGTHS:
        if words.search(head):
            thread.strength = strength
            return
    starts_with_verb = _DELIVER.match(indicator_free(head)) is not None
    if not starts_with_verb and not head.startswith("其中"):
        thread.strength = 3


def indicator_free(head: str) -> str:
    """A phrase without its dates and adverbs."""
    return re.sub(
        rf"^(?:到|在|至|{SIGNS['DATE']}|，|累计|再|并|共|全市|全省|将|要|逐步|新)*", "", head
    )


# ---------------------------------------------------------------- writing


def _baseline(
    phrase: Phrase, at: int, match: re.Match[str] | None
) -> tuple[int | None, float | None]:
    """The year and the value compared with, where the phrase gives them."""
    year: int | None = None
    for moment in phrase.folded.moments(phrase.start, at + 1):
        if moment.sense == "baseline":
            year = moment.year
    if match is None:
        return year, None
    mark = phrase.folded.marks.get(match.start("year")) if match["year"] else None
    if isinstance(mark, Moment):
        year = mark.year
    return year, phrase.folded.quantity(match.start("base")).value


def _mention(
    rule: str, claim: Claim, piece: Piece, phrase: Phrase, horizon: Horizon, thread: _Thread,
    base: tuple[int | None, float | None],
) -> Mention:  # fmt: skip
    name = claim.name
    if not name or (name.startswith("占") and thread.subject):
        name = thread.subject + name
    qualifier, bare = split_qualifier(name)
    name = bare if claim.counted and qualifier else name
    thread.subject = name or thread.subject
    per = _per(phrase, piece)
    if per:
        horizon = NO_HORIZON
    span = piece.span
    part_of = _whole(phrase, thread, claim.quantity) if "其中" in phrase.text else None
    assert thread.last is not None
    thread.last.append((span, claim.quantity.unit))
    return target_mention(
        rule, name or piece.text, claim, (span,), horizon, strength=_strength(claim, thread),
        qualifier=qualifier, per=per, base=base, part_of=part_of,
    )  # fmt: skip


def _strength(claim: Claim, thread: _Thread) -> int:
    return 4 if claim.quantity.binding.startswith("不得") else thread.strength


def _whole(phrase: Phrase, thread: _Thread, quantity: Quantity) -> Span | None:
    """What 其中 is a part of: the last target in the same unit, else the last one."""
    if not thread.last:
        return None
    same = [span for span, unit in thread.last if unit == quantity.unit]
    return same[-1] if same else thread.last[-1][0]


def _per(phrase: Phrase, piece: Piece) -> str:
    match = _PER.search(phrase.text)
    if match is None or (
        phrase.text.startswith("每", match.start()) and piece.text[: piece.at].endswith("每")
    ):
        return ""
    return (match["unit"] or match["place"] or "年").replace("年度", "年")


def target_mention(
    rule: str, name: str, claim: Claim, spans: tuple[Span, ...], horizon: Horizon, *,
    strength: int = 3, qualifier: str = "", per: str = "", scope: str = "",
    base: tuple[int | None, float | None] = (None, None), bindingness: str = "unknown",
    part_of: Span | None = None,
) -> Mention:  # fmt: skip
    """A Target with all that is known of it, measured by its indicator."""
    quantity = claim.quantity
    value_std, unit_std = standard(quantity.value, quantity.unit)
    properties: dict[str, Value | None] = {
        "name": name,
        "kind": "quantified",
        "comparator": quantity.comparator,
        "value": quantity.value,
        "value_max": quantity.value_max,
        "unit": quantity.unit or None,
        "value_std": value_std,
        "value_max_std": None
        if quantity.value_max is None
        else standard(quantity.value_max, quantity.unit)[0],
        "unit_std": unit_std or None,
        "year": horizon.year,
        "deadline_basis": horizon.basis if horizon.year else "none",
        "mode": claim.mode,
        "direction": claim.direction or None,
        "baseline_year": base[0],
        "baseline_value": base[1],
        "per": per or None,
        "qualifier": qualifier or None,
        "scope": scope or None,
        "strength": strength,
        "bindingness": bindingness,
    }
    known = {key: value for key, value in properties.items() if value is not None}
    link = Link("MEASURED_BY", "Indicator", canonical_name(name), spans[0], rule)
    return Mention("Target", rule, spans, known, (link,), part_of)


def same_fact_key(mention: Mention) -> tuple[object, ...]:
    """Equal for two mentions that state one target: indicator, value, unit, comparator and year."""
    properties = mention.properties
    name = canonical_name(str(properties["name"]))
    keys = ("comparator", "value_std", "value_max_std", "unit_std", "year", "mode", "per", "scope")
    return (name, *(properties.get(key) for key in keys))
