"""Tags, and rests of tags, that a page shows as text."""

from __future__ import annotations

from loaders.repair.draft import Draft
from loaders.repair.shapes import BARE_TAG, LINE_BREAK_TAG, TAG
from loaders.repair.signs import Signs
from loaders.repair.steps.step import Step


def _apply(draft: Draft, signs: Signs) -> Draft:
    if not signs.noisy or ">" not in draft.text:
        return draft
    return draft.sub("tags", LINE_BREAK_TAG, "\n").sub("tags", TAG, "").sub("tags", BARE_TAG, "")


TAGS = Step(
    name="tags",
    means="a tag of the page's source, or the rest of one, stands in a noisy text",
    apply=_apply,
    yes=(
        ("<p>加快建設(shè)<strong>智慧城市</strong></p>", "加快建設(shè)智慧城市"),
        ("發(fā)展濕地/strong>,將<br/>著力", "發(fā)展濕地,將\n著力"),
    ),
    no=("网页模板中的<p>标签应当成对出现，不得残留“/p>”字样。", "發(fā)展a<b、b>c"),
)
