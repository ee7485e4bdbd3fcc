"""What was understood of a text, what was not, and the report of both."""

from __future__ import annotations

from pathlib import Path

import pytest

from extraction.reading import HEAD, read
from loaders import Build, build
from loaders.issues import Code
from loaders.report import report

DATA = Path(__file__).resolve().parents[2] / "data"


def said(built: Build, code: Code) -> list[tuple[str, str]]:
    return [(issue.message, issue.quote) for issue in built.issues if issue.code is code]


def test_sentences_that_gave_a_fact_are_counted_without_the_frame(tmp_path: Path) -> None:
    text = HEAD + "1.建设渔港。修复码头。\n2.扩大养殖。支持转产。\n三、其他\n天气晴朗。\n"
    found = report(read(tmp_path, text))
    assert (found.title, found.sentences, found.sentences_typed) == ("江屿市渔港建设行动方案", 4, 2)
    assert found.share == 0.5


def test_an_untyped_sentence_with_a_number_or_a_duty_is_listed(tmp_path: Path) -> None:
    text = (
        "江屿市渔港建设行动方案\n截至2010年底，全市已有渔港9座。港口风景优美。企业必须守法。\n"
        "一、重点任务\n（一）建设渔港。修复码头。\n二、保障措施\n"
    )
    built = read(tmp_path, text)
    quotes = [quote for _, quote in said(built, Code.NOT_UNDERSTOOD)]
    assert quotes == ["截至2010年底，全市已有渔港9座。", "企业必须守法。"]
    assert [issue.quote for issue in report(built).not_understood] == quotes


def test_a_body_that_the_lexicon_does_not_know_comes_with_the_line_to_paste(tmp_path: Path) -> None:
    built = read(tmp_path, HEAD + "1.建设渔港。修复码头。（市海洋局、海晏渔业协会负责）\n")
    assert said(built, Code.UNKNOWN_ORGANIZATION) == [
        ("海晏渔业协会 is not in the lexicon", "（市海洋局、海晏渔业协会负责）")
    ]
    assert report(built).lexicon_stub == "organizations:\n  - {name: 海晏渔业协会, aliases: []}"


@pytest.mark.parametrize(
    "text",
    ["春眠不觉晓，处处闻啼鸟。\n", "江屿日报\n昨日天气晴朗，市民出行踊跃。\n"],
)
def test_a_text_with_no_plan_in_it_says_so(tmp_path: Path, text: str) -> None:
    assert len(said(read(tmp_path, text), Code.NO_PLAN)) == 1


def test_a_weak_plan_is_a_plan(tmp_path: Path) -> None:
    built = read(
        tmp_path, "关于渔港工作的意见\n一、建设渔港。修复码头。\n二、扩大养殖。支持转产。\n"
    )
    assert said(built, Code.NO_PLAN) == []


@pytest.mark.parametrize("plan", sorted(DATA.glob("*/*/plan.yaml")), ids=lambda p: p.parent.name)
def test_a_shipped_plan_is_read_as_its_plan_yaml_expects(plan: Path) -> None:
    assert said(build(plan.parent), Code.EXPECTATION) == []


def test_counts_that_differ_from_plan_yaml_are_said(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(
        "title: 江屿市渔港建设行动方案\nexpect:\n  Measure: 1\n  Target: 3\n", "utf-8"
    )
    built = read(tmp_path, HEAD + "1.建设渔港。修复码头。\n", "original.txt")
    assert [message for message, _ in said(built, Code.EXPECTATION)] == [
        "plan.yaml expects 3 Target, found 0"
    ]
