"""Facts in the few words that a figure has room for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from graph.elements import Node, Subgraph
from graph.stored import loaded_documents
from graph.titles import titled
from queries.catalog import get_query

UNDATED = "文件未注明日期"
"""Where a date would stand, when no document bears one."""

_LONGEST = 44
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_STOP = re.compile(r"[，；。、：（]")
_COMPARED = {">=": "≥", "<=": "≤", "~": "约", "=": "", "range": ""}
_CHANGE = {
    ("delta", "up"): "增加",
    ("delta", "down"): "减少",
    ("growth_rate", "up"): "增长",
    ("growth_rate", "down"): "下降",
    ("growth_rate", ""): "增长",
}


def short(text: str, longest: int = _LONGEST) -> str:
    """A text as it is, or cut at a pause of the sentence, with an ellipsis."""
    text = " ".join(text.split()).rstrip("。；;，、")
    if len(text) <= longest:
        return text
    pauses = [found.start() for found in _STOP.finditer(text[:longest])]
    pauses = [place for place in pauses if place >= longest // 2]
    return text[: pauses[-1] if pauses else longest - 1] + "…"


def target_text(node: Node, *, year: bool = True) -> str:
    """智能科技产业规模 ≥1000亿元（2020年）."""
    facts = node.properties
    name = short(str(facts["name"]))
    amount = target_amount(node)
    when = f"（{facts['year']}年）" if year and "year" in facts else ""
    return f"{name} {amount}{when}" if amount else f"{name}{when}"


def target_amount(node: Node) -> str:
    """≥1000亿元, 2～3家, 年均增长8%; empty for a target without a number."""
    facts = node.properties
    if "value" not in facts:
        return ""
    sign = _COMPARED.get(str(facts.get("comparator", "=")), "")
    change = _CHANGE.get((str(facts.get("mode", "")), str(facts.get("direction", ""))), "")
    number = _number(facts["value"])
    if "value_max" in facts:
        number += "～" + _number(facts["value_max"])
    per = f"/{facts['per']}" if "per" in facts else ""
    return f"{change}{sign}{number}{facts.get('unit', '')}{per}"


def date_text(date: str) -> str:
    """2027年6月 for 2027-06, 2028年 for 2028; any other text as it is."""
    if not _DATE.fullmatch(date):
        return date
    numbers = zip(date.split("-"), "年月日", strict=False)
    return "".join(f"{int(number)}{sign}" for number, sign in numbers)


def without_common(names: Sequence[str]) -> tuple[list[str], str]:
    """What tells names apart, and what they share: 天津市…专项行动计划. Of three names or more."""
    if len(names) < 3:
        return list(names), ""
    head = _beginning(names)
    tail = _beginning([name[::-1] for name in names])[::-1]
    head, tail = (part if _closed(part) else "" for part in (head, tail))
    if len(head) + len(tail) < 4 or any(len(head) + len(tail) >= len(name) for name in names):
        return list(names), ""
    return [name[len(head) : len(name) - len(tail)] for name in names], f"{head}…{tail}"


def asked(*names: str, **filters: str) -> str:
    """The questions a figure answers, with their filters: 计划一览图（plan.overview，plan=…）."""
    titles = "、".join(get_query(name).title for name in names)
    given = [f"{name}={value}" for name, value in filters.items()]
    if not names:
        return "，".join(given)
    return f"{titles}（{'，'.join(('、'.join(names), *given))}）"


def as_of(subgraph: Subgraph, documents: Collection[str] = ()) -> str:
    """The date of the youngest of these documents, or of all loaded; no clock is asked."""
    dates = [
        str(document.properties["issued"])
        for document in loaded_documents(subgraph)
        if "issued" in document.properties and (not documents or document.id in documents)
    ]
    return max(dates, default=UNDATED)


def source(subgraph: Subgraph, nodes: Iterable[Node], documents: Collection[str] = ()) -> str:
    """Documents, with number and clauses: 《…》（津政办发〔2017〕112号）第5—9、12段.

    Of these documents only, if any are given.
    """
    titles = {d.id: d for d in subgraph.nodes_of("Document")}
    ordinals = {c.id: int(c.properties["ordinal"]) for c in subgraph.nodes_of("Clause")}  # type: ignore[arg-type]
    clauses: dict[str, set[int]] = defaultdict(set)
    for node in nodes:
        for evidence in node.evidence:
            named = evidence.document in (documents or titles)
            if named and evidence.document in titles and evidence.clause in ordinals:
                clauses[evidence.document].add(ordinals[evidence.clause])
    found = []
    for document in sorted(clauses, key=lambda id_: (-len(clauses[id_]), id_)):
        facts = titles[document].properties
        number = f"（{facts['doc_number']}）" if "doc_number" in facts else ""
        found.append(f"{titled(facts['title'])}{number}第{ranges(sorted(clauses[document]))}段")
    return "；".join(found[:2]) + (f"等{len(found)}份文件" if len(found) > 2 else "") or "（无）"


def ranges(numbers: Sequence[int]) -> str:
    """5—9、12."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return "、".join(str(a) if a == b else f"{a}—{b}" for a, b in runs)


def _beginning(names: Sequence[str]) -> str:
    """The longest beginning that all share: it shows between the first and the last in order."""
    first, last = min(names), max(names)
    same = (place for place, sign in enumerate(first) if last[place : place + 1] != sign)
    return first[: next(same, len(first))]


def _closed(text: str) -> bool:
    return all(text.count(one) == text.count(two) for one, two in ("（）", "《》", "“”"))


def _number(value: object) -> str:
    return f"{value:.12g}" if isinstance(value, float) else str(value)
