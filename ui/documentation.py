"""The lists in README that follow from the code: `python -m ui.documentation` writes them anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from graph.exchange import EXPORTERS
from graph.schema import EDGE_TYPES, NODE_TYPES
from queries.catalog import all_queries

ROOT = Path(__file__).resolve().parents[1]
README = {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"}


def refreshed(readme: str, language: str) -> str:
    """README with the text between `<!-- name -->` and `<!-- /name -->` made anew."""
    for name, make in BLOCKS.items():
        readme = _with_block(readme, name, make(language))
    return readme


def _with_block(readme: str, name: str, text: str) -> str:
    between = re.compile(rf"(<!-- {name} -->).*?(<!-- /{name} -->)", re.DOTALL)
    return between.sub(lambda marks: f"{marks[1]}{text}{marks[2]}", readme)


def _questions(language: str) -> str:
    head = {"en": ("name", "question"), "zh": ("名称", "问题")}[language]
    rows = [
        (f"`{query.name}`", query.question_en if language == "en" else query.question)
        for query in all_queries()
    ]
    return _table(head, rows)


def _glossary(language: str) -> str:
    if language == "en":
        head = ("中文", "label", "meaning")
        nodes = [(t.zh, f"`{label}`", t.means) for label, t in NODE_TYPES.items()]
        edges = [(t.zh, f"`{name}`", f"{t.en}: {t.means}") for name, t in EDGE_TYPES.items()]
    else:
        head = ("中文", "标签", "英文")
        nodes = [(t.zh, f"`{label}`", t.en) for label, t in NODE_TYPES.items()]
        edges = [(t.zh, f"`{name}`", t.en) for name, t in EDGE_TYPES.items()]
    return _table(head, nodes + edges)


def _formats(language: str) -> str:
    return ", ".join(f"`{name}`" for name in EXPORTERS)


BLOCKS: dict[str, Callable[[str], str]] = {
    "questions": _questions,
    "glossary": _glossary,
    "formats": _formats,
}


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n" + "".join("| " + " | ".join(line) + " |\n" for line in lines)


def main() -> None:
    """Write both README files."""
    for language, path in README.items():
        text = path.read_text(encoding="utf-8")
        path.write_text(refreshed(text, language), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
