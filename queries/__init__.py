"""Questions in Cypher, and their answers."""
