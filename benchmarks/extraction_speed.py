"""How fast documents are read: build() on one core, beside jieba.cut on the same text, in one run.

    pip install jieba        # for this comparison only
    python benchmarks/extraction_speed.py [--kit ../shared] [--megabytes 0.2 1 5]

The text is made of whole plans (short tagged items, long paragraphs), repeated to the wanted
length. Memory is the peak of Python's own allocations during build(), in a run of its own.
"""

from __future__ import annotations

import argparse
import tempfile
import time
import tracemalloc
from pathlib import Path

from loaders import build

ROOT = Path(__file__).resolve().parents[1]
PLANS = (
    "sample-city/text/overall-2026.txt",
    "sample-city/text/special-health.txt",
    "extraction/dev/text/02.txt",
    "extraction/dev/text/34.txt",
    "extraction/dev/text/SYN.txt",
)


def text_of(kit: Path, megabytes: float) -> str:
    """Clean text of about so many megabytes in UTF-8."""
    once = "\n".join((kit / plan).read_text("utf-8") for plan in PLANS) + "\n"
    return once * max(1, round(megabytes * 1e6 / len(once.encode("utf-8"))))


def seconds_of_jieba(text: str) -> float | None:
    """What jieba.cut takes, its dictionary loaded before; None where it is not installed."""
    try:
        import jieba
    except ImportError:
        return None
    jieba.setLogLevel("ERROR")
    jieba.initialize()
    start = time.process_time()
    for _ in jieba.cut(text):
        pass
    return time.process_time() - start


def main() -> None:
    """Print kB/s of both, their ratio, and memory per byte of text."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kit", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--megabytes", type=float, nargs="+", default=[0.2, 1.0, 5.0])
    arguments = parser.parse_args()
    seed = ROOT / "data" / "plans" / "tianjin-smart-technology-2017"
    build(seed)  # patterns and data are loaded once
    start = time.process_time()
    build(seed)
    print(f"the owner's document after imports: {time.process_time() - start:.2f} s")
    print(f"{'MB':>5} {'build s':>8} {'kB/s':>6} {'jieba s':>8} {'ratio':>6} {'memory':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for megabytes in arguments.megabytes:
            text = text_of(arguments.kit, megabytes)
            size = len(text.encode("utf-8"))
            path = Path(folder) / "plan.txt"
            path.write_text(text, "utf-8")
            start = time.process_time()
            build(path)
            took = time.process_time() - start
            other = seconds_of_jieba(text)
            tracemalloc.start()
            build(path)
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            beside = f"{other:8.2f} {took / other:6.2f}" if other else f"{'-':>8} {'-':>6}"
            print(
                f"{size / 1e6:5.1f} {took:8.2f} {size / 1000 / took:6.0f} {beside}"
                f" {peak / size:6.1f}x"
            )


if __name__ == "__main__":
    main()
