"""Words that sound like a result and promise none: captions, titles, background, principles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from loaders.document import Clause, Document
from loaders.rules.passages import Phrase

_STOPS = re.compile(r"[。；;！？!?，,]")
_CAPTION = re.compile(r"^\s*(?:专栏|[图表]\s*\d)")
_BULLET = re.compile(r"^\s*(?:—|–|-|[●■◆▪•·])")
_GUIDING = re.compile(r"指导思想|原则|遵循|意义|认识")
_SPEAKER = re.compile(
    r"(?:负责人|负责同志|发言人|专家|人士|记者|局长|主任|市长|区长|书记)[^，]{0,8}"
    r"(?:表示|介绍|说|认为|指出|告诉[^，]*)$"
)
_AHEAD = re.compile("将|(?<![主重必需])要|力争|争取|确保|努力|到时|届时")
_OPENS_PRINCIPLE = re.compile(
    r"^\s*(?:坚持|牢固树立|以[^，]{2,40}为(?:指导|主线|中心|核心|根本|重点|统领|引领)$)"
)
_ARRIVES = re.compile(
    r"^(?:努力|力争|确保|最终|全面|基本|率先)*(?:实现|建成|形成|成为|达到|进入)"
    r"|(?:显著|明显|更加|基本|大幅|全面|稳步|持续)[^，]{2,4}$"
)
_PRESENT = re.compile(
    r"^(?:目前|当前|现在|近年来|多年来)|已(?:经)?(?:成为|形成|建成|建立|实现|达到|进入|具备|基本|初步|全面)"
    r"|^我[国省市区县][^，]*(?:丰富|多元|雄厚|良好|优越|完备|独特)$"
    r"|具备[^，]*(?:条件|基础|优势|潜力)$"
)
_ALREADY = re.compile("已经?(?:成为|形成|建成)")
_CASE = re.compile(r"的[时省市区县]?$|时$|^对[^，]+的[省市区县]|未[^，]{0,4}达到")
_BECOMES = re.compile("建成|成为|打造|形成|创建|建设")
_DEFINES = re.compile(r"包括|是指|系指|指的是|予以(?:奖励|补助|支持|表扬)")
_LED_BY = re.compile(
    r"(?:建成|形成|构建|打造|建立|构筑)以[^，]+为(?:龙头|主体|核心|引领|支撑|导向|基础|中心|主导|重点|依托|载体)$"
)


class Unpromised:
    """Decides by the paragraph, the section and the sentence whether words promise a result."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [clause.start for clause in document.clauses]
        self._sections = {section.start: section for section in document.sections}

    def promising(self, phrases: list[Phrase]) -> Iterator[Phrase]:
        """The phrases of a paragraph that may state a result; 以…为龙头 takes the next along."""
        if not phrases:
            return
        clause = self._clause(phrases[0])
        if self._is_title(clause):
            return
        guiding = self._is_guiding(clause)
        opening, spoken = phrases[0], False
        joined_to = -1
        for number, phrase in enumerate(phrases):
            if phrase.opens:
                opening, spoken = phrase, False
            spoken = spoken or _SPEAKER.search(phrase.text) is not None
            if phrase.start < joined_to or _is_other(phrase):
                continue
            if not phrase.horizon_at(phrase.end).years and (
                guiding or _is_undated_frame(phrase, opening, spoken)
            ):
                continue
            following = phrases[number + 1] if number + 1 < len(phrases) else None
            if following and following.after in ("，", ",") and _LED_BY.search(phrase.text):
                joined_to = following.end
                yield replace(phrase, end=joined_to)
            else:
                yield phrase

    def _clause(self, phrase: Phrase) -> Clause:
        at = phrase.folded.span(phrase.start, phrase.end)[0]
        return self._document.clauses[max(bisect_right(self._starts, at) - 1, 0)]

    def _is_title(self, clause: Clause) -> bool:
        """A caption, or a heading alone on its line that is no item among the goals."""
        words = self._document.text[clause.start : clause.end].strip()
        if _STOPS.search(words.rstrip("。")) or _BULLET.match(words):
            return False
        below = self._document.clauses[clause.ordinal : clause.ordinal + 1]
        if _CAPTION.match(words) or (below and below[0].kind == "row" and words[-1] != "。"):
            return True
        section = self._sections.get(clause.start + self._indent(clause))
        if section is None or section.end < clause.start + self._indent(clause) + len(words) - 1:
            return False
        parent = None if section.parent is None else self._document.sections[section.parent]
        return parent is None or parent.kind != "goals"

    def _indent(self, clause: Clause) -> int:
        words = self._document.text[clause.start : clause.end]
        return len(words) - len(words.lstrip())

    def _is_guiding(self, clause: Clause) -> bool:
        if clause.section is None:
            return False
        section = self._document.sections[clause.section]
        return section.kind in ("principles", "requirements") and bool(
            _GUIDING.search(section.title)
        )


def _is_other(phrase: Phrase) -> bool:
    """A case, a definition or a state already reached, whatever deadline stands before it."""
    words = phrase.text.strip()
    is_case = _CASE.search(words) and not _BECOMES.search(words)
    return bool(is_case or _DEFINES.search(words) or _ALREADY.search(words))


def _is_undated_frame(phrase: Phrase, opening: Phrase, spoken: bool) -> bool:
    """Without a deadline: a speaker's account, the present, or the rest of a principle."""
    words = phrase.text.strip()
    if _PRESENT.search(words) and not _AHEAD.search(words):
        return True
    if spoken and not _AHEAD.search(words):
        return True
    principle = _OPENS_PRINCIPLE.match(opening.text)
    return principle is not None and not _ARRIVES.match(words)
