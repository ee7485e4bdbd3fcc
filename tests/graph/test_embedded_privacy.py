"""Who may reach the embedded engine, and what it never reaches for."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from graph.errors import QueryError, StoreError
from graph.store import open_store
from tests.graph.other_processes import endpoint


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


@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/x.csv"])
def test_no_file_and_no_address_is_read(home: Path, address: str) -> None:
    with open_store(home) as store:
        cypher = f"LOAD CSV FROM '{address}' AS row RETURN row"
        with pytest.raises(QueryError):
            store.rows(cypher)
        with pytest.raises(StoreError, match="are disabled"):  # not even for the owner
            store.change(lambda transaction: transaction.run(cypher).consume())
