"""From HTML to lines: what a reader of the page sees, in order, with tables as grids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from loaders.issues import Code, Issue, Level
from loaders.readers.tables import MOST_ROWS, GridCell
from loaders.spacing import join_lines, tidy

_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "head", "select", "option", "textarea",
     "button", "iframe", "object", "svg", "canvas", "audio", "video", "map"}
)  # fmt: skip
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "dfn", "em", "font", "i",
     "img", "ins", "kbd", "label", "mark", "o", "q", "rp", "rt", "ruby", "s", "samp", "small",
     "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr", "input",
     "link", "meta"}
)  # fmt: skip
_CONTAINERS = frozenset(
    {"html", "body", "div", "section", "article", "main", "form", "td", "th", "tr", "table",
     "tbody", "thead", "tfoot", "center", "aside", "nav", "header", "footer", "blockquote",
     "fieldset", "figure"}
)  # fmt: skip
_HEADING = {f"h{level}": level for level in range(1, 7)}
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_LEFT_ENTITY = re.compile(r"&[a-zA-Z]{2,6};")
_NUMBERED = re.compile(r"\d+[.．、]|[（(]?[一二三四五六七八九十]+[、）)]|[①-⑳]")
_MOST_NESTED = 2_000
_LONG_CELL = 400
_BLOCK_TAG = re.compile(r"<(?:/?(?:p|div|tr|table|li|h[1-6])|br)\b[^>]*>", re.IGNORECASE)
_UNSEEN_ELEMENT = re.compile(r"(?is)<(script|style)\b.*?</\1\s*>|<!--.*?-->")

Row = list[GridCell]


@dataclass(slots=True)
class Container:
    """A box of the page: `parent` indexes Page.containers (-1: none), `names` are class and id."""

    parent: int
    tag: str
    names: str


@dataclass(slots=True)
class Line:
    """A line of text, or a whole data table (`rows`); `linked` counts characters in links."""

    text: str
    container: int
    level: int = 0
    linked: int = 0
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Page:
    """The lines of a page and the boxes that hold them."""

    title: str = ""
    lines: list[Line] = field(default_factory=list)
    containers: list[Container] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def read_page(text: str) -> Page:
    """Every visible line of an HTML page or of a part of one."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(text.encode("utf-8", "replace") or b"<p></p>", parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        return _flat_page(text)
    if root is None:
        return Page()
    walk = _Walk(Page(title=tidy(root.findtext(".//title") or "")))
    walk.run(root)
    return walk.page


def _flat_page(text: str) -> Page:
    """The lines of a page that is nested too deep for a tree: its tables are lost."""
    page = Page(containers=[Container(-1, "body", "")])
    page.issues.append(
        Issue(
            Level.WARNING,
            Code.LOST_TEXT,
            f"the page is nested more than {_MOST_NESTED} deep; its tables were read as lines",
            fix="save the page again from a browser, or give another format",
        )
    )
    seen = _BLOCK_TAG.sub("\n", _UNSEEN_ELEMENT.sub("", text))
    for line in re.sub(r"<[^>]*>", "", seen).split("\n"):
        words = tidy(_LEFT_ENTITY.sub(" ", line))
        if words:
            page.lines.append(Line(words, 0))
    return page


class _Walk:
    """One pass over the tree, without recursion: words are collected until their block ends."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.words: list[str] = []
        self.linked = 0
        self.in_link = 0
        self.level = 0
        self.number = ""  # of the list item that begins, as a browser shows it
        self.boxes = [-1]
        self.counters: list[int] = []

    def run(self, root: etree._Element) -> None:
        events = etree.iterwalk(root, events=("start", "end"))
        for event, element in events:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "end":
                if not _is_unseen(element, tag):
                    self._close(tag)
                self._say(element.tail)
            elif _is_unseen(element, tag):
                events.skip_subtree()
            elif tag == "table" and (rows := data_rows(element)):
                events.skip_subtree()
                self._open(tag, element)
                self._table(element, rows)
            else:
                self._open(tag, element)
                self._say(element.text)
        self._flush()

    def _open(self, tag: str, element: etree._Element) -> None:
        if tag in _INLINE:
            self.in_link += tag == "a"
            return
        self._flush()
        if tag in _CONTAINERS:
            names = f"{element.get('class', '')} {element.get('id', '')}".lower()
            self.page.containers.append(Container(self.boxes[-1], tag, names))
            self.boxes.append(len(self.page.containers) - 1)
        elif tag == "ol":
            start = element.get("start", "1")
            self.counters.append(int(start) if start.isdecimal() else 1)
        elif tag == "li" and self.counters and element.getparent().tag == "ol":
            self.number = f"{self.counters[-1]}."
            self.counters[-1] += 1
        self.level = _HEADING.get(tag, self.level)

    def _close(self, tag: str) -> None:
        if tag in _INLINE:
            self.in_link -= tag == "a"
            return
        self._flush()
        if tag in _CONTAINERS:
            self.boxes.pop()
        elif tag == "ol":
            self.counters.pop()
        elif tag == "li":
            self.number = ""
        elif tag in _HEADING:
            self.level = 0

    def _say(self, words: str | None) -> None:
        if words:
            self.words.append(words)
            self.linked += len(words.strip()) if self.in_link else 0

    def _flush(self) -> None:
        text = tidy(_LEFT_ENTITY.sub(" ", "".join(self.words)))
        if text:
            if self.number and not _NUMBERED.match(text):
                text = self.number + text
            self.number = ""
            self.page.lines.append(Line(text, self.boxes[-1], self.level, self.linked))
        self.words.clear()
        self.linked = 0

    def _table(self, element: etree._Element, rows: list[Row]) -> None:
        text = " ".join(cell.text for row in rows for cell in row)
        linked = sum(len("".join(link.itertext())) for link in element.iter("a"))
        around = self.boxes[-2]  # the table's own box holds nothing else
        self.page.lines.append(Line(text, around, linked=linked, rows=rows))


def data_rows(table: etree._Element) -> list[Row]:
    """The rows of a table that holds data; none when it only lays out the page."""
    if table.find(".//table") is not None:
        return []
    rows = list(islice(table.iter("tr"), MOST_ROWS + 1))
    if sum(len(row) > 1 for row in rows) < 2:
        return []
    read = [[_cell(cell) for cell in row if cell.tag in ("td", "th")] for row in rows]
    read = [row for row in read if any(cell.text for cell in row)]
    lengths = [len(cell.text) for row in read for cell in row]
    if sum(sum(bool(cell.text) for cell in row) > 1 for row in read) < 2:
        return []
    is_layout = max(lengths) > _LONG_CELL and max(lengths) > sum(lengths) / 2
    return [] if is_layout else read


def _cell(element: etree._Element) -> GridCell:
    return GridCell(
        text=join_lines(_cell_lines(element)),
        row_span=_span(element.get("rowspan")),
        column_span=_span(element.get("colspan")),
        head=element.tag == "th" or element.getparent().getparent().tag == "thead",
    )


def _cell_lines(cell: etree._Element) -> Iterator[str]:
    words: list[str] = []
    events = etree.iterwalk(cell, events=("start", "end"))
    for event, element in events:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag not in _INLINE:
            yield tidy("".join(words))
            words.clear()
        if event == "start" and _is_unseen(element, tag):
            events.skip_subtree()
        elif event == "start":
            words.append(element.text or "")
        elif element is not cell:
            words.append(element.tail or "")
    yield tidy("".join(words))


def _is_unseen(element: etree._Element, tag: str) -> bool:
    return (
        tag in _UNSEEN
        or not tag
        or element.get("hidden") is not None
        or bool(_HIDDEN.search(element.get("style", "")))
    )


def _span(value: str | None) -> int:
    return min(int(value), 1000) if value and value.isdecimal() and int(value) else 1
