"""Titles in sentences."""

from __future__ import annotations

from graph.titles import titled


def test_a_title_within_a_title_stands_in_single_brackets() -> None:
    assert titled("《江屿市总体行动计划》责任分工表") == "《〈江屿市总体行动计划〉责任分工表》"
