"""How right and how fast repair is, beside ftfy and OpenCC alone on the same texts.

    pip install ftfy && python benchmarks/repair.py [--kit ../shared]

Error rates are those of the kit's scorer (the width of marks folded, outer blanks removed). Speeds
are megabytes of UTF-8 a second of processor time, the best of several runs; what is loaded once
(the words, 0.1 s; the tables of bytes, 0.1 s) is loaded before and told apart.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import opencc

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from loaders.repair import gbk, model, repair  # noqa: E402
from tests.repair.forward import Farm, dense_rules, page, realistic_rules  # noqa: E402

Repairer = Callable[[str], str]
RUNS = 5


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kit", type=Path, default=ROOT.parent / "shared")
    kit: Path = parser.parse_args().kit
    loading = {"words": seconds(model.word_model), "bytes": seconds(gbk.tables)}
    print("loading  " + "  ".join(f"{name} {spent:.2f} s" for name, spent in loading.items()))
    repairers = repairers_found()
    pairs = texts(kit / "noise" / "dev")
    print(f"\n{'character errors, %':34}" + "".join(f"{name:>12}" for name in repairers))
    for name, found in pairs.items():
        rates = (error_rate(kit, repairer, found) for repairer in repairers.values())
        print(f"{name:34}" + "".join(f"{100 * rate:12.4f}" for rate in rates))
    print(f"\n{'MB/s':34}" + "".join(f"{name:>12}" for name in repairers))
    for name, text in speed_texts(pairs).items():
        rates = (speed(repairer, text) for repairer in repairers.values())
        print(f"{name:34}" + "".join(f"{rate:12.3f}" for rate in rates))


def repairers_found() -> dict[str, Repairer]:
    """Ours, OpenCC's conversion alone, and ftfy where it is installed."""
    found: dict[str, Repairer] = {"repair": lambda text: repair(text).text}
    found["OpenCC t2s"] = opencc.OpenCC("t2s").convert
    if importlib.util.find_spec("ftfy"):
        import ftfy

        found["ftfy"] = ftfy.fix_text
    return found


def texts(dev: Path) -> dict[str, list[tuple[str, str]]]:
    """(clean, noisy) by family."""
    clean = {path.name[:2]: read(path) for path in sorted(dev.glob("[0-9]*.clean.txt"))}
    kit_pairs = [(text, read(dev / f"{name}.noisy.txt")) for name, text in clean.items()]
    realistic, dense = Farm(realistic_rules()), Farm(dense_rules(), share=0.7)
    firsts = list(clean.values())[:11]
    return {
        "seed": [(read(dev / "seed.clean.txt"), read(dev / "seed.noisy.txt"))],
        "the kit's 23 pairs": kit_pairs,
        "realistic table, 11 texts x 3": pages(firsts, realistic, range(3)),
        "dense table, 11 texts": pages(firsts, dense, range(1)),
        "clean": [(text, text) for text in firsts],
    }


def pages(clean: list[str], farm: Farm, seeds: range) -> list[tuple[str, str]]:
    """Noisy pages of clean texts."""
    return [
        (text, page(text, farm, 100 * seed + number))
        for seed in seeds
        for number, text in enumerate(clean)
    ]


def speed_texts(pairs: dict[str, list[tuple[str, str]]]) -> dict[str, list[str]]:
    """Texts of four kinds; each is repaired on its own."""
    kit_noisy = [noisy for _, noisy in pairs["the kit's 23 pairs"]]
    return {
        "clean": ["".join(clean for clean, _ in pairs["clean"]) * 10],
        "annotated, undamaged (03 10 11)": [kit_noisy[number] * 10 for number in (2, 9, 10)],
        "traditional only (21)": [kit_noisy[20] * 10],
        "damaged, realistic table": [noisy for _, noisy in pairs["realistic table, 11 texts x 3"]],
        "damaged, dense table": [noisy for _, noisy in pairs["dense table, 11 texts"]],
    }


def error_rate(kit: Path, repairer: Repairer, pairs: list[tuple[str, str]]) -> float:
    """Wrong characters by all characters."""
    scorer = load_scorer(kit)
    wrong = sum(scorer.errors(clean, repairer(noisy)) for clean, noisy in pairs)
    return float(wrong / sum(len(scorer.canonical(clean)) for clean, _ in pairs))


def load_scorer(kit: Path) -> ModuleType:
    """The kit's scorer, which is no part of this repository."""
    if "score_noise" not in sys.modules:
        sys.path.append(str(kit / "noise"))
    return importlib.import_module("score_noise")


def speed(repairer: Repairer, found: list[str]) -> float:
    """Megabytes a second."""
    size = sum(len(text.encode("utf-8")) for text in found)
    return size / 1e6 / min(seconds(repairer, *found) for _ in range(RUNS))


def seconds(work: Callable[..., object], *each: str) -> float:
    """Processor time of one call for each, or of one call."""
    start = time.process_time()
    for arguments in [(text,) for text in each] or [()]:
        work(*arguments)
    return time.process_time() - start


def read(path: Path) -> str:
    """A file with its line ends untouched."""
    return path.read_bytes().decode("utf-8")


if __name__ == "__main__":
    main()
