"""The sentence in its paragraph, its headings and its document."""

from __future__ import annotations

from graph.elements import Node, Subgraph
from tests.ui.sample import NASTY, TITLE, sample_graph, start_of
from ui.explorer.index import Index
from ui.explorer.passages import Passage, facts_of, passages


def test_a_node_opens_its_sentence_in_its_paragraph() -> None:
    index = Index(sample_graph())
    start = start_of(1) + len("在管网改造方面，")
    assert passages(index, index.nodes["measure-pipes"]) == [
        Passage(
            document=TITLE,
            path=("二、主要任务",),
            ordinal=2,
            before="在管网改造方面，",
            quote="改造老旧管网",
            after="，建设漏损监测平台。到2030年，改造老旧管网500公里。",
            rule="by_hand",
            raw_start=start + 10,
            raw_end=start + 16,
        )
    ]


def test_an_edge_opens_its_own_sentence() -> None:
    index = Index(sample_graph())
    [place] = passages(index, index.edges["led_by-measure-pipes-organization-water"])
    assert (place.before, place.quote, place.after) == (
        "",
        "市水务局牵头改造老旧管网",
        "，市财政局配合。",
    )


def test_what_a_text_holds_stays_text() -> None:
    index = Index(sample_graph())
    [place] = passages(index, index.nodes["measure-nasty"])
    assert place.quote == NASTY
    assert place.html == (
        "建设<mark>&lt;img src=x onerror=&quot;window.hacked=1&quot;&gt;&lt;script&gt;"
        "window.hacked=1&lt;/script&gt; href=&#x27;javascript:1&#x27;</mark>系统。"
    )


def test_the_paragraph_as_it_was_received_stands_beside() -> None:
    index = Index(sample_graph())
    [place] = passages(index, index.nodes["measure-nasty"])
    assert (place.raw, place.confidence) == (("建設", NASTY, "系統。"), 0.95)
    assert place.raw_html == place.html.replace("设", "設").replace("统", "統")
    [place] = passages(index, index.nodes["measure-pipes"])
    assert (place.raw, place.raw_html, place.confidence) == (None, "", None)


def test_a_quote_whose_paragraph_is_gone_is_still_shown() -> None:
    index = Index(Subgraph.of([sample_graph().nodes_of("Measure")[0]]))
    [place] = passages(index, index.graph.nodes[0])
    assert (place.before, place.quote, place.after) == ("", "建设漏损监测平台", "")


def test_facts_are_what_a_reader_can_use() -> None:
    index = Index(sample_graph())
    assert list(facts_of(index, index.nodes["target-pipes"])) == [
        ("kind", "quantified"), ("comparator", ">="), ("value", "500"), ("unit", "公里"),
        ("year", "2030"),
    ]  # fmt: skip
    listed = Node("x", "Organization", {"name": "市水务局", "aliases": ["水务局", "市水利局"]})
    assert list(facts_of(index, listed)) == [("aliases", "水务局、市水利局")]
