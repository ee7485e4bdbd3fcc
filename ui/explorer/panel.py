"""The panel beside a canvas: what a node or an edge says, and the sentence it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

import streamlit as st

from graph.elements import Edge, Node
from graph.schema import NODE_TYPES
from graph.titles import titled
from ui.component.links import links
from ui.explorer import session
from ui.explorer.captions import caption, edge_name, headline, label_name
from ui.explorer.index import Index
from ui.explorer.passages import Passage, facts_of, passages
from ui.explorer.wording import Words

_MOST_PLACES = 5
_MOST_NEIGHBOURS = 30
_ORIGINS = ("stated", "derived", "override")
_LONGEST = 120  # characters of a name in a list

Choose = Callable[[str, str], None]


def show_panel(
    index: Index,
    element: Node | Edge | None,
    t: Words,
    choose: Choose | None,
    *,
    key: str,
) -> None:
    """Everything about what is chosen.

    `choose(kind, id)` is called for a neighbour that is clicked; without it they are left out.
    """
    if element is None:
        st.html(f'<p class="quiet">{escape(t("panel.nothing"))}</p>')
        return
    st.html(_heading(index, element, t))
    _basket(element, t, key)
    places = passages(index, element)
    st.html("".join(_placed(place, t) for place in places[:_MOST_PLACES]) or _unplaced(t))
    if len(places) > 1:
        st.caption(t("panel.places", count=len(places)))
    if facts := list(facts_of(index, element)):
        st.html(_table(facts, t))
    if choose is None:
        return
    if isinstance(element, Edge):
        _ends(index, element, t, choose, key)
    else:
        _neighbours(index, element, t, choose, key)


def _basket(element: Node | Edge, t: Words, key: str) -> None:
    basket = session.basket()
    name = t("basket.out") if element.id in basket else t("basket.add")
    toggle = f"{key}-basket-{element.id}"
    st.button(name, key=toggle, on_click=basket.toggle, args=(element.id,), type="tertiary")


def _heading(index: Index, element: Node | Edge, t: Words) -> str:
    if isinstance(element, Node):
        return (
            f'<div class="panel-title">{_badge(element.label, t)}'
            f"<h3>{escape(headline(element, t.language))}</h3></div>{_standing(element, t)}"
        )
    source, target = (_name(index, id) for id in (element.source, element.target))
    arrow = f'<span class="relation">{escape(edge_name(element.type, t.language))} →</span>'
    return (
        f'<div class="panel-title"><h3>{escape(source)}<br>{arrow}<br>{escape(target)}</h3></div>'
        f"{_standing(element, t)}"
    )


def _badge(label: str, t: Words) -> str:
    node_type = NODE_TYPES.get(label)
    colour = node_type.colour if node_type else "#dddddd"
    ink = "#ffffff" if label == "Strategy" else "#000000"
    name = escape(label_name(label, t.language))
    return f'<span class="badge" style="background:{colour};color:{ink}">{name}</span>'


def _standing(element: Node | Edge, t: Words) -> str:
    """Whether the text says so or a rule of ours concludes it."""
    origin = str(element.properties.get("origin", "stated"))
    if not element.evidence or origin not in _ORIGINS:
        return ""
    return f'<p class="standing {origin}">{escape(t.of("panel", origin))}</p>'


def _placed(place: Passage, t: Words) -> str:
    where = [titled(place.document), *place.path]
    if place.ordinal:
        where.append(t("panel.clause", ordinal=place.ordinal))
    return (
        f'<figure class="passage"><figcaption>{escape(" · ".join(where))}</figcaption>'
        f"<blockquote>{place.html}</blockquote>{_as_received(place, t)}{_read_by(place, t)}"
        "</figure>"
    )


def _as_received(place: Passage, t: Words) -> str:
    """The paragraph before repair, the same words marked; or that it came so."""
    if not place.raw_html:
        return ""
    sure = ""
    if place.confidence is not None:
        sure = " · " + t("panel.confidence", percent=f"{place.confidence:.0%}")
    return (
        f"<figcaption>{escape(t('panel.received') + sure)}</figcaption>"
        f'<blockquote class="raw">{place.raw_html}</blockquote>'
    )


def _read_by(place: Passage, t: Words) -> str:
    """The rule in words, its name, and where the words stand in the original."""
    means = t.of("rule", place.rule)
    name = f" <code>{escape(place.rule)}</code>" if means != place.rule else ""
    source = t("panel.position", start=place.raw_start, end=place.raw_end)
    return (
        f'<p class="quiet">{escape(t("panel.rule"))}：{escape(means)}{name}<br>{escape(source)}</p>'
    )


def _unplaced(t: Words) -> str:
    return f'<p class="quiet">{escape(t("panel.no_evidence"))}</p>'


def _table(facts: Iterable[tuple[str, str]], t: Words) -> str:
    rows = "".join(
        f"<tr><th>{escape(t.of('property', name))}</th><td>{escape(t.of('value', value))}</td></tr>"
        for name, value in facts
    )
    return f'<table class="facts">{rows}</table>'


def _ends(index: Index, edge: Edge, t: Words, choose: Choose, key: str) -> None:
    ends = ((t("panel.from"), edge.source), (t("panel.to"), edge.target))
    items = [(f"{word}：{_short(_name(index, id))}", id, "") for word, id in ends]
    links(items, t("panel.sentence"), key=f"{key}-links", on_choose=choose)


def _neighbours(index: Index, node: Node, t: Words, choose: Choose, key: str) -> None:
    edges = sorted(index.touching.get(node.id, ()), key=lambda e: (e.type, e.source, e.target))
    if not edges:
        return
    st.html(f'<h4 class="small">{escape(t("panel.neighbours"))}{t.aside(len(edges))}</h4>')
    items = []
    for edge in edges[:_MOST_NEIGHBOURS]:
        out = edge.source == node.id
        other = edge.target if out else edge.source
        arrow = "→" if out else "←"
        name = _short(_name(index, other))
        items.append((f"{edge_name(edge.type, t.language)} {arrow} {name}", other, edge.id))
    links(items, t("panel.sentence"), key=f"{key}-links", on_choose=choose)
    if len(edges) > _MOST_NEIGHBOURS:
        st.caption(t("panel.more", count=len(edges) - _MOST_NEIGHBOURS))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _name(index: Index, id: str) -> str:
    return caption(index.nodes[id]) if id in index.nodes else id


def as_text(text: str) -> str:
    """A button's label is Markdown: what a name holds must stay text."""
    short = text if len(text) <= 60 else text[:59] + "…"
    return "".join(f"\\{c}" if c in r"\`*_{}[]()<>#+-.!|~$:^=" else c for c in short)
