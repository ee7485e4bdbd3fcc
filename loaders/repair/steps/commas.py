"""Commas that a page doubled: 創新,,人才、,資金"""

from __future__ import annotations

from loaders.repair.draft import Draft
from loaders.repair.shapes import EXTRA_COMMAS
from loaders.repair.signs import Signs
from loaders.repair.steps.step import Step


def _apply(draft: Draft, signs: Signs) -> Draft:
    touched = signs.noisy or signs.is_traditional
    return draft.sub("commas", EXTRA_COMMAS, "") if touched and signs.commas_doubled else draft


COMMAS = Step(
    name="commas",
    means="commas stand before another mark, and so often that it is no slip",
    apply=_apply,
    yes=(("推進產業、創新,,人才,,資金,。政策協同。", "推進產業、創新,人才,資金。政策協同。"),),
    no=("姓名,,单位,,职务,,备注", "推進產業,,創新、人才、資金、政策、協同。"),
)
