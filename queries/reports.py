"""Findings as other tools read them: JSON, SARIF 2.1.0, JUnit XML, Markdown."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

from queries.checks import Finding, Report

_SARIF_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def to_json(report: Report) -> str:
    """Findings, the open ones first, with what was accepted and why."""
    data = {
        "checks": [query.name for query in report.checks],
        "open": [_plain(finding) for finding in report.open],
        "accepted": [_plain(finding) for finding in report.accepted],
        "expired": [a.model_dump(mode="json") for a in report.expired],
        "unused": [a.model_dump(mode="json") for a in report.unused],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def to_sarif(report: Report) -> str:
    """SARIF 2.1.0: one rule a check; accepted findings are suppressed results."""
    rules = [
        {
            "id": query.name,
            "shortDescription": {"text": query.title_en},
            "fullDescription": {"text": query.question_en},
            "defaultConfiguration": {"level": _SARIF_LEVELS[query.severity or "info"]},
        }
        for query in report.checks
    ]
    driver = {"name": "plangraph", "rules": rules}
    results = [_sarif_result(finding) for finding in (*report.open, *report.accepted)]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def to_junit(report: Report) -> str:
    """JUnit XML: one case a check, a failure for its open findings; accepted ones as output."""
    suite = ElementTree.Element("testsuite", name="plangraph check")
    failed = 0
    for query in report.checks:
        case = ElementTree.SubElement(suite, "testcase", classname="plangraph", name=query.name)
        open_ = [finding for finding in report.open if finding.check == query.name]
        accepted = [finding for finding in report.accepted if finding.check == query.name]
        if open_:
            failed += 1
            message = f"{query.title}：{len(open_)}"
            failure = ElementTree.SubElement(
                case, "failure", type=query.severity or "info", message=message
            )
            failure.text = "\n".join(map(_line, open_))
        if accepted:
            ElementTree.SubElement(case, "system-out").text = "\n".join(map(_line, accepted))
    suite.set("tests", str(len(report.checks)))
    suite.set("failures", str(failed))
    ElementTree.indent(suite, " ")
    return ElementTree.tostring(suite, encoding="unicode", xml_declaration=True) + "\n"


def to_markdown(report: Report) -> str:
    """A table of the open findings and one of the accepted."""
    lines = ["# 检查结果 / Findings", ""]
    lines += _markdown_table("未处理 / open", report.open)
    lines += _markdown_table("已接受 / accepted", report.accepted)
    return "\n".join(lines) + "\n"


FORMATS: dict[str, Callable[[Report], str]] = {
    "json": to_json,
    "sarif": to_sarif,
    "junit": to_junit,
    "markdown": to_markdown,
}


def place(finding: Finding) -> str:
    """Document and paragraph of a finding, as far as it has them."""
    if finding.document is None:
        return ""
    return finding.document + (f"，第{finding.clause}段" if finding.clause is not None else "")


def _plain(finding: Finding) -> dict[str, Any]:
    plain = {name: getattr(finding, name) for name in finding.__slots__}
    if finding.accepted is not None:
        plain["accepted"] = finding.accepted.model_dump(mode="json")
    return plain


def _sarif_result(finding: Finding) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "level": _SARIF_LEVELS[finding.level],
        "message": {"text": f"{finding.message} ({finding.message_en})"},
        "partialFingerprints": {"plangraph/v1": finding.key},
    }
    if finding.source is not None:
        physical: dict[str, Any] = {"artifactLocation": {"uri": finding.source}}
        if finding.start is not None and finding.end is not None:
            physical["region"] = {
                "charOffset": finding.start,
                "charLength": finding.end - finding.start,
                "snippet": {"text": finding.quote},
            }
        logical = [{"fullyQualifiedName": place(finding)}]
        result["locations"] = [{"physicalLocation": physical, "logicalLocations": logical}]
    if finding.accepted is not None:
        reason = f"{finding.accepted.reason} (until {finding.accepted.until.isoformat()})"
        result["suppressions"] = [{"kind": "external", "justification": reason}]
    return result


def _line(finding: Finding) -> str:
    quote = f"“{finding.quote}”" if finding.quote else ""
    accepted = finding.accepted
    why = f"[{accepted.reason}, until {accepted.until.isoformat()}]" if accepted else ""
    parts = (finding.key, finding.message, place(finding), quote, why)
    return " | ".join(part for part in parts if part)


def _markdown_table(title: str, findings: tuple[Finding, ...]) -> list[str]:
    if not findings:
        return [f"## {title}: 0", ""]
    rows = [
        (f.level, f.check, f.message, place(f), f.quote or "", _reason(f), f.key) for f in findings
    ]
    head = ("level", "check", "finding", "place", "quote", "accepted", "key")
    table = [head, ("---",) * len(head), *rows]
    return [f"## {title}: {len(findings)}", "", *map(_markdown_row, table), ""]


def _markdown_row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _reason(finding: Finding) -> str:
    accepted = finding.accepted
    return f"{accepted.reason}（{accepted.until.isoformat()}）" if accepted else ""
