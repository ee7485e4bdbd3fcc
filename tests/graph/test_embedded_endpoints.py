"""Where the host of an embedded engine listens: ports that are taken, endpoints that do not say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph import embedded
from graph.elements import Subgraph
from graph.errors import StoreError
from graph.store import open_store
from graph.writer import write
from tests.graph.other_processes import Process, endpoint
from tests.graph.small_plans import PORTS


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
