"""The folder of an embedded store of the test's own, and another process that hosts it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.graph.other_processes import HOST, Process


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def host(home: Path) -> Iterator[Process]:
    with Process(HOST, home) as process:
        yield process
