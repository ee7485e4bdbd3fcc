"""A whole briefing of a plan as a deck or a report, and the table of who does what."""
