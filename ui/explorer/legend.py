"""The legend: for each type its shape on its colour, as the canvas draws it."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from urllib.parse import quote

from graph.schema import NODE_TYPES

_SIZE = 16.0
_CORNERS = {"diamond": 4, "triangle": 3, "hexagon": 6, "star": 10}


def legend_style(labels: Sequence[str], key: str) -> str:
    """CSS that puts the sign of each type before its button, in this order."""
    return "\n".join(
        f'.st-key-{key} button:nth-of-type({place})::before {{ content: ""; '
        f'background: url("{_address(label)}"); width: {_SIZE:g}px; height: {_SIZE:g}px; '
        "margin-right: .45rem; flex: none; border-radius: 3px; }"
        for place, label in enumerate(labels, 1)
    )


def sign(label: str) -> str:
    """The sign of a type as SVG."""
    node_type = NODE_TYPES[label]
    ink = "#fff" if label == "Strategy" else "#000c"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_SIZE:g}" height="{_SIZE:g}">'
        f'<rect width="100%" height="100%" fill="{node_type.colour}"/>'
        f'<g fill="{ink}">{_shape(node_type.shape)}</g></svg>'
    )


def _address(label: str) -> str:
    return f"data:image/svg+xml,{quote(sign(label))}"


def _shape(shape: str) -> str:
    middle, reach = _SIZE / 2, 5.0
    if shape in _CORNERS:
        return f'<polygon points="{_points(shape, middle, reach)}"/>'
    if shape in ("box", "square", "database"):
        height = 5.0 if shape == "box" else 8.0
        top = middle - height / 2
        return f'<rect x="{middle - 4:g}" y="{top:g}" width="8" height="{height:g}"/>'
    down = 3.1 if shape == "ellipse" else reach
    return f'<ellipse cx="{middle:g}" cy="{middle:g}" rx="{reach:g}" ry="{down:g}"/>'


def _points(shape: str, middle: float, reach: float) -> str:
    count = _CORNERS[shape]
    turn = 0.0 if shape in ("diamond", "hexagon") else -pi / 2
    points = []
    for corner in range(count):
        far = reach / 2.3 if shape == "star" and corner % 2 else reach
        angle = turn + corner * 2 * pi / count
        points.append(f"{middle + far * cos(angle):.1f},{middle + far * sin(angle):.1f}")
    return " ".join(points)
