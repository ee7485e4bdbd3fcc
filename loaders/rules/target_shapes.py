"""The shapes in which a plan promises a number: all of them, and which one fits."""

from __future__ import annotations

from loaders.rules.claims import Claim, Piece, by_kind
from loaders.rules.shapes_of_change import CHANGES
from loaders.rules.shapes_of_level import LEVELS

SHAPES = (*CHANGES, *LEVELS)
"""In the order in which they are tried."""


def claim_of(piece: Piece) -> tuple[str, Claim] | None:
    """The first shape that fits the piece, by the name of its rule."""
    for rule in _BY_KIND[piece.text[piece.at]]:
        claim = rule.read(piece)
        if claim is not None:
            return rule.name, claim
    return None


_BY_KIND = by_kind(SHAPES)
