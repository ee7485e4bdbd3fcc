"""The ask box finds what people mean: three tables of phrasings, in Chinese, pinyin and English."""

from __future__ import annotations

import pytest

from graph.store import Store
from queries import all_queries
from queries.ask import AskBox
from queries.asking.features import features
from queries.asking.names import Names
from queries.asking.pinyin import likeness
from queries.asking.spelling import Ear, nearly
from tests.queries import more_phrasings, phrasings, third_phrasings

Phrasing = tuple[str, str, dict[str, object]]


@pytest.fixture(scope="module")
def box(true_store: Store) -> AskBox:
    queries = all_queries()
    return AskBox(queries, Names.of(true_store, queries))


def shares(box: AskBox, table: tuple[Phrasing, ...]) -> tuple[float, float, list[str]]:
    """Right at first place, right in the first three, and the texts that are not filled rightly."""
    first = three = 0
    unfilled = []
    for text, wanted, parameters in table:
        guesses = box.ask(text)
        names = [guess.query.name for guess in guesses]
        first += names[:1] == [wanted]
        three += wanted in names
        if names[:1] == [wanted] and not parameters.items() <= guesses[0].parameters.items():
            unfilled.append(text)
    return first / len(table), three / len(table), unfilled


def test_the_table_is_long_enough() -> None:
    assert len({text for text, _, _ in phrasings.PHRASINGS}) >= 60
    assert {name for _, name, _ in phrasings.PHRASINGS} == {query.name for query in all_queries()}


def test_phrasings_that_were_written_first(box: AskBox) -> None:
    first, three, unfilled = shares(box, phrasings.PHRASINGS)
    assert first >= 0.9
    assert three >= 0.98
    assert unfilled == []


def test_phrasings_that_were_written_afterwards(box: AskBox) -> None:
    first, three, unfilled = shares(box, more_phrasings.PHRASINGS)
    assert first >= 0.9
    assert three >= 0.98
    assert unfilled == []


def test_phrasings_of_a_first_use(box: AskBox) -> None:
    first, three, unfilled = shares(box, third_phrasings.PHRASINGS)
    assert first >= 0.9
    assert three >= 0.98
    assert unfilled == []


def test_a_name_alone_asks_what_there_is_to_know_of_it(box: AskBox) -> None:
    asked = [
        box.ask(name)[0]
        for name in ("市数据局", "数据交易额", "数字人才专项行动计划", "优化算力布局")
    ]
    assert [(guess.query.name, guess.parameters) for guess in asked] == [
        ("responsibility.portfolio", {"organization": "市数据局"}),
        ("targets.indicator", {"indicator": "数据交易额"}),
        ("plan.overview", {"plan": phrasings.TALENT}),
        ("trace.evidence", {"thing": "优化算力布局"}),
    ]


def test_what_no_word_of_ours_names_is_looked_for_in_the_text(box: AskBox) -> None:
    best, *_ = box.ask("区块链")
    assert (best.query.name, best.parameters) == ("trace.search", {"words": "区块链"})


def test_a_vague_owner_is_no_name(box: AskBox) -> None:
    assert "各有关部门" not in {name.name for name in box.names.known}


def test_a_wrong_character_of_the_right_sound_is_put_right() -> None:
    ear = Ear(["责任", "健康", "目标", "冲突", "市数据局", "时限", "实现"])
    assert ear.corrected("责仁 目标冲图 建康 市数剧局") == "责任 目标冲突 健康 市数据局"
    assert ear.corrected("以来和目标") == "以来和目标"  # nothing sounds so
    assert ear.corrected("食限") == "时限"
    assert ear.corrected("目表冲图") == "目标冲突"
    assert Ear([]).corrected("责仁") == "责仁"


def test_a_word_inside_a_known_one_is_left_alone() -> None:
    ear = Ear(["目标值", "目标", "之和"])
    assert ear.corrected("目标之和") == "目标之和"


def test_nearly_an_english_word() -> None:
    known = frozenset({"target", "conflict", "plan"})
    assert [nearly(word, known) for word in ("taget", "conflct", "plam", "mubiao")] == [
        "target", "conflict", "plam", "mubiao",
    ]  # fmt: skip


def test_a_filled_question_can_be_asked_at_once(box: AskBox, true_store: Store) -> None:
    (best, *_) = box.ask("市数据局2027年牵头的任务")
    assert best.query.name == "responsibility.portfolio"
    assert best.parameters == {"organization": "市数据局", "role": "LED_BY", "year": 2027}
    assert best.missing == ()


def test_what_is_still_needed_is_said(box: AskBox) -> None:
    guess = next(g for g in box.ask("单位任务清单") if g.query.name == "responsibility.portfolio")
    assert guess.missing == ("organization",)


def test_the_same_text_gets_the_same_answer_and_nothing_gets_none(box: AskBox) -> None:
    assert box.ask("目标冲突") == box.ask("目标冲突")
    assert box.ask("") == []
    assert box.ask("？！……") == []


def test_what_lacks_and_what_is_lacking_differ() -> None:
    assert "lack measure" in features("没有举措的目标")
    assert "lack target" in features("没有目标的举措")
    assert "lack lead" in features("which measures have no owner")


def test_pinyin_in_initials_or_in_full() -> None:
    assert likeness(("mbct",), "目标冲突") == 1
    assert likeness(("mubiao", "chongtu"), "目标冲突") == 1
    assert likeness(("mbct",), "闭环缺口") < 0.2
    assert likeness((), "目标冲突") == 0
