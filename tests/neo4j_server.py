"""A real Neo4j Community server, from the jars that `make` fetches with Maven.

NEO4J_VERSION names another version than the long-term one (`make test NEO4J_VERSION=…`), JAVA_HOME
another Java than the first on the path: the newest Neo4j needs Java 21.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TESTS = Path(__file__).resolve().parent
VERSION = os.environ.get("NEO4J_VERSION", "5.26.30")
JARS = TESTS.parent / ".cache" / f"neo4j-{VERSION}" / "lib"
MAIN = TESTS / "neo4j" / "NeoServer.java"
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
QUICK_START = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")


class NoServer(Exception):
    """What is missing, and what to do; nothing is skipped."""


@contextmanager
def neo4j_server(
    home: Path, password: str, options: tuple[str, ...] = QUICK_START
) -> Iterator[str]:
    """Its Bolt address on loopback, for the user neo4j; stopped by its own process id.

    It also ends by itself when this process is killed.
    """
    java = _need_jars_and_java()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
    process = subprocess.Popen(
        [java, "-Xmx1g", *options, *opens, "-cp", f"{JARS}/*", str(MAIN), str(home), str(port),
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


def _need_jars_and_java() -> str:
    if not JARS.is_dir():
        raise NoServer(f"no Neo4j in {JARS}: run `make test`, which fetches it with Maven")
    path = str(Path(os.environ["JAVA_HOME"]) / "bin") if "JAVA_HOME" in os.environ else None
    java = shutil.which("java", path=path)
    if not (java and shutil.which("javac", path=path)):
        raise NoServer("no JDK: sudo apt-get install default-jdk-headless (17 or newer)")
    return java
