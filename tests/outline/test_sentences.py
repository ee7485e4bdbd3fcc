"""Where sentences and clauses end."""

from __future__ import annotations

from loaders.sentences import clauses, sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def cut_finely(text: str) -> list[str]:
    return [text[start:end] for start, end in clauses(text)]


def test_sentences_end_at_their_marks_and_at_line_ends() -> None:
    assert cut("建港；修路。\n　　到2030年，达到5座！ 好吗？") == [
        "建港；", "修路。", "到2030年，达到5座！", "好吗？",
    ]  # fmt: skip


def test_brackets_and_quotes_stay_whole() -> None:
    text = "他说：“先修路。再建港！”又说（甲；乙）。推行《办法。》。"
    assert cut(text) == ["他说：“先修路。再建港！”又说（甲；乙）。", "推行《办法。》。"]


def test_a_tag_belongs_to_the_sentence_before_it_a_number_does_not() -> None:
    text = "2.建港。修码头。（A局负责）完善冷链。（B局牵头，C局配合）（二）修路。"
    assert cut(text) == [
        "2.建港。", "修码头。（A局负责）", "完善冷链。（B局牵头，C局配合）", "（二）修路。",
    ]  # fmt: skip


def test_a_bracket_that_never_closes_does_not_swallow_the_rest() -> None:
    assert cut("建港（一期。修路。\n完工。") == ["建港（一期。", "修路。", "完工。"]


def test_clauses_end_also_at_commas_but_not_within_numbers() -> None:
    assert cut_finely("培训1,000人，建港,修路；（A局负责）完工。") == [
        "培训1,000人", "建港", "修路", "（A局负责）", "完工",
    ]  # fmt: skip


def test_spans_count_in_the_whole_text() -> None:
    text = "前文。建港，修路。后文。"
    assert [text[start:end] for start, end in sentences(text, 3, 9)] == ["建港，修路。"]
    assert [text[start:end] for start, end in clauses(text, 3, 9)] == ["建港", "修路"]
