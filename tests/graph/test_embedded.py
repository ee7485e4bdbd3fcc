"""The embedded engine and its processes: one host, any number of clients, and the death of any."""

from __future__ import annotations

import json
import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable

from graph import embedded
from graph.elements import Subgraph
from graph.errors import QueryError, StoreError
from graph.store import open_store
from graph.writer import write
from tests.graph.small_plans import PASTURES, PORTS

ROOT = Path(__file__).resolve().parents[2]
PATIENT = 120.0  # seconds that a busy machine may take
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


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def host(home: Path) -> Iterator[Process]:
    with Process(HOST, home) as process:
        yield process


def endpoint(home: Path) -> embedded.Endpoint:
    found = embedded.current_endpoint(home)
    assert found is not None
    return found


def test_a_second_process_attaches_to_the_first(home: Path, host: Process) -> None:
    with open_store(home) as client:
        write(client, PORTS)
        assert endpoint(home).pid == host.pid
        with open_store(home) as other_client:
            assert other_client.read() == PORTS
    assert host.end() == 0
    assert embedded.current_endpoint(home) is None
    with open_store(home) as store:
        assert store.read() == PORTS
        assert endpoint(home).pid == os.getpid()


@pytest.mark.parametrize("death", ["kill", "end"])
def test_a_client_outlives_its_host(home: Path, host: Process, death: str) -> None:
    with open_store(home) as client:
        write(client, PORTS)
        getattr(host, death)()
        write(client, PASTURES)
        assert endpoint(home).pid == os.getpid()
        assert client.read() == PORTS.merge(PASTURES)


def test_two_clients_of_a_dead_host_meet_again(home: Path, host: Process) -> None:
    with open_store(home) as one, open_store(home) as other:
        host.kill()
        write(one, PORTS)
        write(other, PASTURES)
        assert one.read() == other.read() == PORTS.merge(PASTURES)


def test_what_a_killed_writer_had_acknowledged_is_there(home: Path) -> None:
    with Process(WRITER, home) as writer:
        writer.wait_for("3")
    with open_store(home) as store:
        assert store.read() == PORTS.merge(PASTURES)


def test_a_writer_killed_before_its_commit_leaves_nothing_half(home: Path) -> None:
    half = PREAMBLE + (
        "from graph import writer\n"
        "def stop(*_):\n"
        "    print('half', flush=True)\n"
        "    sys.stdin.readline()\n"
        "write(store, PORTS)\n"
        "writer._remove_nodes = stop\n"
        "print('open', flush=True)\n"
        "write(store, PASTURES)\n"
    )
    with Process(half, home) as process:
        process.wait_for("half")
    with open_store(home) as store:
        assert store.read() == PORTS
        write(store, PASTURES)
        assert store.read() == PORTS.merge(PASTURES)


def test_writers_of_two_processes_take_turns(home: Path) -> None:
    script = PREAMBLE + (
        "print('open', flush=True)\n"
        "for _ in range(10):\n"
        "    write(store, PASTURES)\n"
        "print('done', flush=True)\n"
    )
    with open_store(home) as store, Process(script, home) as process:
        for _ in range(10):
            write(store, PORTS)
        process.wait_for("done")
        assert process.end() == 0
        assert store.read() == PORTS.merge(PASTURES)


def test_a_process_that_does_not_close_its_store_still_ends(home: Path) -> None:
    with Process(PREAMBLE + "write(store, PORTS)\nprint('open', flush=True)\n", home) as process:
        assert process.end() == 0
    assert embedded.current_endpoint(home) is None


def test_only_the_owner_reads_the_passwords(home: Path) -> None:
    with open_store(home):
        private = [home / "endpoint.json", *(home / "config").glob("server-*.json*")]
        assert len(private) == 3
        assert {stat.S_IMODE(path.stat().st_mode) for path in private} == {0o600}
        assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_passwords_live_as_long_as_the_host(home: Path) -> None:
    with open_store(home):
        before = endpoint(home)
    with open_store(home):
        after = endpoint(home)
    assert before.writer_password != after.writer_password
    assert before.reader_password != after.reader_password


def test_it_listens_on_loopback_alone(home: Path) -> None:
    """Bolt and HTTP, as the kernel lists the sockets of this very process."""
    before = listening()
    with open_store(home):
        opened = listening() - before
        assert len(opened) == 2
        assert {address for address, _ in opened} <= {"127.0.0.1", "::ffff:127.0.0.1"}
        assert endpoint(home).port in {port for _, port in opened}


def listening() -> set[tuple[str, int]]:
    mine = set()
    for handle in Path("/proc/self/fd").iterdir():
        try:
            mine.add(handle.readlink().name)
        except FileNotFoundError:  # the handle of this very listing
            continue
    found = set()
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text("ascii").splitlines()[1:]:
            _, local, _, state, *rest = line.split()
            if state == "0A" and f"socket:[{rest[5]}]" in mine:
                address, port = local.split(":")
                found.add((_address(address), int(port, 16)))
    return found


def _address(text: str) -> str:
    """The kernel writes addresses as words of four bytes, each the other way round."""
    words = [bytes.fromhex(text[i : i + 8])[::-1] for i in range(0, len(text), 8)]
    dotted = ".".join(map(str, words[-1]))
    mapped = b"".join(words[:-1]) == bytes(10) + b"\xff\xff"
    return f"::ffff:{dotted}" if mapped else dotted if len(words) == 1 else text


@pytest.mark.parametrize(
    ("engine_stops_after", "we_wait", "cause"),
    [(0.3, PATIENT, Neo4jError), (PATIENT, 0.3, DriverError)],
    ids=["the engine", "we"],
)
def test_a_query_without_end_is_stopped(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    engine_stops_after: float,
    we_wait: float,
    cause: type[Exception],
) -> None:
    monkeypatch.setattr(embedded, "COMMAND_TIMEOUT", engine_stops_after)
    with open_store(home) as store:
        write(store, PORTS)
        with pytest.raises(QueryError, match="took too long") as caught:
            store.rows(
                "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN count(*)",
                timeout=we_wait,
            )
        assert isinstance(caught.value.__cause__, cause)
        assert store.read() == PORTS


def test_a_query_that_the_engine_breaks_off(home: Path) -> None:
    """As it does with one that wants more memory than there is."""
    with open_store(home) as store:
        write(store, PORTS)
        with (
            pytest.raises(QueryError, match="broke off the query"),
            store._connection.reading(PATIENT),
        ):
            raise ServiceUnavailable("the socket was closed")
        assert len(store.rows("MATCH (m:Measure) RETURN m")) == 2


def test_threads_read_while_one_query_is_cut_short(home: Path) -> None:
    with open_store(home) as store, ThreadPoolExecutor(4) as threads:
        write(store, PORTS)
        endless = threads.submit(
            store.rows,
            "UNWIND range(1, 10000000) AS x UNWIND range(1, 1000) AS y RETURN x",
            limit=5,
        )
        counts = threads.map(
            lambda _: len(store.rows("MATCH (m:Measure) RETURN m.name")), range(20)
        )
        assert set(counts) == {2}
        assert endless.result().complete is False


@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/x.csv"])
def test_no_file_and_no_address_is_read(home: Path, address: str) -> None:
    with open_store(home) as store:
        cypher = f"LOAD CSV FROM '{address}' AS row RETURN row"
        with pytest.raises(QueryError):
            store.rows(cypher)
        with pytest.raises(StoreError, match="are disabled"):  # not even for the owner
            store.change(lambda transaction: transaction.run(cypher).consume())


def test_the_home_is_named_by_argument_or_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANGRAPH_HOME", str(tmp_path / "named"))
    with open_store() as store:
        assert store.where == str(tmp_path / "named")
    with open_store(tmp_path / "given") as store:
        assert store.where == str(tmp_path / "given")
    monkeypatch.delenv("PLANGRAPH_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert tmp_path in embedded.default_home().parents
    assert embedded.default_home().name == "plangraph"


def test_a_file_is_no_home(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine", encoding="utf-8")
    for home in (file, file / "below"):
        with pytest.raises(StoreError, match="is a file, not a folder") as caught:
            open_store(home)
        assert (caught.value.where, bool(caught.value.hint)) == (str(home), True)
    assert file.read_text("utf-8") == "mine"


def test_a_folder_that_cannot_be_written() -> None:
    """/proc refuses even the administrator, who may write everywhere else."""
    home = Path("/proc/plangraph")
    with pytest.raises(StoreError, match="folder cannot be written") as caught:
        open_store(home)
    assert (caught.value.where, bool(caught.value.hint)) == (str(home), True)


def test_ports_that_others_take_are_tried_again(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = embedded._free_ports
    with open_store(tmp_path / "other"):
        taken = endpoint(tmp_path / "other").port
        offered = [(taken, free()[1]), (free()[0], taken), free()]
        monkeypatch.setattr(embedded, "_free_ports", lambda: offered.pop(0))
        with open_store(home) as store:
            assert store.read() == Subgraph()
    assert offered == []


def test_no_port_at_all_is_said(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(tmp_path / "other"):
        taken = endpoint(tmp_path / "other").port
        monkeypatch.setattr(embedded, "_free_ports", lambda: (taken, taken))
        with pytest.raises(StoreError, match="does not start"):
            open_store(home)
    monkeypatch.undo()
    with open_store(home) as store:  # the lock was let go
        assert store.read() == Subgraph()


@pytest.mark.parametrize("text", ["", "{", '{"port": 1}', "[]", "\x00\xff", None])
def test_a_damaged_endpoint_of_a_live_host(
    home: Path, host: Process, monkeypatch: pytest.MonkeyPatch, text: str | None
) -> None:
    monkeypatch.setattr(embedded, "_PATIENCE", 0.2)
    file = home / "endpoint.json"
    if text is None:
        file.unlink()
    else:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match="does not say where it listens") as caught:
        open_store(home)
    assert (caught.value.where, "endpoint.json" in caught.value.hint) == (str(file), True)


def test_a_host_that_does_not_answer(
    home: Path, host: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "_PATIENCE", 0.2)
    file = home / "endpoint.json"
    plain = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**plain, "port": 9}), encoding="utf-8")
    with pytest.raises(StoreError, match=rf"pid {host.pid}\) does not answer"):
        open_store(home)


def test_a_stale_endpoint_of_a_dead_host_does_no_harm(home: Path) -> None:
    with open_store(home) as store:
        write(store, PORTS)
        stale = (home / "endpoint.json").read_text("utf-8")
    for text in (stale, "{", ""):
        (home / "endpoint.json").write_text(text, encoding="utf-8")
        with open_store(home) as store:
            assert store.read() == PORTS


def test_a_database_that_is_damaged_is_said(home: Path) -> None:
    with open_store(home) as store:
        write(store, PORTS)
    damaged = home / "databases" / embedded.DATABASE / "configuration.json"
    damaged.write_text("{", encoding="utf-8")
    with pytest.raises(StoreError, match="does not start") as caught:
        open_store(home)
    assert re.search("move this folder away", caught.value.hint)


def test_a_machine_without_the_engine(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "arcadedb", None)
    with pytest.raises(StoreError, match="does not run on this machine") as caught:
        open_store(home)
    assert "NEO4J_URI" in caught.value.hint


def test_someone_else_writes_for_too_long(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "_PATIENCE_TO_WRITE", 0.1)
    with (
        open_store(home) as store,
        embedded.turn_to_write(home),
        pytest.raises(StoreError, match="has been writing"),
    ):
        write(store, PORTS)
