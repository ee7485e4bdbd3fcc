"""One HTML file that works without a network: the figure, its sentences on a click, a search.

The font travels with it, cut down to the signs it shows. The page allows itself no request.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

from ui.figures.drawing import Drawing
from ui.figures.font import FILE
from ui.figures.writers.metadata import about
from ui.figures.writers.svg import svg

_TEMPLATE = Path(__file__).with_name("page.html")
_CHROME = "查找输入文字，突出显示点击图中的内容处“”数据来源截至日期问题与筛选：；0123456789"


def write_html(pages: Sequence[Drawing]) -> bytes:
    """All pages under each other."""
    title = pages[0].title
    drawn = [f"<figure>{_unique(svg(page), at)}</figure>" for at, page in enumerate(pages)]
    said = about(pages[0])
    signs = "".join(sorted({*"".join(drawn), *_CHROME, *said}))
    parts = {
        "%TITLE%": escape(title), "%ABOUT%": escape(said), "%FONT%": _font(signs),
        "%PAGES%": "\n".join(drawn),
    }  # fmt: skip
    text = _TEMPLATE.read_text(encoding="utf-8")
    for name in parts:  # each stands once; the pages come last, so no text of theirs is replaced
        text = text.replace(name, parts[name], 1)
    return text.encode("utf-8")


def _unique(drawn: str, at: int) -> str:
    """Ids are shared by the whole page: each figure gets an arrow of its own."""
    return drawn.replace('id="arrow"', f'id="arrow{at}"').replace("url(#arrow)", f"url(#arrow{at})")


@cache
def _font(signs: str) -> str:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    file = io.BytesIO()
    with TTFont(FILE, recalcTimestamp=False) as font:
        subsetter = Subsetter(Options(layout_features=[], notdef_outline=True, hinting=False))
        subsetter.populate(text=signs)
        subsetter.subset(font)
        font.save(file)
    return base64.b64encode(file.getvalue()).decode("ascii")
