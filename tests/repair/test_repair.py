"""The figures of the kit: its pairs, its small cases, and all that must come back untouched."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from loaders.issues import Code, Issue, Level
from loaders.repair import LONGEST, Repaired, repair
from tests.repair.kit import CORPUS, DEV, rows, scorer, text_of

NAMES = sorted(path.name.removesuffix(".noisy.txt") for path in DEV.glob("*.noisy.txt"))
CASES = [row.split("\t") for row in rows("cases.tsv")[1:]]
DOCUMENTS = sorted(CORPUS.glob("*.html"))
NARROW = str.maketrans("，；：！？（）", ",;:!?()")


def test_the_seed_is_right_to_the_byte() -> None:
    repaired = repair(text_of(DEV / "seed.noisy.txt"))
    assert repaired.text == text_of(DEV / "seed.clean.txt")


def test_the_simulated_pairs_have_no_more_than_five_errors_in_ten_thousand_characters() -> None:
    wrong = size = 0
    for name in NAMES:
        if name != "seed":
            clean = text_of(DEV / f"{name}.clean.txt")
            repaired = repair(text_of(DEV / f"{name}.noisy.txt"))
            wrong += scorer().errors(clean, repaired.text)
            size += len(scorer().canonical(clean))
    assert wrong <= 0.0005 * size


@pytest.mark.parametrize(("noisy", "clean", "pattern"), CASES, ids=[case[2] for case in CASES])
def test_a_small_case(noisy: str, clean: str, pattern: str) -> None:
    assert repair(noisy).text.translate(NARROW) == clean.translate(NARROW), pattern


@pytest.mark.parametrize("line", rows("clean_strings.txt"))
def test_a_tricky_clean_line_is_the_same_object_afterwards(line: str) -> None:
    assert repair(line) == Repaired(line)
    assert repair(line).text is line


@pytest.mark.parametrize("name", [*(f"{name}.clean.txt" for name in NAMES), "clean_strings.txt"])
def test_a_clean_text_is_the_same_object_afterwards(name: str) -> None:
    text = text_of(DEV / name)
    assert repair(text).text is text


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_published_document_is_the_same_object_afterwards(path: object) -> None:
    source = text_of(path)  # type: ignore[arg-type]
    page = BeautifulSoup(source, "lxml")
    for text in (source, page.get_text(), page.get_text("\n")):
        assert repair(text).text is text


@pytest.mark.parametrize("name", NAMES)
def test_a_second_repair_finds_nothing_to_do(name: str) -> None:
    once = repair(text_of(DEV / f"{name}.noisy.txt")).text
    assert repair(once).text is once


def test_a_doubtful_reading_is_shown_with_its_alternatives() -> None:
    repaired = repair("培育智能科技企業(yè)發(fā)展?jié)竦亍?/p>")
    (issue,) = repaired.issues
    assert issue == Issue(
        level=Level.INFO,
        code=Code.DOUBTFUL_REPAIR,
        message="bytes are lost here: read as “湿地。”, or “湿地、”",
        span=(10, 13),
        quote="湿地。",
        fix="compare with the original",
    )


def test_a_text_longer_than_any_plan_is_left_alone_and_said_so() -> None:
    text = "產(chǎn)業(yè)" * (LONGEST // 12 + 1)
    repaired = repair(text)
    assert repaired.text is text
    assert [issue.code for issue in repaired.issues] == [Code.GIVEN_UP_REPAIR]
    assert repair("业" * (LONGEST + 1)).issues == ()
