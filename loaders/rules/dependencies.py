"""What a measure cannot be done without, only where the text says so."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.lexicon import Lexicon
from loaders.mentions import Link, Mention
from loaders.rules.rule import Rule, compile_verbose

_THING = (
    "平台|系统|中心|工程|基地|枢纽|网络|数据库|实验室|园区"
    "|通道|数据空间|大脑|底座|专网|项目|行动|基金"
)

DEPENDS_ON = Rule(
    name="depends_on",
    means="a thing to be built first: 依托海上算力平台, 在海上算力平台建成基础上, 待…建成后",
    pattern=compile_verbose(
        r"""
        (?: 依托 | 以 (?= [^，。；\n]{4,30} 为 (?: 依托 | 支撑 | 载体 ) ) ) (?P<support>
            (?! 现有 | 已有 | 各类 | 各级 | 国家 | 国内 | 现行 | 既有 | 重点 | 有条件 )
            [^，。；、\n“”《》的]{3,24}? (?: {thing} ) ) (?= [，,。；] | 为 (?:依托|支撑|载体) )
        | 在 (?P<ground> [^，。；、\n《》的]{4,28}? (?: {thing} ) ) (?: 一期 | 二期 )?
            (?: 建成 | 建设 | 完成 | 投用 | 上线 | 运行 )* (?: 的 )? 基础上
        | 待 (?P<wait> [^，。；、\n《》]{4,28}? ) (?: 建成 | 完成 | 投用 | 上线运行 | 投入使用 ) 后
        """,
        thing=_THING,
    ),
    make=lambda match: match["support"] or match["ground"] or match["wait"],
    yes=(
        ("依托江屿海上算力平台，提供服务", ("江屿海上算力平台",)),
        ("在全市渔港监测系统建成基础上，扩建", ("全市渔港监测系统",)),
        ("待江屿渔港二期码头建成后，启动", ("江屿渔港二期码头",)),
    ),
    no=("依托现有渔港平台，扩建", "在充分调研基础上，制定办法", "以数据共享为基础"),
)


def find_dependencies(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """Each stated dependency, as an edge to a measure known only by its name."""
    for span, name in DEPENDS_ON.find(document.text):
        link = Link("DEPENDS_ON", "Measure", name, span, DEPENDS_ON.name)
        yield Mention("Measure", DEPENDS_ON.name, (span,), {}, (link,))
