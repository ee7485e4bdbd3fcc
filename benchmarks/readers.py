"""How fast documents are read and outlined, and how much of a labelled text comes through.

    python benchmarks/readers.py [KIT]

KIT is the folder with extraction/ and sample-city/ (default: ../shared). Speed is CPU time on one
core, best of three. `kept` is the share of the reference text's letters and digits that are read,
`extra` counts those that are read besides.
"""

from __future__ import annotations

import difflib
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

from loaders.document import Document
from loaders.outline import outline
from loaders.readers import read_document
from loaders.repair import repair_document
from loaders.source import read_source

KIT = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[1] / ".." / "shared")


def main() -> None:
    pages = sorted((KIT / "extraction" / "corpus").glob("*.html"))
    texts = [read_document(read_source(page)).text for page in pages]
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "all.txt"
        plain.write_text("".join(texts) * 3, encoding="utf-8")
        size = plain.stat().st_size / 1e6
        document = read_document(read_source(plain))
        print(f"plain text, {size:.1f} MB: read {size / best(lambda: read(plain)):.1f} MB/s")
        print(f"outline {size / best(lambda: outline(document)):.1f} MB/s")
    size = sum(page.stat().st_size for page in pages) / 1e6
    speed = size / best(lambda: [read(page) for page in pages])
    print(f"{len(pages)} web pages, {size:.1f} MB: {speed:.1f} MB/s")
    for folder, texts_in in (
        ("extraction/dev/docs", "extraction/dev"),
        ("sample-city", "sample-city"),
    ):
        for path in sorted((KIT / folder).iterdir()):
            reference = KIT / texts_in / "text" / f"{path.stem}.txt"
            if reference.is_file():
                kept, extra = compared(
                    repair_document(read(path)).text, reference.read_text("utf-8")
                )
                print(f"{path.name:28} kept {kept:.4f} extra {extra}")


def read(path: Path) -> Document:
    return read_document(read_source(path))


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def compared(text: str, reference: str) -> tuple[float, int]:
    given, wanted = letters(text), letters(reference)
    matcher = difflib.SequenceMatcher(None, wanted, given, autojunk=False)
    found = sum(block.size for block in matcher.get_matching_blocks())
    return found / len(wanted), len(given) - found


def letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


if __name__ == "__main__":
    main()
