"""Checks: findings with quote and place, accepted ones with reason and day, and four formats."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from graph.errors import QueryError
from graph.store import Store
from queries.acceptance import Acceptance, read_acceptances
from queries.catalog import get_query
from queries.checks import Finding, Report, check
from queries.reports import FORMATS
from tests.oracle.truth_graph import CITY

TODAY = date(2026, 11, 24)
OVERALL = "江屿市加快建设“智慧江屿”总体行动计划（2026—2030年）"
ROLLUP = [get_query("targets.rollup")]


@pytest.fixture(scope="module")
def report(true_store: Store) -> Report:
    return check(true_store, today=TODAY)


def test_a_finding_says_what_where_and_in_which_words(true_store: Store) -> None:
    (finding,) = check(true_store, today=TODAY, queries=ROLLUP).open
    text = (CITY / "text" / "overall-2026.txt").read_text("utf-8")
    quote = "四个专项行动计划累计实施重大项目120个"
    assert finding == Finding(
        key=finding.key,
        check="targets.rollup",
        level="warning",
        message="“累计实施重大项目”总数120个，4个分项合计105个，差15个",
        message_en="“累计实施重大项目” is to be 120个, its 4 parts make 105个, a gap of 15个",
        document=OVERALL,
        clause=21,
        quote=quote,
        source="overall-2026.html",
        start=text.index(quote),
        end=text.index(quote) + len(quote),
    )


def test_the_city_has_four_errors_and_twelve_warnings(report: Report) -> None:
    counts = {level: sum(f.level == level for f in report.open) for level in ("error", "warning")}
    assert counts == {"error": 4, "warning": 12}
    assert {f.check for f in report.open if f.level == "error"} == {"targets.conflicts"}
    assert [f.level for f in report.open] == sorted((f.level for f in report.open), key=_worst)
    assert len({f.key for f in report.open}) == len(report.open)


def test_every_quote_stands_in_its_text_at_its_place(report: Report) -> None:
    for finding in report.open:
        text = (CITY / "text" / f"{Path(str(finding.source)).stem}.txt").read_text("utf-8")
        assert text[finding.start : finding.end] == finding.quote


def test_a_report_fails_from_its_level_on(report: Report) -> None:
    assert (report.fails("error"), report.fails("warning")) == (True, True)
    only_warnings = Report(report.checks, tuple(f for f in report.open if f.level != "error"), ())
    assert (only_warnings.fails("error"), only_warnings.fails("warning")) == (False, True)


def test_what_is_accepted_is_listed_with_its_reason_until_its_day(true_store: Store) -> None:
    (finding,) = check(true_store, today=TODAY, queries=ROLLUP).open
    known = Acceptance(finding=finding.key, reason="差额由市级统筹项目补足", until=TODAY)
    gone = Acceptance(finding="targets.rollup-000000000000", reason="旧", until=TODAY)
    known_keys = {known.finding: known, gone.finding: gone}
    report = check(true_store, known_keys, today=TODAY, queries=ROLLUP)
    assert (report.open, report.fails("warning")) == ((), False)
    assert [f.accepted for f in report.accepted] == [known]
    assert report.unused == (gone,)
    later = check(true_store, known_keys, today=date(2026, 11, 25), queries=ROLLUP)
    assert (len(later.open), later.accepted, later.expired) == (1, (), (known,))


def test_acceptances_stand_in_files_beside_the_plans(tmp_path: Path) -> None:
    path = tmp_path / "plan" / "accepted.yaml"
    path.parent.mkdir()
    path.write_text(
        "accepted:\n  - finding: a-1\n    reason: 会议纪要\n    until: 2027-06-30\n",
        encoding="utf-8",
    )
    wanted = {"a-1": Acceptance(finding="a-1", reason="会议纪要", until=date(2027, 6, 30))}
    assert read_acceptances([tmp_path]) == wanted
    assert read_acceptances([path]) == wanted


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("accepted:\n  - finding: a\n    until: 2027-06-30\n", 2, "reason"),
        ("accepted:\n  - finding: a\n    reason: b\n    until: soon\n", 4, "until"),
        ("accepted:\n  - finding: a\n    reason: b\n    until: 2027-01-01\n    who: c\n", 5, "who"),
        ("accepted: [\n", 2, "no YAML"),
        ("reasons: []\n", 1, "accepted"),
    ],
)
def test_a_bad_file_of_acceptances_is_named_with_its_line(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    path = tmp_path / "accepted.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(QueryError) as caught:
        read_acceptances([path])
    assert caught.value.where == f"{path}:{line}"
    assert words in caught.value.title
    with pytest.raises(QueryError):
        read_acceptances([tmp_path / "nowhere"])


def test_json_and_sarif_say_the_same(report: Report) -> None:
    plain = json.loads(FORMATS["json"](report))
    assert [found["key"] for found in plain["open"]] == [f.key for f in report.open]
    (run,) = json.loads(FORMATS["sarif"](report))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == plain["checks"]
    first, finding = run["results"][0], report.open[0]
    assert (first["ruleId"], first["level"]) == ("targets.conflicts", "error")
    assert first["partialFingerprints"] == {"plangraph/v1": finding.key}
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": finding.source}
    assert place["region"]["charOffset"] == finding.start
    assert place["region"]["snippet"] == {"text": finding.quote}


def test_junit_has_a_case_a_check_and_a_failure_for_what_is_open(report: Report) -> None:
    suite = ElementTree.fromstring(FORMATS["junit"](report))
    failed = {case.get("name") for case in suite if case.find("failure") is not None}
    assert [case.get("name") for case in suite] == [query.name for query in report.checks]
    assert failed == {finding.check for finding in report.open}
    assert suite.get("failures") == str(len(failed))


def test_accepted_findings_are_never_hidden(true_store: Store) -> None:
    (finding,) = check(true_store, today=TODAY, queries=ROLLUP).open
    known = Acceptance(finding=finding.key, reason="市级统筹", until=date(2027, 1, 31))
    report = check(true_store, {known.finding: known}, today=TODAY, queries=ROLLUP)
    for format_ in FORMATS.values():
        told = format_(report)
        assert all(word in told for word in (finding.key, "市级统筹", "2027-01-31"))


def _worst(level: str) -> int:
    return ("error", "warning", "info").index(level)
