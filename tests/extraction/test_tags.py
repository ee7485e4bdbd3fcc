"""Owner tags as they stand in plans of the State Council, provinces, cities and counties."""

from __future__ import annotations

import pytest

from loaders.rules.roles import Assignment, first_of_list_leads
from loaders.rules.tags import Tag, tags_in

ROLE = {"L": "lead", "R": "responsible", "P": "participate", "G": "guide", "S": "supervise"}


def said(text: str) -> list[str]:
    """Every assignment of a text as L市财政局, in the order of the text."""
    letters = {role: letter for letter, role in ROLE.items()}
    return [
        letters[one.role] + one.name
        for _, tag, _, _ in tags_in(text, 0, len(text))
        for one in tag.assignments
    ]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("（国家发展改革委、财政部等按职责分工负责）", "R国家发展改革委 R财政部"),
        ("（国家发展改革委牵头，财政部、商务部按职责分工负责）", "L国家发展改革委 R财政部 R商务部"),
        ("（民政部牵头，教育部、财政部等参与，2026年底前完成）", "L民政部 P教育部 P财政部"),
        ("（水利部、国家发展改革委负责）", "R水利部 R国家发展改革委"),
        ("（商务部、邮政局等和各有关省级人民政府负责）", "R商务部 R邮政局 R各有关省级人民政府"),
        ("（教育部会同中央网信办、工业和信息化部负责）", "L教育部 P中央网信办 P工业和信息化部"),
        ("（国家发展改革委会同有关部门负责）", "L国家发展改革委"),
        ("（全国总工会、全国工商联等部门和单位按职责分工负责）", "R全国总工会 R全国工商联"),
        (
            "（各省、自治区、直辖市人民政府和有关部门负责）",
            "R各省、自治区、直辖市人民政府 R有关部门",
        ),
        ("（各省级人民政府负责，水利部指导）", "R各省级人民政府 G水利部"),
        (
            "（牵头单位：省科技厅；配合单位：省财政厅，各市州人民政府）",
            "L省科技厅 P省财政厅 P各市州人民政府",
        ),
        (
            "[责任单位：市工信局，各县（市、区）政府、开发区管委会]",
            "R市工信局 R各县（市、区）政府 R开发区管委会",
        ),
        ("【牵头单位：市经信局，责任单位：市科技局、各区】", "L市经信局 R市科技局 R各区"),
        ("（负责部门：商务部；适用范围：所有自贸试验区）", "R商务部"),
        ("（牵头市领导：张三；牵头单位：市商务局；完成时限：2026年）", "L市商务局"),
        ("（主办：市教育局；协办：市人社局）", "L市教育局 P市人社局"),
        ("（市发改委负责牵头，市直各部门、各县（区）配合）", "L市发改委 P市直各部门 P各县（区）"),
        ("（市工信委牵头、市科技局配合）", "L市工信委 P市科技局"),
        ("（市统计局负责监测，市政府督查室负责督查）", "R市统计局 S市政府督查室"),
        (
            "（牵头：市海洋局；指导：省海洋局；督查：市政府督查室）",
            "L市海洋局 G省海洋局 S市政府督查室",
        ),
        ("（责任单位∶市海洋局）", "R市海洋局"),
        ("（责任科室：渔业管理科、安全科、施工科、招商科）", "R渔业管理科 R安全科 R施工科 R招商科"),
        (
            "（县招商局、县营商环境局、县农商银行负责，县财政局商县商务局办理）",
            "R县招商局 R县营商环境局 R县农商银行 L县财政局 P县商务局",
        ),
        (
            "（县农业农村和水利局、县科协、县文化宫、各镇街配合）",
            "P县农业农村和水利局 P县科协 P县文化宫 P各镇街",
        ),
        (
            "（和平区政府、商州区政府、对外合作局、在京单位、联合执法队、及时雨办、市督查督办科负责）",
            "R和平区政府 R商州区政府 R对外合作局 R在京单位 R联合执法队 R及时雨办 R市督查督办科",
        ),
        ("（省教育督导委员会牵头，和有关高校配合）", "L省教育督导委员会 P有关高校"),
        ("（市海洋局联合市水务局负责）", "L市海洋局 P市水务局"),
        ("（海洋学科、工科、管理学理科负责）", ""),
        ("（市海洋局，各有关单位；持续推进）", "R市海洋局 R各有关单位"),
        (
            "（市自然资源和规划局、市财政局和市水务局落实）",
            "R市自然资源和规划局 R市财政局 R市水务局",
        ),
        ("（区发改局、区科工局、各街道）", "R区发改局 R区科工局 R各街道"),
        ("（市海洋局（牵头）、市财政局、市水务局）", "L市海洋局 P市财政局 P市水务局"),
        ("（各市、县人民政府，省水利厅）", "R各市、县人民政府 R省水利厅"),
    ],
)
def test_a_tag_after_a_sentence(tag: str, expected: str) -> None:
    assert said(f"修复码头。{tag}") == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("牵头单位：市海洋局；配合单位：市财政局、各区。", "L市海洋局 P市财政局 P各区"),
        ("责任单位：省科技厅，有关高校\n下一段。", "R省科技厅 R有关高校"),
        ("修复码头。该项工作由市海洋局牵头，市水务局配合。", "L市海洋局 P市水务局"),
        ("修复码头，由市海洋局、市财政局负责；", "R市海洋局 R市财政局"),
        ("具体工作由市海洋局承担。", "R市海洋局"),
        ("修复码头（由市海洋局牵头）。", "L市海洋局"),
    ],
)
def test_a_line_or_a_sentence_that_names_the_owner(text: str, expected: str) -> None:
    assert said(text) == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "实行“三公开”（由村委会负责张贴的公开栏）。",
        "发放补贴的单位（市教育局、市卫生健康委）。",  # names alone, not after a sentence
        "新建渔港（含扩建）。",
        "本办法由市司法局负责解释。",
        "由国务院组织有关部门，对设防工作进行一次检查，以促使工作的落实。",
        "修复码头（见附件）",
    ],
)
def test_an_explanation_is_no_tag(text: str) -> None:
    assert said(text) == []


def test_the_first_of_a_list_leads_where_the_order_rule_holds() -> None:
    plain = (Assignment("市海洋局", "responsible"), Assignment("市财政局", "responsible"))
    led = (Assignment("市海洋局", "lead"), Assignment("市财政局", "participate"))
    explicit = (Assignment("市海洋局", "lead"), Assignment("市财政局", "responsible"))
    collective = (Assignment("各县人民政府", "responsible"),)
    assert first_of_list_leads(plain) == led
    assert first_of_list_leads(explicit) == explicit
    assert first_of_list_leads(collective) == collective
    assert first_of_list_leads(plain[:1]) == led[:1]


@pytest.mark.parametrize(
    "rule",
    [
        "列首位者牵头，下同",
        "排第一位的为牵头单位，下同",
        "列第一位的为牵头部门，下同",
        "排在首位的为牵头单位",
    ],
)
def test_the_words_of_the_order_rule(rule: str) -> None:
    text = f"修复码头。（市海洋局、市财政局负责，{rule}）"
    (found,) = (tag for _, tag, _, _ in tags_in(text, 0, len(text)))
    two = (Assignment("市海洋局", "responsible"), Assignment("市财政局", "responsible"))
    assert found == Tag(two, first_leads=True)


@pytest.mark.parametrize(
    "rule",
    [
        "以下各项均由各试点县落实，不再列出",
        "以下任务均需各试点县落实，不再列出",
        "各试点县均需落实，以下不再列出",
        "各试点县均按职责负责，不再一一列出",
    ],
)
def test_the_words_of_the_document_rule(rule: str) -> None:
    text = f"修复码头。（市海洋局牵头；{rule}）"
    (found,) = (tag for _, tag, _, _ in tags_in(text, 0, len(text)))
    assert found == Tag((Assignment("市海洋局", "lead"),), all_below=("各试点县",))
