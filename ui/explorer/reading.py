"""A file is read in a process of its own: it can be watched and stopped, and no page waits for it.

    python -m ui.explorer.reading FOLDER

reads the one file in FOLDER/file and leaves FOLDER/upload.pickle for the process that asked.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from graph.errors import SourceError
from ui.explorer.uploads import Upload, plain_name, read_upload
from ui.serve import environment

AT_ONCE = 2
"""Files that are read at the same time, of all visitors; the others wait."""

_places = threading.BoundedSemaphore(AT_ONCE)
_FILE, _PROGRESS, _UPLOAD = "file", "progress", "upload.pickle"


class Reading:
    """One file on its way to an Upload. Look at `finished` now and then: it moves things on."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = plain_name(name)
        self.cancelled = False
        self._started = time.monotonic()
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._process: subprocess.Popen[bytes] | None = None
        self._upload: Upload | None = None
        path = Path(self._folder.name) / _FILE / self.name
        path.parent.mkdir()
        path.write_bytes(data)

    @property
    def finished(self) -> bool:
        """True when there is an Upload, or when it was cancelled."""
        if self._upload is not None or self.cancelled:
            return True
        if self._process is None:
            if _places.acquire(blocking=False):
                self._process = self._start()
        elif self._process.poll() is not None:
            self._upload = self._read()
            self._end()
        return self._upload is not None

    @property
    def upload(self) -> Upload:
        """What became of it; nothing while it is not finished."""
        return self._upload or Upload(self.name)

    @property
    def progress(self) -> tuple[int, int]:
        """Documents read, and documents in all; (0, 0) before that is known."""
        try:
            done, total = (Path(self._folder.name) / _PROGRESS).read_text("utf-8").split()
        except (OSError, ValueError):
            return 0, 0
        return int(done), int(total)

    @property
    def seconds(self) -> int:
        """How long it has taken so far."""
        return int(time.monotonic() - self._started)

    def cancel(self) -> None:
        """Stop it; what it has read so far is dropped."""
        if not self.finished:
            self.cancelled = True
            if self._process is not None:
                self._process.kill()
                self._process.wait()
                self._end()

    def __del__(self) -> None:
        """A visitor who leaves stops what was begun."""
        if getattr(self, "_process", None) is not None:
            self.cancel()

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-P", "-m", "ui.explorer.reading", self._folder.name]
        silent = subprocess.DEVNULL
        return subprocess.Popen(
            command, env=environment(None), stdin=silent, stdout=silent, stderr=silent
        )

    def _read(self) -> Upload:
        try:
            data = (Path(self._folder.name) / _UPLOAD).read_bytes()
        except OSError:
            title = "reading this file failed"
            hint = "it may need more memory than there is: split it, or load it in a terminal"
            return Upload(self.name, error=SourceError(title, where=self.name, hint=hint))
        upload: Upload = pickle.loads(data)  # written by our own process, in our own folder
        return upload

    def _end(self) -> None:
        self._process = None
        _places.release()
        self._folder.cleanup()


def main(folder: Path) -> None:
    """Read the file and leave what it gave."""
    (path,) = (folder / _FILE).iterdir()

    def tell(done: int, total: int) -> None:
        _write(folder / _PROGRESS, f"{done} {total}".encode())

    _write(folder / _UPLOAD, pickle.dumps(read_upload(path.name, path.read_bytes(), tell)))


def _write(path: Path, data: bytes) -> None:
    """All of it at once, for whoever reads meanwhile."""
    part = path.with_suffix(".part")
    part.write_bytes(data)
    part.replace(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
