"""Bytes that a page lost, and the runs of garbage behind them: 發(fā)展?jié)竦亍 for 發展濕地。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.issues import Code
from loaders.repair.draft import Doubt, Draft, Edit
from loaders.repair.hanzi import to_simplified
from loaders.repair.model import Language, word_model
from loaders.repair.seen import Seen
from loaders.repair.shapes import DAMAGE, LOST, TAG, UNMARKED_CUT
from loaders.repair.shift.align import DOUBTFUL, Aligner
from loaders.repair.shift.output import Restored
from loaders.repair.signs import Signs
from loaders.repair.steps.annotations import strip_annotations
from loaders.repair.steps.step import Step

GIVEN_UP, DOUBTFUL_REPAIR = Code.GIVEN_UP_REPAIR, Code.DOUBTFUL_REPAIR
_LOSS = re.compile(f"[?{LOST}]")
_FAR = 40
"""Behind a mark the text is surely in phase again after so many characters."""
TOO_MUCH = "too many bytes are lost: the rest was not repaired"
"""The message where the work allowed for one text was done before its end."""
_LONGEST_LINE = 50_000
_TOO_LONG = "this line is too long: its lost bytes were not repaired"
_UNREADABLE = "bytes are lost here, and no reading of the rest makes sense"
_CERTAINTY = ((8.0, 0.985), (4.0, 0.92), (2.0, 0.72), (0.0, 0.37))
"""Margins and how often a repair with at least that margin was right, over 927 places."""
_TO_ASCII = str.maketrans("，；：！？（）", ",;:!?()")
_ASCII_COMMA = re.compile("[\u4e00-\u9fff],(?=[\u4e00-\u9fff])")
_WIDE_COMMA = re.compile("[\u4e00-\u9fff]，(?=[\u4e00-\u9fff])")
_YEAR = re.compile(r"(?<!\d)(20[012]\d)(?!\d)")


def _apply(draft: Draft, signs: Signs) -> Draft:
    touched = signs.noisy or (signs.is_traditional and signs.cut)
    if not touched or DAMAGE.search(draft.text) is None:
        return draft
    aligner = Aligner(Language(word_model(), Seen(_undamaged(draft, signs))))
    narrow = _count(_ASCII_COMMA, draft.text) >= _count(_WIDE_COMMA, draft.text)
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    for at, line in _lines(draft.text):
        if DAMAGE.search(line) is None:
            continue
        if aligner.is_tired:
            doubts.append(_doubt(draft, at, at + len(line), GIVEN_UP, TOO_MUCH))
            break
        if len(line) > _LONGEST_LINE:
            doubts.append(_doubt(draft, at, at + len(line), GIVEN_UP, _TOO_LONG))
            continue
        for place in aligner.repair(line):
            start, end = at + place.start, at + place.end
            if place.put is None:
                doubts.append(_doubt(draft, start, end, GIVEN_UP, _UNREADABLE))
                continue
            put = _own_width(place.put, line) if narrow else place.put
            spans = tuple((at + first, at + last) for first, last in place.spans)
            edits.append(Edit(start, end, put, spans, _confidence(place.margin)))
            if place.margin < DOUBTFUL:
                doubts.append(_doubt(draft, start, end, DOUBTFUL_REPAIR, _alternatives(place, put)))
    return draft.edit("shifted", edits).doubt(doubts)


def _undamaged(draft: Draft, signs: Signs) -> str:
    """The text of the document that can be trusted, as it will read, and a hint from its years.

    A damaged line must not speak for its own reading; far behind a mark it may.
    """
    kept: list[str] = []
    for _, line in _lines(draft.text):
        if _LOSS.search(line):
            kept += [part[_FAR:] for part in _LOSS.split(line)]
        elif UNMARKED_CUT.search(line) is None:
            kept.append(line)
    trusted = strip_annotations(Draft.of("\n".join(kept)), signs).text
    trusted = to_simplified(TAG.sub("", trusted))
    return trusted + _five_year_plan(draft.text, trusted)


def _five_year_plan(text: str, trusted: str) -> str:
    """“十二五” and “十三五” shift to the same visible bytes: the document's years decide."""
    years = sorted(map(int, _YEAR.findall(text)))
    if not years:
        return ""
    middle = years[len(years) // 2]
    plan = "十二五" if middle <= 2015 else "十三五" if middle <= 2021 else ""
    if not plan or plan in trusted:
        return ""
    return f"\n“{plan}”时期\n“{plan}”规划\n“{plan}”期间"


def _own_width(put: str, line: str) -> str:
    """A mark that the line itself does not have takes the page's width."""
    return "".join(ch if ch in line else ch.translate(_TO_ASCII) for ch in put)


def _confidence(margin: float) -> float:
    return next(share for least, share in _CERTAINTY if margin >= least)


def _alternatives(place: Restored, put: str) -> str:
    others = " or ".join(f"“{_shown(text)}”" for text in place.rivals)
    return f"bytes are lost here: read as “{_shown(put)}”" + (f", or {others}" if others else "")


def _shown(text: str) -> str:
    return to_simplified(TAG.sub("", text))


def _doubt(draft: Draft, start: int, end: int, code: Code, message: str) -> Doubt:
    return Doubt(code, *draft.trace.raw_span(start, end), message=message)


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


SHIFTED = Step(
    name="shifted",
    means="a byte was lost, and what follows is off by one byte until it comes back into phase",
    apply=_apply,
    yes=(
        ("智能科技企業(yè)發(fā)展?jié)竦亍?/p>", "智能科技企業(yè)發(fā)展濕地。</p>"),
        ("挖掘發(fā)展?jié)摿屯顿Y,擴大市場。", "挖掘發(fā)展潛力和投資,擴大市場。"),
        (
            "出臺辦法,升級產(chǎn)品,F在已建成10條生產(chǎn)線。",
            "出臺辦法,升級產(chǎn)品。現在已建成10條生產(chǎn)線。",
        ),
    ),
    no=(
        "是否已經(jīng)達到國際先進(jìn)水平?專家認為還有差距。",
        "什么?!三年了还没有验收?请有关部门作出说明。",
    ),
)
