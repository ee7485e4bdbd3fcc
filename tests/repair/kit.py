"""Where the development data of the kit is; it is no part of this repository."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType

KIT = Path(__file__).resolve().parents[2].parent / "shared"
DEV = KIT / "noise" / "dev"
CORPUS = KIT / "extraction" / "corpus"


def text_of(path: Path) -> str:
    """A file with its line ends untouched."""
    return path.read_bytes().decode("utf-8")


def rows(name: str) -> list[str]:
    return text_of(DEV / name).removesuffix("\n").split("\n")


@cache
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_noise", KIT / "noise" / "score_noise.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["score_noise"] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module
