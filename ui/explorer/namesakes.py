"""Things of one name, told apart: a box of Streamlit takes the last of several that read alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from graph.elements import Node
from graph.titles import titled
from ui.explorer.captions import caption
from ui.explorer.index import Index


def told_apart(index: Index, ids: Iterable[str]) -> dict[str, str]:
    """The names of these nodes, each another: namesakes with what stands beside them."""
    names = {id: caption(index.nodes[id]) for id in ids}
    beside = {id: f"{names[id]}{aside(index, index.nodes[id])}" for id in namesakes(names)}
    return numbered({**names, **beside})


def namesakes(names: Mapping[str, str]) -> list[str]:
    """The ids whose name another one bears too."""
    count = Counter(names.values())
    return [id for id, name in names.items() if count[name] > 1]


def aside(index: Index, node: Node) -> str:
    """Number and date of a document; of what it states its title. Empty when neither is known."""
    if node.label == "Document":
        facts = [str(node.properties.get(name, "")) for name in ("doc_number", "issued")]
        told = "，".join(filter(None, facts))
        return f"（{told}）" if told else ""
    first = min(node.evidence, default=None)
    document = index.nodes.get(first.document) if first else None
    return titled(caption(document)) if document else ""


def numbered(names: Mapping[str, str]) -> dict[str, str]:
    """Names that are still alike get a number, from the second on."""
    count: Counter[str] = Counter()
    found = {}
    for id, name in names.items():
        count[name] += 1
        found[id] = name if count[name] == 1 else f"{name} ({count[name]})"
    return found
