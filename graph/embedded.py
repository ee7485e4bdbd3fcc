"""The embedded engine: ArcadeDB in this process, or in the process that started it first.

One process holds the lock of a home and runs the engine with its Bolt listener on loopback; it
writes `endpoint.json`, by which every other process (the command line beside the web page) finds
it. When that process ends, the next one that asks becomes the host. The store is a cache that
can be rebuilt from the documents.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import platformdirs
from filelock import FileLock, Timeout

from graph.engine_users import write_private, write_users
from graph.errors import StoreError

DATABASE = "plangraph"
COMMAND_TIMEOUT = 10.0
"""Seconds after which the engine stops a statement: the only limit that works there."""

_FILE = "endpoint.json"
_PATIENCE = 15.0  # seconds that another process may take to start the engine
_PATIENCE_TO_WRITE = 60.0
_PAUSE = 0.05
_PORT_ATTEMPTS = 5
_MEMORY = "2g"  # a careless query must not take the whole machine
_REBUILD = "the store is rebuilt from the documents: move this folder away and load them again"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the engine of a home listens, and the passwords of its two users.

    Both are made anew each time the engine starts.
    """

    port: int
    pid: int
    writer_password: str
    reader_password: str

    @property
    def uri(self) -> str:
        """The Bolt address, on loopback."""
        return f"bolt://127.0.0.1:{self.port}"


class Attachment:
    """An endpoint that answers, and the engine behind it when this process is its host.

    The engine stops on `release`, and at the latest when the process ends.
    """

    def __init__(self, endpoint: Endpoint, stop: Callable[[], object] | None = None) -> None:
        self.endpoint = endpoint
        self._stop = weakref.finalize(self, stop) if stop else None

    def release(self) -> None:
        """Stop the engine if it runs in this process; a second call does nothing."""
        if self._stop:
            self._stop()


def default_home() -> Path:
    """PLANGRAPH_HOME, or the platform's folder for the data of a user."""
    named = os.environ.get("PLANGRAPH_HOME")
    return Path(named) if named else platformdirs.user_data_path("plangraph", appauthor=False)


def attach(home: Path, answers: Callable[[Endpoint], bool]) -> Attachment:
    """Start the engine of a home, or find the process that has.

    `answers` tries an endpoint. Raises StoreError when the folder cannot be written, when the
    engine does not start, or when the process that holds the lock does not answer in time.
    """
    _make_home(home)
    give_up = time.monotonic() + _PATIENCE
    while True:
        lock = _take_lock(home)
        if lock is not None:
            return _host(home, lock)
        endpoint = current_endpoint(home)
        if endpoint and answers(endpoint):
            return Attachment(endpoint)
        if time.monotonic() > give_up:
            raise _silent_host(home / _FILE, endpoint)
        time.sleep(_PAUSE)


def current_endpoint(home: Path) -> Endpoint | None:
    """What the host of a home says of itself; None when there is no host, or a damaged file."""
    try:
        return Endpoint(**json.loads((home / _FILE).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


@contextmanager
def turn_to_write(home: Path) -> Iterator[None]:
    """Hold the turn to write: the engine does not let a writer wait, it fails one of two.

    Raises StoreError when another process keeps it for a minute.
    """
    lock = FileLock(home / "write.lock", timeout=_PATIENCE_TO_WRITE, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise StoreError(
            "another process has been writing to the store for a minute",
            where=str(home),
            hint="wait until it is done, then try again",
        ) from None
    try:
        yield
    finally:
        lock.release()


def _make_home(home: Path) -> None:
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise StoreError(
            "the place of the store is a file, not a folder",
            where=str(home),
            hint="name a folder with --store or PLANGRAPH_HOME",
        ) from None
    except OSError as error:
        raise _not_writable(home, error) from None


def _take_lock(home: Path) -> FileLock | None:
    lock = FileLock(home / "host.lock", timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        return None
    except OSError as error:
        raise _not_writable(home, error) from None
    return lock


def _host(home: Path, lock: FileLock) -> Attachment:
    file = home / _FILE
    try:
        file.unlink(missing_ok=True)  # of a host that is dead
        server, endpoint = _start(home)
        write_private(file, json.dumps(asdict(endpoint)))
    except OSError as error:
        lock.release()
        raise _not_writable(home, error) from None
    except BaseException:
        lock.release()
        raise
    return Attachment(endpoint, partial(_stop, server, file, lock))


def _stop(server: Any, file: Path, lock: FileLock) -> None:
    file.unlink(missing_ok=True)
    server.stop()
    lock.release()


def _start(home: Path) -> tuple[Any, Endpoint]:
    arcadedb = _import_engine(home)
    passwords = secrets.token_urlsafe(18), secrets.token_urlsafe(18)
    write_users(home / "config", *passwords)
    for attempt in range(1, _PORT_ATTEMPTS + 1):
        bolt, http = _free_ports()
        server = arcadedb.create_server(
            str(home),
            None,
            {
                "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
                "host": "127.0.0.1",
                "bolt_port": bolt,
                "http_port": http,
            },
        )
        try:
            server.start()
        except arcadedb.ArcadeDBError as error:
            if "port" in str(error).lower() and attempt < _PORT_ATTEMPTS:
                continue  # taken between our look and the engine's
            raise _does_not_start(home, error) from error
        try:
            _open_database(home, server)
        except arcadedb.ArcadeDBError as error:
            server.stop()
            raise _does_not_start(home, error) from error
        return server, Endpoint(bolt, os.getpid(), *passwords)
    raise AssertionError  # the last attempt returns or raises


def _open_database(home: Path, server: Any) -> None:
    there = (home / "databases" / DATABASE).exists()
    database = server.get_database(DATABASE) if there else server.create_database(DATABASE)
    for name, value in (
        ("arcadedb.command.timeout", f"{COMMAND_TIMEOUT * 1000:.0f}"),
        ("arcadedb.opencypher.loadCsv.allowFileUrls", "false"),
        ("arcadedb.opencypher.loadCsv.allowRemoteUrls", "false"),
    ):
        database.command("sql", f"ALTER DATABASE `{name}` {value}").to_list()
    database.set_wal_flush("yes_nometadata")  # a power cut loses nothing that was acknowledged


def _import_engine(home: Path) -> Any:
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    os.environ.setdefault("ARCADEDB_LOG_DIR", str(home / "log"))
    os.environ.setdefault("ARCADEDB_NATIVE_ISOLATE_ARGS", f"-Xmx{_MEMORY}")
    try:
        import arcadedb
    except (ImportError, OSError) as error:
        raise StoreError(
            f"the embedded engine does not run on this machine: {error}",
            hint="set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD to use a Neo4j server",
        ) from error
    return arcadedb


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def _not_writable(home: Path, error: OSError) -> StoreError:
    return StoreError(
        f"the store's folder cannot be written: {error.strerror or error}",
        where=str(home),
        hint="name another folder with --store or PLANGRAPH_HOME",
    )


def _does_not_start(home: Path, error: Exception) -> StoreError:
    first = str(error).splitlines()[0]
    return StoreError(
        f"the embedded engine does not start: {first}", where=str(home), hint=_REBUILD
    )


def _silent_host(file: Path, endpoint: Endpoint | None) -> StoreError:
    if endpoint is None:
        title = "another process holds the store, but does not say where it listens"
        hint = f"end the other plangraph process; {file.name} is missing or damaged"
    else:
        title = f"the process that holds the store (pid {endpoint.pid}) does not answer"
        hint = f"wait for it or end process {endpoint.pid}, then try again"
    return StoreError(title, where=str(file), hint=hint)
