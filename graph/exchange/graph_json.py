"""Graph JSON: everything, as `plangraph read` writes it."""

from __future__ import annotations

from graph.elements import Subgraph


def write_json(subgraph: Subgraph) -> bytes:
    """The same bytes for the same graph."""
    return subgraph.to_json().encode("utf-8")


def read_json(data: bytes) -> Subgraph:
    """Read it back. Raises ValueError, TypeError or KeyError on anything else."""
    return Subgraph.from_json(data.decode("utf-8"))
