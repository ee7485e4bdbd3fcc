"""The seams of house.md: who may import whom, and which library lives where."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = {"graph", "loaders", "queries", "ui"}
MAY_IMPORT = {"graph": {"graph"}, "loaders": {"loaders", "graph"}, "queries": {"queries", "graph"},
              "ui": OURS}  # fmt: skip
FENCES = {
    "neo4j": "graph", "arcadedb": "graph", "py2neo": "graph", "networkx": "graph",
    "bs4": "loaders/readers", "lxml": ("loaders/readers", "graph/exchange"),
    "docx": ("loaders/readers", "ui"), "pptx": "ui", "vl_convert": "ui", "fontTools": "ui",
    "pdfplumber": "loaders/readers", "pdfminer": "loaders/readers",
    "openpyxl": ("loaders/readers", "graph/exchange", "ui"),
    "opencc": "loaders/repair", "pypinyin": ("loaders/repair", "queries"),
    "streamlit": "ui", "pyvis": "ui", "click": "ui", "rich": "ui",
}  # fmt: skip


def modules() -> list[Path]:
    return sorted(p for package in OURS for p in (ROOT / package).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield (node.module or "").partition(".")[0]


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    package = place.partition("/")[0]
    used = set(imports(path))
    assert used & OURS <= MAY_IMPORT[package]
    for library in used & set(FENCES):
        allowed = FENCES[library]
        rooms = (allowed,) if isinstance(allowed, str) else allowed
        assert place.startswith(rooms), f"{library} belongs in {rooms}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_only_the_ui_prints(path: Path) -> None:
    if path.relative_to(ROOT).parts[0] == "ui":
        return
    calls = (n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call))
    assert "print" not in {c.func.id for c in calls if isinstance(c.func, ast.Name)}


def test_nothing_in_the_ui_bears_the_name_of_a_package() -> None:
    """`streamlit run ui/app.py` puts ui/ first on sys.path."""
    inside = {p.stem for p in (ROOT / "ui").iterdir()} - {"__init__", "__pycache__"}
    assert inside & (OURS | set(FENCES)) == set()
