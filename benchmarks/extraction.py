"""How right the graph is: reads labelled documents with `plangraph read` and scores the result.

    python benchmarks/extraction.py [--kit ../shared] [--errors]

The labels and the scorer are no part of this repository; KIT is the folder that holds them.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def score(documents: list[Path], gold: Path, kit: Path, *options: str) -> str:
    """The scorer's table for these documents."""
    with tempfile.TemporaryDirectory() as folder:
        reader = [sys.executable, "-m", "ui.cli", "read", *map(str, documents), "--out", folder]
        subprocess.run(reader, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        scorer = [sys.executable, str(kit / "extraction" / "score.py"), folder, "--gold", str(gold)]
        command = [*scorer, *options]
        return subprocess.run(command, check=False, capture_output=True, text=True).stdout


def main() -> None:
    """Print the table of the development documents and of the sample city."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kit", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--errors", action="store_true", help="print every error")
    arguments = parser.parse_args()
    kit: Path = arguments.kit
    options = ["--errors"] if arguments.errors else []
    for name, folder, gold in (
        ("development documents", kit / "extraction/dev/docs", kit / "extraction/dev/gold"),
        ("sample city", kit / "sample-city", kit / "sample-city/gold"),
    ):
        stems = {path.stem for path in gold.glob("*.json")}
        documents = sorted(p for p in folder.iterdir() if p.stem in stems and p.is_file())
        print(f"== {name}\n{score(documents, gold, kit, *options)}")


if __name__ == "__main__":
    main()
