"""From a document to a Subgraph: reads documents, nothing else; no store, no print, no network."""

from __future__ import annotations

from pathlib import Path

from loaders.extraction import extract
from loaders.lexicon import DEFAULT_LEXICON, Lexicon
from loaders.outline import outline
from loaders.readers import read_document
from loaders.repair import repair_document
from loaders.resolution import Build, resolve
from loaders.source import Source, read_source

__all__ = ["Build", "build", "build_source"]


def build(path: Path, *, lexicon: Lexicon = DEFAULT_LEXICON) -> Build:
    """Read one document into a Subgraph. Pure: no store, no clock, no network.

    Raises SourceError when there is no such document, or its plan.yaml is broken.
    """
    return build_source(read_source(path), lexicon=lexicon)


def build_source(source: Source, *, lexicon: Lexicon = DEFAULT_LEXICON) -> Build:
    """As `build`, for a source that `find_sources` found."""
    document = outline(repair_document(read_document(source)))
    return resolve(extract(document, lexicon), document, lexicon)
