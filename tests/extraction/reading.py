"""A text of a few lines on its way through build()."""

from __future__ import annotations

from pathlib import Path

from graph.schema import ROLES
from loaders import Build, build

HEAD = "江屿市渔港建设行动方案\n一、总体要求\n（一）指导思想。坚持陆海统筹。\n二、重点任务\n"
"""Title and headings of a plan; what follows are its task items."""


def read(folder: Path, text: str, name: str = "plan.txt") -> Build:
    """Build a text as if it stood in a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return build(path)


def names(built: Build, label: str) -> list[str]:
    """The names of all nodes of a label, sorted."""
    return sorted(str(node.properties["name"]) for node in built.subgraph.nodes_of(label))


def edges(built: Build, *types: str) -> list[tuple[str, str, str]]:
    """(source, type, target) by name or title, sorted."""
    by_id = {node.id: node.properties for node in built.subgraph.nodes}

    def name(id: str) -> str:
        return str(by_id[id].get("name") or by_id[id].get("title"))

    return sorted(
        (name(edge.source), type, name(edge.target))
        for type in types
        for edge in built.subgraph.edges_of(type)
    )


def owners(built: Build) -> list[tuple[str, str, str, str]]:
    """(measure, edge type, body, basis) of every assignment, sorted."""
    by_id = {node.id: node.properties for node in built.subgraph.nodes}
    return sorted(
        (
            str(by_id[edge.source]["name"]),
            type,
            str(by_id[edge.target]["name"]),
            str(edge.properties["basis"]),
        )
        for type in ROLES.values()
        for edge in built.subgraph.edges_of(type)
    )
