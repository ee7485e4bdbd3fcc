"""A measure's name says what is done: no report of it, no comma at its end, no frame alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from extraction.reading import HEAD, names, read
from loaders.rules.measure_names import measure_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("对进度落后的单位进行约谈，", "对进度落后的单位进行约谈"),
        ("为保证渔港如期建成，《江屿市渔港方案》还明确，建立调度机制，", "建立调度机制"),
        ("《江屿市渔港方案》提出修复码头。", "修复码头"),
        ("5.1.3 修复码头。完善冷链。", "修复码头"),
        (
            "为确保渔港建设工作顺利进行，市财政局可安排一定数额的专项资金，"
            "主要用于码头修复、航道疏浚、冷链建设和渔民培训等方面的支出。",
            "市财政局可安排一定数额的专项资金",
        ),
        (
            "对促进渔业转型升级，渔港建设成效明显的市（州）、县（市、区），"
            "在安排渔业资金时给予倾斜支持（由市海洋局提出名单，报市政府批准），并优先开展试点。",
            "在安排渔业资金时给予倾斜支持",
        ),
        (
            "对主要从事远洋捕捞和海水养殖及其产品加工、运输、销售的本市渔业企业，取消首次申请时的业绩要求。",
            "取消首次申请时的业绩要求",
        ),
        (
            "对口帮扶江屿县渔港和冷链设施建设、渔民技能培训和水产品销售渠道拓展等工作，每年选派技术人员。",
            "对口帮扶江屿县渔港和冷链设施建设、渔民技能培训和水产品销售渠道拓展等工作",
        ),
        (
            "渔港经营单位与渔民专业合作社签订码头使用和冷链服务的长期协议时，可按规定简化备案手续和办理时限。",
            "可按规定简化备案手续和办理时限",
        ),
    ],
)
def test_the_name_of_a_measure(words: str, name: str) -> None:
    assert measure_name(words) == name


def test_the_cases_of_a_list_are_no_measures(tmp_path: Path) -> None:
    cases = "（一）严格年检。有下列情形的不予通过：\n1.未按时报送材料的；\n2.材料不实的。\n"
    states = "（二）报告事项。\n1.接受资助、捐赠等情况；\n2.造成污染的其他行为；\n3.其他事项。\n"
    acts = "（三）修复码头。\n（四）定期通报进展等情况。\n（五）其他部门做好配合。\n"
    assert names(read(tmp_path, HEAD + cases + states + acts), "Measure") == [
        "修复码头",
        "其他部门做好配合",
        "定期通报进展等情况",
    ]


def test_who_takes_part_where_and_why_are_no_measures(tmp_path: Path) -> None:
    text = (
        HEAD
        + "（一）修复码头。\n三、成员单位\n市海洋局、市财政局。\n四、创建对象\n江屿、云岚两县。\n"
        "五、渔业发展的必要性\n渔业是基础产业，关系民生。\n六、标志样式\n"
        "（一）渔港标志。\n图1 渔港标志\n"
    )
    assert names(read(tmp_path, text), "Measure") == ["修复码头"]
