"""Blanks at both ends of the lines of a noisy page."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.repair.draft import Draft, Edit
from loaders.repair.signs import Signs
from loaders.repair.steps.step import Step


def _apply(draft: Draft, signs: Signs) -> Draft:
    return draft.edit("blanks", _outer_blanks(draft.text)) if signs.noisy else draft


def _outer_blanks(text: str) -> Iterator[Edit]:
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if line != line.strip():
            first = end - len(line.lstrip())
            yield Edit(at, first, "")
            yield Edit(max(first, at + len(line.rstrip())), end, "")
        at = end + 1


BLANKS = Step(
    name="blanks",
    means="a line of a noisy page begins or ends with blanks",
    apply=_apply,
    yes=(("　　加快建設(shè) \n 步伐 ", "加快建設(shè)\n步伐"),),
    no=("　　第一条　为规范项目管理，制定本办法。　　", "建設 步伐"),
)
