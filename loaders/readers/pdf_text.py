"""From a PDF's lines to paragraphs: what repeats on every page goes, broken lines are joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.numbering import read_mark
from loaders.readers.pdf_page import PageLine
from loaders.readers.tables import GridCell
from loaders.spacing import join_lines

_PAGE_NUMBER = re.compile(
    r"[-—–－·. ]*第?\s*\d{1,4}\s*页?(?:\s*[/／,，共]\s*共?\s*\d{1,4}\s*页?)?[-—–－·. ]*"
)
_MARGIN = 0.12
"""Share of the page's height, above and below, in which running lines stand."""
_OPEN, _CLOSE = "（(《“〔［", "）)》”〕］"

Rows = list[list[GridCell]]


def without_furniture(lines: Sequence[PageLine], heights: Sequence[float]) -> list[PageLine]:
    """The lines without running headers, footers and page numbers."""
    edge = [line for line in lines if not line.rows and _is_at_edge(line, heights)]
    seen = Counter(key for key, _ in {(_key(line), line.page) for line in edge})
    often = max(2, 0.3 * len(heights))
    dropped = {
        id(line) for line in edge if seen[_key(line)] >= often or _PAGE_NUMBER.fullmatch(line.text)
    }
    return [line for line in lines if id(line) not in dropped]


def paragraphs(lines: Sequence[PageLine], widths: Sequence[float]) -> Iterator[str | Rows]:
    """Paragraphs and tables in reading order."""
    layout = _Layout(lines, widths)
    parts: list[PageLine] = []
    for line in lines:
        if parts and layout.continues(parts[-1], line):
            parts.append(line)
        else:
            yield from _joined(parts)
            parts = [line]
    yield from _joined(parts)


def _joined(parts: Sequence[PageLine]) -> Iterator[str | Rows]:
    if parts and parts[0].rows:
        head = parts[0].rows[0]
        yield parts[0].rows + [row for part in parts[1:] for row in part.rows if row != head]
    elif parts:
        yield join_lines(line.text for line in parts)


class _Layout:
    """Margins, size and line distance of the running text."""

    def __init__(self, lines: Sequence[PageLine], widths: Sequence[float]) -> None:
        texts = [line for line in lines if not line.rows]
        long_ = [line for line in texts if len(line.text) > 12] or texts
        self.size = _most_common(line.size for line in long_)
        self.left = _most_common(line.box[0] for line in long_)
        self.right = max(
            (line.box[2] for line in long_ if abs(line.size - self.size) < 1), default=0.0
        )
        self.widths = widths
        self.gap = _most_common(
            after.box[1] - before.box[3]
            for before, after in pairwise(texts)
            if before.page == after.page
        )

    def continues(self, before: PageLine, line: PageLine) -> bool:
        """Does a line go on with the sentence, or a table with the table, before it?"""
        if before.rows or line.rows:
            return before.page + 1 == line.page and _width(before.rows) == _width(line.rows)
        if abs(before.size - line.size) > 0.15 * line.size:
            return False
        same_page = before.page == line.page
        distance = line.box[1] - before.box[3]
        if same_page and distance > max(self.gap + 0.6 * line.size, 1.2 * line.size):
            return False
        if read_mark(line.text, 0, len(line.text)) and before.text[-1] in "。；：）":
            return False
        if _is_open(before.text):
            return True
        if self._is_title(before) and self._is_title(line):
            return same_page
        is_wide = before.box[2] - before.box[0] > 0.4 * self.widths[before.page]
        ends = before.text[-1] in "。；：！？"
        slack = 1.8 if ends else 5.0  # a number or a word that does not fit goes to the next line
        is_full = is_wide and before.box[2] >= self.right - slack * line.size
        is_indented = line.box[0] > self.left + 0.8 * line.size
        return is_full and (not is_indented or abs(line.box[0] - before.box[0]) < 1)

    def _is_title(self, line: PageLine) -> bool:
        middle = (line.box[0] + line.box[2]) / 2
        is_centred = abs(middle - self.widths[line.page] / 2) < line.size
        return is_centred and line.size > 1.1 * self.size and not line.text.endswith("。")


def _width(rows: Rows) -> int:
    """Columns of a table, 0 for a line of text."""
    return max((sum(cell.column_span for cell in row) for row in rows), default=0)


def _is_open(text: str) -> bool:
    """A bracket or quote that this line opens and does not close."""
    return sum(text.count(mark) for mark in _OPEN) > sum(text.count(mark) for mark in _CLOSE)


def _is_at_edge(line: PageLine, heights: Sequence[float]) -> bool:
    height = heights[line.page]
    return line.box[3] < _MARGIN * height or line.box[1] > (1 - _MARGIN) * height


def _key(line: PageLine) -> str:
    return re.sub(r"\d+", "#", line.text)


def _most_common(values: Iterator[float]) -> float:
    counted = Counter(round(value) for value in values)
    return float(counted.most_common(1)[0][0]) if counted else 0.0
