"""From a document to a Subgraph: reads documents, nothing else; no store, no print, no network."""
