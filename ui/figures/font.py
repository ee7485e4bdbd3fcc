"""The font that figures bring with them: how wide a text is, and whether it can be drawn at all."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from graph.errors import ExportError

FOLDER = Path(__file__).resolve().parents[1] / "fonts"
FILE = FOLDER / "PlangraphSans-Regular.otf"
FAMILY = "Plangraph Sans"
FALLBACKS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "SimHei",
    "sans-serif",
)
"""For a reader who opens a live text without our font."""


def width(text: str, size: float) -> float:
    """The width of a line in points."""
    advances = _advances()
    return sum(advances.get(sign, 1.0) for sign in text) * size


def missing(texts: Iterable[str]) -> list[str]:
    """The signs for which the font has no glyph, each once, in order."""
    return sorted(set().union(*map(set, texts)) - _advances().keys())


def check(texts: Iterable[str]) -> None:
    """Raise ExportError, naming them, when there are signs that would be drawn as nothing."""
    lacking = missing(texts)
    if lacking:
        named = "、".join(f"“{sign}”(U+{ord(sign):04X})" for sign in lacking[:10])
        raise ExportError(
            f"the figure font has no glyph for {named}",
            where=FILE.name,
            hint="--missing 〓 draws that sign instead; ui/fonts/build_font.py can widen the font",
        )


@cache
def _advances() -> dict[str, float]:
    from fontTools.ttLib import TTFont

    with TTFont(FILE, lazy=True) as font:
        per_em = font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        glyphs: dict[int, str] = font.getBestCmap()
    return {chr(code): metrics[glyph][0] / per_em for code, glyph in glyphs.items()}
