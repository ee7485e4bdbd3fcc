"""Shapes: what a sentence says, each rule with its own examples."""
