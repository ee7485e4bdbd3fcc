"""A coverage-guided search for a text that repair cannot take.

    pip install atheris && python benchmarks/repair_fuzz.py -max_total_time=600 [CORPUS]

Bytes become a text by three readings (UTF-8 with lone surrogates, GB 18030 as a careless page
decodes it, and pieces of noise chosen by byte), so that the search finds damage of every kind.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
with atheris.instrument_imports(include=["loaders.repair"]):
    from loaders.repair import repair

PIECES = [
    "產(chǎn)", "業(yè)", "節?jié)", "發(fā)展?jié)竦亍?/p>", "?！笆奈濉", "竦亍", "屯顿Y",
    "F(xiàn)",
    "?", "？", "\ufffd", "(", ")", "（", "）", "(yè(yè))", "<p>", "</strong>", "<br/>", "&ldquo;",
    "&#160;", ",,", "，", "。", "《", "》!", "“", "”", "目录", "一、總體要求……3", "— 1 —", "第2页",
    "\n", "\r", "\u200b", "\u202e", "\x00", "\ud800", "😀", "义(y🎐i)", "２０２８", "國", "国",
    "著",
    "€", "ａ", " ", "\u3000", "abc", "2020年", "来源：新华社", "字号：大 中 小", "責任編輯：張三",
    "升級,F在",
]  # fmt: skip


def check(data: bytes) -> None:
    """One text: no exception, a map and a log that fit, nothing left for a second repair."""
    if not data:
        return
    text = readings(data[0] % 3, data[1:])
    repaired = repair(text)
    spans = repaired.trace.spans
    if spans is not None:
        assert len(spans) == len(repaired.text)
        assert list(spans) == sorted(spans)
        assert all(0 <= start <= end <= len(text) for start, end in spans)
    for change in repaired.changes:
        assert text[change.raw_start : change.raw_end] == change.raw
    if not {"?", "\ufffd"} & set(repaired.text):  # what stays damaged may be read anew
        assert repair(repaired.text).text is repaired.text


def readings(how: int, data: bytes) -> str:
    """Three ways from bytes to a text."""
    if how == 0:
        return data.decode("utf-8", "surrogateescape")
    if how == 1:
        return data.decode("gb18030", "replace")
    return "".join(PIECES[byte % len(PIECES)] for byte in data)


if __name__ == "__main__":
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
