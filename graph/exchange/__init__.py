"""Formats that carry a Subgraph out of the tool."""
