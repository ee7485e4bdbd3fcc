"""What could not be understood or is doubtful: content never raises, it yields an Issue."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much an issue matters: an error loses facts, a warning may, an info does not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(StrEnum):
    """The closed list of what may be said of a document."""

    NO_PLAN = "no-plan"
    NOT_UNDERSTOOD = "not-understood"
    UNKNOWN_ORGANIZATION = "unknown-organization"
    VAGUE_DEADLINE = "vague-deadline"
    VALUE_WITHOUT_UNIT = "value-without-unit"
    NUMBERING_GAP = "numbering-gap"
    NUMBERING_REPEAT = "numbering-repeat"
    DOUBTFUL_REPAIR = "doubtful-repair"
    GIVEN_UP_REPAIR = "given-up-repair"
    LOST_TEXT = "lost-text"
    SCANNED_PAGE = "scanned-page"
    EXPECTATION = "expectation"


@dataclass(frozen=True, slots=True)
class Issue:
    """What is wrong (`message`), where, and what to do (`fix`).

    `span` bounds the place in the cleaned text, `quote` is that slice; None and "" where the
    issue is about the whole document.
    """

    level: Level
    code: Code
    message: str
    span: tuple[int, int] | None = None
    quote: str = ""
    fix: str = ""
