"""Deadlines that bind nobody: 尽快, 适时, 条件成熟时, and 持续推进 where a date is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.issues import Code, Issue, Level
from loaders.lexicon import Lexicon
from loaders.rules.items import items_of
from loaders.rules.rule import Rule, compile_verbose

VAGUE_DEADLINE = Rule(
    name="vague_deadline",
    means="words that put a task off without a date: 适时启动, 待条件成熟时推广",
    pattern=compile_verbose(
        r"""
        (?: 尽快 | 尽早 | 早日 | 适时 | 择机 | 待? (?: 条件 | 时机 ) 成熟 (?: 时 | 后 )?
          | 近期内? | 抓紧时间 | 在适当 (?: 时候 | 时机 ) | 今后一段时[间期] )
        (?= [\u4e00-\u9fff] )
        """
    ),
    make=lambda match: match.group(),
    yes=(("适时启动码头建设", ("适时",)), ("待条件成熟时推广", ("待条件成熟时",))),
    no=("2031年底前启动码头建设", "加快码头建设", "近期"),
)

VAGUE_CELL = Rule(
    name="vague_deadline_cell",
    means="a table cell that stands where a date should: 持续推进, 长期坚持",
    pattern=compile_verbose(
        r"""
        (?<= \|\  ) (?: 持续 (?: 推进 | 实施 | 开展 )? | 长期 (?: 坚持 | 推进 )?
          | 常态化 (?: 推进 )? | 按时 (?: 间节点 )? 推进 | 滚动 (?: 推进 | 实施 )
          | 立行立改 | 适时 | 待定 )
        (?= \ \| | \s* (?: \n | \Z ) )
        """
    ),
    make=lambda match: match.group(),
    yes=(
        ("修复码头 | 市海洋局 | 持续推进", ("持续推进",)),
        ("修复码头 | 长期坚持 | 市海洋局", ("长期坚持",)),
    ),
    no=("修复码头 | 市海洋局 | 2031年", "持续推进码头建设"),
)


def find_vague_deadlines(document: Document, lexicon: Lexicon) -> Iterator[Issue]:
    """Every place in an item or a table where a task has no date to be held to."""
    passages = [
        span for item in items_of(document) if item.section is not None for span in item.paragraphs
    ]
    rows = [(clause.start, clause.end) for clause in document.clauses if clause.kind == "row"]
    for rule, places in ((VAGUE_DEADLINE, passages), (VAGUE_CELL, rows)):
        for start, end in places:
            for span, words in rule.find(document.text, start, end):
                yield Issue(
                    Level.INFO,
                    Code.VAGUE_DEADLINE,
                    f"“{words}” is no deadline",
                    span,
                    words,
                    fix="ask for a date",
                )
