"""Start the explorer: Streamlit on this machine only, unless a host and a password are given."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

from graph.errors import StrategyError

ADDRESS = "127.0.0.1"
FIRST_PORT = 8501
TRIES = 100
APP = Path(__file__).resolve().parent / "app.py"
HOME_VARIABLE = "PLANGRAPH_HOME"
PASSWORD_VARIABLE = "PLANGRAPH_PASSWORD"
SHORTEST_PASSWORD = 12
LOOPBACK = ("127.0.0.1", "::1", "localhost")


def serve(port: int | None, home: Path | None, host: str = ADDRESS) -> int:
    """Serve the explorer until it is stopped; its exit code.

    Without a port the first free one from 8501 is taken. Another host than loopback needs a
    password in PLANGRAPH_PASSWORD, which every visitor is asked for. Raises StrategyError when it
    is missing, or when the port that was asked for is in use.
    """
    refuse_strangers(host)
    # -P: a module in the folder where it is started must not take the place of a library
    streamlit = [sys.executable, "-P", "-m", "streamlit", "run", str(APP)]
    command = [*streamlit, *flags(chosen_port(port, host), host)]
    with subprocess.Popen(command, env=environment(home)) as process:
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())  # or it would be orphaned
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:  # Streamlit got it as well and is closing the store
                continue


def refuse_strangers(host: str) -> None:
    """Raise StrategyError when others could reach the explorer without a password."""
    password = os.environ.get(PASSWORD_VARIABLE, "")
    if host in LOOPBACK or len(password) >= SHORTEST_PASSWORD:
        return
    problem = "is too short" if password else "is not set"
    raise StrategyError(
        f"to serve other machines the explorer needs a password, and {PASSWORD_VARIABLE} {problem}",
        where=host,
        hint=f"set {PASSWORD_VARIABLE} to at least {SHORTEST_PASSWORD} characters, and put a "
        "proxy with TLS in front; without --host only this machine is served",
    )


def chosen_port(port: int | None, host: str = ADDRESS) -> int:
    """The port to listen on. Raises StrategyError when there is none."""
    if port is not None:
        if is_free(port, host):
            return port
        raise StrategyError(
            f"port {port} is in use",
            where=f"{host}:{port}",
            hint="give another one with --port, or none: the first free one is taken",
        )
    for candidate in range(FIRST_PORT, FIRST_PORT + TRIES):
        if is_free(candidate, host):
            return candidate
    raise StrategyError(
        f"no free port from {FIRST_PORT} to {FIRST_PORT + TRIES - 1}",
        where=host,
        hint="stop another program or give a port with --port",
    )


def is_free(port: int, host: str = ADDRESS) -> bool:
    """True when nobody listens there."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":  # elsewhere the option would allow to share a port in use
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def flags(port: int, host: str = ADDRESS) -> list[str]:
    """What must not depend on a config.toml that the user has elsewhere."""
    return [
        f"--server.address={host}",
        f"--server.port={port}",
        "--server.showEmailPrompt=false",
        "--server.enableStaticServing=true",
        "--browser.gatherUsageStats=false",
    ]


def environment(home: Path | None) -> dict[str, str]:
    """Ours, with the store's home and the place of our packages, wherever it was started."""
    variables = dict(os.environ)
    if home is not None:
        variables[HOME_VARIABLE] = str(home.absolute())
    paths = [str(APP.parents[1]), variables.get("PYTHONPATH", "")]
    variables["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
    return variables
