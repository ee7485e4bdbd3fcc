"""The words of the explorer: one dictionary file a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import yaml

LANGUAGES = {"zh": "中文", "en": "English"}
FOLDER = Path(__file__).resolve().parent / "texts"


class Words:
    """`words("graph.shown", count=3)` is that text in one language."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self._texts = texts

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of a key with its values put in. Raises KeyError for an unknown key."""
        text = self._texts[key]
        return text.format(**values) if values else text

    def of(self, group: str, name: str) -> str:
        """The text of a name that the code does not know, as of a property; else the name."""
        return self._texts.get(f"{group}.{name}", name)

    def listed(self, items: Iterable[object]) -> str:
        """Things one after the other: 甲、乙 or a, b."""
        return ("、" if self.language == "zh" else ", ").join(map(str, items))

    def aside(self, text: object) -> str:
        """In the brackets of the language, to stand behind a word: （4） or (4)."""
        return f"（{text}）" if self.language == "zh" else f" ({text})"


@cache
def words_of(language: str) -> Words:
    """The dictionary of a language; Chinese when there is none."""
    chosen = language if language in LANGUAGES else "zh"
    return Words(chosen, read_texts(chosen))


def read_texts(language: str) -> dict[str, str]:
    """Key and text as the file has them: groups are joined by dots."""
    data = yaml.safe_load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    return dict(_flat(data, ""))


def _flat(data: Mapping[str, object], above: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in data.items():
        name = f"{above}{key}"
        found += _flat(value, f"{name}.") if isinstance(value, dict) else [(name, str(value))]
    return found
