"""All that is known of a target beside its value: deadline, mode, baseline, wording, whole."""

from __future__ import annotations

import pytest

from graph.elements import Value
from loaders.identity import target_key
from loaders.lexicon import DEFAULT_LEXICON
from loaders.mentions import Mention
from loaders.rules.targets import find_targets
from tests.targets.made_documents import HEAD, document

GOALS = "二、发展目标"
TASKS = "三、重点任务"


def targets(*lines: str) -> list[Mention]:
    found = find_targets(document(*HEAD, *lines), DEFAULT_LEXICON)
    return [mention for mention in found if isinstance(mention, Mention)]


def known(mention: Mention, *names: str) -> tuple[Value | None, ...]:
    return tuple(mention.properties.get(name) for name in names)


FACTS: dict[str, tuple[str, dict[str, Value]]] = {
    "a level": (
        "海洋产业增加值达到800亿元",
        {"name": "海洋产业增加值", "mode": "level", "value_std": 8e10, "unit_std": "元"},
    ),
    "a baseline year and value": (
        "持证上岗率由2030年的62%提高到80%",
        {
            "name": "持证上岗率",
            "direction": "up",
            "baseline_year": 2030,
            "baseline_value": 62.0,
        },
    ),
    "a baseline value": (
        "审批时限由20个工作日压缩至5个工作日",
        {"name": "审批时限", "direction": "down", "baseline_value": 20.0},
    ),
    "a change": (
        "单位能耗累计下降12%",
        {"name": "单位能耗", "mode": "delta", "direction": "down"},
    ),
    "a rate": ("增加值年均增长8%以上", {"mode": "growth_rate", "direction": "up"}),
    "a multiple": (
        "产值比2030年翻一番",
        {"name": "产值", "mode": "multiple", "baseline_year": 2030, "value": 2.0, "unit": "倍"},
    ),
    "a qualifier": (
        "培育6家年产值超30亿元的船企",
        {"name": "船企", "qualifier": "年产值超30亿元", "value": 6.0},
    ),
    "a class as qualifier": (
        "打造3个百亿级产业集群",
        {"name": "产业集群", "qualifier": "百亿级"},
    ),
    "per year": ("每年新增首席技师不少于20名", {"name": "首席技师", "per": "年"}),
    "per place, the verb before it": (
        "支持符合条件的企业改造码头，力争每个设区市不少于3个",
        {"value": 3.0, "per": "设区市"},
    ),
    "per place": ("每个县（市、区）至少建成1个园区", {"name": "园区", "per": "县（市、区）"}),
    "striving": ("力争引进项目30个", {"strength": 2}),
    "must": ("业务占比不得低于70%", {"strength": 4}),
    "supporting": ("支持100家企业完成改造", {"strength": 1, "name": "企业"}),
}


@pytest.mark.parametrize(("sentence", "expected"), FACTS.values(), ids=FACTS)
def test_a_target_says_what_the_words_say(sentence: str, expected: dict[str, Value]) -> None:
    (mention,) = targets(TASKS, sentence + "。")
    assert {name: mention.properties.get(name) for name in expected} == expected


def test_a_deadline_holds_for_its_sentence_its_paragraph_and_its_bullets() -> None:
    found = targets(
        GOALS,
        "到2033年，建成渔港9座，泊位达到40个；航线达到12条。改造码头5座。",
        "——产业壮大。培育船企6家。",
        "（一）另一项目标。新建灯塔3座。",
    )
    assert [known(mention, "value", "year", "deadline_basis") for mention in found] == [
        (9.0, 2033, "explicit"),
        (40.0, 2033, "explicit"),
        (12.0, 2033, "explicit"),
        (5.0, 2033, "inherited"),
        (6.0, 2033, "inherited"),
        (3.0, None, "none"),
    ]


def test_relative_deadlines_and_years_side_by_side() -> None:
    found = targets(
        TASKS,
        "1.三年内培训渔民2000名。",
        "2.到2031年、2033年，泊位分别达到40个、55个。",
    )
    assert [known(mention, "value", "year", "deadline_basis") for mention in found] == [
        (2000.0, 2033, "relative"),
        (40.0, 2031, "explicit"),
        (55.0, 2033, "explicit"),
    ]


def test_names_of_a_shared_list_and_of_what_was_said_before() -> None:
    found = targets(
        GOALS,
        "到2033年，岸线修复率、湿地保护率分别达到35%和60%，海洋产值比2030年翻一番、力争突破500亿元，"
        "占全市比重提高4个百分点，培育形成1个五百亿级、3个百亿级产业集群。",
    )
    assert [known(mention, "name", "value") for mention in found] == [
        ("岸线修复率", 35.0),
        ("湿地保护率", 60.0),
        ("海洋产值", 2.0),
        ("海洋产值", 500.0),
        ("海洋产值占全市比重", 4.0),
        ("产业集群", 1.0),
        ("产业集群", 3.0),
    ]


def test_a_part_points_at_its_whole() -> None:
    whole, part = targets(TASKS, "总投资不低于90亿元，其中外资项目2至3个。")
    assert (whole.part_of, part.part_of) == (None, whole.spans[0])


WHOLES: dict[str, list[int | None]] = {
    "引进企业20家，投资90亿元，其中外资企业3家、民营企业5家": [None, None, 0, 0],
    "培育龙头企业10家、其中上市企业2家": [None, 0],
    "新建农村公路120公里、国道60公里，其中农村公路村道80公里": [None, None, 0],
    "引进人才500名，建成基地9个，其中博士占比达到30%": [None, None, 1],
}


@pytest.mark.parametrize(("text", "wholes"), WHOLES.items(), ids=WHOLES)
def test_the_whole_stands_before_the_word_and_is_of_its_kind(
    text: str, wholes: list[int | None]
) -> None:
    found = targets(TASKS, text + "。")
    spans = [mention.spans[0] for mention in found]
    assert [mention.part_of for mention in found] == [
        None if whole is None else spans[whole] for whole in wholes
    ]


def test_a_number_without_a_name_has_that_of_its_unit() -> None:
    text = "实施项目120个、完成投资350亿元，其中新开工60个，竣工40个，完成营造林20万亩。"
    assert [known(mention, "name", "value") for mention in targets(TASKS, text)] == [
        ("项目", 120.0),
        ("投资", 350.0),
        ("项目", 60.0),
        ("项目", 40.0),
        ("营造林", 20.0),
    ]


def test_members_that_share_the_end_of_their_name() -> None:
    text = (
        "果蔬、肉类、水产品冷链流通率分别达到30%、40%、50%，城镇、农村污水处理率分别达到95%、60%。"
    )
    assert [mention.properties["name"] for mention in targets(TASKS, text)] == [
        "果蔬冷链流通率",
        "肉类冷链流通率",
        "水产品冷链流通率",
        "城镇污水处理率",
        "农村污水处理率",
    ]


def test_members_that_share_a_yearly_rate() -> None:
    text = (
        "产值和税收年均分别增长8%、9%以上，城镇、农村居民收入年均分别提高6%和7%，"
        "产值、税收年均增速分别达到8%、9%，领军人才、卓越工程师数量年均增长分别为12%、15%。"
    )
    found = targets(GOALS, text)
    assert {mention.properties["mode"] for mention in found} == {"growth_rate"}
    assert [known(mention, "name", "comparator", "value") for mention in found] == [
        ("产值", "=", 8.0),
        ("税收", ">=", 9.0),
        ("城镇居民收入", "=", 6.0),
        ("农村居民收入", "=", 7.0),
        ("产值", "=", 8.0),
        ("税收", "=", 9.0),
        ("领军人才数量", "=", 12.0),
        ("卓越工程师数量", "=", 15.0),
    ]


def test_the_quote_is_the_smallest_clause() -> None:
    made = document(*HEAD, TASKS, "1.到2033年，建成深水网箱60个、海洋牧场4处，覆盖率达到 98 %。")
    quotes = [
        made.text[slice(*mention.spans[0])]
        for mention in find_targets(made, DEFAULT_LEXICON)
        if isinstance(mention, Mention)
    ]
    assert quotes == ["建成深水网箱60个", "海洋牧场4处", "覆盖率达到 98 %"]


def test_one_indicator_for_two_wordings_and_one_fact_for_two_places() -> None:
    one, other = targets(
        GOALS, "到2033年，累计建成深水网箱60个。", "2033年，全市深水网箱达到60个。"
    )
    assert [link.name for link in (*one.links, *other.links)] == ["深水网箱", "深水网箱"]
    assert list(target_key(one)) == list(target_key(other))


def test_reports_answers_and_laws_promise_nothing() -> None:
    assert targets("一、发展基础", "全市建成渔港9座，泊位达到70个。") == []
    answer = document("某部关于某市来函的复函", "全市建成渔港9座，要新建码头3座。")
    assert list(find_targets(answer, DEFAULT_LEXICON)) == []
    law = document(
        "某市海域管理办法",
        *(f"第{n}条 用海面积应当不少于{n}亩。" for n in "一二三四"),
    )
    assert list(find_targets(law, DEFAULT_LEXICON)) == []


def test_a_principle_promises_no_number() -> None:
    lines = ("一、总体要求", "（一）基本原则", "坚持陆海统筹。实现5个沿海市协同治理。")
    assert targets(*lines) == []


def test_a_lead_sentence_dates_the_lines_under_it_but_no_numbered_item() -> None:
    found = targets(
        GOALS,
        "到2033年，实现以下目标：",
        "产业规模。海洋产值达到800亿元。",
        "泊位建设。新建泊位9个。",
        "（一）创新能力。研发投入强度达到3%。",
    )
    assert [known(mention, "value", "year", "deadline_basis") for mention in found] == [
        (800.0, 2033, "inherited"),
        (9.0, 2033, "inherited"),
        (3.0, None, "none"),
    ]


def test_each_part_is_repeated_or_not_for_itself() -> None:
    found = targets(TASKS, "到2033年建成渔港9座、每年改造码头3座。")
    assert [known(mention, "value", "year", "per") for mention in found] == [
        (9.0, 2033, None),
        (3.0, None, "年"),
    ]


def test_a_heading_with_a_year_dates_the_paragraph_under_it() -> None:
    found = targets(GOALS, "（一）2033年目标", "海洋产值达到800亿元。", "1.新建泊位9个。")
    assert [known(mention, "value", "year", "deadline_basis") for mention in found] == [
        (800.0, 2033, "inherited"),
        (9.0, None, "none"),
    ]
