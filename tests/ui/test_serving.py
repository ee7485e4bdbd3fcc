"""Where the explorer listens, and what is served beside it."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import pyvis
from fontTools.ttLib import TTFont
from streamlit.testing.v1 import AppTest

from graph.errors import StrategyError
from ui import serve
from ui.explorer import gate

UI = Path(__file__).resolve().parents[2] / "ui"


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind((serve.ADDRESS, 0))
        listener.listen()
        port: int = listener.getsockname()[1]
        yield port


def test_a_port_in_use_is_three_lines(taken: int) -> None:
    with pytest.raises(StrategyError) as caught:
        serve.chosen_port(taken)
    assert str(caught.value).splitlines() == [
        f"error: port {taken} is in use",
        f"where: 127.0.0.1:{taken}",
        "hint:  give another one with --port, or none: the first free one is taken",
    ]


def test_without_a_port_the_first_free_one_is_taken(
    taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "FIRST_PORT", taken)
    monkeypatch.setattr(serve, "is_free", lambda port, host: port == taken + 2)
    assert serve.chosen_port(None) == taken + 2


def test_no_free_port_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "is_free", lambda port, host: False)
    with pytest.raises(StrategyError, match="no free port from 8501 to 8600"):
        serve.chosen_port(None)


@pytest.mark.parametrize(("password", "problem"), [(None, "is not set"), ("short", "is too short")])
def test_another_host_needs_a_password(
    password: str | None, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PLANGRAPH_PASSWORD", raising=False)
    if password:
        monkeypatch.setenv("PLANGRAPH_PASSWORD", password)
    serve.refuse_strangers("127.0.0.1")
    with pytest.raises(StrategyError, match=f"PLANGRAPH_PASSWORD {problem}"):
        serve.serve(None, None, "0.0.0.0")
    monkeypatch.setenv("PLANGRAPH_PASSWORD", "long enough, this one")
    serve.refuse_strangers("0.0.0.0")


def test_the_gate_opens_to_the_password_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def script() -> None:
        import streamlit as st

        from ui.explorer import gate
        from ui.explorer.wording import words_of

        if gate.is_open(words_of("zh")):
            st.write("里面")

    monkeypatch.setattr(gate, "_WAIT", 0)
    monkeypatch.setenv("PLANGRAPH_PASSWORD", "long enough, this one")
    page = AppTest.from_function(script).run()
    assert not page.markdown
    page.text_input[0].set_value("long enough")
    page.button[0].click().run()
    assert [error.value for error in page.error] == ["密码不对。"]
    page.text_input[0].set_value("long enough, this one")
    page.button[0].click().run()
    assert [text.value for text in page.markdown] == ["里面"]


def test_it_listens_on_loopback_only() -> None:
    assert "--server.address=127.0.0.1" in serve.flags(8501)


def test_the_home_and_our_packages_stand_in_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    variables = serve.environment(Path("store"))
    assert variables["PLANGRAPH_HOME"] == str(tmp_path / "store")
    assert variables["PYTHONPATH"] == f"{UI.parent}{os.pathsep}elsewhere"


def test_vis_network_is_the_one_of_the_installed_pyvis() -> None:
    assert pyvis.__file__ is not None
    theirs = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
    assert (UI / "static" / theirs.name).read_bytes() == theirs.read_bytes()


@pytest.mark.parametrize(
    "path",
    [UI / "fonts" / "PlangraphSans-Regular.otf", UI / "static" / "PlangraphSans-Regular.woff2"],
)
def test_the_font_has_every_character_of_a_plan(path: Path) -> None:
    font = TTFont(path)
    text = "天津市加快推進智能科技產業發展 ①⑴㈠％≥（）《》〔2017〕“”…— mg/m³ ㎡ ″ é ǎ"
    assert [letter for letter in text if ord(letter) not in font.getBestCmap()] == []
    assert font["name"].getDebugName(1) == "Plangraph Sans"


@pytest.mark.parametrize(
    "licence",
    ["fonts/OFL.txt", "static/PlangraphSans.OFL.txt", "static/vis-network.LICENSE.txt"],
)
def test_the_licence_stands_beside_what_it_is_for(licence: str) -> None:
    assert "Permission is hereby granted" in (UI / licence).read_text("utf-8").replace("\n", " ")
