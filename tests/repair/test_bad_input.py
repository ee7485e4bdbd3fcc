"""Whatever comes, repair gives a text, a map that fits it, and takes linear time."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.repair import repair
from tests.repair.kit import DEV, text_of

PIECES = [
    "產(chǎn)", "業(yè)業(ye)", "節?jié)", "發(fā)展?jié)竦亍?/p>", "?！笆奈濉", "竦亍",
    "屯顿Y", "F(xiàn)", "?", "？", "\ufffd", "(", ")", "（", "）", "(yè(yè))", "<p>",
    "</strong>", "<br/>", "&ldquo;", "&#160;", ",,", "，", "。", "《", "》!", "“", "”",
    "目录", "一、總體要求……3", "— 1 —", "第2页", "\n", "\r\n", "\u200b", "\u202e",
    "\ufeff", "\x00", "\x85", "\ud800", "\udfff", "😀", "义(y🎐i)", "２０２８", "國", "国",
    "著", "€", "ａ", " ", "\u3000", "abc", "2020年", "来源：新华社", "字号：大 中 小",
    "責任編輯：張三",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=60).map("".join)
any_bytes = st.binary(max_size=400).map(lambda data: data.decode("gb18030", "replace"))


@settings(max_examples=300)
@given(texts | any_bytes | st.text(st.characters(), max_size=200))
def test_nothing_raises_the_map_fits_and_a_second_repair_changes_nothing(text: str) -> None:
    repaired = repair(text)
    spans = repaired.trace.spans
    if spans is not None:
        assert len(spans) == len(repaired.text)
        assert all(0 <= start <= end <= len(text) for start, end in spans)
        assert list(spans) == sorted(spans)
    for change in repaired.changes:
        assert text[change.raw_start : change.raw_end] == change.raw
    for issue in repaired.issues:
        if issue.span is not None:
            assert repaired.text[slice(*issue.span)] == issue.quote
    again = repair(repaired.text)
    assert again.text is repaired.text


BIG = {
    "one character": "業" * 300_000,
    "parentheses": "產(chǎn)業" + "(" * 300_000 + ")" * 300_000,
    "nested annotations": "業(yè" * 50_000 + ")" * 50_000,
    "a chain of annotations": "業" + "(yè)" * 100_000,
    "question marks": "產(chǎn)業" + "?" * 300_000,
    "a run without an end": "產(chǎn)業節?jié)" + "竦" * 300_000,
    "commas": "產(chǎn)業" + "," * 300_000,
    "blanks": "產(chǎn)業" + " " * 300_000 + "x",
    "line breaks": "產(chǎn)業" + "\n" * 300_000,
    "marks of direction": "業\u202e" * 100_000,
    "open tags": "產(chǎn)業" + "<" * 300_000,
    "lone surrogates": "產(chǎn)業" + "\ud800" * 300_000,
}


@pytest.mark.parametrize("name", BIG)
def test_a_long_monotony_is_read_in_linear_time(name: str) -> None:
    """Anything worse than linear would not come to an end here."""
    repaired = repair(BIG[name])
    assert repair(repaired.text).text == repaired.text


def test_a_page_that_is_half_binary_keeps_its_good_half() -> None:
    noise = bytes(random.Random(4).randrange(256) for _ in range(20_000))
    page = text_of(DEV / "seed.noisy.txt")
    repaired = repair(page + noise.decode("gb18030", "replace"))
    assert repaired.text.startswith(text_of(DEV / "seed.clean.txt").rstrip("\n"))
