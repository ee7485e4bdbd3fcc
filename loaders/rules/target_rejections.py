"""Numbers that are no targets: all reasons, and the question whether one applies."""

from __future__ import annotations

from loaders.rules.claims import Piece, by_kind
from loaders.rules.refused_benefits import BENEFITS
from loaders.rules.refused_conditions import CONDITIONS
from loaders.rules.refused_measures import MEASURES
from loaders.rules.refused_names import NAMES
from loaders.rules.shapes_of_level import CAPABILITY_OF

REJECTIONS = (*MEASURES, *CONDITIONS, *BENEFITS, *NAMES)


def reason_against(piece: Piece) -> str:
    """The name of the first rule that refuses the piece's quantity, else empty."""
    if CAPABILITY_OF.read(piece):
        return ""  # 3天 in 形成不低于3天需求量的储气能力 restricts nothing
    rules = _BY_KIND[piece.text[piece.at]]
    return next((rule.name for rule in rules if rule.read(piece)), "")


_BY_KIND = by_kind(REJECTIONS)
