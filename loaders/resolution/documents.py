"""The document as a node: its title, number, issuer, date and kind, from plan.yaml or the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.elements import Value, make_id
from loaders.document import Document
from loaders.identity import name_key
from loaders.letter import DATE, NUMBER, is_signature, read_letter
from loaders.title import title_of

_DRAFT = re.compile(r"征求意见稿|公开征求意见|送审稿|讨论稿|草案")
_NEWS = re.compile(
    r"记者|新闻网|[日今]前(?:印发|出台|发布)|日讯|据介绍|获悉|新闻发布会|本报|新华社|指出，|接受采访"
)
_ISSUER_IN_TITLE = re.compile(
    r"^(?P<issuer>[\u4e00-\u9fff、]{2,30}?(?:人民政府|政府|办公厅|办公室|委员会|[省市区县]委|国务院|部|局|厅|委))"
    r"(?=关于|印发|公布|发布)"
)
_ISSUED_BY = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff]{0,8}(?:政府办公厅|政府办公室|人民政府|政府|国务院办公厅|国务院|[省市区县]委))"
    r"(?:日前|近日|今日|今天|已|正式)?(?:联合)?(?:印发|出台|发布)"
)
_NUMBER_ANYWHERE = re.compile(r"[（(]\s*([\u4e00-\u9fff]{2,14}[〔［\[]\d{4}[〕］\]]\s*\d{1,5}号)")
_ZH = {sign: str(value) for value, sign in enumerate("〇一二三四五六七八九")} | {
    "○": "0",
    "零": "0",
}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself; empty strings where it does not."""

    title: str
    doc_number: str
    issuer: str
    issued: str
    kind: str
    metadata_from: str

    @property
    def id(self) -> str:
        """A document is known by its title, and by its kind where it is not the official text."""
        return document_id(self.title, self.kind)


def document_id(title: str, kind: str = "official") -> str:
    """The id of a document that is loaded or cited under a title."""
    return make_id("Document", name_key(title), *([kind] if kind != "official" else []))


def read_metadata(document: Document) -> Metadata:
    """From plan.yaml where it says so, else from the letter's frame, else from the running text."""
    source = document.source
    title, _ = title_of(document)
    letter = read_letter(document)

    def line(number: int | None) -> str:
        return "" if number is None else _line(document, number)

    kind = source.kind or _kind(document, title)
    number = NUMBER.search(line(letter.number))
    doc_number = re.sub(r"\s", "", number.group()) if number else ""
    head = document.text[:1500]
    if kind == "table" and not source.title and document.blocks:
        title = _line(document, 0)
    if not doc_number and kind == "news" and (found := _NUMBER_ANYWHERE.search(head)):
        doc_number = found[1]
    return Metadata(
        title=title or source.stem,
        doc_number=source.doc_number or doc_number,
        issuer=source.issuer or _issuer(document, line(letter.signature), title, head),
        issued=source.issued or iso_date(line(letter.date)),
        kind=kind,
        metadata_from="plan.yaml" if source.has_plan_yaml else "text" if title else "file",
    )


def document_properties(document: Document, metadata: Metadata) -> dict[str, Value]:
    """The properties of the Document node, without the counts of its sentences."""
    source = document.source
    properties: dict[str, Value] = {
        "title": metadata.title,
        "status": "loaded",
        "kind": metadata.kind,
        "source": source.path.name,
        "metadata_from": metadata.metadata_from,
    }
    for name in ("doc_number", "issuer", "issued"):
        if value := getattr(metadata, name):
            properties[name] = value
    for name in ("url", "sha256"):
        if value := getattr(source, name):
            properties[name] = value
    return properties


def iso_date(words: str) -> str:
    """二〇三一年五月六日 and 2031年5月6日 as 2031-05-06; "" where there is no date."""
    match = DATE.search(words)
    if match is None:
        return ""
    year = "".join(_ZH.get(sign, sign) for sign in match["year"])
    month, day = (_small_number(match[name]) for name in ("month", "day"))
    return f"{year}-{month:02d}-{day:02d}"


def _small_number(words: str) -> int:
    if words.isdigit():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    value = 10 * (int(_ZH[tens]) if tens else 1) if ten else 0
    return value + (int(_ZH[ones]) if ones else 0)


def _issuer(document: Document, signature: str, title: str, head: str) -> str:
    if signature:
        return _bodies(DATE.split(signature)[0])
    headline = re.sub(r"\s+", "", _line(document, 0)) if document.blocks else ""
    for pattern, words in (
        (_ISSUER_IN_TITLE, headline),
        (_ISSUER_IN_TITLE, title),
        (_ISSUED_BY, head),
    ):
        if match := pattern.search(words):
            return _bodies(match["issuer"])
    return ""


_SIDE_BY_SIDE = re.compile(r"(?<=[厅部委院局])(?=国务院|中央军委|中共中央)")


def _bodies(signature: str) -> str:
    """Bodies that sign together are told apart by 、; the letters of one may stand apart."""
    parts = signature.split()
    apart = all(len(part) > _SHORT_BODY and is_signature(part) for part in parts)
    return _SIDE_BY_SIDE.sub("、", ("、" if apart else "").join(parts))


_SHORT_BODY = 3
"""Characters of 办公室, which is no body by itself."""


def _kind(document: Document, title: str) -> str:
    headline = _line(document, 0) if document.blocks else ""
    if _DRAFT.search(headline) or _DRAFT.search(title):
        return "draft"
    rows = sum(block.kind == "row" for block in document.blocks)
    if rows and rows >= 0.7 * len(document.blocks) and not document.sections:
        return "table"
    letter = read_letter(document)
    framed = letter.number is not None or letter.addressee is not None
    if not framed and len(_NEWS.findall(document.text[:2000])) >= 2:
        return "news"
    return "official"


def _line(document: Document, number: int) -> str:
    block = document.blocks[number]
    return document.text[block.start : block.end].strip()
