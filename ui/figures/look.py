"""How things look in every figure: colours of the schema, made light enough for small black text.

Nothing depends on colour alone: types differ by their place, by the sign before their text, and
by how dark they are, so a figure survives a black-and-white printer.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.schema import NODE_TYPES
from ui.figures.drawing import Shape

INK = "#1A1A1A"
QUIET = "#555555"
LINE = "#8A94A0"
PANEL = "#F4F6F8"
PANEL_EDGE = "#C9D1D9"

SIGNS = {"Target": "◆", "ActionPlan": "■", "Milestone": "▲", "Organization": "●"}
"""The sign before a text of this label."""

_TINTS = {"Pillar": 0.55, "ActionPlan": 0.30, "Measure": 0.16, "Target": 0.30}
_LIGHT_INK = {"Strategy": "#FFFFFF"}


@dataclass(frozen=True, slots=True)
class Style:
    """Fill, edge, ink and shape of a box."""

    fill: str
    stroke: str
    ink: str = INK
    shape: Shape = "rectangle"


def style(label: str) -> Style:
    """The look of a label of the schema."""
    colour = NODE_TYPES[label].colour
    shape: Shape = "round" if label in ("Measure", "Milestone") else "rectangle"
    if label in _LIGHT_INK:
        return Style(colour, colour, _LIGHT_INK[label], shape)
    tint = mix(colour, _TINTS.get(label, 0.35))
    return Style(tint, mix(colour, 0.75, "#000000") if label == "Measure" else colour, INK, shape)


def mix(colour: str, share: float, other: str = "#FFFFFF") -> str:
    """`share` of one colour in the other."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one * share + two * (1 - share)):02X}" for one, two in pairs)


def luminance(colour: str) -> float:
    """What a grey printer makes of it: 0 black, 1 white."""
    red, green, blue = (channel / 255 for channel in _channels(colour))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _channels(colour: str) -> tuple[int, int, int]:
    return (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))
