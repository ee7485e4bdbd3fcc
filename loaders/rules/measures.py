"""Measures of numbered items, and who answers for them: one measure per owner tag, else one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Document, Span
from loaders.issues import Issue
from loaders.lexicon import Lexicon
from loaders.mentions import Link, Mention
from loaders.rules.items import Item, items_of
from loaders.rules.owners import OwnerState
from loaders.rules.tags import tags_in
from loaders.rules.wording import modality

_NUMBER = re.compile(
    r"""
    ^\s* (?: [（(]? [一二三四五六七八九十百]+ [）)、.．] | [（(]? \d{1,3} [）)、.．]? | [①-⑳]
        | 第[一二三四五六七八九十百]+[条章节项] | [一二三四五六七八九十]是(?:要)?
        | —— | [-•●◆■] ) \s*
    """,
    re.VERBOSE,
)
_END = re.compile(r"[。；;\n]")
_CLAUSE_END = re.compile(r"[，,。；;：:\n]")
_GENERIC = re.compile(
    r"^(?:保障措施|组织实施|组织保障|实施保障|附则|工作要求|有关要求|总体要求|主要目标)$"
)
_ITEM_KINDS = frozenset({"tasks", "safeguards"})


def find_measures(document: Document, lexicon: Lexicon) -> Iterator[Mention | Issue]:
    """One measure per owner tag, its governed segment; else one per item of a task section."""
    owners = OwnerState(document, lexicon)
    for item in items_of(document):
        yield from _measures_of(item, document, owners)


def _measures_of(item: Item, document: Document, owners: OwnerState) -> Iterator[Mention]:
    at = item.start
    found = False
    for paragraph_start, paragraph_end in item.paragraphs:
        for span, tag, rule, basis in tags_in(document.text, paragraph_start, paragraph_end):
            segment = _segment(item, at, span[0])
            at = span[1]
            links = owners.links(item.section, span, tag, rule, basis)
            if segment and links:
                found = True
                yield _measure(item, document, segment, "tagged_segment", links, first=found)
    rest = _segment(item, at, item.end)
    if found:
        if _says_something(document.text, rest):
            yield _measure(item, document, rest, "item_rest", owners.below(item.section))
    elif _is_untagged_measure(item, document):
        yield _measure(item, document, rest, "numbered_item", owners.below(item.section))


def _is_untagged_measure(item: Item, document: Document) -> bool:
    """A leaf item of a task or safeguard section; or 一是… at the head of a paragraph."""
    if item.section is None:
        return False
    section = document.sections[item.section]
    return (
        item.is_leaf
        and section.kind in _ITEM_KINDS
        and bool(section.number)
        and not (section.level == 1 and _GENERIC.match(section.title))
    )


def _segment(item: Item, start: int, end: int) -> tuple[Span, ...]:
    """The paragraphs of an item between two places, as far as they are reached."""
    pieces = ((max(a, start), min(b, end)) for a, b in item.paragraphs)
    return tuple((a, b) for a, b in pieces if a < b)


def _says_something(text: str, pieces: tuple[Span, ...]) -> bool:
    words = "".join(text[start:end] for start, end in pieces)
    return len(re.sub(r"[\W_]+", "", words)) >= 8


def _measure(
    item: Item,
    document: Document,
    pieces: tuple[Span, ...],
    rule: str,
    links: tuple[Link, ...],
    first: bool = True,
) -> Mention:
    pieces = tuple(_trimmed(document.text, *piece) for piece in pieces)
    words = "\n".join(document.text[start:end] for start, end in pieces)
    section = None if item.section is None else document.sections[item.section]
    opens = section is not None and pieces[0][0] <= section.start
    name = section.title if section is not None and opens else measure_name(words)
    word, strength = modality(name)
    properties: dict[str, str | int | float | bool | list[str]] = {
        "name": name or measure_name(words),
        "text": words,
        "strength": strength,
    }
    if word:
        properties["modality"] = word
    if section is not None and opens and section.number:
        properties["number"] = section.number
    return Mention("Measure", rule, pieces, properties, links)


def measure_name(words: str) -> str:
    """The first sentence of a measure without its number; its first clause where that is long."""
    words = _NUMBER.sub("", words).strip()
    sentence = _END.split(words, maxsplit=1)[0].strip()
    return sentence if len(sentence) <= 30 else _CLAUSE_END.split(sentence, maxsplit=1)[0]


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \t\n\u3000，,。；;":
        start += 1
    while start < end and text[end - 1] in " \t\n\u3000":
        end -= 1
    return start, end
