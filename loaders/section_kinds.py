"""What a section is for, told by the words of its title and by where it stands."""

from __future__ import annotations

import re

from loaders.document import SectionKind

_KINDS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = (
    ("principles", re.compile(r"原则$|^基本原则|^工作原则")),
    (
        "goals",
        re.compile(
            r"目标$|^(?:总体|主要|发展|工作|具体|预期|战略|建设|阶段性?|[一二三四五六七八九十\d]+年)"
            r"*(?:目标|指标|愿景|定位)|目标(?:任务|要求|愿景|与|和|及)|愿景$|发展定位$|主要指标$"
        ),
    ),
    (
        "requirements",
        re.compile(
            r"^(?:总体|基本|工作|发展)?(?:要求|思路|思想|考虑|方略)$|指导思想|总体(?:要求|思路|部署|设想)"
            r"|^(?:重要|重大)意义|提高认识|^充分认识|基本要求|战略定位"
        ),
    ),
    (
        "safeguards",
        re.compile(
            r"保障(?:措施|机制|体系|条件|与|和)?$|^(?:强化|加强|完善|健全|做好)?(?:组织)?(?:实施|保障)(?:保障|与|和|机制|工作)*$"
            r"|组织(?:实施|领导|保障|协调|推进)|工作(?:要求|保障|机制)$|保障措施|实施保障|推进机制|监督(?:检查|管理|考核)$"
            r"|督(?:促|查|导)(?:检查|落实|考核|评估|指导)?$|加强(?:组织|统筹)?(?:领导|协调)|^附则$|政策保障|支持保障"
        ),
    ),
    (
        "other",
        re.compile(
            r"^(?:发展|工作|现实|规划|编制)?(?:基础|背景|现状|形势|成效|回顾|环境|问题)(?:与|和|及|$)"
            r"|^(?:总则|附则|其他|名词解释|编制说明|适用范围|有关说明)|存在(?:的)?问题|面临(?:的)?(?:形势|机遇|挑战)"
        ),
    ),
    ("tasks", re.compile(r"任务|举措|措施|行动|工程|项目|分工|安排|重点")),
)


def section_kind(title: str, parent: SectionKind | None, *, is_article: bool) -> SectionKind:
    """What a section is for; below the top level, only 总体要求 and annexes hold several kinds."""
    if parent in ("goals", "principles", "tasks", "safeguards"):
        return parent
    if is_article:  # 第一条 …: a regulation rules, it does not plan
        return "other"
    words = title.strip("“”")
    found = next((kind for kind, pattern in _KINDS if pattern.search(words)), None)
    if parent in ("requirements", "other"):
        return found if found in ("goals", "principles", "requirements") else parent
    return found or "tasks"
