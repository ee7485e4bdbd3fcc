"""A file is read in a process of its own, which can be stopped."""

from __future__ import annotations

import io
import threading
import zipfile

import pytest

from ui.explorer import reading
from ui.explorer.reading import Reading
from ui.explorer.uploads import read_upload

PLAN = """云川市智慧公园行动计划
一、总体目标
到2030年，建成智慧公园30个。
二、主要任务
（一）建设公园感知网络。由市园林局牵头，市财政局配合。
"""


def finish(begun: Reading) -> None:
    """Wait as a page does, without looking at the clock."""
    while not begun.finished:
        if begun._process is not None:
            begun._process.wait(timeout=60)


def test_the_process_gives_what_reading_here_gives() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("甲.txt", PLAN)
        archive.writestr("乙.txt", PLAN.replace("云川", "海川"))
    begun = Reading("../计划.zip", data.getvalue())
    finish(begun)
    here = read_upload("计划.zip", data.getvalue())
    assert begun.upload.name == "计划.zip"
    assert [b.subgraph for b in begun.upload.builds] == [b.subgraph for b in here.builds]
    assert [b.issues for b in begun.upload.builds] == [b.issues for b in here.builds]


def test_progress_counts_the_documents() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("甲.txt", PLAN)
        archive.writestr("乙.txt", PLAN)
    heard: list[tuple[int, int]] = []
    read_upload("计划.zip", data.getvalue(), lambda done, total: heard.append((done, total)))
    assert heard == [(0, 2), (1, 2)]


def test_what_cannot_be_read_is_said() -> None:
    begun = Reading("公园.zip", b"PK\x03\x04broken")
    finish(begun)
    assert begun.upload.error is not None
    assert str(begun.upload.error).splitlines()[1] == "where: 公园.zip"


def test_a_process_that_dies_is_said() -> None:
    begun = Reading("公园.txt", PLAN.encode("utf-8"))
    assert not begun.finished
    assert begun._process is not None
    begun._process.kill()
    finish(begun)
    assert begun.upload.error is not None
    assert begun.upload.error.title == "reading this file failed"


def test_a_cancelled_file_is_dropped_and_makes_room() -> None:
    begun = Reading("公园.txt", PLAN.encode("utf-8"))
    assert not begun.finished
    process = begun._process
    assert process is not None
    begun.cancel()
    assert process.poll() is not None
    assert (begun.finished, begun.cancelled, begun.upload.builds) == (True, True, ())
    begun.cancel()  # a second time is no harm


def test_only_so_many_are_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_places", threading.BoundedSemaphore(1))
    first, second = (Reading(f"{n}.txt", PLAN.encode("utf-8")) for n in "甲乙")
    assert not first.finished
    assert not second.finished
    assert second._process is None
    first.cancel()
    assert not second.finished
    assert second._process is not None
    finish(second)
    assert len(second.upload.builds) == 1


def test_a_visitor_who_leaves_stops_the_process() -> None:
    begun = Reading("公园.txt", PLAN.encode("utf-8"))
    assert not begun.finished
    process = begun._process
    assert process is not None
    del begun
    assert process.poll() is not None
