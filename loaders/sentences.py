"""Where sentences and clauses end; a pair of brackets, quotes or 《》 is never cut in two."""

from __future__ import annotations

import re

from loaders.document import Span

_PAIRS = {"（": "）", "(": ")", "［": "］", "[": "]", "〔": "〕", "“": "”", "‘": "’", "「": "」",
          "『": "』", "《": "》", "〈": "〉", "【": "】"}  # fmt: skip
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_BRACKETS = re.escape("".join([*_PAIRS, *_CLOSERS]))
_SENTENCE_MARK = re.compile(rf"[。！？；!?;\n{_BRACKETS}]")
_CLAUSE_MARK = re.compile(rf"[。！？；!?;，\n{_BRACKETS}]|,(?!\d)|(?<!\d),")
_TAIL = re.compile(r"[。！？；!?;”’」』）)]*")
_TAG = re.compile(
    r"[（(［\[](?![一二三四五六七八九十\d]+[）)\]］])[^（(）)［］\[\]\n]*[）)］\]][。；;]?"
)
_SPACE = " \t\r\u3000\u00a0"


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of text[start:end], end marks included, outer spaces not.

    They end at 。！？； and at line ends. A bracket right after the end mark, unless it numbers
    an item, belongs to the sentence before it: 修复码头。（A负责）is one sentence.
    """
    stop = len(text) if end is None else end
    spans: list[Span] = []
    at = start
    for mark in _outer_marks(_SENTENCE_MARK, text, start, stop):
        if mark < at:
            continue
        if text[mark] == "\n":
            cut = mark
        else:
            cut = _end_of(_TAIL, text, mark + 1, stop)
            cut = _end_of(_TAG, text, cut, stop)
        _add(spans, text, at, cut)
        at = cut
    _add(spans, text, at, stop)
    return spans


def clauses(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The clauses of text[start:end] without their end marks: as sentences, and also at ，.

    A bracket that opens a clause, unless it numbers an item, is a clause of its own.
    """
    stop = len(text) if end is None else end
    spans: list[Span] = []
    at = start
    for mark in _outer_marks(_CLAUSE_MARK, text, start, stop):
        _add_clause(spans, text, at, mark)
        at = mark + 1
    _add_clause(spans, text, at, stop)
    return spans


def _outer_marks(marks: re.Pattern[str], text: str, start: int, stop: int) -> list[int]:
    """The end marks outside every pair that closes within its line."""
    found: list[int] = []
    opened: list[tuple[str, int]] = []  # an opener, and how many marks had been found before it
    for match in marks.finditer(text, start, stop):
        mark = match.group()
        if mark in _PAIRS:
            opened.append((mark, len(found)))
        elif mark in _CLOSERS:
            opener = _CLOSERS[mark]
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == opener:
                    del found[opened[depth][1] :]
                    del opened[depth:]
                    break
        else:
            found.append(match.start())
            if mark == "\n":
                opened.clear()
    return found


def _end_of(pattern: re.Pattern[str], text: str, at: int, stop: int) -> int:
    match = pattern.match(text, at, stop)
    return match.end() if match else at


def _add_clause(spans: list[Span], text: str, start: int, end: int) -> None:
    after_tag = _end_of(_TAG, text, start, end)
    _add(spans, text, start, after_tag)
    _add(spans, text, after_tag, end)


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start] in _SPACE + "\n":
        start += 1
    while start < end and text[end - 1] in _SPACE + "\n":
        end -= 1
    if start < end:
        spans.append((start, end))
