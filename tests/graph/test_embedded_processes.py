"""One process hosts the embedded engine, any number use it, and any of them may die."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph import embedded
from graph.errors import StoreError
from graph.store import open_store
from graph.writer import write
from tests.graph.other_processes import PREAMBLE, WRITER, Process, endpoint
from tests.graph.small_plans import PASTURES, PORTS


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


def test_someone_else_writes_for_too_long(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "_PATIENCE_TO_WRITE", 0.1)
    with (
        open_store(home) as store,
        embedded.turn_to_write(home),
        pytest.raises(StoreError, match="has been writing"),
    ):
        write(store, PORTS)


def test_a_process_that_does_not_close_its_store_still_ends(home: Path) -> None:
    with Process(PREAMBLE + "write(store, PORTS)\nprint('open', flush=True)\n", home) as process:
        assert process.end() == 0
    assert embedded.current_endpoint(home) is None
