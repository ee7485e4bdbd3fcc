"""Readers by file suffix."""
