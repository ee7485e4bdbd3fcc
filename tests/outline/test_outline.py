"""The outline, written from the guide: what is a heading, how it nests, what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.document import Document
from loaders.issues import Code
from loaders.outline import outline
from loaders.readers.assembly import Assembly
from loaders.readers.tables import GridCell, add_table
from loaders.source import Source

SOURCE = Source(path=Path("plan.txt"), stem="plan")


def outlined(*lines: str | list[list[str]]) -> Document:
    assembly = Assembly()
    for line in lines:
        if isinstance(line, str):
            assembly.add_paragraph(line)
        else:
            add_table(assembly, [[GridCell(cell) for cell in row] for row in line])
    return outline(assembly.document(SOURCE))


def headings(document: Document) -> list[tuple[int, str, str]]:
    return [(section.level, section.number, section.title) for section in document.sections]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(section.title, section.kind) for section in document.sections]


TITLE = "云岚市海洋发展行动方案（2031—2033年）"


def test_level_is_depth_and_numbering_runs_on_through_chapters() -> None:
    document = outlined(
        TITLE, "一、总体要求", "（一）指导思想。坚持陆海统筹，推动发展。", "二、重点任务",
        "1.建设渔港。修复码头。", "2.壮大船队。", "三、产业任务", "（二）扩大养殖空间。支持渔民。",
        "3．用海保障：对重点项目，优先安排用海指标，简化审批程序。", "4、完善冷链。",
    )  # fmt: skip
    assert headings(document) == [
        (1, "一", "总体要求"), (2, "（一）", "指导思想"), (1, "二", "重点任务"),
        (2, "1", "建设渔港"), (2, "2", "壮大船队"), (1, "三", "产业任务"),
        (2, "（二）", "扩大养殖空间"), (3, "3", "用海保障"), (3, "4", "完善冷链"),
    ]  # fmt: skip
    assert document.issues == ()


def test_chapters_articles_and_small_numbers() -> None:
    document = outlined(
        "云岚市渔港条例", "第一章　总　则", "第一条　为了规范管理，制定本条例。", "第二章 管理",
        "第二条 有下列情形之一的，不予批准：", "（一）占用航道的；", "（二）污染海域的。",
        "第三条 应当做到：", "（1）登记；", "①名称；", "②吨位。", "（2）公示。",
    )  # fmt: skip
    assert headings(document) == [
        (1, "第一章", "总则"), (2, "第一条", "为了规范管理，制定本条例"), (1, "第二章", "管理"),
        (2, "第二条", "有下列情形之一的，不予批准"), (3, "（一）", "占用航道的"),
        (3, "（二）", "污染海域的"), (2, "第三条", "应当做到"), (3, "（1）", "登记"),
        (4, "①", "名称"), (4, "②", "吨位"), (3, "（2）", "公示"),
    ]  # fmt: skip
    assert {section.kind for section in document.sections} == {"other"}


def test_decimal_numbers_nest_by_their_parts() -> None:
    document = outlined(
        TITLE, "目　录", "1　总则", "1.1　目的", "2　任务", "1　总则", "1.1　目的", "为了发展。",
        "2　任务", "2.1　建港", "2.1.1　选址：先选址，再勘测，后施工，逐步推进。", "2.2　修路",
    )  # fmt: skip
    assert headings(document) == [
        (1, "1", "总则"), (2, "1.1", "目的"), (1, "2", "任务"), (2, "2.1", "建港"),
        (3, "2.1.1", "选址"), (2, "2.2", "修路"),
    ]  # fmt: skip


def test_decimal_numbers_may_begin_in_a_later_chapter() -> None:
    document = outlined(
        TITLE, "1 目标", "建成港口。", "2 任务", "2.1 建港", "先勘测。", "2.2 修路", "再施工。",
    )  # fmt: skip
    assert headings(document) == [
        (1, "1", "目标"), (1, "2", "任务"), (2, "2.1", "建港"), (2, "2.2", "修路"),
    ]  # fmt: skip


def test_numbers_of_things_are_no_headings() -> None:
    document = outlined(
        TITLE, "一、任务", "1.建港。", "2.修路。", "3.5万吨泊位已经建成。",
        "2031年印发的方案有效。", "1.5亿元用于奖励。", "一、二、三产业融合发展。",
        "3.365便民行动。做好服务。", "4.5G网络覆盖。建设基站。", "12. 第十二次会议。",
        "9.365天全天候服务。",
    )  # fmt: skip
    assert headings(document) == [
        (1, "一", "任务"), (2, "1", "建港"), (2, "2", "修路"), (2, "3", "365便民行动"),
        (2, "4", "5G网络覆盖"),
    ]  # fmt: skip


def test_title_addressee_signature_notes_and_list_of_annexes_are_no_headings() -> None:
    document = outlined(
        "云岚市人民政府关于印发海洋发展", "行动方案的通知", "云政发〔2031〕8号", "各区人民政府：",
        "现印发给你们，请认真组织实施。", "附件：1.任务清单", "2.指标表", "云岚市人民政府",
        "2031年5月8日", "（此件公开发布）", TITLE, "一、任务", "1.建港。", "注：1.按年统计。",
        "2.不含内河。",
    )  # fmt: skip
    assert headings(document) == [(1, "一", "任务"), (2, "1", "建港")]


def test_an_annex_is_a_level_of_its_own_and_its_numbers_begin_anew() -> None:
    document = outlined(
        TITLE, "一、任务", "（一）建港。", "云岚市人民政府", "2031年5月8日", "附件1",
        "云岚市渔港建设的", "实施方案", "一、目标", "（一）近期目标", "附件2：船队名单", "一、远洋",
    )  # fmt: skip
    assert headings(document) == [
        (1, "一", "任务"), (2, "（一）", "建港"), (1, "附件1", "云岚市渔港建设的实施方案"),
        (2, "一", "目标"), (3, "（一）", "近期目标"), (1, "附件2", "船队名单"), (2, "一", "远洋"),
    ]  # fmt: skip
    assert document.issues == ()


def test_rows_are_headings_only_in_an_annex_list_with_group_rows() -> None:
    table = [
        ["序号", "事项", "责任单位"],
        ["一、审批服务类（共2项）", "", ""],
        ["1", "渔船登记", "市海洋局"],
        ["2", "用海审批", "市海洋局"],
        ["二", "监管执法类", ""],
        ["3", "联合巡航", "市公安局"],
    ]
    in_annex = outlined(TITLE, "一、任务", "建港。", "附件", "改革事项清单", table)
    assert headings(in_annex) == [
        (1, "一", "任务"), (1, "附件", "改革事项清单"), (2, "一", "审批服务类（共2项）"),
        (3, "1", "渔船登记"), (3, "2", "用海审批"), (2, "二", "监管执法类"), (3, "3", "联合巡航"),
    ]  # fmt: skip
    assert headings(outlined(TITLE, "一、任务分工", table)) == [(1, "一", "任务分工")]


def test_a_gap_and_a_repeat_are_said_with_their_place() -> None:
    document = outlined(TITLE, "一、任务", "（一）建港。", "（三）修路。", "（三）造船。")
    assert headings(document)[1:] == [
        (2, "（一）", "建港"), (2, "（三）", "修路"), (2, "（三）", "造船"),
    ]  # fmt: skip
    assert [(issue.code, issue.quote) for issue in document.issues] == [
        (Code.NUMBERING_GAP, "（三）修路"), (Code.NUMBERING_REPEAT, "（三）造船"),
    ]  # fmt: skip


def test_items_that_lost_their_line_break_are_found_inside_the_line() -> None:
    document = outlined(TITLE, "一、任务", "（一）建港。修复码头（一期）。（二）修路。打通干线。")
    assert headings(document)[1:] == [(2, "（一）", "建港"), (2, "（二）", "修路")]
    first, second = document.sections[1:]
    assert document.text[first.start : first.body_end] == "（一）建港。修复码头（一期）。"
    assert document.text[second.start : second.body_end] == "（二）修路。打通干线。"


def test_lead_ins_act_as_titles_where_the_guide_says_so() -> None:
    document = outlined(
        TITLE, "一、总体要求", "（一）基本原则。", "坚持陆海统筹。推动海陆联动发展。",
        "坚持生态优先。保护岸线。", "（二）发展目标", "——产业更强。到2033年，产值达到5亿元。",
        "——到2033年，岸线更美。", "具体指标：到2033年，泊位达到50个。", "二、任务",
        "在建港方面，将加大投入。",
    )  # fmt: skip
    assert [(s.level, s.title) for s in document.sections if s.kind == "lead_in"] == [
        (3, "坚持陆海统筹"), (3, "坚持生态优先"), (3, "产业更强"), (3, "具体指标"),
    ]  # fmt: skip


def test_a_box_is_a_heading_but_the_caption_of_a_table_is_none() -> None:
    document = outlined(TITLE, "一、任务", "专栏1 重大工程", "建设渔港。")
    assert headings(document) == [(1, "一", "任务"), (2, "专栏1", "重大工程")]


def test_a_text_without_a_title_begins_with_its_first_heading() -> None:
    document = outlined(
        "一、总体目标", "到2033年，建成渔港9座。", "二、重点任务", "（一）修复码头。"
    )
    assert headings(document) == [
        (1, "一", "总体目标"), (1, "二", "重点任务"), (2, "（一）", "修复码头"),
    ]  # fmt: skip


def test_wide_digits_number_as_narrow_ones_do() -> None:
    document = outlined(
        TITLE, "一、任务", "（一）渔港", "１．修复码头。修复。", "（１）东码头。",
        "２、壮大船队。更新。", "３．５Ｇ网络。", "３．５万吨冷链。",
    )  # fmt: skip
    assert headings(document) == [
        (1, "一", "任务"), (2, "（一）", "渔港"), (3, "1", "修复码头"), (4, "（1）", "东码头"),
        (3, "2", "壮大船队"), (3, "3", "５Ｇ网络"),
    ]  # fmt: skip


def test_the_numbers_in_a_box_do_not_count_around_it() -> None:
    document = outlined(
        TITLE, "一、任务", "（一）渔港", *(f"{n}.任务{n}号。修复码头。" for n in range(1, 8)),
        "专栏1 重大工程", "1.泊位工程。新建泊位。", "2.冷链工程。", "8.完善冷链。修复冷库。",
        "专栏2 重大项目", "1.网箱项目。", "2.牧场项目。", "3.航标项目。",
        "（二）船队", "9.壮大船队。更新渔船。",
    )  # fmt: skip
    assert headings(document)[-9:] == [
        (3, "1", "泊位工程"), (3, "2", "冷链工程"), (3, "8", "完善冷链"), (4, "专栏2", "重大项目"),
        (3, "1", "网箱项目"), (3, "2", "牧场项目"), (3, "3", "航标项目"), (2, "（二）", "船队"),
        (3, "9", "壮大船队"),
    ]  # fmt: skip
    assert document.issues == ()


def test_a_news_text_has_lead_ins_and_plain_headings() -> None:
    long = (
        "记者从会上获悉，云岚市日前印发方案，明确了今后三年的目标任务和责任分工，将分步推进实施。"
    )
    document = outlined(
        "云岚市印发海洋方案", long, "目标明确：三年建成强市", long, "夯实底座：让港口“活起来”",
        "一是建设渔港。" + long, "二是壮大船队。" + long,
        "在建设海洋牧场上，将支持渔民转产。", "海洋文旅扩容方面，将打造滨海品牌。",
    )  # fmt: skip
    assert headings(document) == [
        (1, "", "目标明确：三年建成强市"), (1, "", "夯实底座：让港口“活起来”"),
        (2, "一是", "建设渔港"), (2, "二是", "壮大船队"), (3, "", "在建设海洋牧场上"),
        (3, "", "海洋文旅扩容方面"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("总体要求", "requirements"), ("发展目标", "goals"), ("目标任务", "goals"),
        ("基本原则", "principles"), ("重点任务", "tasks"), ("加强社会保障体系建设", "tasks"),
        ("保障措施", "safeguards"), ("加强组织领导", "safeguards"), ("组织实施", "safeguards"),
        ("发展基础", "other"), ("指标体系", "tasks"), ("扩大养殖空间", "tasks"),
        ("强化要素保障", "safeguards"), ("附则", "other"),
    ],
)  # fmt: skip
def test_kinds_are_told_by_titles(title: str, kind: str) -> None:
    assert kinds(outlined(TITLE, f"一、{title}", "正文。"))[0] == (title, kind)


def test_only_general_requirements_hold_several_kinds() -> None:
    document = outlined(
        TITLE, "一、总体要求", "（一）指导思想", "（二）基本原则", "（三）主要目标", "二、重点任务",
        "（四）明确目标任务", "三、保障措施", "（五）建设港口",
    )  # fmt: skip
    assert [kind for _, kind in kinds(document)] == [
        "requirements", "requirements", "principles", "goals", "tasks", "tasks", "safeguards",
        "safeguards",
    ]  # fmt: skip


def test_clauses_know_their_section_and_the_signature_stands_outside() -> None:
    document = outlined(
        TITLE, "前言。", "一、任务", "（一）建港。修码头。", "续段。",
        [["任务", "单位"], ["建港", "市局"]], "二、保障", "落实。",
        "云岚市人民政府", "2031年5月8日",
    )  # fmt: skip
    numbers = {None: "-"} | {n: s.number for n, s in enumerate(document.sections)}
    found = [(c.ordinal, c.kind, numbers[c.section]) for c in document.clauses]
    assert found == [
        (1, "paragraph", "-"), (2, "paragraph", "-"), (3, "heading", "一"),
        (4, "paragraph", "（一）"), (5, "paragraph", "（一）"), (6, "row", "（一）"),
        (7, "row", "（一）"), (8, "heading", "二"), (9, "paragraph", "二"), (10, "paragraph", "-"),
        (11, "paragraph", "-"),
    ]  # fmt: skip


def test_a_chapter_may_have_its_title_on_the_next_line() -> None:
    document = outlined(
        "云岚市规划", "第一章", "发展基础", "第一节　现状", "已有渔港。", "第二章", "目标"
    )
    assert headings(document) == [
        (1, "第一章", "发展基础"), (2, "第一节", "现状"), (1, "第二章", "目标"),
    ]  # fmt: skip


def test_headings_that_only_the_format_marks_nest_by_their_level() -> None:
    assembly = Assembly()
    for words, level in [
        (TITLE, 0), ("总体要求", 1), ("指导思想", 2), ("坚持陆海统筹。", 0), ("重点任务", 1),
        ("建港", 2),
    ]:  # fmt: skip
        assembly.add_paragraph(words, level)
    document = outline(assembly.document(SOURCE))
    assert headings(document) == [
        (1, "", "总体要求"), (2, "", "指导思想"), (1, "", "重点任务"), (2, "", "建港"),
    ]  # fmt: skip
    assert kinds(document)[0] == ("总体要求", "requirements")


def test_a_list_may_begin_anew_beside_an_open_one() -> None:
    document = outlined(
        TITLE, "一、任务", "1.建港。", "2.修路。", "分步推进。", "1.选址。", "2.施工。"
    )
    assert headings(document)[1:] == [
        (2, "1", "建港"), (2, "2", "修路"), (2, "1", "选址"), (2, "2", "施工"),
    ]  # fmt: skip
    assert document.issues == ()


def test_a_list_may_begin_with_a_digit_or_have_lost_its_first_item() -> None:
    document = outlined(
        TITLE, "一、任务", "1.5G网络建设。建基站。", "2.算力建设。扩机房。", "3.收尾。"
    )
    assert headings(document)[1:] == [
        (2, "1", "5G网络建设"),
        (2, "2", "算力建设"),
        (2, "3", "收尾"),
    ]
    lost = outlined(TITLE, "一、任务", "2.算力建设。扩机房。", "3.收尾。")
    assert headings(lost)[1:] == [(2, "2", "算力建设"), (2, "3", "收尾")]
    assert [issue.code for issue in lost.issues] == [Code.NUMBERING_GAP]


def test_parts_stand_above_chapters() -> None:
    document = outlined(
        "云岚市规划", "第一部分　总论", "第一章　基础", "第二部分　任务", "第二章　建港"
    )
    assert headings(document) == [
        (1, "第一部分", "总论"), (2, "第一章", "基础"), (1, "第二部分", "任务"),
        (2, "第二章", "建港"),
    ]  # fmt: skip
