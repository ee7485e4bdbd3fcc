"""How much a damaged document can do to the reader: mutations of many documents, read twice.

    python benchmarks/extraction_mutations.py FOLDER [--seed N] [--times N]

Every document of FOLDER is read as it is and once per mutation. Counted are exceptions, quotes
that are not the slice they name (in the cleaned text, and spans outside the received one), breaches
of the schema, and second readings that give other bytes. All four must be 0.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from graph.elements import Edge, Node
from graph.errors import SourceError
from graph.schema import validate
from loaders import Build, build

Mutation = Callable[[bytes, random.Random], bytes]


def dropped_lines(data: bytes, generator: random.Random) -> bytes:
    """One line in five is gone."""
    return b"\n".join(line for line in data.split(b"\n") if generator.random() > 0.2) or data


def doubled_lines(data: bytes, generator: random.Random) -> bytes:
    """One line in five stands twice."""
    lines = data.split(b"\n")
    return b"\n".join(line for one in lines for line in [one] * (1 + (generator.random() < 0.2)))


def shuffled_lines(data: bytes, generator: random.Random) -> bytes:
    """The lines in another order."""
    lines = data.split(b"\n")
    generator.shuffle(lines)
    return b"\n".join(lines)


def cut(data: bytes, generator: random.Random) -> bytes:
    """The file ends in the middle, wherever that is."""
    return data[: generator.randrange(len(data) // 4, len(data))]


def swapped_brackets(data: bytes, generator: random.Random) -> bytes:
    """Brackets, quotes and end marks replaced by one another."""
    signs = [sign.encode() for sign in "（）()“”《》［］。；，："]
    pattern = re.compile(b"|".join(re.escape(sign) for sign in signs))

    def swap(match: re.Match[bytes]) -> bytes:
        return generator.choice(signs) if generator.random() < 0.15 else match.group()

    return pattern.sub(swap, data)


def noise(data: bytes, generator: random.Random) -> bytes:
    """Page chrome, zero-width signs, tags and stray bytes between the characters."""
    pieces = [
        "\u200b",
        "<br/>",
        "浏览次数：12",
        "\u3000",
        "(shā)",
        "&nbsp;",
        "①",
        "20",
        "\x00",
        "%",
    ]
    text = data.decode("utf-8", "replace")
    signs = [
        sign + (generator.choice(pieces) if generator.random() < 0.02 else "") for sign in text
    ]
    return "".join(signs).encode("utf-8")


def joined_lines(data: bytes, generator: random.Random) -> bytes:
    """One line end in three is lost."""
    return re.sub(rb"\n", lambda m: b"" if generator.random() < 0.3 else m.group(), data)


MUTATIONS: tuple[Mutation, ...] = (
    dropped_lines,
    doubled_lines,
    shuffled_lines,
    cut,
    swapped_brackets,
    noise,
    joined_lines,
)


def breaches(path: Path) -> list[str]:
    """What is wrong with what is read from a file; a SourceError is an answer, not a breach."""
    try:
        first = build(path)
    except SourceError:
        return []
    found = validate(first.subgraph)[:3] + _dishonest(first)
    if build(path).subgraph.to_json() != first.subgraph.to_json():
        found.append("a second reading gives other bytes")
    return found


def _dishonest(built: Build) -> list[str]:
    text, raw = built.document.text, built.document.raw
    elements: tuple[Node | Edge, ...] = (*built.subgraph.nodes, *built.subgraph.edges)
    return [
        f"{element.id}: {evidence.start}:{evidence.end} is not “{evidence.quote[:20]}”"
        for element in elements
        for evidence in element.evidence
        if text[evidence.start : evidence.end] != evidence.quote
        or not 0 <= evidence.raw_start < evidence.raw_end <= len(raw)
    ][:3]


def main() -> None:
    """Print what was read and what went wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times", type=int, default=1)
    arguments = parser.parse_args()
    generator = random.Random(arguments.seed)
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(p for p in arguments.folder.iterdir() if p.suffix in (".html", ".txt")):
            data = path.read_bytes()
            kinds: tuple[Mutation, ...] = ((lambda data, _: data), *MUTATIONS * arguments.times)
            for mutate in kinds:
                target = Path(folder) / path.name
                target.write_bytes(mutate(data, generator))
                counts["readings"] += 1
                try:
                    found = breaches(target)
                except Exception as error:
                    found = [f"{type(error).__name__}: {error}"]
                counts["wrong"] += bool(found)
                for breach in found:
                    print(f"{path.name} {mutate.__name__}: {breach}")
    print(f"{counts['readings']} readings, {counts['wrong']} wrong")


if __name__ == "__main__":
    main()
