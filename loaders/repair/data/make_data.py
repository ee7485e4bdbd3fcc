"""Make the data files of this folder from permissively licensed packages.

    pip install jieba pypinyin opencc && python -m loaders.repair.data.make_data

What they hold is told in README.md. The files are the same bytes on every run.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

import opencc
from pypinyin.constants import PINYIN_DICT

from loaders.repair.model import official_words

HERE = Path(__file__).resolve().parent
WORDS = 20_000
COMMON = 4_000
BASIC_BLOCK = [chr(code) for code in range(0x4E00, 0x9FA6)]


def main() -> None:
    """Write words.txt.gz, readings.txt.gz and scripts.txt."""
    words = most_frequent_words(jieba_dictionary())
    write_packed("words.txt.gz", (f"{word} {count}" for word, count in words.items()))
    write_packed("readings.txt.gz", readings())
    common = common_characters(official_words())
    scripts = (traditional_only(), simplified_only(), common)
    (HERE / "scripts.txt").write_text("\n".join(scripts) + "\n", "utf-8", newline="\n")


def jieba_dictionary() -> Path:
    """The word list inside the installed package, which is not imported."""
    spec = find_spec("jieba")
    assert spec is not None and spec.origin is not None, "pip install jieba"
    return Path(spec.origin).with_name("dict.txt")


def most_frequent_words(dictionary: Path) -> dict[str, int]:
    """Words and their counts, the most frequent first."""
    pairs = (line.split(" ") for line in dictionary.read_text("utf-8").splitlines())
    counted = [(int(count), word) for word, count, *_ in pairs]
    counted.sort(key=lambda pair: -pair[0])
    return {word: count for count, word in counted[:WORDS]}


def readings() -> Iterable[str]:
    """Every character with all its readings, tones as diacritics: 行 xíng,háng."""
    for ch in ["〇", *BASIC_BLOCK]:
        if found := PINYIN_DICT.get(ord(ch)):
            yield f"{ch} {found}"


def traditional_only() -> str:
    """Characters that simplified text does not have."""
    convert = opencc.OpenCC("t2s").convert
    return "".join(c for c in BASIC_BLOCK if not encodable(c, "gb2312") and convert(c) != c)


def simplified_only() -> str:
    """Characters that traditional text does not have."""
    return "".join(c for c in BASIC_BLOCK if encodable(c, "gb2312") and not encodable(c, "big5"))


def common_characters(words: Mapping[str, int]) -> str:
    """The characters of the words, the most frequent first."""
    counts: Counter[str] = Counter()
    for word, count in words.items():
        for ch in word:
            if "\u4e00" <= ch <= "\u9fff":
                counts[ch] += count
    return "".join(ch for ch, _ in counts.most_common(COMMON))


def encodable(ch: str, codec: str) -> bool:
    """Whether an old character set has this character."""
    try:
        ch.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def write_packed(name: str, lines: Iterable[str]) -> None:
    """Write a gzip file without a date in it."""
    data = "".join(line + "\n" for line in lines).encode("utf-8")
    (HERE / name).write_bytes(gzip.compress(data, compresslevel=9, mtime=0))


if __name__ == "__main__":
    main()
