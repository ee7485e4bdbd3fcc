"""Runs of text that are off by one byte, and how they are brought back into phase."""
