"""What a node is found by: its name, the initials of its pinyin, English words for it."""

from __future__ import annotations

import re
from functools import cache

import yaml

from graph.elements import Node
from queries.asking.pinyin import spelled
from ui.explorer.captions import caption, headline, label_name
from ui.explorer.index import FRAME_LABELS, Index
from ui.explorer.namesakes import aside, namesakes, numbered
from ui.explorer.wording import FOLDER

_LONGEST = 60  # characters of a name; what follows must stay in sight


def names_to_find(index: Index, language: str) -> dict[str, str]:
    """For every node but the text's own a line that a search box can filter, sorted by name.

    No two are alike: namesakes have the title of their document in them.
    """
    names = {
        node.id: line(node, language)
        for node in index.graph.nodes
        if node.label not in FRAME_LABELS
    }
    for id in namesakes(names):
        names[id] = line(index.nodes[id], language, aside(index, index.nodes[id]))
    return numbered(dict(sorted(names.items(), key=lambda item: item[1])))


def line(node: Node, language: str, beside: str = "") -> str:
    """改造老旧管网（举措） gzljgw · pipes network; of a target also what is promised."""
    name, told = caption(node), headline(node, language)
    short = told if len(told) <= _LONGEST else told[: _LONGEST - 1] + "…"
    head = f"{short}（{label_name(node.label, language)}）{beside}"
    return " · ".join(filter(None, (f"{head}{spelled(name[:_LONGEST])[0]}", _english(name))))


def _english(name: str) -> str:
    words = dict.fromkeys(_pattern().findall(name))
    return " ".join(dict.fromkeys(_glossary()[word] for word in words))


@cache
def _pattern() -> re.Pattern[str]:
    """The longest words first."""
    return re.compile("|".join(sorted(_glossary(), key=len, reverse=True)))


@cache
def _glossary() -> dict[str, str]:
    text = (FOLDER / "glossary.yaml").read_text(encoding="utf-8")
    words: dict[str, str] = yaml.safe_load(text)
    return words
