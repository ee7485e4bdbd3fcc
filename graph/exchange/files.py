"""Bytes on their way to a file, and archives that are the same bytes for the same contents."""

from __future__ import annotations

import io
import os
import re
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from graph.errors import ExportError

_CLOCK = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip archive can name


def write_file(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write all or nothing. Raises ExportError for a path that is taken or cannot be written."""
    if path.is_dir():
        raise ExportError("this is a folder", where=str(path), hint="name a file inside it")
    if path.exists() and not force:
        raise ExportError("the file exists", where=str(path), hint="--force replaces it")
    try:
        _replace(path, data)
    except OSError as error:
        raise ExportError(
            f"cannot write: {error.strerror or error}",
            where=str(path),
            hint="the folder must exist and be writable",
        ) from error


def pack(files: Mapping[str, bytes]) -> bytes:
    """A zip archive without a clock in it."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as writer:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            writer.writestr(entry, data)
    return archive.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The contents of an archive of our own making, in its order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def without_clock(package: bytes) -> bytes:
    """An Office file with its times of writing set to a constant."""
    files = unpack(package)
    for name in files.keys() & {"docProps/core.xml"}:
        files[name] = _CLOCK.sub(rb"\g<1>2000-01-01T00:00:00Z", files[name])
    return pack(files)


def _replace(path: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
