"""A real Neo4j Community server, from the jars that `make` fetches with Maven."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TESTS = Path(__file__).resolve().parent
JARS = TESTS.parent / ".cache" / "neo4j-5.26.30" / "lib"
MAIN = TESTS / "neo4j" / "NeoServer.java"
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
QUICK_START = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")


class NoServer(Exception):
    """What is missing, and what to do; nothing is skipped."""


@contextmanager
def neo4j_server(
    home: Path, password: str, options: tuple[str, ...] = QUICK_START
) -> Iterator[str]:
    """Its Bolt address on loopback, for the user neo4j; stopped by its own process id."""
    _need_jars_and_java()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
    process = subprocess.Popen(
        ["java", "-Xmx1g", *options, *opens, "-cp", f"{JARS}/*", str(MAIN), str(home), str(port),
         password],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
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


def _need_jars_and_java() -> None:
    if not JARS.is_dir():
        raise NoServer(f"no Neo4j in {JARS}: run `make test`, which fetches it with Maven")
    if not (shutil.which("java") and shutil.which("javac")):
        raise NoServer("no JDK: sudo apt-get install default-jdk-headless (17 or newer)")
