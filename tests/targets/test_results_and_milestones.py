"""What is promised without a number: results, and acts with a date."""

from __future__ import annotations

from loaders.document import Document
from loaders.lexicon import DEFAULT_LEXICON
from loaders.mentions import Mention
from loaders.rules.milestones import find_milestones
from loaders.rules.qualitative import find_qualitative_targets
from tests.targets.made_documents import HEAD, document

GOALS = "二、发展目标"
TASKS = "三、重点任务"


def results(made: Document) -> list[tuple[object, ...]]:
    found = find_qualitative_targets(made, DEFAULT_LEXICON)
    return [
        (m.properties["name"], m.properties.get("year"), m.properties["deadline_basis"])
        for m in found
        if isinstance(m, Mention)
    ]


def milestones(made: Document) -> list[tuple[object, ...]]:
    found = find_milestones(made, DEFAULT_LEXICON)
    return [(m.properties["name"], m.properties["date"]) for m in found if isinstance(m, Mention)]


def test_every_clause_of_a_goal_paragraph_that_states_a_result() -> None:
    made = document(
        *HEAD,
        GOALS,
        "坚持陆海统筹，到2033年，海洋治理体系基本建成，成为区域航运枢纽，建成渔港9座。"
        "培育一批骨干船企，群众获得感显著增强。",
        "——创新能力明显提升。关键装备达到先进水平。",
        "——渔港网络基本覆盖主要产区，渔民收入与经济增长基本同步。",
        "——岸线布局基本成型，渔民负担明显减轻，促进岸线修复见效。",
    )
    assert results(made) == [
        ("海洋治理体系基本建成", 2033, "explicit"),
        ("成为区域航运枢纽", 2033, "explicit"),
        ("培育一批骨干船企", 2033, "inherited"),
        ("群众获得感显著增强", 2033, "inherited"),
        ("创新能力明显提升", 2033, "inherited"),
        ("关键装备达到先进水平", 2033, "inherited"),
        ("渔港网络基本覆盖主要产区", 2033, "inherited"),
        ("渔民收入与经济增长基本同步", 2033, "inherited"),
        ("岸线布局基本成型", 2033, "inherited"),
        ("渔民负担明显减轻", 2033, "inherited"),
    ]


def test_a_number_in_a_name_makes_no_target_of_an_act() -> None:
    text = "1.扩大见习。从2032年6月1日起，实施三年百万青年见习计划。2033年底前，建成渔港9座。"
    assert milestones(document(*HEAD, TASKS, text)) == [("实施三年百万青年见习计划", "2032-06")]


def test_a_title_with_its_year_is_no_milestone() -> None:
    title = "某县2032年全面推进岸线修复工作要点"
    made = document(
        f"某县人民政府关于印发{title}的通知", title, "一、重点任务", "1.修复岸线。2032年建成码头。"
    )
    assert milestones(made) == [("建成码头", "2032")]


def test_tasks_state_results_only_with_a_date_or_a_mark() -> None:
    made = document(
        *HEAD,
        TASKS,
        "1.保护岸线。加强岸线巡查，显著提升勘测能力。到2033年，重点岸段基本实现自然化。",
        "2.培育企业。培育一批骨干船企，推动码头改造。",
    )
    assert results(made) == [
        ("显著提升勘测能力", None, "none"),
        ("重点岸段基本实现自然化", 2033, "explicit"),
    ]


def test_acts_with_a_date_are_milestones() -> None:
    made = document(
        *HEAD,
        TASKS,
        "1.组织实施。2031年5月底前，各区县报送方案；自印发之日起20日内公布清单。",
        "2.推进试点。从2032年起启动试点，2033年上半年完成验收，2034年底前建成渔港9座。",
        "3.畅通航道。6月10日前将台账报市政府督查室。2034年底前航道具备通航条件。",
        "4.本方案自2031年7月1日起施行，有效期5年。",
    )
    assert milestones(made) == [
        ("各区县报送方案", "2031-05"),
        ("公布清单", "issue+20d"),
        ("启动试点", "2032"),
        ("完成验收", "2033-06"),
        ("台账报市政府督查室", "2031-06"),
        ("航道具备通航条件", "2034-12"),
    ]


def test_a_date_behind_a_number_is_the_number_s_and_no_milestone() -> None:
    made = document(
        *HEAD,
        TASKS,
        "新建码头5座，改造泊位9个，2032年6月底前全部完成。",
        "建设渔港平台，2033年底前上线运行。扩建码头2座。2034年3月底前完成。",
        "修复岸线9公里，2032年9月底前完成总结评估。",
        "二是推广渔船保险。发挥协会作用。由市水务局牵头，市财政局配合，2033年9月底前完成。",
    )
    assert milestones(made) == [
        ("建设渔港平台，上线运行", "2033-12"),
        ("扩建码头2座，完成", "2034-03"),
        ("完成总结评估", "2032-09"),
        ("推广渔船保险，完成", "2033-09"),
    ]


def test_a_long_list_without_a_date_behind_it_is_read_to_its_end() -> None:
    many = "，".join(f"新建码头{n}座渔港{n}处泊位{n}个" for n in range(1, 41))
    assert milestones(document(*HEAD, TASKS, f"{many}，形成合力。")) == []


def test_what_a_text_says_of_its_plan_is_no_milestone() -> None:
    made = document(*HEAD, TASKS, "方案明确了今后三年渔港建设的任务，2032年底前开展评估。")
    assert milestones(made) == [("开展评估", "2032-12")]


def test_a_report_on_the_past_states_neither() -> None:
    made = document(
        *HEAD,
        "一、发展基础",
        "2030年，海洋治理体系基本建成，截至2030年底，渔港改造全面完成。",
    )
    assert results(made) == []
    assert milestones(made) == []


def test_what_frames_the_goals_promises_nothing() -> None:
    made = document(
        *HEAD,
        "市海洋局负责人表示，我市岸线资源丰富、产业门类多元，具备先行先试的良好条件。",
        GOALS,
        "坚持陆海统筹原则，统筹开发和保护、存量和增量，构建人海和谐关系。发挥港口产业集聚优势。",
        "海洋装备产业已经成为推动全省发展的重要引擎。",
        "到2033年，建成以中心渔港为龙头，布局合理的渔港体系，具备条件的达到先进水平的。",
        "专栏 “数字渔港”建设主要指标",
    )
    assert results(made) == [
        ("建成以中心渔港为龙头，布局合理的渔港体系", 2033, "explicit"),
    ]


def test_a_heading_among_the_goals_states_a_result_and_one_among_the_tasks_does_not() -> None:
    text = "到2033年，岸线保护水平明显提升。"
    made = document(
        *HEAD, GOALS, "（一）海洋治理体系基本建成", text, TASKS, "（一）全面提升勘测能力"
    )
    assert results(made) == [
        ("海洋治理体系基本建成", None, "none"),
        ("岸线保护水平明显提升", 2033, "explicit"),
    ]
