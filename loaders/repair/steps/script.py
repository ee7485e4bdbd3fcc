"""Traditional characters in a text that was written in simplified ones."""

from __future__ import annotations

from loaders.repair.draft import Draft
from loaders.repair.hanzi import simplified_only, to_simplified, traditional_only
from loaders.repair.signs import Signs
from loaders.repair.steps.step import Step

_MANY = 0.35


def _apply(draft: Draft, signs: Signs) -> Draft:
    """Line by line: a simplified line of a mixed page stays, and so does a quotation."""
    if not (signs.noisy or signs.is_traditional):
        return draft
    if signs.is_traditional and not signs.simplified:
        return draft.respell("script", to_simplified(draft.text))
    lines = draft.text.split("\n")
    return draft.respell("script", "\n".join(_line(line, signs.is_traditional) for line in lines))


def _line(line: str, page_is_traditional: bool) -> str:
    here = set(line)
    if traditional := here & traditional_only():
        old = sum(map(line.count, traditional))
        new = sum(map(line.count, here & simplified_only()))
        return to_simplified(line) if old >= _MANY * (old + new) else line
    return to_simplified(line) if page_is_traditional and "著" in here else line


SCRIPT = Step(
    name="script",
    means="a line is in traditional characters",
    apply=_apply,
    yes=(
        ("圍繞著重點任務,形成一批顯著優勢的著名品牌", "围绕着重点任务,形成一批显著优势的著名品牌"),
        ("建設智慧城市體系\n据介绍，计划", "建设智慧城市体系\n据介绍，计划"),
    ),
    no=("碑文“國泰民安”四字为清代所刻，现藏于市博物馆，观众可预约参观，门票从优。",),
)
