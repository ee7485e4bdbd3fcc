"""Whether a number continues those before it, and how deep it then stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from loaders.numbering import Mark

Verdict = Literal["fits", "gap", "repeat", "no"]

_WIDEST_GAP = 3


@dataclass(slots=True)
class Open:
    """A heading under which later ones may stand."""

    rank: float
    number: int
    index: int
    style: str = ""
    path: tuple[int, ...] = ()


@dataclass(slots=True)
class Numbering:
    """The open headings from the outermost in, and the last number of every style."""

    stack: list[Open] = field(default_factory=list)
    last: dict[str, int] = field(default_factory=dict)
    around: tuple[list[Open], dict[str, int]] | None = None
    """Both as they stood before a box, which numbers its own items."""

    def judge(self, mark: Mark) -> Verdict:
        """Does this number fit here? A digit is trusted less than 一、 or （一）."""
        self._leave_box(mark)
        if len(mark.path) > 1 and not self._is_path_of_parent(mark):
            return "no"
        before = self._sibling(mark)
        if mark.digit_follows:  # 8.365便民行动 after 7, never 3.5万吨
            last = before.number if before else self.last.get(mark.style, 0)
            return "fits" if last and mark.number == last + 1 else "no"
        if before is None:
            return self._judge_first(mark)
        if mark.number in (before.number + 1, 1):
            return "fits"
        if mark.number == before.number:
            return "repeat"
        if before.number < mark.number <= before.number + 1 + _WIDEST_GAP:
            return "gap"
        return "no" if mark.path else "repeat"

    def restarts(self, mark: Mark) -> bool:
        """A style begins anew at 1 beside an open heading of its own."""
        return mark.number == 1 and self._sibling(mark) is not None

    def has_open(self, style: str) -> bool:
        """A heading of this style is open, or was closed by a wider one."""
        return style in self.last or any(entry.style == style for entry in self.stack)

    def open(self, rank: float, number: int, index: int, style: str = "",
             path: tuple[int, ...] = ()) -> int | None:  # fmt: skip
        """Close what the new heading closes, open it, and return its parent's index."""
        while self.stack and self.stack[-1].rank >= rank:
            self.stack.pop()
        parent = self.stack[-1].index if self.stack else None
        self.stack.append(Open(rank, number, index, style, path))
        if style:
            self.last[style] = number
        return parent

    def begin_part(self) -> None:
        """A new text begins: the plan after its letter, an annex, a second regulation."""
        self.stack.clear()
        self.last.clear()
        self.around = None

    def begin_box(self) -> None:
        """What is numbered in a box does not count in the text around it."""
        if self.around is None:
            self.around = list(self.stack), dict(self.last)

    def _leave_box(self, mark: Mark) -> None:
        """A number that continues those before the box, and none in it, stands behind the box."""
        if self.around is None:
            return
        stack, last = self.around
        before, inside = _of_style(stack, mark.style), self._sibling(mark)
        number = before.number if before else last.get(mark.style, 0)
        is_next = number > 0 and mark.number == number + 1
        if is_next and (inside is before or inside is None or mark.number != inside.number + 1):
            self.stack, self.last, self.around = stack, last, None

    def _judge_first(self, mark: Mark) -> Verdict:
        """The first of its style under its parent: 1, or what runs on from the chapter before."""
        last = self.last.get(mark.style, 0)
        if mark.number in (1, last + 1):
            return "fits"
        if last < mark.number <= last + 1 + _WIDEST_GAP and (last or not mark.path):
            return "gap"
        return "no" if mark.path else "repeat" if last else "gap"

    def _sibling(self, mark: Mark) -> Open | None:
        return _of_style(self.stack, mark.style)

    def _is_path_of_parent(self, mark: Mark) -> bool:
        """1.2 stands under 1, or beside 1.1."""
        return any(
            entry.path == mark.path[:-1] or entry.path[:-1] == mark.path[:-1]
            for entry in self.stack
            if entry.path
        )


def _of_style(stack: list[Open], style: str) -> Open | None:
    return next((entry for entry in stack if entry.style == style), None)
