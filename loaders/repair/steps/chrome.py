"""Lines of the site around a copied page: editors, font sizes, sharing, neighbouring articles."""

from __future__ import annotations

import re

from loaders.repair.draft import Draft
from loaders.repair.lines import Line, dropped, written_lines
from loaders.repair.signs import Signs
from loaders.repair.steps.step import Step

_NAME = r"[\w·．.、／/（）()-]{1,20}"
_FIELD = (
    r"(?:(?:文章|信息|稿件)?来源|责任编辑|责编|编辑|编审|审核|校对|作者|记者|通讯员|供稿|摄影"
    rf"|浏览次数|阅读次数|点击数?|阅读量)[：:][ \u3000]?{_NAME}"
)
_BUTTON = (
    r"[【\[]?(?:相关(?:链接|阅读|文章|新闻)[：:]?|一图读懂|图解|字(?:号|体)[：:]?|[大中小]|分享(?:到|至)?[：:]?"
    r"|打印(?:本页|本文)?|关闭(?:窗口|本页)?|收藏(?:本页)?|返回(?:顶部|首页|列表)?|首页|微信|微博|QQ空间|朋友圈"
    r"|复制链接|扫一扫(?:在手机打开当前页)?|纠错|推荐阅读|无障碍(?:阅读)?|T[+-]?|A[+-]?)[】\]]?"
)
_BETWEEN = r"[ \u3000\t|｜/／>＞»·]*"
_FIELDS = re.compile(rf"[（(]?{_FIELD}(?:{_BETWEEN}{_FIELD})*[）)]?")
_BUTTONS = re.compile(
    rf"{_BUTTON}(?:{_BETWEEN}{_BUTTON})+|【(?:打印|关闭|字体|返回)[^】]{{0,12}}】"
)
_NEIGHBOUR = re.compile(r"(?:上|下)一(?:篇|条|页)[：:].{0,60}|(?:上一篇|下一篇)")
_NOTE = re.compile(r"[（(][^（）()]{1,80}[）)]")
_LINES_NEEDED = 2
_LONGEST = 120
_PROBABLE = 0.9


def _apply(draft: Draft, signs: Signs) -> Draft:
    """In a page that is otherwise clean two such lines are needed, one of them of buttons."""
    written = written_lines(draft.text)
    unwanted = [line for line in written if _is_chrome(line.words)]
    if not (signs.noisy or signs.is_traditional):
        buttons = any(_BUTTONS.fullmatch(line.words) for line in unwanted)
        if len(unwanted) < _LINES_NEEDED or not buttons:
            return draft
    if not unwanted or len(unwanted) == len(written):
        return draft
    unwanted += _closing_note(written, unwanted)
    return draft.edit("chrome", dropped(draft.text, unwanted, _PROBABLE))


def _is_chrome(words: str) -> bool:
    return len(words) <= _LONGEST and any(
        shape.fullmatch(words) for shape in (_BUTTONS, _FIELDS, _NEIGHBOUR)
    )


def _closing_note(written: list[Line], unwanted: list[Line]) -> list[Line]:
    """The site's own remark in parentheses, where it ends the page below such lines."""
    last = written[-1]
    return [last] if written[-2] == unwanted[-1] and _NOTE.fullmatch(last.words) else []


CHROME = Step(
    name="chrome",
    means="a line belongs to the site that the page was copied from",
    apply=_apply,
    yes=(
        (
            "产业规模达到1000亿元。\n来源：江屿新闻网 责任编辑：顾南舟 编审：许听澜\n"
            "相关链接 | 一图读懂 | 字号：大 中 小 | 分享\n（虚构示例，仅供演示使用）",
            "产业规模达到1000亿元。\n",
        ),
        ("首页 > 打印 > 关闭\n发展目标\n作者：张三\n", "发展目标\n"),
    ),
    no=(
        "来源：国家统计局\n分享\n产业规模达到1000亿元。",
        "编辑：负责文字\n数据来源：统计年鉴\n上一条规定自2020年起施行。",
    ),
)
