"""The two dictionaries: no key is missing, none is left over."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from graph.schema import EDGE_PROPERTIES, EDGE_TYPES, NODE_TYPES
from queries.catalog import all_queries
from ui.explorer.wording import LANGUAGES, read_texts, words_of

UI = Path(__file__).resolve().parents[2] / "ui"
FREE_GROUPS = ("property.", "value.", "column.", "category.", "rule.")  # named by the data


def words_in_the_code() -> set[str]:
    """Every string of the explorer: keys of texts and names put together with a group."""
    paths = [UI / "app.py", *(UI / "views").glob("*.py"), *(UI / "explorer").glob("*.py")]
    nodes = (node for path in paths for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    return {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


def test_both_languages_have_the_same_keys() -> None:
    assert read_texts("zh").keys() == read_texts("en").keys()


def test_both_languages_say_the_same_values() -> None:
    chinese, english = read_texts("zh"), read_texts("en")
    differing = [k for k in chinese if placeholders(chinese[k]) != placeholders(english[k])]
    assert differing == []


def test_every_text_is_used_and_every_used_text_is_there() -> None:
    texts, words = set(read_texts("zh")), words_in_the_code()
    groups = {key.partition(".")[0] for key in texts}
    asked = {word for word in words if re.fullmatch(rf"({'|'.join(groups)})\.[a-z_]+", word)}
    assert asked - texts == set()
    named = {key for key in texts if {key.partition(".")[0], key.partition(".")[2]} <= words}
    free = {key for key in texts if key.startswith(FREE_GROUPS)}
    assert texts - asked - named - free == set()


def test_every_property_that_a_panel_shows_has_a_name() -> None:
    types = [*NODE_TYPES.values(), *EDGE_TYPES.values()]
    names = {p.name for t in types for p in t.properties} | {p.name for p in EDGE_PROPERTIES}
    shown = {
        name
        for name in names
        if name not in ("document_id", "start", "end", "raw_start", "raw_end", "sha256")
    }
    assert {name for name in shown if f"property.{name}" not in read_texts("zh")} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_the_schema_has_a_name(language: str) -> None:
    """Of the types that a panel shows; signs such as >= speak for themselves."""
    shown = (t for label, t in NODE_TYPES.items() if label not in ("Clause", "Section"))
    values = {v for t in shown for p in t.properties for v in p.values if v.isidentifier()}
    values |= {v for p in EDGE_PROPERTIES for v in p.values}
    assert {value for value in values if f"value.{value}" not in read_texts(language)} == set()


def test_an_unknown_language_is_chinese() -> None:
    assert words_of("fr").language == "zh"


def test_every_topic_and_column_of_a_question_has_a_name() -> None:
    texts = read_texts("zh")
    queries = all_queries()
    topics = {f"category.{query.name.partition('.')[0]}" for query in queries}
    columns = {
        f"column.{name}"
        for query in queries
        for name in query.columns
        if name != "id" and not name.endswith("_id")
    }
    assert (topics | columns) - texts.keys() == set()
