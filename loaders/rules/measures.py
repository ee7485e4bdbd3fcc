"""Measures of numbered items, and who answers for them: one measure per owner tag, else one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.document import Document, Span
from loaders.issues import Issue
from loaders.lexicon import Lexicon
from loaders.mentions import Link, Mention
from loaders.rules.items import Item, items_of
from loaders.rules.measure_names import LONGEST_NAME, measure_name
from loaders.rules.narratives import narrated_in
from loaders.rules.owners import OwnerState, owner_links
from loaders.rules.rule import compile_verbose
from loaders.rules.tags import tags_in
from loaders.rules.wording import modality
from loaders.title import title_of

_CASE = compile_verbose(
    r"""
    (?: 的 | ^ (?! [^，。；]*{DUTY} ) [^，。；]* (?: 等 | 的其他 ) (?: 情况 | 情形 | 行为 )
      | ^ {NUMBER}? 其他 (?! [^，。；]*{DUTY} ) [^，。；]{0,12} ) [；;。]? \s* $
    | ^ [^\n]{0,40} (?: \n \s* [图表] \s* \d [^。\n]* )+ $
    """,
    DUTY="报|公开|公布|掌握|了解|[检督核]查|监测|跟踪|评估|统计|分析|反馈|加强|做好|配合|执行|部门|单位",
    NUMBER=r"[（(\d一二三四五六七八九十）).．、]+",
)
"""未按规定参加年检的；: a case of a list is no measure, nor is what only stands above a figure."""
_GENERIC = re.compile(
    r"^(?:保障措施|组织实施|组织保障|实施保障|附则|工作要求|有关要求|总体要求|主要目标)$"
)
_ITEM_KINDS = frozenset({"tasks", "safeguards"})


@dataclass(frozen=True, slots=True)
class _Stated:
    """What one tag or sentence states, and where."""

    span: Span
    links: tuple[Link, ...]
    basis: str


def find_measures(document: Document, lexicon: Lexicon) -> Iterator[Mention | Issue]:
    """One measure per owner tag, its governed segment; else one per item of a task section."""
    owners = OwnerState(document, lexicon)
    plans = not title_of(document)[0].endswith(lexicon.no_plan_titles)
    for item in items_of(document):
        for mention in _measures_of(item, document, owners):
            if plans or mention.links:
                yield mention


def _measures_of(item: Item, document: Document, owners: OwnerState) -> Iterator[Mention]:
    text = document.text
    stated = [
        _Stated(span, links, basis)
        for start, end in item.paragraphs
        for span, tag, rule, basis in tags_in(text, start, end)
        if (links := owners.links(item.section, span, tag, rule, basis))
    ]
    told = [
        _Stated(span, owner_links(tag.assignments, span, rule, "narrative"), "told")
        for start, end in item.paragraphs
        for span, tag, rule in narrated_in(text, start, end)
        if not any(one.span[0] < span[1] and span[0] < one.span[1] for one in stated)
    ]
    if any(one.basis == "explicit" for one in stated):
        yield from _tagged(item, document, stated, told, owners.below(item.section))
    elif _is_numbered(item, document) and (stated or _is_untagged_measure(item, document)):
        pieces = _without(_segment(item, item.start, item.end), [one.span for one in stated])
        links = _links([*stated, *told]) or owners.below(item.section)
        if pieces:
            yield _measure(item, document, pieces, "numbered_item", links)
    else:
        for one in stated:
            before = _sentence_before(text, one.span[0])
            if before[0] < before[1]:
                yield _measure(item, document, (before,), "narrated", one.links)
        for one in told:
            yield _measure(item, document, (one.span,), "narrated", one.links)


def _tagged(
    item: Item,
    document: Document,
    stated: list[_Stated],
    told: list[_Stated],
    derived: tuple[Link, ...],
) -> Iterator[Mention]:
    """One measure per bracket: its governed segment, with what the sentences in it say."""
    at = item.start
    brackets = [one for one in stated if one.basis == "explicit"]
    while brackets:
        first = brackets.pop(0)
        segment = _segment(item, at, first.span[0])
        inside = _between(at, first.span[0], [*stated, *told])
        at = first.span[1]
        links = first.links
        while brackets and not _says_something(document.text, ((at, brackets[0].span[0]),), 1):
            links += brackets[0].links  # 配合单位：… on the line below 牵头单位：…
            at = brackets.pop(0).span[1]
        if segment and not brackets and _is_heading(item, segment, document):
            segment += _segment(item, at, item.end)  # a tag on the heading is the whole item's
            at = item.end
        if segment:
            yield _measure(item, document, segment, "tagged_segment", links + _links(inside))
    line_end = document.text.find("\n", at)
    end = item.end if line_end < 0 else min(item.end, line_end)
    rest = _segment(item, at, end)
    if _says_something(document.text, rest) and _is_numbered(item, document):
        links = _links(_between(at, end, [*stated, *told])) or derived
        yield _measure(item, document, rest, "item_rest", links)
    for one in _between(end, item.end, told):
        yield _measure(item, document, (one.span,), "narrated", one.links)


def _is_heading(item: Item, segment: tuple[Span, ...], document: Document) -> bool:
    """True when a segment is nothing but the item's heading, and its text stands below."""
    if item.section is None or not item.is_leaf:
        return False
    section = document.sections[item.section]
    alone = "\n" not in document.text[section.start : segment[-1][1]]
    return alone and segment[-1][1] <= section.end + 1 and bool(section.number)


def _between(start: int, end: int, stated: list[_Stated]) -> list[_Stated]:
    """What sentences, not brackets, say between two places."""
    return [one for one in stated if one.basis != "explicit" and start <= one.span[0] < end]


def _links(stated: list[_Stated]) -> tuple[Link, ...]:
    return tuple(link for one in stated for link in one.links)


def _is_numbered(item: Item, document: Document) -> bool:
    return item.section is not None and bool(document.sections[item.section].number)


def _sentence_before(text: str, end: int) -> Span:
    """From the start of the sentence to a place in it, or the whole sentence before it."""
    start = max(text.rfind(mark, 0, end) for mark in "。；;\n") + 1
    if not text[start:end].strip():
        start = max(text.rfind(mark, 0, max(start - 1, 0)) for mark in "。；;\n") + 1
    return _trimmed(text, start, end)


def _without(pieces: tuple[Span, ...], cuts: list[Span]) -> tuple[Span, ...]:
    """The pieces without the sentences that say who does it."""
    for cut_start, cut_end in cuts:
        pieces = tuple(
            piece
            for start, end in pieces
            for piece in ((start, min(end, cut_start)), (max(start, cut_end), end))
            if piece[0] < piece[1]
        )
    return pieces


def _is_untagged_measure(item: Item, document: Document) -> bool:
    """A leaf item of a task or safeguard section, or 一是… in a text without numbers."""
    if item.section is None:
        return False
    section = document.sections[item.section]
    counted = section.kind == "lead_in" and section.number.endswith("是")
    in_plan = section.kind in _ITEM_KINDS or counted
    last = item.paragraphs[-1][1] if item.paragraphs else section.end
    if item.has_rows and last <= section.end + 1:
        return False  # a heading above a table, or in one, says nothing by itself
    if _CASE.search(document.text[section.start : last]):
        return False
    return item.is_leaf and in_plan and not (section.level == 1 and _GENERIC.match(section.title))


def _segment(item: Item, start: int, end: int) -> tuple[Span, ...]:
    """The paragraphs of an item between two places, as far as they are reached."""
    pieces = ((max(a, start), min(b, end)) for a, b in item.paragraphs)
    return tuple((a, b) for a, b in pieces if a < b)


def _says_something(text: str, pieces: tuple[Span, ...], least: int = 8) -> bool:
    words = "".join(text[start:end] for start, end in pieces)
    return len(re.sub(r"[\W_]+", "", words)) >= least


def _measure(
    item: Item,
    document: Document,
    pieces: tuple[Span, ...],
    rule: str,
    links: tuple[Link, ...],
) -> Mention:
    pieces = tuple(_trimmed(document.text, *piece) for piece in pieces)
    words = "\n".join(document.text[start:end] for start, end in pieces)
    section = None if item.section is None else document.sections[item.section]
    opens = section is not None and pieces[0][0] <= section.start
    name = measure_name(words)
    if section is not None and opens and len(section.title) <= LONGEST_NAME:
        name = section.title
    word, strength = modality(name)
    properties: dict[str, str | int | float | bool | list[str]] = {
        "name": name or words[:LONGEST_NAME],
        "text": words,
        "strength": strength,
    }
    if word:
        properties["modality"] = word
    if section is not None and opens and section.number:
        properties["number"] = section.number
    return Mention("Measure", rule, pieces, properties, links)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \t\n\u3000，,。；;":
        start += 1
    while start < end and text[end - 1] in " \t\n\u3000":
        end -= 1
    return start, end
