"""Documents that a text names: cited, carried out, issued together, put out of force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.elements import Value
from loaders.document import Document, Span
from loaders.identity import name_key
from loaders.lexicon import Lexicon
from loaders.mentions import Link, Mention
from loaders.rules.plans import ISSUED_TOGETHER
from loaders.rules.rule import Rule, compile_verbose
from loaders.title import GENERIC, title_of

_KIND = (
    "意见|通知|规划|计划|方案|条例|规定|办法|法|决定|纲要|细则|要点|措施|报告|批复|公约|协定|标准|规范|指南|目录|清单|章程"
    "|战略|制度|规则|公告|函|建议|准则|宪法|大纲|分工|行动|要求|指引|导则|协议|令|通报|批示|倡议|宣言|政策|若干条|条"
)
_TAIL = r"(?: [（(〔] [^（）()〔〕《》\n]{1,20} [）)〕] )?"


class Citation(NamedTuple):
    """A named document: its title, its number if one stands behind it, and how it is named."""

    title: str
    doc_number: str
    type: str


def _citation(match: re.Match[str]) -> Citation:
    type = "CITES"
    if match["repealed"]:
        type = "SUPERSEDES"
    elif match["basis"]:
        type = "IMPLEMENTS"
    return Citation(match["title"], match["number"] or "", type)


CITED = Rule(
    name="cited_document",
    means="a document in 《》 with its number, and the words that tell whether it is carried out",
    pattern=compile_verbose(
        r"""
        (?P<basis>
            (?: 贯彻 | 落实 | 根据 | 按照 | 依据 | 依照 | 执行 | 遵照 | 对照 | 衔接 | 围绕 )
            (?: 落实 | 执行 )? (?: 好 | 了 )?
            (?: [^，。；《》\n]{0,12} | (?: 《[^《》\n]{2,80}》 {note} [、和及与]? )+ ) )?
        《 (?P<title> [^《》\n]{1,80} (?: {kind} ) {tail} ) 》
        (?: \s* [（(]
            (?P<number> [^（）()《》\n，。]{2,14}
                [〔［\[（(] \d{4} [〕］\])）]
                \s* 第?\d{1,5}号 )
            [^（）()\n]{0,30} [）)] )?
        (?P<repealed> [^。；《》\n]{0,14}
            (?: 同时废止 | 予以废止 | 自行废止 | 停止执行 | 即行废止 ) )?
        """,
        kind=_KIND,
        tail=_TAIL,
        note=r"(?:[（(][^（）()《》\n]{2,30}[）)])?",
    ),
    make=_citation,
    yes=(
        (
            "为贯彻落实《江屿市海域使用规定》，制定本方案",
            (Citation("江屿市海域使用规定", "", "IMPLEMENTS"),),
        ),
        (
            "《关于渔港的意见》（江政发〔2029〕3号）印发以来",
            (Citation("关于渔港的意见", "江政发〔2029〕3号", "CITES"),),
        ),
        ("原《江屿市渔港管理办法》同时废止", (Citation("江屿市渔港管理办法", "", "SUPERSEDES"),)),
    ),
    no=("《江屿日报》刊发", "电影《海上人家》上映"),
)
_SHORT_FOR = re.compile(
    r"《(?P<title>[^《》\n]{4,80})》[^《》。\n]{0,40}(?:以下)?(?:统称|简称)[:：]?\s*《(?P<short>[^《》\n]{2,20})》"
)


def find_citations(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """What the document says of others, as edges from itself."""
    own_title = name_key(title_of(document)[0])
    short = {m["short"]: m["title"] for m in _SHORT_FOR.finditer(document.text)}
    links: dict[tuple[str, str], list[Link]] = {}
    for span, citation in _with_issued_together(document):
        title = short.get(citation.title, citation.title)
        if name_key(title) == own_title or _names_itself(title, citation, own_title):
            continue
        properties: dict[str, Value] = {}
        if citation.doc_number:
            properties["doc_number"] = citation.doc_number
        link = Link(citation.type, "Document", title, span, CITED.name, properties=properties)
        links.setdefault((name_key(title), citation.type), []).append(link)
    for found in links.values():
        yield Mention("Document", CITED.name, (), {}, tuple(found))


def _with_issued_together(document: Document) -> Iterator[tuple[Span, Citation]]:
    lists = list(ISSUED_TOGETHER.find(document.text))
    for span, names in lists:
        for name in names:
            start = document.text.index(name, *span)
            yield (start - 1, start + len(name) + 1), Citation(name, "", "ISSUED_WITH")
    for span, citation in CITED.find(document.text):
        if not any(start <= span[0] < end for (start, end), _ in lists):
            yield span, citation


def _names_itself(title: str, citation: Citation, own_title: str) -> bool:
    """《总体方案》 that names the document itself is an alias, not a second document."""
    if citation.doc_number:
        return False
    return bool(GENERIC.match(title)) or (bool(own_title) and name_key(title) in own_title)
