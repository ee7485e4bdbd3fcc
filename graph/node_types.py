"""The labels of the graph: one entry says what a node is, how it looks and what it may hold."""

from __future__ import annotations

from graph.schema_types import NodeType, Property, Strings

# fmt: off
# This file is a table: an entry reads as one paragraph, not as a column of arguments.

_NAME = Property("name", str, "as the text writes it", required=True)
_ORDINAL = Property("ordinal", int, "place among its like, from 1")
_ALIASES = Property("aliases", Strings, "other names for the same thing")
_DOCUMENT_ID = Property("document_id", str, "the Document it belongs to", required=True)
_MODALITY = Property("modality", str, "the verb class as worded: 必须, 要, 支持, 鼓励, 探索 …")
_STRENGTH = Property("strength", int, "how hard the wording is: "
                     "4 must, 3 plain, 2 strive, 1 support, 0 explore")
_SPAN = (
    Property("start", int, "first character in the cleaned text", required=True),
    Property("end", int, "one past the last character", required=True),
    Property("raw_start", int, "the same in the text as received", required=True),
    Property("raw_end", int, "the same in the text as received", required=True),
)

NODE_TYPES: dict[str, NodeType] = {node.label: node for node in (
    NodeType(
        "Document", zh="文件", en="document", colour="#BDBDBD", shape="database", shared=True,
        means="a plan, notice, news text or regulation, loaded or only cited",
        properties=(
            Property("title", str, "the title without 《》", required=True),
            Property("doc_number", str, "发文字号, as in 津政办发〔2017〕112号"),
            Property("issuer", str, "as signed"),
            Property("issued", str, "成文日期 as an ISO date"),
            Property("kind", str, "what sort of text it is",
                     values=("official", "news", "draft", "table")),
            Property("url", str, "where it was published"),
            Property("sha256", str, "of the original file; only loaded documents have it"),
            Property("source", str, "file name of the original"),
            Property("status", str, "loaded, or cited by others", required=True,
                     values=("loaded", "cited")),
            Property("metadata_from", str, "where title, number, issuer and date come from",
                     values=("plan.yaml", "text", "file")),
            Property("sentences", int, "sentences in the cleaned text"),
            Property("sentences_typed", int, "of these, sentences that gave at least one fact"),
            _ALIASES,
        ),
    ),
    NodeType(
        "Section", zh="章节", en="section", colour="#D9D9D9", shape="box",
        means="a heading and what stands under it",
        properties=(
            Property("number", str, "一, （一）, 1, 附件 …; empty for an un-numbered lead-in"),
            Property("title", str, "the text after the number", required=True),
            Property("level", int, "nesting depth, from 1", required=True),
            Property("kind", str, "what the section is for", required=True,
                     values=("goals", "principles", "requirements", "tasks", "safeguards", "annex",
                             "lead_in", "other")),
            _ORDINAL, _DOCUMENT_ID, *_SPAN,
        ),
    ),
    NodeType(
        "Clause", zh="条款", en="clause", colour="#EEEEEE", shape="box",
        means="a paragraph or table row, the unit that evidence is shown in",
        properties=(
            Property("text", str, "the cleaned text", required=True),
            Property("ordinal", int, "place in the document, from 1", required=True),
            Property("kind", str, "paragraph or table row", required=True,
                     values=("paragraph", "heading", "row")),
            Property("raw_text", str, "the text as received; only where repair changed it"),
            Property("repair_confidence", float,
                     "how sure the least sure of its repairs is, 0 to 1; only where there is one"),
            _DOCUMENT_ID, *_SPAN,
        ),
    ),
    NodeType(
        "Strategy", zh="战略", en="strategy", colour="#0072B2", shape="box", shared=True,
        means="the named strategy that plans carry out",
        properties=(
            _NAME,
            Property("vision", str, "what the place is to become, in the text's words"),
            Property("period_start", int, "first year"),
            Property("period_end", int, "last year"),
        ),
    ),
    NodeType(
        "Pillar", zh="支柱", en="pillar", colour="#56B4E9", shape="box", shared=True,
        means="a positioning or a task area that carries the strategy",
        properties=(
            _NAME,
            Property("kind", str, "定位 or 任务领域", required=True,
                     values=("positioning", "task_area")),
            _ORDINAL,
        ),
    ),
    NodeType(
        "ActionPlan", zh="行动计划", en="action plan", colour="#009E73", shape="box", shared=True,
        means="an overall, special, district or annual plan",
        properties=(
            _NAME,
            Property("kind", str, "which sort of plan", required=True,
                     values=("overall", "special", "district", "annual")),
            _ORDINAL,
            Property("period_start", int, "first year"),
            Property("period_end", int, "last year"),
            _ALIASES,
        ),
    ),
    NodeType(
        "Measure", zh="举措", en="measure", colour="#F0E442", shape="ellipse",
        means="something the plan says will be done",
        properties=(
            _NAME,
            Property("text", str, "the whole measure as written", required=True),
            Property("number", str, "the item's number, where it has one"),
            _ORDINAL, _MODALITY, _STRENGTH, _DOCUMENT_ID,
        ),
    ),
    NodeType(
        "Target", zh="目标", en="target", colour="#E69F00", shape="diamond",
        means="an outcome the plan promises, with or without a number",
        properties=(
            _NAME,
            Property("kind", str, "with a number or without", required=True,
                     values=("quantified", "qualitative")),
            Property("comparator", str, "how the value binds",
                     values=("=", ">=", "<=", "~", "range")),
            Property("value", float, "as written, in `unit`; the lower end of a range"),
            Property("value_max", float, "the upper end of a range"),
            Property("unit", str, "as written: 亿元"),
            Property("value_std", float, "the value in unit_std: 1000亿元 -> 1e11"),
            Property("value_max_std", float, "the upper end in unit_std"),
            Property("unit_std", str, "the base unit: 元"),
            Property("year", int, "the year by which; see deadline_basis"),
            Property("deadline_basis", str, "where the year comes from",
                     values=("explicit", "inherited", "relative", "table", "none")),
            Property("mode", str, "level, change, rate or multiple",
                     values=("level", "delta", "growth_rate", "multiple")),
            Property("direction", str, "when a verb of change says so", values=("up", "down")),
            Property("baseline_year", int, "the year compared with"),
            Property("baseline_value", float, "the value compared with, in `unit`"),
            Property("per", str, "the unit of repetition: 年, 乡镇"),
            Property("qualifier", str, "restricting words inside the indicator"),
            Property("scope", str, "region or population, when narrower than the document"),
            _STRENGTH,
            Property("bindingness", str, "约束性, 预期性, or unknown unless stated",
                     values=("binding", "anticipatory", "unknown")),
            _DOCUMENT_ID,
        ),
    ),
    NodeType(
        "Indicator", zh="指标", en="indicator", colour="#FFD7A8", shape="hexagon", shared=True,
        means="what targets of several plans measure in common",
        properties=(
            _NAME, _ALIASES,
        ),
    ),
    NodeType(
        "Milestone", zh="节点", en="milestone", colour="#F2A48B", shape="triangle",
        means="a dated act without an indicator",
        properties=(
            _NAME,
            Property("date", str, "2031-05, 2032, issue+20d", required=True),
            _DOCUMENT_ID,
        ),
    ),
    NodeType(
        "Organization", zh="责任单位", en="organization", colour="#CC79A7", shape="dot",
        shared=True, means="a body that leads, answers for, supports, guides or supervises",
        properties=(
            _NAME, _ALIASES,
            Property("collective", bool, "各区、各有关部门 and the like", required=True),
        ),
    ),
    NodeType(
        "Sector", zh="领域", en="sector", colour="#9AD9C3", shape="square", shared=True,
        means="a field or industry",
        properties=(
            _NAME, _ALIASES,
        ),
    ),
    NodeType(
        "Observation", zh="观测值", en="observation", colour="#FFFFFF", shape="star",
        means="what was measured of an indicator or target at a date",
        properties=(
            Property("value", float, "as reported, in `unit`", required=True),
            Property("unit", str, "as reported"),
            Property("date", str, "ISO date", required=True),
            Property("note", str, "what the source adds"),
            _DOCUMENT_ID,
        ),
    ),
)}
