"""How long figures and briefings take, and how readable they are.

    python benchmarks/figures.py                    # the tables
    python benchmarks/figures.py --pictures docs    # house.png and slide.png of README

Draws every figure of the owner's plan and of the sample city; prints the seconds from drawing to
bytes for each format (the best of three, after one warm-up), pages, the smallest label and what
overlaps; then how long a whole briefing takes, from the store to the file. `--cpu` counts the
seconds of the processor instead of those of the clock, for a machine that does much else.

The slide is what LibreOffice makes of the deck, with our font in the place of those it names.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # before this folder, whose queries.py is not our package

from graph.elements import Subgraph  # noqa: E402
from graph.engine_connection import connect_to_engine  # noqa: E402
from graph.store import Store  # noqa: E402
from graph.writer import write  # noqa: E402
from loaders import build_source  # noqa: E402
from loaders.source import find_sources  # noqa: E402
from ui.briefing.commands import BRIEFINGS, write_briefing  # noqa: E402
from ui.briefing.template import read_template  # noqa: E402
from ui.figures.catalog import FIGURES, draw_figure, render  # noqa: E402
from ui.figures.drawing import crossings, overflows, overlaps, smallest_label  # noqa: E402
from ui.figures.font import FOLDER  # noqa: E402
from ui.figures.writers import sheet_for  # noqa: E402

DATA = ROOT / "data"
PLANS = {"owner's plan": "plans/tianjin-smart-technology-2017", "sample city": "sample-city"}
NAMES = {"owner's plan": "大智能", "sample city": "智慧江屿"}
FORMATS = ("svg", "png", "pdf", "pptx", "html", "docx")
WIDTH = 1600  # of a picture in README
COLOURS = 200

FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{folder}</dir>
<match target="pattern">
<test name="family" compare="eq"><string>微软雅黑</string><string>Arial</string></test>
<edit name="family" mode="assign" binding="strong"><string>Plangraph Sans</string></edit></match>
</fontconfig>"""


def graph(folder: str) -> Subgraph:
    found = Subgraph()
    for source in find_sources(DATA / folder):
        found = found.merge(build_source(source).subgraph)
    return found


def seconds(work: Callable[[], object], clock: Callable[[], float], times: int = 3) -> float:
    """The shortest of some runs."""
    found = []
    for _ in range(times):
        start = clock()
        work()
        found.append(clock() - start)
    return min(found)


def written(subgraph: Subgraph, name: str, format_: str) -> dict[str, bytes]:
    return render(draw_figure(subgraph, name, {}, sheet_for(format_)), format_)


def figures(clock: Callable[[], float]) -> None:
    """Print the table of figures."""
    heads = ("plan", "figure", "pages", "smallest pt", "faults", *FORMATS)
    print("  ".join(f"{head:>12}" for head in heads))
    for plan, folder in PLANS.items():
        subgraph = graph(folder)
        for format_ in FORMATS:
            render(draw_figure(subgraph, "house"), format_)
        for name, figure in FIGURES.items():
            if figure.draw is None:
                continue
            pages = draw_figure(subgraph, name)
            faults = sum(
                len(found(page)) for page in pages for found in (overlaps, overflows, crossings)
            )
            smallest = min(smallest_label(page) for page in pages)
            cells = [plan, name, len(pages), smallest, faults]
            for format_ in FORMATS:
                made = partial(written, subgraph, name, format_)
                cells.append(f"{seconds(made, clock):.2f}")
            print("  ".join(f"{cell!s:>12}" for cell in cells))


def briefings(clock: Callable[[], float]) -> None:
    """Print how long a whole briefing takes once the store is open."""
    with tempfile.TemporaryDirectory() as home, filled_store(Path(home)) as store:
        for plan, name in NAMES.items():
            for suffix in BRIEFINGS:
                out = Path(home) / f"briefing.{suffix}"

                made = partial(write_briefing, store, name, out, read_template(), force=True)
                took = seconds(made, clock, 1), seconds(made, clock, 1)
                size = out.stat().st_size / 1e6
                print(f"{plan:>12}  briefing.{suffix}: first {took[0]:.2f} s, "
                      f"again {took[1]:.2f} s, {size:.1f} MB")  # fmt: skip


def filled_store(home: Path) -> Store:
    store = Store(lambda: connect_to_engine(home / "store"))
    for folder in PLANS.values():
        for source in find_sources(DATA / folder):
            write(store, build_source(source).subgraph)
    return store


def pictures(folder: Path) -> None:
    """house.png: the sample city's house; slide.png: its lane board as LibreOffice shows it."""
    city = graph(PLANS["sample city"])
    (house,) = render(draw_figure(city, "house"), "png").values()
    save(house, folder / "house.png")
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        (deck,) = render(draw_figure(city, "lanes", number=2), "pptx").values()
        (home / "slide.pptx").write_bytes(deck)
        (home / "fonts.conf").write_text(FONTS.format(folder=FOLDER), encoding="utf-8")
        office = shutil.which("soffice")
        if office is None:
            raise SystemExit("no LibreOffice: apt-get install libreoffice-impress")
        subprocess.run(
            [office, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless",
             "--convert-to", "pdf", "--outdir", str(home), str(home / "slide.pptx")],
            check=True, capture_output=True,
            env={**os.environ, "FONTCONFIG_FILE": str(home / "fonts.conf")},
        )  # fmt: skip
        save(page_of(home / "slide.pdf"), folder / "slide.png")


def page_of(path: Path) -> bytes:
    """The first page of a PDF as PNG."""
    from pypdfium2 import PdfDocument

    file = io.BytesIO()
    with PdfDocument(path) as pdf:
        pdf[0].render(scale=2 * WIDTH / pdf[0].get_width()).to_pil().save(file, "PNG")
    return file.getvalue()


def save(png: bytes, path: Path) -> None:
    """Smaller, in few colours, for a page on the web."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as image:
        high = round(image.height * WIDTH / image.width)
        small = image.convert("RGB").resize((WIDTH, high), Image.Resampling.LANCZOS)
    small.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path}: {path.stat().st_size / 1000:.0f} kB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pictures", type=Path, metavar="FOLDER")
    parser.add_argument("--cpu", action="store_true", help="seconds of the processor")
    wish = parser.parse_args()
    if wish.pictures:
        pictures(wish.pictures)
        return
    clock = time.process_time if wish.cpu else time.perf_counter
    figures(clock)
    briefings(clock)


if __name__ == "__main__":
    main()
