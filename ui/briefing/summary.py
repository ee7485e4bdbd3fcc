"""What a plan is, in two or three paragraphs, from the graph alone."""

from __future__ import annotations

from collections.abc import Sequence

from ui.figures.layouts.load import counted
from ui.figures.scope import Scope

_KINDS = {"positioning": "战略定位", "task_area": "任务领域"}


def summary(scope: Scope) -> list[str]:
    """Its size, its vision where it states one, its pillars or chapters."""
    vision = str(scope.root.properties.get("vision", ""))
    said = (_size(scope), f"愿景：{vision.rstrip('。')}。" if vision else "", _parts(scope))
    return [paragraph for paragraph in said if paragraph]


def _size(scope: Scope) -> str:
    targets = scope.targets()
    quantified = sum(target.properties["kind"] == "quantified" for target in targets)
    counted_kinds = (("定量", quantified), ("定性", len(targets) - quantified))
    kinds = [f"{word}{count}项" for word, count in counted_kinds if count]
    counts = (
        (len(scope.pillars), "{}个支柱"),
        (len(scope.measures), "{}项举措"),
        (len(targets), f"{{}}项目标（{_listed(kinds)}）"),
        (len(scope.plans), "{}个专项行动计划"),
    )
    said = f"{scope.title}共有{_listed([word.format(n) for n, word in counts if n]) or '0项内容'}。"
    bodies = counted(scope)
    leading = sum(led > 0 for _, _, led, _ in bodies)
    if not bodies:
        return said + "文中没有写明责任单位。"
    return said + f"涉及{len(bodies)}个单位，其中{leading}个牵头或负责。"


def _parts(scope: Scope) -> str:
    found = [
        f"{word}：{_listed(names)}。"
        for kind, word in _KINDS.items()
        if (names := [str(p.properties["name"]) for p in scope.pillars
                      if p.properties["kind"] == kind])
    ]  # fmt: skip
    chapters = [column.name for column in scope.columns if column.kind == "chapter" and column.key]
    if chapters and not found:
        found.append(f"主要内容：{_listed(chapters)}。")
    return "".join(found)


def _listed(words: Sequence[str]) -> str:
    return "、".join(words)
