"""Repair of what the web did to a text."""
