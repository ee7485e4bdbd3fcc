"""Other processes of ours that use an embedded store, and where its host listens."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph import embedded

ROOT = Path(__file__).resolve().parents[2]
PREAMBLE = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from graph.store import open_store
from graph.writer import write
from tests.graph.small_plans import PASTURES, PORTS
store = open_store(Path(sys.argv[1]))
"""
HOST = PREAMBLE + "print('open', flush=True)\nsys.stdin.readline()\nstore.close()\n"
WRITER = PREAMBLE + (
    "print('open', flush=True)\n"
    "for turn in range(1000):\n"
    "    write(store, (PORTS, PASTURES)[turn % 2])\n"
    "    print(turn, flush=True)\n"
)


class Process:
    """Another process of ours, that tells line by line how far it is."""

    def __init__(self, script: str, home: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", script, str(home)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        )  # fmt: skip
        self.pid = self._process.pid
        self.wait_for("open")

    def __enter__(self) -> Process:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def wait_for(self, line: str) -> None:
        assert self._process.stdout is not None
        for said in self._process.stdout:
            if said.strip() == line:
                return
        pytest.fail(f"the process ended before it said {line!r}")

    def kill(self) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.communicate()

    def end(self) -> int:
        self._process.communicate("\n")
        return self._process.returncode


def endpoint(home: Path) -> embedded.Endpoint:
    found = embedded.current_endpoint(home)
    assert found is not None
    return found
