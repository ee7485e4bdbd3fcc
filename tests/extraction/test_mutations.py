"""Whatever happens to a document: no exception, honest evidence, the same bytes twice."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.extraction_mutations import MUTATIONS, Mutation, breaches
from loaders import build

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {
    "seed": (ROOT / "data/plans/tianjin-smart-technology-2017/original.txt").read_bytes(),
    "news": (ROOT / "data/sample-city/special-data/original.txt").read_bytes(),
    "plan": build(ROOT / "data/sample-city/overall-2026").document.text.encode("utf-8"),
    "table": build(ROOT / "data/sample-city-later/responsibility").document.text.encode("utf-8"),
}


PARTS = (
    "<p>江屿市渔港建设行动方案</p>", "<p>一、重点任务</p>", "<h2>二、保障措施</h2>",
    "<p>（一）建设渔港</p>", "<p>（一）</p>", "<p>附件</p>", "<p>附件1 重点任务分工表</p>",
    "<p>1.修复码头。到2031年，建成4座。（市海洋局牵头，市财政局配合）</p>",
    "<p>责任单位：市海洋局</p>", "<p>（）（（））（负责）（牵头）</p>", "<table></table>",
    "<p>（市海洋局、市财政局负责。列首位者牵头，下同）</p>", "<p>各区人民政府：</p>",
    "<table><tr><td>序号</td><td>任务</td><td>责任单位</td></tr>"
    "<tr><td colspan=3>一、审批类</td></tr>"
    "<tr><td>1</td><td>办证</td><td>市海洋局</td></tr></table>",
    "<table><tr><td rowspan=2>1</td><td>（一）建设渔港</td></tr>"
    "<tr><td>市海洋局</td></tr></table>",
    "<p>在建设氢能高地上，将着力建链，打造品牌。</p>", "<p>海洋牧场方面，将支持转产。</p>",
    "<p>《江屿市海水淡化专项行动计划》《江屿市渔业专项行动计划》同时印发。</p>",
    "<p>依托江屿算力平台，待江屿码头建成后启动。</p>", "<p>——沿海先行区。</p>",
    "<p>三、发展定位</p>", "<p>江屿市人民政府</p><p>2031年5月6日</p>", "<p>第一条 为了规范。</p>",
    "<p>一是建设渔港。修复码头。该项工作由市海洋局牵头。</p>",
    "<p>到2031年，泊位分别达到40个、55个，其中深水泊位5个。</p>",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_parts_in_any_order_are_read_honestly(tmp_path: Path, seed: int) -> None:
    generator = random.Random(seed)
    path = tmp_path / "plan.html"
    path.write_text("".join(generator.choices(PARTS, k=generator.randint(1, 24))), "utf-8")
    assert breaches(path) == []


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda mutate: mutate.__name__)
@pytest.mark.parametrize("name", TEXTS)
def test_a_mutated_text_is_read_honestly(tmp_path: Path, name: str, mutate: Mutation) -> None:
    path = tmp_path / "mutated.txt"
    path.write_bytes(mutate(TEXTS[name], random.Random(f"{name} {mutate.__name__}")))
    assert breaches(path) == []
