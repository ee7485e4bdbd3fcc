"""Which lines are headings, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from loaders.document import Block, Document, Span
from loaders.frame import annex_lines, contents_lines, find_annex_head, note_lines
from loaders.issues import Code, Issue, Level
from loaders.lead_ins import LeadIns
from loaders.letter import is_closing, is_date, is_title_line, read_letter
from loaders.numbering import RANKS, Mark, read_mark, read_number
from loaders.sequence import Numbering, Verdict
from loaders.spacing import tidy
from loaders.titles import read_title

_MOST_DOUBTS = 50
"""Numbers that are doubted; a text with more is none that counts."""

Form = Literal["numbered", "article", "annex", "box", "plain", "lead_in"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as found: `span` is number and title, `parent` an index into the headings found.

    `reach` bounds what stands under a lead-in; None: to the next heading of its rank.
    """

    number: str
    title: str
    form: Form
    rank: float
    span: Span
    parent: int | None
    reach: int | None = None


def find_headings(document: Document) -> tuple[list[Heading], list[Issue]]:
    """All headings of a document with the numbering's gaps and repeats."""
    scan = _Scan(document)
    scan.run()
    return scan.headings, scan.issues


class _Scan:
    """One pass over the blocks."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.blocks = document.blocks
        self.lines = [self.text[block.start : block.end] for block in self.blocks]
        self.headings: list[Heading] = []
        self.issues: list[Issue] = []
        self.numbering = Numbering()
        self.decimals = _has_decimals(self.lines)
        letter = read_letter(document)
        self.aside = (
            {n for n in letter.title if not self._is_part(n)}
            | contents_lines(self.lines)
            | annex_lines(self.lines)
        )
        self.aside |= note_lines(self.lines)
        self.aside |= {n for n in (letter.number, letter.addressee) if n is not None}
        self.listed = _tables_with_group_rows(self.blocks, self.text)
        self.lead_ins = LeadIns(self.lines, self.blocks, self.aside)
        self.in_annex = False

    def run(self) -> None:
        """Look at every block once."""
        skip = 0
        for index, block in enumerate(self.blocks):
            if index < skip or index in self.aside:
                continue
            if block.kind == "row":
                self._row(block)
            elif annex := find_annex_head(self.lines, self.blocks, index):
                self._annex(index, annex.number, annex.title, annex.lines)
                skip = index + annex.lines
            elif not self._numbered(index, block):
                self._other(index, block)

    def _is_part(self, index: int) -> bool:
        """一、总体目标 begins a text without a title of its own, and is a heading all the same."""
        mark = read_mark(self.text, self.blocks[index].start, self.blocks[index].end)
        return mark is not None and mark.style in ("一、", "（一）")

    def _numbered(self, index: int, block: Block) -> bool:
        mark = read_mark(self.text, block.start, block.end, decimals=self.decimals)
        if mark is None:
            return False
        title = read_title(self.text, mark.span[1], block.end)
        if title[0] >= title[1] and mark.rank <= RANKS["（一）"]:
            title = self._title_below(index)
        verdict = self._verdict(index, mark, title)
        if verdict == "no":
            return False
        self._add_numbered(mark, title, verdict)
        self._run_on(mark.style, title[1], block.end)
        return True

    def _title_below(self, index: int) -> Span:
        """第一章 stands on a line of its own: the next line is its title, unless it is a text."""
        below = index + 1
        if below < len(self.blocks) and self.blocks[below].kind != "row":
            start, end = self.blocks[below].start, self.blocks[below].end
            if is_title_line(self.lines[below]) and read_mark(self.text, start, end) is None:
                self.aside.add(below)
                return start, end
        return 0, 0

    def _verdict(self, index: int, mark: Mark, title: Span) -> Verdict:
        if title[0] >= title[1]:
            return "no"
        if mark.rank <= RANKS["一、"] and self.numbering.restarts(mark):
            if not self._new_part_before(index):
                return "repeat"
            annex = next((entry for entry in self.numbering.stack if entry.rank == 0), None)
            self.numbering.begin_part()
            self.numbering.stack += [annex] if annex else []
        verdict = self.numbering.judge(mark)
        if verdict == "no" and self._is_first_of_many(index, mark):
            return "fits" if mark.number == 1 else "gap"
        return verdict

    def _is_first_of_many(self, index: int, mark: Mark) -> bool:
        """1.5G网络 opens a list, or 2. one whose 1. was lost, when the next number follows soon."""
        if mark.style != "1." or mark.number > 3 or self.numbering.has_open(mark.style):
            return False
        following = range(index + 1, min(index + 8, len(self.blocks)))
        marks = (
            read_mark(self.text, self.blocks[n].start, self.blocks[n].end, decimals=self.decimals)
            for n in following
            if n not in self.aside and self.blocks[n].kind != "row"
        )
        return any(m and m.style == mark.style and m.number == mark.number + 1 for m in marks)

    def _add_numbered(self, mark: Mark, title: Span, verdict: Verdict) -> None:
        span = (mark.span[0], title[1])
        parent = self.numbering.open(
            mark.rank, mark.number, len(self.headings), mark.style, mark.path
        )
        form: Form = "article" if mark.style == "条" else "numbered"
        words = tidy(self.text[title[0] : title[1]])
        self.headings.append(Heading(mark.label, words, form, mark.rank, span, parent))
        if verdict in ("gap", "repeat"):
            self._doubt(mark.label, span, verdict)

    def _run_on(self, style: str, start: int, end: int) -> None:
        """Further items of the same style within the line, where line breaks were lost."""
        at = self.text.find("。", start, end)
        while 0 <= at < end - 1:
            mark = read_mark(self.text, at + 1, end, decimals=self.decimals)
            if mark and mark.style == style and self.numbering.last.get(style) == mark.number - 1:
                title = read_title(self.text, mark.span[1], end)
                if 1 < title[1] - title[0] <= 40 and title[1] < end:
                    self._add_numbered(mark, title, "fits")
            at = self.text.find("。", at + 1, end)

    def _annex(self, index: int, number: str, title: str, lines: int) -> None:
        self.numbering.begin_part()
        self.in_annex = True
        span = (self.blocks[index].start, self.blocks[index + lines - 1].end)
        self.numbering.open(RANKS["annex"], 0, len(self.headings))
        self.headings.append(Heading(number, title, "annex", RANKS["annex"], span, None))

    def _row(self, block: Block) -> None:
        """In an annex's list, rows that group others and the numbered rows are headings."""
        if not self.in_annex or block.table not in self.listed or block.head:
            return
        if group := _group(block, self.text):
            self._add_numbered(group[0], group[1], "fits")
            return
        places = _places(block)
        first = self.text[places[0][0] : places[0][1]].rstrip(".．、")
        if first.isdecimal() and places[0][0] >= block.start and len(places) > 1:
            title = places[1]
            span = (block.start, max(title[1], places[0][1]))
            parent = self.numbering.open(RANKS["1."], int(first), len(self.headings), "1.")
            words = self.text[title[0] : title[1]]
            self.headings.append(Heading(first, words, "numbered", RANKS["1."], span, parent))

    def _other(self, index: int, block: Block) -> None:
        """A heading without a number: it opens only where the document has such headings."""
        lead = self.lead_ins.find(index, block, self._title_above())
        if lead is None:
            return
        if lead.form == "box":
            self.numbering.begin_box()
        if lead.rank is not None:
            parent = self.numbering.open(lead.rank, 0, len(self.headings))
        else:
            parent = self.numbering.stack[-1].index if self.numbering.stack else None
        rank = RANKS["①"] + 1 if lead.rank is None else lead.rank
        self.headings.append(
            Heading(lead.number, lead.title, lead.form, rank, lead.span, parent, lead.reach)
        )

    def _title_above(self) -> str:
        return self.headings[self.numbering.stack[-1].index].title if self.numbering.stack else ""

    def _new_part_before(self, index: int) -> bool:
        """A signature, a date or a title of its own stands a few lines above."""
        above = range(max(0, index - 8), index)
        return any(is_date(self.lines[n]) or is_closing(self.lines[n]) for n in above) or any(
            self.blocks[n].kind != "row"
            and is_title_line(self.lines[n])
            and read_mark(self.text, self.blocks[n].start, self.blocks[n].end) is None
            for n in above
        )

    def _doubt(self, label: str, span: Span, verdict: Verdict) -> None:
        if len(self.issues) == _MOST_DOUBTS:
            return
        if verdict == "gap":
            code, message = Code.NUMBERING_GAP, f"the number before {label} is missing"
        else:
            code, message = Code.NUMBERING_REPEAT, f"the number {label} comes again"
        quote = self.text[span[0] : span[1]]
        self.issues.append(
            Issue(Level.WARNING, code, message, span, quote, "compare with the original")
        )


def _has_decimals(lines: Sequence[str]) -> bool:
    """2.1 stands below a chapter 2; without the chapter it is item 2 and a title like 1号工程."""
    chapters: set[str] = {"1"}
    for line in lines:
        match = _FIRST_OR_CHAPTER.match(line)
        if match and match["first"] and match["number"] in chapters:
            return True
        if match:
            chapters.add(match["number"])
    return False


_FIRST_OR_CHAPTER = re.compile(
    r"(?P<number>[1-9]\d?)(?:[.．](?P<first>1)[ \u3000]*|[ \u3000]+|[.．、][ \u3000]*)"
    r"(?=[\u4e00-\u9fff])"
)


def _places(block: Block) -> list[Span]:
    return list(dict.fromkeys((cell.start, cell.end) for cell in block.cells))


def _group(block: Block, text: str) -> tuple[Mark, Span] | None:
    """A row that groups others: 一、审批服务类（共3项） in one cell, or 一 and its name in two."""
    places = _places(block)
    start, end = places[0]
    if len(places) == 1:
        mark = read_mark(text, start, end)
        if mark and mark.style in ("一、", "（一）"):
            return mark, (mark.span[1], end)
    label = text[start:end]
    number = 0 if label.isdecimal() or start < block.start else read_number(label)
    if len(places) == 2 and number:
        return Mark("一、", RANKS["一、"], number, label, (start, end)), places[1]
    return None


def _tables_with_group_rows(blocks: Sequence[Block], text: str) -> set[int]:
    """Annex lists are told by such rows, if they have rows of more cells besides."""
    rows = [block for block in blocks if block.kind == "row" and not block.head]
    wide = {block.table for block in rows if len(_places(block)) > 2}
    return {block.table for block in rows if block.table in wide and _group(block, text)}
