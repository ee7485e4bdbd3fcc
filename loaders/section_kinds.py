"""What a section is for, told by the words of its title and by where it stands."""

from __future__ import annotations

import re

from loaders.document import SectionKind

LONGEST_TITLE = 22
"""A longer title is a sentence; its words do not name a kind."""

_KINDS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = (
    ("principles", re.compile(r"原则$")),
    (
        "goals",
        re.compile(
            r"""(?x)
            (?:目标|愿景|主要指标|发展定位|预期指标)$ | 目标(?:任务|要求|愿景|定位|[与和及])
            | ^任务目标 | ^目标 | ^主要指标"""
        ),
    ),
    (
        "requirements",
        re.compile(
            r"""(?x) ^(?:总体|基本|工作|发展)?(?:要求|思路|思想|考虑|方略|遵循)$ | 指导思想
            | ^总体(?:要求|思路|部署|设想|考虑) | ^战略定位$ | ^(?:充分|深刻|切实)?(?:认识|提高认识)
            | (?:重大|重要)意义$"""
        ),
    ),
    (
        "safeguards",
        re.compile(
            r"""(?x) 保障措施 | 组织(?:实施|领导|保障) | ^实施(?:保障|机制)$ | 工作保障$ | 支撑保障$
            | ^(?:强化|加强|加大|完善|健全|落实|做好|切实加强)
              (?:组织|实施|支撑|政策|工作|各项|要素|制度|服务|规划实施)*(?:保障|支撑)(?:措施|力度|体系|机制|工作)?$
            | ^(?:加强|强化)(?:组织|统筹)?(?:领导|协调)$ | ^(?:督促|督导)(?:检查|落实|考核|评估)$
            | ^(?:工作|推进|落实)(?:要求|机制)$ | ^组织推进"""
        ),
    ),
    (
        "other",
        re.compile(
            r"""(?x) ^(?:发展|工作|现实|规划|编制|基本)?
              (?:基础|背景|现状|形势|成效|回顾|环境|情况)(?:[与和及]|$)
            | ^(?:总则|附则|其他|名词解释|编制说明|适用范围|有关说明|法律责任|罚则)
            | 存在(?:的)?(?:主要)?问题 | 面临(?:的)?(?:形势|机遇|挑战)
            | ^(?!.*(?:把握|顺应|适应|应对|引领)).*(?:现状|背景|趋势|必要性|重要性|紧迫性)$
            | ^(?:组成人员|成员单位|组成单位)$
            | ^(?:试点|实施|适用|创建|支持|申报)(?:范围|对象|时间|期限|地区)$"""
        ),
    ),
)


def section_kind(title: str, parent: SectionKind | None, *, is_ruling: bool) -> SectionKind:
    """What a section is for; below the top level, only 总体要求 and annexes hold several kinds.

    `is_ruling`: an article, or a chapter of articles; a regulation rules, it does not plan.
    """
    if is_ruling:
        return "other"
    if parent in ("goals", "principles", "tasks", "safeguards"):
        return parent
    words = title.strip("“”")
    found = next(
        (kind for kind, pattern in _KINDS if len(words) <= LONGEST_TITLE and pattern.search(words)),
        None,
    )
    if parent in ("requirements", "other"):
        return found if found in ("goals", "principles", "requirements") else parent
    return found or "tasks"
