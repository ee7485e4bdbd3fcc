"""Every character of a repaired text shows where it came from, and the raw text what it became."""

from __future__ import annotations

import pytest

from loaders.repair import Repaired, repair
from loaders.repair.trace import Change, Span, Trace
from tests.repair.kit import DEV, text_of

PAIRS = sorted(path.name.removesuffix(".noisy.txt") for path in DEV.glob("*.noisy.txt"))

# Marked by hand in seed.noisy.txt: the words of a fact and the passage they were read from.
SEED_FACTS = [
    ("总体行动计划", "總體行動計劃"),
    ("“大智能”产业集聚区", "“大智能”產(chǎn)業(yè)集聚區"),
    ("打造“天津智港”", "打造“天津智港”"),
    ("十大专项行动计划", "十大專項行動計劃"),
    ("智能制造发展、智能医疗与健康", "智能制造發(fā)展、智能醫(yī)療與健康"),
    ("智能科技领域军民融合", "智能科技領域軍民融合"),
    ("天津市政府日前印发", "天津市政府日前印發"),
    (
        "《天津市加快推进智能科技产业发展总体行动计划》",
        "《天津市加快推進智能科技產(chǎn)業(yè)發(fā)展總體行動計劃》",
    ),
    (
        "互联网、大数据、人工智能和实体经济",
        "互聯(lián)網(wǎng)、大數(shù)據(jù)、人工智能和實體經(jīng)濟",
    ),
    ("新产业、新业态、新模式", "新產(chǎn)業(yè)、新業(yè)態(tài)、新模式"),
    ("智能科技产业领航区、", "智能科技產(chǎn)業(yè)領航區(qū)、"),
    ("智能科技创新策源地", "智能科技創(chuàng)新策源地"),
    ("智能科技企业发展湿地。", "智能科技企業(yè)發(fā)展?jié)竦亍?"),
    ("在培育智能科技企业发展湿地上,", "在培育智能科技企業(yè)發(fā)展?jié)竦厣?/strong>,"),
    ("实施100项试点示范工程", "實施100項試點示范工程"),
    ("智能科技产业规模达到1000亿元", "智能科技產(chǎn)業(yè)規(guī)模達到1000億元"),
    ("高水平建设2至3家国家级或部委级创新平台", "高水平建設2至3家國家級或部委級創(chuàng)新平臺"),
    ("“瞪羚企业”“独角兽企业”“隐形冠军”", "“瞪羚企業(yè)”“獨角獸企業(yè)”“隱形冠軍”"),
    ("智能科技领军企业和龙头企业100家", "智能科技領軍企業(yè)和龍頭企業(yè)100家"),
    ("聚集100名领军企业家", "聚集100名領軍企業(yè)家"),
    ("到2025年,智能科技突破", "到2025年,智能科技突破"),
    ("全国领先的智能科技产业高地", "全國領先的智能科技產(chǎn)業(yè)高地"),
    ("培育10个主营业务收入超50亿元", "培育10個主營業(yè)務收入超50億元"),
    ("智能制造装备和软件供应商", "智能制造裝備和軟件供應商"),
    ("建成10个以上国家智能制造试点示范项目", "建成10個以上國家智能制造試點示范項目"),
    ("打造“国际化”品牌企业5家", "打造“國際化”品牌企業(yè)5家"),
    ("攻破100项关键共性技术及“杀手锏”产品", "攻破100項關鍵共性技術及“殺手锏”產(chǎn)品"),
    ("3至5个关键领域进入国家布局", "3至5個關鍵領域進入國家布局"),
    ("引育10个智能科技产业的顶尖人才和团队", "引育10個智能科技產(chǎn)業(yè)的頂尖人才和團隊"),
    ("1000名人工智能领域高端研发人才", "1000名人工智能領域高端研發(fā)人才"),
    ("《天津市智慧城市专项行动计划》", "《天津市智慧城市專項行動計劃》"),
]


def spans_of(repaired: Repaired) -> tuple[Span, ...]:
    own = tuple((at, at + 1) for at in range(len(repaired.text)))
    return own if repaired.trace.spans is None else repaired.trace.spans


@pytest.fixture(scope="module")
def seed() -> Repaired:
    return repair(text_of(DEV / "seed.noisy.txt"))


@pytest.mark.parametrize(("words", "passage"), SEED_FACTS)
def test_the_words_of_a_fact_open_the_passage_they_were_read_from(
    seed: Repaired, words: str, passage: str
) -> None:
    raw = text_of(DEV / "seed.noisy.txt")
    start = seed.text.index(words)
    raw_start, raw_end = seed.trace.raw_span(start, start + len(words))
    assert raw[raw_start:raw_end] == passage
    assert seed.trace.cleaned_span(raw_start, raw_end) == (start, start + len(words))


def test_restored_characters_share_the_characters_that_hold_their_bytes() -> None:
    raw = "培育智能科技企業(yè)發(fā)展?jié)竦亍?/p>\n完成戰(zhàn)略。"
    repaired = repair(raw)
    assert repaired.text == "培育智能科技企业发展湿地。\n完成战略。"
    at = repaired.text.index("湿地。")
    spans = repaired.trace.spans
    assert spans is not None
    assert [raw[slice(*span)] for span in spans[at : at + 3]] == ["?jié)竦", "竦亍", "亍?"]


def test_a_long_run_of_changes_keeps_the_way_back_through_all_steps() -> None:
    raw = "　<p>&ldquo;產(chǎn)\u200b業(yè)&rdquo;著力發(fā)展</p> "
    repaired = repair(raw)
    assert repaired.text == "“产业”着力发展"
    assert repaired.trace.spans == (
        (4, 11), (11, 12), (19, 20), (24, 31), (31, 32), (32, 33), (33, 34), (38, 39),
    )  # fmt: skip
    assert repaired.trace.raw_span(1, 3) == (11, 20)
    assert repaired.trace.cleaned_span(12, 18) == (2, 2)
    assert [change.step for change in repaired.changes] == [
        "blanks", "tags", "entities", "script", "annotations", "invisible", "script",
        "annotations", "entities", "script", "annotations", "tags", "blanks",
    ]  # fmt: skip


@pytest.mark.parametrize("name", PAIRS)
def test_one_raw_span_for_each_character_and_none_goes_back(name: str) -> None:
    raw = text_of(DEV / f"{name}.noisy.txt")
    repaired = repair(raw)
    spans = spans_of(repaired)
    assert len(spans) == len(repaired.text)
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= start <= end <= len(raw) for start, end in spans)


@pytest.mark.parametrize("name", PAIRS)
def test_an_undamaged_character_maps_to_itself_and_every_other_is_in_the_log(name: str) -> None:
    raw = text_of(DEV / f"{name}.noisy.txt")
    repaired = repair(raw)
    spans = spans_of(repaired)
    logged = {at for change in repaired.changes for at in range(change.raw_start, change.raw_end)}
    for ch, (start, end) in zip(repaired.text, spans, strict=True):
        if logged.isdisjoint(range(start, end)):
            assert raw[start:end] == ch or start == end
    kept = {at for start, end in spans for at in range(start, end)}
    assert [raw[at] for at in range(len(raw)) if at not in kept and at not in logged] == []


def test_a_log_tells_the_raw_words_the_cleaned_ones_the_step_and_how_sure_it_is() -> None:
    repaired = repair("著力發(fā)展?jié)竦亍?")
    assert repaired.text == "着力发展湿地。"
    assert repaired.changes == (
        Change(0, 3, "著力發", "着力发", "script", 1.0),
        Change(3, 7, "(fā)", "", "annotations", 1.0),
        Change(8, 16, "?jié)竦亍?", "濕地。", "shifted", 0.37),
        Change(8, 14, "?jié)竦", "湿", "script", 1.0),
    )


def test_the_map_of_an_untouched_text_is_the_identity() -> None:
    assert Trace().spans is None
    assert Trace().raw_span(3, 7) == (3, 7)
    assert Trace().cleaned_span(3, 7) == (3, 7)
