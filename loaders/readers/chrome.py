"""What of a web page is the document, and what is the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.readers.page import Container, Line, Page

_CHROME_LINE = re.compile(
    r"""(?x)
    (?: 浏览 | 阅读 | 访问 | 点击 ) (?: 次数 | 量 | 数 )? \s* [：:]? \s* \[? \d+
    | 网站标识码 | 版权所有 | ICP备 | 公网安备
    | ^ (?: 字号 | 字体(?:大小)? | 分享[到至]? | 打印(?:本页)? | 关闭(?:窗口|本页)? | 收藏
          | 返回顶部 | 无障碍 | 登录 | 注册 ) (?! [^\s：:】].{6} )
    | 【 (?: 打印 | 关闭 | 返回 | 字体 | 字号 | 大 | 中 | 小 ) [^】]* 】
    | ^ 扫一扫 | ^ 相关 (?: 链接 | 阅读 | 文章 | 新闻 | 解读 | 文档 | 稿件 )
    | ^ [上下]一[篇条] | ^ (?: 您?的?(?:当前|现在)?(?:所在)? 位置 ) \s* [：:] | ^ 首页 \s* [>»›/→＞]
    | ^ (?: 责任?编辑? | 编辑 | 审核 | 校对 | 作者 | (?:文章|信息)?来源 | 稿源 | [主承]办(?:单位)?
          | 技术支持 ) \s* [：:]
    """
)
_CHROME_FIELD = re.compile(
    r"""(?x)
    (?: (?:发布|更新|发表)?(?:日期|时间) | 来源 | 作者 | 责任编辑 | 字号 | 字体
      | (?:浏览|阅读|点击|访问)(?:次数|量|数)? )
    \s* [：:] \s* [^\s：:]* (?: \s+ \d{1,2}:\d{2}(?::\d{2})? )?
    """
)
_CHROME_BOX = re.compile(
    r"""(?x) (?<![a-z])
    (?: nav | menu | (?:bread)?crumbs? | foot(?:er)? | top(?:bar)? | tools? | share | side(?:bar)?
      | related | recommend | hot | copyright | login | search | comment | editor | pager? | links?
      | banner | qrcode | (?:doc-?)?meta )
    (?![a-z])"""
)
_SENTENCE = re.compile(r"[。；]|[，：].*[，：]")
_RECORD = re.compile(
    r"索\s*引\s*号|主题(?:分类|词)|(?:发文|发布|公开|生成)(?:机构|机关|日期|时间|字号|方式)"
    r"|成文日期|信息(?:分类|名称)|有效性|文\s*号\s*[：:]|标\s*题\s*[：:]"
)
_ATTACHED = re.compile(r"附件|附表|\d{1,2}[.．、]|.*\.(?:docx?|xlsx?|pdf|wps|zip|rar)$")
_SITE = re.compile(r"网站?$|门户|平台$")
_DOMINANT = 0.6
_OWN, _MUCH = 0.15, 0.2
"""Shares of the running text that a box holds by itself, or in spite of its name."""
_RESCUED = 80
"""Characters of running text that make a box outside the main one worth keeping."""


def document_lines(page: Page) -> list[Line]:
    """The lines of the document; a heading above it that repeats the page's title belongs to it."""
    prose = [_prose(line) for line in page.lines]
    totals = _totals(page.containers, page.lines, prose)
    if not totals or not max(totals):
        return [line for line in page.lines if not _CHROME_LINE.search(line.text)]
    core = _core(page.containers, totals)
    kept = _inside(page, totals, core) | _rescued(page, totals, core)
    first = min((n for n, line in enumerate(page.lines) if line.container in kept), default=0)
    lines = [page.lines[n] for n in _title_lines(page, first)]
    lines += [line for line in page.lines if line.container in kept]
    lines = list(_without_chrome(lines))
    while lines and _is_link(lines[-1]):
        lines.pop()
    return lines


def _is_record(line: Line) -> bool:
    """The table above the text that files it: 索引号, 主题分类, 发文机关, 发布日期."""
    return bool(line.rows) and len(set(_RECORD.findall(line.text[:400]))) >= 3


def _is_link(line: Line) -> bool:
    """A line that only leads to another page, an attachment excepted."""
    return line.linked * 1.2 >= len(line.text) and not _ATTACHED.match(line.text)


def _prose(line: Line) -> int:
    """Characters of running text or of table data; links and the page's own words are none."""
    if line.linked * 2 > len(line.text) or _CHROME_LINE.search(line.text):
        return 0
    return len(line.text) if line.rows or _SENTENCE.search(line.text) else 0


def _totals(containers: list[Container], lines: list[Line], prose: list[int]) -> list[int]:
    totals = [0] * len(containers)
    for line, amount in zip(lines, prose, strict=True):
        if line.container >= 0:
            totals[line.container] += amount
    for number in range(len(containers) - 1, -1, -1):  # a box comes after the one it stands in
        parent = containers[number].parent
        if parent >= 0:
            totals[parent] += totals[number]
    return totals


def _core(containers: list[Container], totals: list[int]) -> int:
    """The smallest box that holds most of the running text, and little of it by itself."""
    children: dict[int, list[int]] = {}
    for number, container in enumerate(containers):
        children.setdefault(container.parent, []).append(number)
    core = max(children[-1], key=lambda number: totals[number])
    while inner := children.get(core):
        best = max(inner, key=lambda number: totals[number])
        own = totals[core] - sum(totals[number] for number in inner)
        if totals[best] < _DOMINANT * totals[core] or own > _OWN * totals[core]:
            break
        core = best
    return core


def _inside(page: Page, totals: list[int], core: int) -> set[int]:
    """The main box and all boxes in it that are no part of the page around it."""
    return _with_inner(page, {core}, totals, totals[core])


def _rescued(page: Page, totals: list[int], core: int) -> set[int]:
    """Boxes beside the main one, up to its grandparent, that hold running text of their own."""
    parents = {page.containers[core].parent}
    parents |= {page.containers[parent].parent for parent in parents if parent >= 0}
    beside = {
        number
        for number, container in enumerate(page.containers)
        if container.parent in parents - {-1}
        and totals[number] >= _RESCUED
        and not _is_chrome(container, totals[number], totals[core])
    }
    beside -= _ancestors(page.containers, core)
    return _with_inner(page, beside, totals, totals[core])


def _with_inner(page: Page, boxes: set[int], totals: list[int], most: int) -> set[int]:
    kept = set(boxes)
    for number, container in enumerate(page.containers):
        if container.parent in kept and not _is_chrome(container, totals[number], most):
            kept.add(number)
    return kept


def _is_chrome(container: Container, total: int, most: int) -> bool:
    """Named as a part of the page, and not holding much of the text in spite of its name."""
    return total < _MUCH * most and bool(_CHROME_BOX.search(container.names))


def _ancestors(containers: list[Container], number: int) -> set[int]:
    found = set()
    while number >= 0:
        found.add(number)
        number = containers[number].parent
    return found


def _title_lines(page: Page, first: int) -> list[int]:
    """The document's heading where it stands above its box: h1, or the page's own title."""
    for number in range(first - 1, max(-1, first - 40), -1):
        line = page.lines[number]
        in_title = len(line.text) >= 4 and page.title.startswith(line.text) and not line.linked
        is_headline = line.level == 1 and len(line.text) >= 8 and not _SITE.search(line.text)
        if in_title or is_headline:
            return [number]
    return []


def _without_chrome(lines: Iterable[Line]) -> Iterable[Line]:
    for line in lines:
        if line.rows:
            if not _is_record(line):
                yield line
            continue
        if len(line.text) < 120 and len(_CHROME_FIELD.findall(line.text)) > 1:
            line.text = _CHROME_FIELD.sub("", line.text).strip()
        if line.text and not (_CHROME_LINE.search(line.text) and len(line.text) < 120):
            yield line
