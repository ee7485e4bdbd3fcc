"""draw.io XML and Mermaid text: the figure as other drawing tools edit it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from graph.errors import ExportError
from ui.figures.drawing import Box, Connector, Drawing
from ui.figures.writers.metadata import about
from ui.figures.writers.svg import number

_SHAPES = {
    "rectangle": "", "round": "rounded=1;arcSize=8;", "roof": "shape=trapezoid;",
    "diamond": "rhombus;", "ellipse": "ellipse;",
}  # fmt: skip
_ALIGN = {"start": "left", "middle": "center", "end": "right"}


def write_drawio(pages: Sequence[Drawing]) -> bytes:
    """A diagram a page; shapes keep their place, lines are tied to them."""
    parts = ['<?xml version="1.0" encoding="UTF-8"?>', '<mxfile host="plangraph">']
    for at, page in enumerate(pages, 1):
        parts.append(f'<diagram id="page{at}" name={quoteattr(page.title)}>')
        parts.append(
            f'<mxGraphModel pageWidth="{number(page.sheet.width)}" '
            f'pageHeight="{number(page.sheet.height)}" page="1" grid="0"><root>'
        )
        parts.append('<mxCell id="0"/><mxCell id="1" parent="0"/>')
        ordered = sorted(page.boxes, key=lambda box: not box.panel)
        ids = {box.key: f"b{place}" for place, box in enumerate(ordered)}
        parts += [_vertex(box, ids[box.key]) for box in ordered]
        parts += [_edge(line, f"e{n}", ids) for n, line in enumerate(page.connectors)]
        parts.append("</root></mxGraphModel></diagram>")
    return "\n".join((*parts, "</mxfile>", "")).encode("utf-8")


def write_mermaid(pages: Sequence[Drawing]) -> bytes:
    """A flowchart: panels as subgraphs, boxes as nodes. Raises ExportError for a table."""
    if any(box.key.startswith("row ") for page in pages for box in page.boxes):
        raise ExportError("a table cannot be written as Mermaid", hint="use svg, pptx, docx, html")
    lines = ["---", f"title: {_plain(pages[0].title)}", "---", "flowchart LR"]
    lines.append(f"  %% {' '.join(about(pages[0]).split())}")
    for at, page in enumerate(pages):
        ids = {box.key: f"p{at}n{place}" for place, box in enumerate(page.boxes)}
        shown = [box for box in page.boxes if box.panel or box.fill or box.stroke]
        shown = [box for box in shown if not box.key.startswith("legend")]
        lines += _nested(shown, None, ids, "  ")
        for line in page.connectors:
            arrow = "-.->" if line.dashed else "-->" if line.arrow else "---"
            lines.append(f"  {ids[line.source]} {arrow} {ids[line.target]}")
    return ("\n".join(lines) + "\n").encode("utf-8")


def _vertex(box: Box, id_: str) -> str:
    text = "<br>".join(escape(line) for line in box.lines)
    style = (
        f"{_SHAPES[box.shape]}html=1;whiteSpace=wrap;fontSize={number(box.size or 9)};"
        f"fillColor={box.fill or 'none'};strokeColor={box.stroke or 'none'};"
        f"fontColor={box.ink};align={_ALIGN[box.align]};spacing={number(box.padding / 2)};"
        f"verticalAlign=middle;{'fontStyle=1;' if box.bold else ''}"
    )
    tip = f" tooltip={quoteattr(box.quote)}" if box.quote else ""
    place = (
        f'<mxGeometry x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}" '
        f'height="{number(box.height)}" as="geometry"/>'
    )
    return (
        f'<UserObject id="{id_}" label={quoteattr(text)}{tip}>'
        f'<mxCell style="{style}" vertex="1" parent="1">{place}</mxCell></UserObject>'
    )


def _edge(line: Connector, id_: str, ids: dict[str, str]) -> str:
    end = "classic" if line.arrow else "none"
    style = f"endArrow={end};strokeColor={line.ink};strokeWidth={number(line.weight)};html=1;"
    style += "dashed=1;" if line.dashed else ""
    points = "".join(f'<mxPoint x="{number(x)}" y="{number(y)}"/>' for x, y in line.points[1:-1])
    array = f'<Array as="points">{points}</Array>' if points else ""
    return (
        f'<mxCell id="{id_}" style="{style}" edge="1" parent="1" source="{ids[line.source]}" '
        f'target="{ids[line.target]}"><mxGeometry relative="1" as="geometry">{array}'
        "</mxGeometry></mxCell>"
    )


def _mermaid_node(box: Box, ids: dict[str, str]) -> str:
    open_, close = ("(", ")") if box.shape == "round" else ("[", "]")
    return f'{ids[box.key]}{open_}"{_plain(box.text)}"{close}'


def _nested(
    boxes: Sequence[Box], panel: Box | None, ids: dict[str, str], indent: str
) -> Iterator[str]:
    """What stands directly in a panel (or in none), panels as subgraphs."""
    for box in boxes:
        if _around(box, boxes) is not panel:
            continue
        if box.panel:
            yield f'{indent}subgraph {ids[box.key]}["{_plain(box.text) or " "}"]'
            yield from _nested(boxes, box, ids, indent + "  ")
            yield f"{indent}end"
        else:
            yield indent + _mermaid_node(box, ids)


def _around(box: Box, boxes: Sequence[Box]) -> Box | None:
    """The smallest panel around a box."""
    x, y = box.centre
    found = [
        panel
        for panel in boxes
        if panel.panel and panel is not box
        and panel.x <= x <= panel.right and panel.y <= y <= panel.bottom
        and panel.width * panel.height > box.width * box.height
    ]  # fmt: skip
    return min(found, key=lambda panel: panel.width * panel.height, default=None)


def _plain(text: str) -> str:
    """Mermaid reads quotes and markup in labels; it knows entities by number."""
    marked = '"<>#&`[]{}\\\n'
    return "".join(f"#{ord(sign)};" if sign in marked else sign for sign in text)
