"""The title of a document: of the plan that a notice issues, not of the notice."""

from __future__ import annotations

import re
import unicodedata

from loaders.document import Document, Span
from loaders.letter import read_letter

_ISSUES = re.compile(
    r"(?:印发|发布|公布|转发|下发)\s*(?:《(?P<quoted>[^《》]{4,120})》|(?P<plain>[^《》]{4,100}?))\s*的?(?:通知|公告|通告|函|命令|令|$)"
)
_CONSULTS = re.compile(r"《(?P<title>[^《》]{4,120})》\s*(?:公开)?征求")
_NEWS = re.compile(
    r"《(?P<title>[^《》]{4,120})》(?:正式|今日|日前|重点|主要|实施)*"
    r"(?:印发|发布|出台|公布|解读|政策|图解|责任|任务|分工|分解|$)"
)
_ISSUED_IN_TEXT = re.compile(
    r"(?:印发|出台|发布|公布|制定|实施)(?:了|的|实施)?《(?P<title>[^《》\n]{8,120})》"
)
_PLAN_WORD = re.compile(
    r"计划|规划|方案|意见|纲要|要点|措施|办法|细则|战略|行动|预案|清单|分工|任务"
)


GENERIC = re.compile(
    r"^(?:总体|专项|实施|三年|五年|行动|工作|指导|若干|建设|发展|本|暂行|试行|总)*"
    r"(?:计划|规划|方案|意见|通知|办法|纲要|要点|措施|决定|规定|条例|细则)$"
)
"""A title that names no thing: a document's short name for itself."""


def title_of(document: Document) -> tuple[str, list[Span]]:
    """The title and the places where it stands; ("", []) where the text has none.

    plan.yaml decides where it says a title.
    """
    text = document.text
    title = document.source.title or plan_title(_headline(document))
    if not document.source.title and (not title or _is_prose(title)):
        title = _issued_in(text)
    if not title:
        return "", []
    return title, places_of(title, text)


def _is_prose(title: str) -> bool:
    """A news text may begin without a headline, and call the plan 《总体行动计划》 only."""
    return len(title) > 80 or bool(re.search("[。；，]", title)) or bool(GENERIC.match(title))


def _issued_in(text: str) -> str:
    found = [match["title"] for match in _ISSUED_IN_TEXT.finditer(text[:3000])]
    return next((title for title in found if _PLAN_WORD.search(title)), "")


def plan_title(headline: str) -> str:
    """What a headline announces: 关于印发《A》的通知 -> A; a plain title stays as it is."""
    headline = re.sub(r"\s+", "", headline)
    for pattern in (_CONSULTS, _ISSUES, _NEWS):
        match = pattern.search(headline)
        found = next(filter(None, match.groups()), "") if match else ""
        if found and _PLAN_WORD.search(found):
            return found
    return headline


def places_of(name: str, text: str, most: int = 4) -> list[Span]:
    """Where a name stands in the text; line breaks and spaces within it do not matter."""
    letters = [re.escape(sign) for sign in unicodedata.normalize("NFC", name) if not sign.isspace()]
    if not letters:
        return []
    pattern = re.compile(r"\s?".join(letters))
    found = []
    for match in pattern.finditer(text):
        found.append(match.span())
        if len(found) == most:
            break
    return found


def _headline(document: Document) -> str:
    title = read_letter(document).title
    return "".join(
        document.text[block.start : block.end]
        for block in document.blocks[slice(title.start, title.stop)]
    )
