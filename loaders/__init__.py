"""From a document to a Subgraph: reads documents and nothing else; no store, no print, no network."""
