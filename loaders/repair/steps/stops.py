"""Full stops that were cut away together with an opening quote: 》!規劃》 for 》。《規劃》."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.repair.draft import Draft, Edit
from loaders.repair.signs import Signs
from loaders.repair.steps.step import Step

_NEAR = 30
_PROBABLE = 0.9


def _apply(draft: Draft, signs: Signs) -> Draft:
    bang = "!" in draft.text or "！" in draft.text
    if not (bang and signs.noisy and signs.is_traditional):
        return draft
    for opening, closing in ("《》", "“”"):
        draft = draft.edit("stops", _stops(draft.text, opening, closing))
    return draft


def _stops(text: str, opening: str, closing: str) -> Iterator[Edit]:
    """Where a bracket closes that was never opened, and an exclamation mark stands before it."""
    depth, bang = 0, -1
    for at, ch in enumerate(text):
        if ch == opening:
            depth, bang = depth + 1, -1
        elif ch == closing:
            if depth:
                depth -= 1
            elif bang >= 0 and at - bang <= _NEAR:
                yield Edit(bang, bang + 1, "。" + opening, confidence=_PROBABLE)
                bang = -1
        elif ch in "!！":
            bang = at if depth == 0 else -1
        elif ch == "\n":
            depth, bang = 0, -1
        elif ch in "。；;":
            bang = -1


STOPS = Step(
    name="stops",
    means="a full stop and the opening quote behind it were cut away and left an exclamation mark",
    apply=_apply,
    yes=(
        (
            "出臺《實施細則》!規劃》要求統(tǒng)籌推進。",
            "出臺《實施細則》。《規劃》要求統(tǒng)籌推進。",
        ),
    ),
    no=("《條例》要統(tǒng)籌推進!《規劃》要求", "什么!规划》要求"),
)
