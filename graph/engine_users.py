"""The two users of the embedded engine: one who owns the graph, and one who only reads."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
from pathlib import Path

WRITER = "root"
READER = "reader"

_EVERYTHING = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
_OWNER_MAY = ["updateSecurity", "updateSchema", "updateDatabaseSettings"]


def write_users(folder: Path, writer_password: str, reader_password: str) -> None:
    """Name the users and what they may do, in the files that the engine reads when it starts."""
    folder.mkdir(exist_ok=True)
    groups = {
        "owner": {"access": _OWNER_MAY, "types": {"*": {"access": _EVERYTHING}}},
        "readonly": {"access": [], "types": {"*": {"access": ["readRecord"]}}},
        "*": {"access": [], "types": {"*": {"access": []}}},
    }
    unlimited = {"resultSetLimit": -1, "readTimeout": -1}
    rights = {"groups": {name: {**unlimited, **group} for name, group in groups.items()}}
    write_private(
        folder / "server-groups.json", json.dumps({"databases": {"*": rights}, "version": 2})
    )
    users = ((WRITER, "owner", writer_password), (READER, "readonly", reader_password))
    lines = [
        json.dumps({"name": name, "databases": {"*": [group]}, "password": _hashed(password)})
        for name, group, password in users
    ]
    write_private(folder / "server-users.jsonl", "\n".join(lines) + "\n")


def write_private(file: Path, text: str) -> None:
    """Write a file that only its owner may read, all at once."""
    draft = file.with_name(file.name + ".new")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)
    draft.replace(file)


def _hashed(password: str) -> str:
    """As the engine keeps passwords; few rounds are enough for 144 random bits."""
    rounds = 1000
    salt = base64.b64encode(secrets.token_bytes(32)).decode()
    key = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), rounds, 32)
    return f"PBKDF2WithHmacSHA256${rounds}${salt}${base64.b64encode(key).decode()}"
