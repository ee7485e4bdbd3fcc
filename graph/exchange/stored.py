"""Properties as a database keeps them: those of the element, its id, and the first evidence flat.

What another Neo4j is given by script or by import holds the same as what our own writer keeps,
so that every question of the catalog can be asked there.
"""

from __future__ import annotations

from graph.elements import Edge, Node, Value


def stored_node(node: Node) -> dict[str, Value]:
    """Evidence of a node stands in its STATED_IN edges."""
    return {"id": node.id, **node.properties}


def stored_edge(edge: Edge) -> dict[str, Value]:
    """The first place of an edge in flat properties (schema.EVIDENCE_PROPERTIES)."""
    stored = {"id": edge.id, **edge.properties}
    for evidence in edge.evidence[:1]:
        stored |= {
            "document_id": evidence.document,
            "clause_id": evidence.clause,
            "start": evidence.start,
            "end": evidence.end,
            "raw_start": evidence.raw_start,
            "raw_end": evidence.raw_end,
            "quote": evidence.quote,
            "rule": evidence.rule,
        }
    return stored
